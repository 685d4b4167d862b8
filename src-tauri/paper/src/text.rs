//! From a string to a shaped line: cleaned, put in visual order, split by face, shaped, fitted.

pub(crate) mod clean;
pub(crate) mod fit;
pub(crate) mod setter;
pub(crate) mod shape;
pub(crate) mod wrap;
