//! What a source says of the fields of an order that paper, parcels and deadlines need, field by field.

use super::Merging;
use crate::import::known::{Here, Known};
use crate::import::new_order::hold_row;
use domain::order::HoldKind;
use domain::order::merge::Printed;
use domain::source::SourceOrder;
use domain::{Address, Millis, address_check, calendar, fold};

/// The field that remembers that a person chose the service here.
pub(crate) const SERVICE: &str = "service";

impl Merging<'_> {
    pub(super) fn fields(&mut self, source: &SourceOrder, here: &Here, known: &Known) {
        // Whoever was erased is nobody's business any more: nobody waits for these fields.
        if here.erased {
            return;
        }
        self.address(source, here);
        let order = here.facts.order.clone();
        if (source.told.note || !source.note.is_empty())
            && self.settle("note", Printed::Paper, &order.note, &source.note)
        {
            self.update.after.order.note.clone_from(&source.note);
        }
        let gift = |yes: bool| if yes { "yes" } else { "no" };
        let told_gift = source.told.gift || source.gift;
        let (ours, theirs) = (gift(order.gift == 1), gift(source.gift));
        if told_gift && self.settle("gift", Printed::Paper, ours, theirs) {
            self.update.after.order.gift = i64::from(source.gift);
        }
        let message = &source.gift_message;
        if told_gift && self.settle("gift_message", Printed::Paper, &order.gift_message, message) {
            self.update.after.order.gift_message.clone_from(message);
        }
        if source.told.service || !source.service.is_empty() {
            self.service(&order.service_wish, &source.service);
        }
        if source.told.ship_by || source.ship_by.is_some() {
            self.promise(source, here, known);
        }
    }

    fn address(&mut self, source: &SourceOrder, here: &Here) {
        let spelled = |a: &Address| serde_json::to_string(a).unwrap_or_default();
        let (ours, theirs) = (spelled(&here.ship_to), spelled(&source.ship_to));
        if source.ship_to.is_empty() || !self.settle("ship_to", Printed::Paper, &ours, &theirs) {
            return;
        }
        let to = &source.ship_to;
        self.update.ship_to = Some(to.clone());
        let order = &mut self.update.after.order;
        order.country.clone_from(&to.country);
        let name = [&to.name, &to.company]
            .into_iter()
            .find(|n| !n.trim().is_empty());
        if let Some(name) = name {
            order.recipient_key = fold::fold(name.trim());
        }
        if self.history {
            return;
        }
        // What the old address was held for says nothing of the new one.
        let now = self.now;
        for hold in &mut self.update.after.holds {
            if hold.released_at.is_none() && hold.kind == HoldKind::Address.word() {
                hold.released_at = Some(now);
                hold.released_by = Some(0);
            }
        }
        let ships = self.update.after.left() > 0;
        if let Some(finding) = address_check::check(to)
            .block
            .into_iter()
            .next()
            .filter(|_| ships)
        {
            self.update.remarks.push(finding.sentence.clone());
            let hold = hold_row(HoldKind::Address, &finding.sentence, now);
            self.update.after.holds.push(hold);
        }
    }

    /// The delivery that the buyer chose. A person cannot change it; who chose a service here chose it for
    /// what was wished then, so another wish is another side of the same thing.
    fn service(&mut self, ours: &str, theirs: &str) {
        let chosen =
            self.theirs.contains_key(SERVICE) && self.update.after.order.service_id.is_some();
        let last = self.theirs.get("service_wish").map_or(ours, String::as_str);
        let take = if chosen && !self.history && theirs != ours && theirs != last {
            self.differ("service_wish", ours, theirs);
            false
        } else {
            self.settle("service_wish", Printed::Label, ours, theirs)
        };
        if take {
            theirs.clone_into(&mut self.update.after.order.service_wish);
        }
    }

    fn promise(&mut self, source: &SourceOrder, here: &Here, known: &Known) {
        let order = &here.facts.order;
        let moment = |at: Option<Millis>| at.map(|t| t.to_string()).unwrap_or_default();
        let (ours, theirs) = (moment(order.promised_at), moment(source.ship_by));
        if !self.settle("promised_at", Printed::Nowhere, &ours, &theirs) {
            return;
        }
        self.update.after.order.promised_at = source.ship_by;
        if self.history {
            return;
        }
        let calendar = calendar::ship_by(order.placed_at, &known.calendar);
        let theirs = Some(source.ship_by.map_or(calendar, |t| t.min(calendar)));
        // What follows from the promise follows it, unless a person has set another day.
        let by_hand = self.theirs.contains_key("ship_by");
        let (ours, day) = (moment(order.ship_by), moment(theirs));
        if !by_hand || self.settle("ship_by", Printed::Nowhere, &ours, &day) {
            self.update.after.order.ship_by = theirs;
        }
    }
}
