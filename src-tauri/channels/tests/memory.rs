//! Peak memory, from the kernel's own count. Alone in its file: the count is the whole process's.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests"
)]

use channels::{ReadOptions, limits};
use chrono::NaiveDate;
use domain::Currency;

const HEAD: &str = "order,date,sku,title,qty,price,total,currency\n";

/// Peak memory while the largest of them are turned away, from the kernel's own count.
#[test]
fn large_files_are_refused_in_bounded_memory() {
    let high = || {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmHWM:"))
            .unwrap();
        line.split_whitespace()
            .nth(1)
            .unwrap()
            .parse::<u64>()
            .unwrap()
            / 1024
    };
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    let options = ReadOptions::new(
        Currency::new("EUR").unwrap(),
        chrono_tz::Europe::Berlin,
        today,
    );
    let mut file = format!("{HEAD}1,\"").into_bytes();
    file.resize(limits::FILE_BYTES, b'x');
    let before = high();
    let refused = channels::read(&file, "x", &options).unwrap_err();
    assert_eq!(refused.sentence().id, "import-cell-too-long");
    let used = high() - before;
    println!("200 MB in one cell: {used} MB more");
    assert!(used < 256, "{used} MB");
}
