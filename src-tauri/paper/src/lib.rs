//! The room `paper`.
