//! What happened in the shop, told to the page.

use api::Changed;
use std::time::Duration;
use tauri::{AppHandle, Emitter};
use tokio::sync::broadcast::{Receiver, error::RecvError};
use tokio::time::{Instant, sleep_until};

/// The event's name: rows of these tags and ids are stale on every screen that shows them.
const CHANGED: &str = "changed";
/// The page has missed some: everything it shows is stale.
const MISSED: &str = "missed";
/// Two events are at least so far apart: an import of a thousand orders redraws a screen ten times a
/// second, not a thousand.
const APART: Duration = Duration::from_millis(100);
/// With more ids than this all rows of the tags are meant, told by an empty list.
const IDS_AT_MOST: usize = 200;

/// Hands every change on to the window until the shop is closed.
pub(crate) fn forward(app: &AppHandle, mut changes: Receiver<Changed>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let mut next = Instant::now();
        loop {
            let told = match changes.recv().await {
                Ok(first) => gather(first, &mut changes, next).await,
                Err(RecvError::Lagged(_)) => None,
                Err(RecvError::Closed) => return,
            };
            next = Instant::now() + APART;
            let sent = match told {
                Some(changed) => app.emit_to(super::window::MAIN, CHANGED, changed),
                None => app.emit_to(super::window::MAIN, MISSED, ()),
            };
            if sent.is_err() {
                return;
            }
        }
    });
}

/// All changes from the first until `until`, as one; `None` when some were lost. A shop that closes
/// meanwhile is met again at the next look.
async fn gather(
    first: Changed,
    changes: &mut Receiver<Changed>,
    until: Instant,
) -> Option<Changed> {
    let mut all = first;
    loop {
        tokio::select! {
            // What has come by then belongs to this event.
            biased;
            more = changes.recv() => match more {
                Ok(more) => join(&mut all, more),
                Err(RecvError::Lagged(_)) => return None,
                Err(RecvError::Closed) => return Some(all),
            },
            () = sleep_until(until) => return Some(all),
        }
    }
}

/// Adds a later change: no row that either means may be missing from both.
fn join(all: &mut Changed, more: Changed) {
    all.seq = all.seq.max(more.seq);
    for tag in more.tags {
        if !all.tags.contains(&tag) {
            all.tags.push(tag);
        }
    }
    if all.ids.is_empty() || more.ids.is_empty() {
        all.ids.clear();
        return;
    }
    all.ids.extend(more.ids);
    all.ids.sort_unstable();
    all.ids.dedup();
    if all.ids.len() > IDS_AT_MOST {
        all.ids.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::{Changed, IDS_AT_MOST, gather, join};
    use serde_json::json;
    use std::time::Duration;
    use tokio::sync::broadcast;
    use tokio::time::Instant;

    fn changed(seq: i64, tags: &[&str], ids: &[i64]) -> Changed {
        serde_json::from_value(json!({"seq": seq, "tags": tags, "ids": ids})).expect("a change")
    }

    #[test]
    fn two_changes_are_told_as_one() {
        let mut all = changed(7, &["orders"], &[3, 1]);
        join(&mut all, changed(8, &["stock", "orders"], &[3, 2]));
        assert_eq!(all, changed(8, &["orders", "stock"], &[1, 2, 3]));
    }

    #[test]
    fn a_change_of_all_rows_stays_one_of_all_rows() {
        let mut all = changed(1, &["orders"], &[]);
        join(&mut all, changed(2, &["orders"], &[5]));
        assert_eq!(all.ids, [0_i64; 0]);
        let mut many = changed(1, &["orders"], &(1..=200).collect::<Vec<_>>());
        join(&mut many, changed(2, &["orders"], &[200]));
        assert_eq!(many.ids.len(), IDS_AT_MOST);
        join(&mut many, changed(3, &["orders"], &[201]));
        assert_eq!(many.ids, [0_i64; 0]);
    }

    #[tokio::test]
    async fn what_comes_in_time_is_gathered_and_what_is_lost_is_said() {
        let (tell, mut changes) = broadcast::channel(2);
        let soon = || Instant::now() + Duration::from_millis(20);
        tell.send(changed(2, &["orders"], &[2])).expect("heard");
        let one = gather(changed(1, &["orders"], &[1]), &mut changes, soon()).await;
        assert_eq!(one, Some(changed(2, &["orders"], &[1, 2])));
        for seq in 3..6 {
            tell.send(changed(seq, &["orders"], &[seq])).expect("heard");
        }
        assert_eq!(
            gather(changed(2, &["orders"], &[2]), &mut changes, soon()).await,
            None
        );
    }
}
