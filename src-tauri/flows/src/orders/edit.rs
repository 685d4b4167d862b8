//! Changing what paper and parcels need of an open order. What the source said stays known, so a
//! later file that repeats it does not undo the person's change.

use super::refresh::refresh;
use super::types::{FieldChange, OrderDetail, OrderEdit};
use super::{conflict, facts, on_paper, told};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::import::{SERVICE, address_of};
use domain::id::OrderId;
use domain::order::Life;
use domain::{Address, Refusal, Sentence, bounds, fold};
use store::row::{insert_all, save_all};
use store::tables::{orders, settings};
use store::{Event, Tag};

/// Changes fields of an open order. A change under a printed label or list is kept and holds the
/// order until a person has looked.
///
/// # Errors
/// [`FlowError::Stale`] when somebody changed it since; refused when it is not open; invalid for a service
/// that there is not and a day that none can mean ([`bounds::ship_by`]); the store's.
pub async fn edit(desk: &Desk, ask: OrderEdit) -> Result<OrderDetail> {
    let mut w = desk.write().await?;
    let id = ask.id.0;
    let facts = facts::load_one(w.db(), id).await?;
    if facts.order.version != ask.version {
        return Err(FlowError::Stale);
    }
    if facts.life() != Life::Open || facts.order.history == 1 {
        return Err(Refusal::new("not-ready-not-open").into());
    }
    let mut order = facts.order.clone();
    let mut changes: Vec<FieldChange> = Vec::new();
    let mut changed = |field: &str, before: &str, after: &str| {
        changes.push(FieldChange {
            field: field.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        });
    };
    if let Some(address) = &ask.ship_to {
        let old = match order.ship_to_id {
            Some(a) => orders::addresses(w.db(), &[a])
                .await?
                .pop()
                .map(|r| address_of(&r))
                .unwrap_or_default(),
            None => Address::default(),
        };
        if *address != old {
            let spelled = serde_json::to_string(&old).unwrap_or_default();
            orders::remember_before_edit(w.db(), id, "ship_to", &spelled).await?;
            let address_id = w.id().await?;
            let row = crate::import::address_row(address_id, order.customer_id, address);
            insert_all(w.db(), &[row]).await?;
            order.ship_to_id = Some(address_id);
            order.country.clone_from(&address.country);
            order.recipient_key = fold::fold(address.name.trim());
            let new = serde_json::to_string(address).unwrap_or_default();
            changed("ship_to", &spelled, &new);
            on_paper::settle_address_hold(&mut w, id, address).await?;
        }
    }
    macro_rules! text {
        ($field:ident) => {
            if let Some(text) = &ask.$field {
                if *text != order.$field {
                    orders::remember_before_edit(w.db(), id, stringify!($field), &order.$field)
                        .await?;
                    changed(stringify!($field), &order.$field, text);
                    order.$field.clone_from(text);
                }
            }
        };
    }
    text!(note);
    text!(gift_message);
    if let Some(gift) = ask.gift.filter(|g| i64::from(*g) != order.gift) {
        let word = if order.gift == 1 { "yes" } else { "no" };
        orders::remember_before_edit(w.db(), id, "gift", word).await?;
        order.gift = i64::from(gift);
        changed("gift", word, if gift { "yes" } else { "no" });
    }
    if let Some(service) = ask.service.filter(|s| Some(s.0) != order.service_id) {
        // Chosen for what the buyer wished then: another wish is another side of the same thing.
        orders::remember_before_edit(w.db(), id, SERVICE, &order.service_wish).await?;
        let names = settings::services(w.db()).await?;
        if !names.iter().any(|s| s.id == service.0 && s.active == 1) {
            return Err(invalid("service", Sentence::new("service-unknown")));
        }
        let name = |id: Option<i64>| {
            let found = names.iter().find(|s| Some(s.id) == id);
            found.map(|s| s.name.clone()).unwrap_or_default()
        };
        changed(SERVICE, &name(order.service_id), &name(Some(service.0)));
        order.service_id = Some(service.0);
    }
    if let Some(ship_by) = ask.ship_by.filter(|at| Some(*at) != order.ship_by) {
        bounds::ship_by(ship_by, w.now()).map_err(|sentence| invalid("ship_by", sentence))?;
        let theirs = order.ship_by.map(|at| at.to_string()).unwrap_or_default();
        orders::remember_before_edit(w.db(), id, "ship_by", &theirs).await?;
        order.ship_by = Some(ship_by);
        changed("ship_by", &theirs, &ship_by.to_string());
    }
    if changes.is_empty() {
        drop(w);
        return super::detail::after(desk, id).await;
    }
    save_all(w.db(), 1, &[order]).await?;
    let printed = changes
        .iter()
        .any(|c| conflict::ON_PAPER.contains(&c.field.as_str()));
    if printed {
        on_paper::hold_if_printed(&mut w, id).await?;
    }
    let event = Event::new("order_edited").order(OrderId(id));
    w.journal(told::changes(event, &changes, facts.order.customer_id));
    refresh(&mut w, &[id]).await?;
    w.stale(&[Tag::Orders, Tag::Shipments, Tag::Needs, Tag::Customers]);
    w.commit().await?;
    super::detail::after(desk, id).await
}

fn invalid(field: &'static str, sentence: Sentence) -> FlowError {
    FlowError::Invalid { field, sentence }
}
