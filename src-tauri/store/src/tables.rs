//! Statements, one file per thing.
