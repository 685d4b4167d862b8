//! The contract with every host: one list of commands.
//!
//! From the list in [`list`] come the router, the TypeScript, the command line's `call`, and the
//! test that every mutation says what it makes stale. The window, the command line and the loopback
//! server are thin hosts over it.

mod error;
mod host;
mod house;
mod limits;
mod list;
mod restore;
pub mod typescript;

pub use error::{ApiError, Code};
pub use host::Host;
pub use house::House;
pub use list::{COMMANDS, CommandInfo, Kind};
pub use restore::restore;
// What a host needs to open a shop and to speak; hosts name no other room.
pub use domain::{Currency, Money, Sentence};
pub use flows::Clock;
pub use flows::shop::Done;
pub use flows::{Changed, Opening, Place, Tag};
