//! What can go wrong with the store, told by what a person can do about it.

/// The store's errors.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process has this shop open.
    #[error("this shop is open in another Backroom")]
    InUse,
    /// The database was written by a newer Backroom; nothing was changed.
    #[error("the database has schema {found}, this Backroom knows {known}")]
    Newer {
        /// Its schema version.
        found: i64,
        /// The newest one that we know.
        known: i64,
    },
    /// The engine is older than what keeps data safe (SQLite before 3.51.3 can corrupt a WAL).
    #[error("SQLite {0} is too old")]
    EngineTooOld(String),
    /// A row was changed by somebody else since it was read.
    #[error("the row changed meanwhile")]
    Stale,
    /// A unique rule was broken.
    #[error("it exists already: {0}")]
    Exists(String),
    /// A row that should be there is not.
    #[error("no such {0}")]
    Missing(&'static str),
    /// No space is left; the transaction was rolled back.
    #[error("the disk is full")]
    DiskFull,
    /// A check of the database or of a backup found damage.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// A file of the data folder could not be read or written.
    #[error("{0}: {1}")]
    File(String, #[source] std::io::Error),
    /// The engine said no.
    #[error(transparent)]
    Engine(sqlx::Error),
}

/// Shorthand for this room.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if let sqlx::Error::Database(db) = &error {
            if db.is_unique_violation() {
                return Self::Exists(db.message().to_owned());
            }
            // SQLITE_FULL (13) and PostgreSQL's disk_full (53100).
            if matches!(db.code().as_deref(), Some("13" | "53100")) {
                return Self::DiskFull;
            }
            // SQLITE_CORRUPT (11) and SQLITE_NOTADB (26).
            if matches!(db.code().as_deref(), Some("11" | "26")) {
                return Self::Damaged(db.message().to_owned());
            }
        }
        if matches!(error, sqlx::Error::RowNotFound) {
            return Self::Missing("row");
        }
        Self::Engine(error)
    }
}
