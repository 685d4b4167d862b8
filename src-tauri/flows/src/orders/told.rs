//! What a timeline tells of a change: the value before it and the value after it, so that none is lost.

use super::detail::readable;
use super::types::FieldChange;
use domain::id::CustomerId;
use store::Event;

/// An event with its fields, and with what they were and are. The values may be a person's, and are kept
/// where an erasure finds them; without a customer only the fields are told.
pub(crate) fn changes(event: Event, changes: &[FieldChange], customer: Option<i64>) -> Event {
    let fields: Vec<&str> = changes.iter().map(|c| c.field.as_str()).collect();
    let event = event.data(&serde_json::json!({ "fields": fields }));
    values(event, changes, customer)
}

/// The same without its fields, for an event that names them itself.
pub(crate) fn values(mut event: Event, changes: &[FieldChange], customer: Option<i64>) -> Event {
    let Some(customer) = customer.map(CustomerId) else {
        return event;
    };
    let mut seen = std::collections::BTreeSet::new();
    for (at, change) in changes.iter().enumerate() {
        // One event has each field once: several new lines are told one by one.
        let field = if seen.insert(change.field.as_str()) {
            change.field.clone()
        } else {
            format!("{}:{at}", change.field)
        };
        event = event
            .person(
                customer,
                format!("{field}:before"),
                &readable(&change.field, &change.before),
            )
            .person(
                customer,
                format!("{field}:after"),
                &readable(&change.field, &change.after),
            );
    }
    event
}
