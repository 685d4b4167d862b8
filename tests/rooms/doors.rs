//! Which room may use which, and which room owns a heavy library.
//!
//! A new row here is the rarest and most reviewed change of this project.

use serde_json::{Value, json};

/// Every room with the rooms that it may use. `src-tauri/ARCHITECTURE.md` has the same table in words.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("words", &["domain"]),
    ("wire", &[]),
    ("vault", &[]),
    ("store", &["domain"]),
    ("carriers", &["domain", "wire"]),
    ("channels", &["domain", "wire"]),
    ("payments", &["domain", "wire"]),
    ("mail", &["domain"]),
    ("paper", &["domain", "words"]),
    ("printers", &["domain"]),
    (
        "flows",
        &[
            "domain", "words", "store", "wire", "vault", "carriers", "channels", "payments",
            "mail", "paper", "printers",
        ],
    ),
    ("api", &["domain", "words", "flows"]),
    ("cli", &["api", "words"]),
    // The shell is the root package.
    ("backroom", &["api", "words"]),
    // Nothing that ships: the test kit stands outside the house, the acceptance tests and the
    // measurements in front of it. Neither may pull in the window.
    ("testkit", &["domain", "words", "store", "flows", "api"]),
    (
        "acceptance",
        &[
            "domain", "words", "store", "channels", "paper", "printers", "flows", "api", "testkit",
        ],
    ),
    ("xtask", &[]),
];

/// A heavy library (or every library with this prefix, for a name that ends in `*`) and the rooms
/// that may name it. `acceptance` may use a library to measure a room against it.
const OWNERS: &[(&str, &[&str])] = &[
    ("sqlx*", &["store", "testkit", "acceptance"]),
    ("rusqlite", &["acceptance"]),
    ("printpdf", &["paper", "acceptance"]),
    ("tauri*", &["backroom"]),
    ("ipp", &["printers"]),
    ("calamine", &["channels"]),
    ("csv", &["channels", "store", "flows", "acceptance"]),
    ("clap", &["cli"]),
    ("axum", &["cli"]),
    ("fluent-bundle", &["words"]),
    ("reqwest", &["wire"]),
    ("keyring", &["vault"]),
    ("lettre", &["mail"]),
    (
        "ts-rs",
        &["domain", "store", "channels", "printers", "flows", "api"],
    ),
];

/// Rooms that are never part of what ships: others may use them in tests only.
const TESTS_ONLY: &[&str] = &["testkit", "acceptance", "xtask"];

/// One sentence for each edge that does not exist in the table.
fn wrong_edges(metadata: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let packages = metadata["packages"].as_array().expect("packages");
    for package in packages {
        let room = package["name"].as_str().expect("a name");
        let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!(
                "{room}: this room has no row in tests/rooms/doors.rs"
            ));
            continue;
        };
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let name = dependency["name"].as_str().expect("a name");
            let in_tests = dependency["kind"] == "dev";
            if dependency["path"].is_string() {
                let door =
                    may_use.contains(&name) || (in_tests && name == "testkit") || name == room;
                if !door {
                    wrong.push(format!("{room} -> {name}: this door does not exist"));
                } else if TESTS_ONLY.contains(&name) && !in_tests && !TESTS_ONLY.contains(&room) {
                    wrong.push(format!("{room} -> {name}: only in tests"));
                }
            } else if let Some((_, owners)) = OWNERS.iter().find(|(library, _)| is(library, name))
                && !owners.contains(&room)
            {
                wrong.push(format!(
                    "{room} -> {name}: this library belongs to {}",
                    owners.join(", ")
                ));
            }
        }
    }
    wrong
}

fn is(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix),
        None => pattern == name,
    }
}

fn metadata() -> Value {
    let text = crate::output(
        "cargo",
        &[
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ],
    );
    serde_json::from_str(&text).expect("cargo prints JSON")
}

fn package_mut<'a>(metadata: &'a mut Value, room: &str) -> &'a mut Value {
    metadata["packages"]
        .as_array_mut()
        .expect("packages")
        .iter_mut()
        .find(|package| package["name"] == room)
        .unwrap_or_else(|| panic!("no room {room}"))
}

fn plant(metadata: &mut Value, room: &str, dependency: Value) {
    package_mut(metadata, room)["dependencies"]
        .as_array_mut()
        .expect("a list")
        .push(dependency);
}

#[test]
fn rooms_only_use_what_they_may() {
    let wrong = wrong_edges(&metadata());
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// What is wrong with a doctored house and not with the real one, so that a fault of the real one
/// turns one test red and not all.
fn found_by(doctor: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut house = metadata();
    let before = wrong_edges(&house);
    doctor(&mut house);
    let mut wrong = wrong_edges(&house);
    wrong.retain(|sentence| !before.contains(sentence));
    wrong
}

#[test]
fn a_planted_door_is_found() {
    let store = json!({"name": "store", "kind": null, "path": "store"});
    assert_eq!(
        found_by(|house| plant(house, "domain", store)),
        ["domain -> store: this door does not exist"]
    );
}

#[test]
fn a_planted_door_in_tests_is_found_too() {
    let flows = json!({"name": "flows", "kind": "dev", "path": "flows"});
    assert_eq!(
        found_by(|house| plant(house, "paper", flows)),
        ["paper -> flows: this door does not exist"]
    );
}

#[test]
fn a_library_outside_its_room_is_found() {
    let found = found_by(|house| {
        plant(house, "domain", json!({"name": "sqlx-core", "kind": null}));
        plant(
            house,
            "cli",
            json!({"name": "tauri-plugin-dialog", "kind": "build"}),
        );
    });
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("domain -> sqlx-core: this library belongs to store"));
    assert!(found[1].starts_with("cli -> tauri-plugin-dialog: this library belongs to backroom"));
}

#[test]
fn the_test_kit_never_ships() {
    let kit = json!({"name": "testkit", "kind": null, "path": "testkit"});
    assert_eq!(
        found_by(|house| plant(house, "flows", kit)),
        ["flows -> testkit: this door does not exist"]
    );
}

#[test]
fn a_room_without_a_row_is_found() {
    let found = found_by(|house| package_mut(house, "domain")["name"] = json!("common"));
    assert_eq!(
        found,
        ["common: this room has no row in tests/rooms/doors.rs"]
    );
}

#[test]
fn every_room_keeps_the_house_lints() {
    for package in metadata()["packages"].as_array().expect("packages") {
        let manifest = package["manifest_path"].as_str().expect("a path");
        let text = std::fs::read_to_string(manifest).expect("readable");
        let kept = text
            .split_once("[lints]")
            .is_some_and(|(_, after)| after.trim_start().starts_with("workspace = true"));
        assert!(
            kept,
            "{}: `[lints] workspace = true` is missing",
            package["name"]
        );
    }
}
