//! The contract with every host: one list of commands.
//!
//! From the list in [`list`] come the router, the TypeScript, the command line's `call`, and the
//! test that every mutation says what it makes stale. The window, the command line and the loopback
//! server are thin hosts over it.

mod error;
mod host;
mod list;
pub mod typescript;

pub use host::Host;
pub use error::{ApiError, Code};
pub use list::{COMMANDS, CommandInfo, Kind};
