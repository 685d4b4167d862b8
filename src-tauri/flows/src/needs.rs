//! What needs a person and is about no order: a thing of the shop, a backup, the data themselves.

use crate::error::Result;
use domain::Sentence;
use store::row::{insert_all, save_all};
use store::rows::NeedRow;
use store::tables::orders;
use store::{Event, Tag, Write};

/// Opens an item of this kind about a thing, unless one is open: who reads it twice learns nothing
/// more. Answers whether it is new.
///
/// # Errors
/// The store's.
pub(crate) async fn open(
    w: &mut Write<'_>,
    kind: &'static str,
    thing: i64,
    sentence: &Sentence,
) -> Result<bool> {
    if orders::need_is_open(w.db(), kind, thing).await? {
        return Ok(false);
    }
    let row = NeedRow {
        id: w.id().await?,
        kind: kind.to_owned(),
        order_id: None,
        thing_id: Some(thing),
        sentence: serde_json::to_string(sentence).unwrap_or_default(),
        opened_at: w.now(),
        closed_at: None,
        closed_by: None,
    };
    insert_all(w.db(), &[row]).await?;
    w.journal(Event::new("need_opened").thing(thing).data(&kind));
    w.stale(&[Tag::Needs]);
    Ok(true)
}

/// Closes the open items of this kind about a thing: what they asked for was done.
///
/// # Errors
/// The store's.
pub(crate) async fn close(w: &mut Write<'_>, kind: &str, thing: i64) -> Result<()> {
    let (now, staff) = (w.now(), w.actor().staff.0);
    let mut needs = orders::open_needs_of_kind(w.db(), kind).await?;
    needs.retain(|need| need.thing_id == Some(thing));
    for need in &mut needs {
        need.closed_at = Some(now);
        need.closed_by = Some(staff);
    }
    save_all(w.db(), 1, &needs).await?;
    for need in &needs {
        let data = serde_json::json!({ "kind": kind });
        w.journal(Event::new("need_closed").thing(need.id).data(&data));
    }
    w.stale(&[Tag::Needs]);
    Ok(())
}
