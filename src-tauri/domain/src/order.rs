//! An order: its life, its money, its goods. One machine per axis, and derived summaries.

pub mod calls;
pub mod charges;
pub mod deadline;
pub mod elsewhere;
pub mod fulfilment;
pub mod hold;
pub mod life;
pub mod line;
pub mod merge;
pub mod payment;
pub mod ready;
pub mod reserving;
pub mod signing;
pub mod view;

pub use fulfilment::Fulfilment;
pub use hold::HoldKind;
pub use life::Life;
pub use line::Quantities;
pub use payment::PaymentStatus;
pub use view::View;
