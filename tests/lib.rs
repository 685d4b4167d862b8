//! What the acceptance tests and the measurements share.

pub mod app;
pub mod page;
pub mod screen;
pub mod webdriver;
