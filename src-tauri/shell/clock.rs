//! The computer's clock, in the one place where the window takes it.

use api::Clock;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970 in UTC, as the operating system tells.
pub(crate) fn of_this_computer() -> Clock {
    Arc::new(|| {
        #[expect(
            clippy::disallowed_methods,
            reason = "every other room is given this clock"
        )]
        let now = SystemTime::now();
        // A computer that believes to be in 1969 is told so by the dates on its screen.
        let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}
