//! Small runs of what `cargo xtask soak` does at length.

use std::process::Command;

fn run(program: &str, args: &[&str]) -> (bool, String) {
    let done = Command::new(program).args(args).output().unwrap();
    let text =
        String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    println!("{text}");
    (done.status.success(), text)
}

#[test]
fn a_kill_at_any_moment_loses_nothing_acknowledged() {
    let (good, text) = run(env!("CARGO_BIN_EXE_soak-kill"), &["--kills", "10"]);
    assert!(good, "{text}");
}

#[test]
fn a_store_that_acknowledges_too_early_is_found_out() {
    let (good, text) = run(
        env!("CARGO_BIN_EXE_soak-kill"),
        &["--kills", "10", "--control"],
    );
    assert!(!good && text.contains("WRONG"), "{text}");
}

#[test]
fn the_last_unit_is_promised_once() {
    let (good, text) = run(env!("CARGO_BIN_EXE_soak-last-units"), &["--rounds", "25"]);
    assert!(good, "{text}");
}

#[test]
fn a_unit_that_is_promised_twice_is_found_out() {
    let args = ["--rounds", "4", "--control"];
    let (good, text) = run(env!("CARGO_BIN_EXE_soak-last-units"), &args);
    assert!(!good && text.contains("oversold=1"), "{text}");
}
