//! Erasing people: their rows, their pages, what the journal says of them, and then what the engine
//! itself still keeps.

use super::pages::{self, Pages};
use super::privacy;
use super::types::{CustomersErase, Erased};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::BulkRefusal;
use domain::Sentence;
use domain::id::OrderId;
use std::collections::BTreeSet;
use store::tables::erasure::{self, People};
use store::tables::{customers, orders};
use store::{Db, Event, Tag, Write};

/// What free text in an event's data is called. The rest are codes, numbers and names of the shop's own.
const FREE_TEXT: [&str; 3] = ["note", "reason", "why"];

/// Erases people for good, or says what that would do. Their orders stay, with goods, stock and money.
/// Nothing is done while one of their orders is still in work: then it needs its address.
///
/// # Errors
/// [`FlowError::NotFound`]; the store's. When only the last step failed (rewriting the file without what
/// was erased), a remark says so, and it is done by itself later.
pub async fn erase(desk: &Desk, ask: CustomersErase) -> Result<Erased> {
    let wanted: BTreeSet<i64> = ask.customers.iter().map(|c| c.0).collect();
    let wanted: Vec<i64> = wanted.into_iter().collect();
    let mut w = desk.write().await?;
    if wanted.is_empty() || customers::by_ids(w.db(), &wanted).await?.len() != wanted.len() {
        return Err(FlowError::NotFound("customer"));
    }
    let mut people = erasure::find(w.db(), &wanted).await?;
    let settled = privacy::read(w.db()).await?;
    let now = w.now();
    let pages = pages::look(w.db(), &people.orders, settled, now).await?;
    people.documents = pages.go.keys().copied().collect();
    let blocked = blocked(w.db(), &people, &pages).await?;
    let count = |n: usize| i64::try_from(n).unwrap_or(0);
    let mut erased = Erased {
        done: blocked.is_empty() && !ask.only_look,
        customers: count(people.customers.len()),
        orders: count(people.orders.len()),
        addresses: count(people.addresses.len()),
        pages: pages.count,
        kept: pages.kept.clone(),
        blocked,
        backups: count(store::copies(desk.store.place())),
        remarks: Vec::new(),
    };
    if !erased.done {
        w.rollback().await?;
        return Ok(erased);
    }
    write(&mut w, &people, &pages).await?;
    w.commit().await?;
    forget_traces(desk, &mut erased).await?;
    Ok(erased)
}

/// Empties everything of these people, in the caller's transaction.
pub(super) async fn write(w: &mut Write<'_>, people: &People, pages: &Pages) -> Result<()> {
    let now = w.now();
    pages::empty(w, pages).await?;
    let events = erasure::event_data(w.db(), &people.orders, &people.documents).await?;
    let events: Vec<(i64, String)> = events
        .into_iter()
        .filter_map(|(seq, data)| Some((seq, without_free_text(&data)?)))
        .collect();
    erasure::save_event_data(w.db(), &events).await?;
    erasure::blank(w.db(), people, now).await?;
    for order in &people.orders {
        w.journal(Event::new("person_erased").order(OrderId(*order)));
    }
    for customer in &people.customers {
        w.journal(Event::new("customer_erased").thing(*customer));
    }
    w.want_scrub().await?;
    w.stale(&[
        Tag::Customers,
        Tag::Orders,
        Tag::Shipments,
        Tag::Documents,
        Tag::Needs,
    ]);
    Ok(())
}

/// What comes after the commit: the list beside the database, then the engine's own traces.
async fn forget_traces(desk: &Desk, erased: &mut Erased) -> Result<()> {
    desk.store.bring_erased_together().await?;
    if desk.store.scrub().await.is_err() {
        erased.remarks.push(Sentence::new("erased-scrub-later"));
    }
    if erased.backups > 0 {
        erased
            .remarks
            .push(Sentence::new("erased-backups").with("count", erased.backups));
    }
    if !erased.kept.is_empty() {
        erased
            .remarks
            .push(Sentence::new("erased-kept").with("count", erased.kept.len()));
    }
    Ok(())
}

/// The orders that are in the way, each with what to do about it.
async fn blocked(db: &mut Db, people: &People, pages: &Pages) -> Result<Vec<BulkRefusal>> {
    let waiting: BTreeSet<i64> = erasure::waiting(db, &people.orders)
        .await?
        .into_iter()
        .collect();
    let mut found = Vec::new();
    for chunk in people.orders.chunks(2_000) {
        for row in orders::by_ids(db, chunk).await? {
            let id = if row.work == 1 {
                "erase-order-in-work"
            } else if waiting.contains(&row.id) {
                "erase-order-labelled"
            } else {
                continue;
            };
            found.push(BulkRefusal {
                order: OrderId(row.id),
                sentence: Sentence::new(id).with("number", row.number.as_str()),
                number: row.number,
            });
        }
    }
    for row in orders::by_ids(db, &pages.needed_by).await? {
        found.push(BulkRefusal {
            order: OrderId(row.id),
            sentence: Sentence::new("erase-page-shared").with("number", row.number.as_str()),
            number: row.number,
        });
    }
    Ok(found)
}

/// An event's data without what somebody typed; `None` when nobody typed anything.
fn without_free_text(data: &str) -> Option<String> {
    let mut values: serde_json::Map<String, serde_json::Value> = serde_json::from_str(data).ok()?;
    let mut changed = false;
    for name in FREE_TEXT {
        if let Some(value) = values.get_mut(name)
            && value.as_str().is_some_and(|text| !text.is_empty())
        {
            *value = serde_json::Value::String(String::new());
            changed = true;
        }
    }
    if changed {
        serde_json::to_string(&values).ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::without_free_text;

    #[test]
    fn what_somebody_typed_leaves_an_event() {
        assert_eq!(
            without_free_text(r#"{"kind":"manual","note":"Ann called"}"#).as_deref(),
            Some(r#"{"kind":"manual","note":""}"#)
        );
        assert_eq!(without_free_text(r#"{"kind":"manual","note":""}"#), None);
        assert_eq!(without_free_text(r#"{"parcel":"1-1"}"#), None);
        assert_eq!(without_free_text("\"backup_failed\""), None);
    }
}
