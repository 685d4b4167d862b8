//! What the two engines do differently, and nothing else: opening, checks, the writer's lock.

pub(crate) mod postgres;
pub(crate) mod sqlite;
