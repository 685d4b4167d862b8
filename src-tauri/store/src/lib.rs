//! The shop's memory: the only room that speaks SQL.
//!
//! One store, two engines: SQLite in a data folder, or PostgreSQL when several desks share a shop.
//! Queries are written once; what has to differ stands in [`engine`]. Every change goes through
//! [`Store::write`]: one writer at a time on both engines, a journal event in the same
//! transaction, and one `changed` message after the commit.

mod backup;
mod bulk;
mod changed;
mod check;
mod engine;
mod erased;
mod error;
mod exchange;
mod migrate;
mod open;
mod read;
pub mod row;
pub mod rows;
mod seal;
mod since;
pub mod tables;
mod write;

pub use backup::{
    BackupInfo, Restored, backup_at, backups, copies, newest_backup, restore, verify,
};
pub use bulk::Ready;
pub use changed::{Changed, Tag};
pub use check::{Depth, Integrity};
pub use error::{Result, StoreError};
pub use migrate::SCHEMA_VERSION;
pub use open::{Engine, Opening, Place, Store};
pub use read::Reader;
pub use seal::Seal;
pub use since::{Since, Worked, WorkedOn, since, worked_on_apart};
pub use write::{Actor, Event, Write};

/// A connection, for the functions of [`tables`]. Flows pass it on and never speak to it.
pub type Db = sqlx::AnyConnection;
