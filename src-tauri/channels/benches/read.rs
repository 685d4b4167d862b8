//! How fast order files are read, beside the bare `csv` crate going over the same bytes.
//! `cargo bench -p channels`

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a bench prints its figures"
)]

use channels::ReadOptions;
use chrono::NaiveDate;
use domain::Currency;
use std::fmt::Write as _;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

const ORDERS: u32 = 100_000;
const LINES: u32 = 3;

fn main() {
    for (name, text) in [("generic CSV", generic()), ("Shopify CSV", shopify())] {
        let rows = ORDERS * LINES;
        let bare = best(|| {
            let mut reader = csv::ReaderBuilder::new()
                .flexible(true)
                .from_reader(text.as_bytes());
            let mut record = csv::StringRecord::new();
            let mut cells = 0_usize;
            while reader.read_record(&mut record).unwrap() {
                cells += record.len();
            }
            black_box(cells);
        });
        let before = high_water();
        let streamed = best(|| {
            let mut given = 0_u32;
            let reading = channels::read_each(
                text.as_bytes(),
                "orders.csv",
                &options(),
                &mut |_| ControlFlow::Continue(()),
                &mut |order| {
                    black_box(&order);
                    given += 1;
                },
            )
            .unwrap();
            assert_eq!(
                (given, reading.problems.len() <= 1),
                (ORDERS, true),
                "{:?}",
                reading.groups
            );
        });
        let used = high_water().saturating_sub(before);
        println!(
            "{name}: {ORDERS} orders, {rows} rows, {:.1} MB",
            text.len() as f64 / 1e6
        );
        print("  bare csv crate, StringRecord", bare, rows, text.len());
        print("  channels::read_each", streamed, rows, text.len());
        println!(
            "  {:.1} times the bare iteration; {used} MB more memory than before\n",
            streamed.as_secs_f64() / bare.as_secs_f64()
        );
    }
}

fn print(name: &str, took: Duration, rows: u32, bytes: usize) {
    let seconds = took.as_secs_f64();
    println!(
        "{name:<32} {:>6.0} ms  {:>9.0} rows/s  {:>6.1} MB/s",
        seconds * 1e3,
        f64::from(rows) / seconds,
        bytes as f64 / 1e6 / seconds
    );
}

fn best(mut run: impl FnMut()) -> Duration {
    let time = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..5).map(|_| time(&mut run)).min().unwrap_or_default()
}

/// Peak of resident memory so far in MB, or 0 where the system does not tell.
fn high_water() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kb = line
        .and_then(|line| line.split_whitespace().nth(1))
        .and_then(|kb| kb.parse().ok());
    kb.unwrap_or(0_u64) / 1024
}

fn options() -> ReadOptions {
    let today = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
    ReadOptions::new(
        Currency::new("EUR").unwrap(),
        chrono_tz::Europe::Berlin,
        today,
    )
}

fn generic() -> String {
    let mut text = String::from(
        "order number,date,name,street,zip,city,country,email,sku,title,quantity,price,shipping,total,currency\n",
    );
    for order in 0..ORDERS {
        let (day, hour) = (order % 28 + 1, order % 24);
        for line in 0..LINES {
            let _ = writeln!(
                text,
                "B-{order},2026-08-{day:02} {hour:02}:15,Person {order},Street {},{:05},Town {},DE,p{order}@example.test,SKU-{:04},Thing number {},{},{}.{:02},4.90,{}.00,EUR",
                order % 200 + 1,
                order % 99_999,
                order % 300,
                (order + line) % 1_200,
                (order + line) % 1_200,
                line % 3 + 1,
                order % 90,
                order % 100,
                order % 500,
            );
        }
    }
    text
}

fn shopify() -> String {
    let mut text = String::from(
        "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone\n",
    );
    for n in 0..ORDERS {
        let day = n % 28 + 1;
        let _ = writeln!(
            text,
            "#{n},p{n}@example.test,paid,2026-08-{day:02} 10:00:00 +0200,unfulfilled,,no,EUR,60.00,4.90,0.00,64.90,,0.00,Standard,2026-08-{day:02} 10:00:00 +0200,1,Thing {},20.00,,SKU-{:04},true,true,pending,Person {n},\"Street {}, 2. OG\",Street {},2. OG,,Town,'{:05},,DE,+49 30 {n},Person {n},\"Street {}, 2. OG\",Street {},2. OG,,Town,'{:05},,DE,+49 30 {n},,,,Shopify Payments,#{n}.1,0.00,Vendor,0.00,,,,{},,Low,web,0.00,,,+49 30 {n}",
            n % 1_200,
            n % 1_200,
            n % 200,
            n % 200,
            n % 99_999,
            n % 200,
            n % 200,
            n % 99_999,
            5_000_000 + n,
        );
        for line in 1..LINES {
            let _ = writeln!(
                text,
                "#{n},p{n}@example.test,,,,,,,,,,,,,,2026-08-{day:02} 10:00:00 +0200,1,Thing {},20.00,,SKU-{:04},true,true,pending{}Vendor,,,,,,,,,0.00,,,+49 30 {n}",
                (n + line) % 1_200,
                (n + line) % 1_200,
                ",".repeat(27),
            );
        }
    }
    text
}
