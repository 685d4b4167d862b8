//! Reading: a connection that cannot write.

use crate::Db;
use sqlx::Any;
use sqlx::pool::PoolConnection;

/// A reader's connection, given back when it is dropped.
#[derive(Debug)]
pub struct Reader(pub(crate) PoolConnection<Any>);

impl Reader {
    /// For the functions of [`crate::tables`].
    pub fn db(&mut self) -> &mut Db {
        &mut self.0
    }
}
