//! Sends paper to printers.
//!
//! Bytes come in, as the room `paper` made them, and leave unchanged: to a printer that speaks IPP
//! (a driverless printer, or a CUPS queue), to a label printer's raw port, or into a file. All
//! calls block; hosts run them on a thread of their own.
//!
//! One rule stands above the others: **what may have been printed is never sent again.** An answer
//! that did not come is [`PrintError::Unclear`], and a person looks at the tray. Everything that
//! can be asked without printing (is it there, does it take this format, is it accepting) is asked
//! first, so that an unclear end is rare.
//!
//! Deliberately absent: drivers, rasterising, TLS (printers in the house have no certificates that
//! could be checked), discovery on the network, and the desktop's viewer, which the window opens.

mod error;
mod file;
mod ipp_job;
mod ipp_printer;
mod queue;
mod raw;
mod reason;
mod target;
mod title;
mod transport;

pub use error::PrintError;
pub use file::file_name;
pub use ipp_job::{JobState, JobStatus, job_status, watch};
pub use ipp_printer::{Abilities, PrinterState, probe};
pub use queue::{CUPS, Printer, queues, queues_at};
pub use reason::{is_stop, sentences};
pub use target::{PrintJob, Printed, Target, print};
pub use title::clean_title;
pub use transport::is_address;
