//! The room `channels`.
