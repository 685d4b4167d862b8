//! Two processes want the last units at the same moment, a thousand times. Never are more promised than
//! lie on the shelf.
//!
//! On SQLite a shop has one owner: `backroom-cli serve`, which two callers ask over loopback. On
//! PostgreSQL the two are desks that open the same database. Each round has goods of its own; both
//! callers read their order, wait for the same moment and take it. Afterwards the rows are counted by
//! plain SQL, beside every invariant.
//!
//! `--control` promises one unit twice behind the shop's back: then the run must fail.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement that cannot go on ends here"
)]

mod caller;
mod door;
mod judge;
mod owner;

use caller::{Callers, prepare};
use door::Door;
use owner::Owner;
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;
use testkit::Database;

/// What lies on the shelf, and what the two want of it. Together they always want more.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Round {
    left: i64,
    wanted: [i64; 2],
}

/// The rounds repeat these: the very last unit, and last units that suffice for one of the two alone.
const ROUNDS: [Round; 4] = [
    Round {
        left: 1,
        wanted: [1, 1],
    },
    Round {
        left: 3,
        wanted: [2, 2],
    },
    Round {
        left: 2,
        wanted: [2, 1],
    },
    Round {
        left: 5,
        wanted: [4, 3],
    },
];

impl Round {
    pub(crate) fn of(n: u32) -> Self {
        ROUNDS[n as usize % ROUNDS.len()]
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if args.first().is_some_and(|a| a == "caller") {
        runtime.block_on(caller::work(
            &args[1],
            Path::new(&args[2]),
            args[3].parse().unwrap(),
        ));
        return ExitCode::SUCCESS;
    }
    let rounds = args
        .iter()
        .position(|a| a == "--rounds")
        .map_or(1_000, |at| args[at + 1].parse().unwrap());
    let control = args.iter().any(|a| a == "--control");
    let mut good = runtime.block_on(one_owner(rounds, control));
    match runtime.block_on(Database::make()) {
        Some(database) => good &= runtime.block_on(two_desks(rounds, database, control)),
        None => println!("skipped: BACKROOM_TEST_POSTGRES names no server"),
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn one_owner(rounds: u32, control: bool) -> bool {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("shop");
    let owner = Owner::start(&folder);
    let door = Door::to(&owner.place(), home.path()).await;
    make(&door, home.path(), rounds).await;
    let mut good = owner.is_alone(&folder).await;
    let tally = Callers::start(&owner.place(), home.path()).race(rounds);
    good &= owner.is_alone(&folder).await;
    owner.end();
    let door = Door::to(&folder.display().to_string(), home.path()).await;
    if control {
        judge::promise_twice(door.host()).await;
    }
    good &= judge::judge(
        door.host(),
        "SQLite, one owner and two callers",
        rounds,
        &tally,
    )
    .await;
    door.close().await;
    good
}

async fn two_desks(rounds: u32, database: Database, control: bool) -> bool {
    let home = tempfile::tempdir().unwrap();
    let place = database.url();
    let door = Door::to(&place, &home.path().join("judge")).await;
    make(&door, home.path(), rounds).await;
    let tally = Callers::start(&place, home.path()).race(rounds);
    if control {
        judge::promise_twice(door.host()).await;
    }
    let good = judge::judge(door.host(), "PostgreSQL, two desks", rounds, &tally).await;
    door.close().await;
    database.end().await;
    good
}

/// A shop with the last units of so many things, and the channel that the orders come through.
async fn make(door: &Door, folder: &Path, rounds: u32) {
    let shop = json!({
        "name": "Soak", "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "language": "en", "user": "Ida",
        "street": "Töpferweg 3", "postcode": "10969", "city": "Berlin",
    });
    door.call("shop_make", shop).await;
    for n in 0..rounds {
        let variant = json!({ "sku": format!("LAST{n}"), "title": "the last ones" });
        let variant = door.call("variant_save", variant).await;
        let count = json!({ "variant": variant["row"]["id"], "counted": Round::of(n).left });
        door.call("stock_count", count).await;
    }
    // The channel is made by the first import, so that the callers only race for goods.
    let first = prepare(door, folder, 9, "FREE", rounds + 1, 1).await;
    door.call("import_commit", first).await;
}
