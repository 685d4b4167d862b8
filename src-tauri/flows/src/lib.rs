//! The room `flows`.
