//! What the source says of the goods: units of an open order that it shipped itself.

use super::Merging;
use crate::import::known::Here;
use crate::import::new_order::shipped_word;
use crate::orders::facts;
use domain::Sentence;
use domain::order::HoldKind;
use domain::order::merge::Stage;
use domain::source::{SourceOrder, SourceShipped};

impl Merging<'_> {
    /// Units that the source shipped itself: they need nothing here any more. Whether they stood on our
    /// shelf, so that our stock falls, is the channel's answer; while nobody has said, it stays. What it says only
    /// because we told it, of a parcel that stands here again, it did not ship. Of the lines only the first
    /// `named` are the file's own.
    pub(super) fn goods(&mut self, source: &SourceOrder, here: &Here, named: usize) {
        if source.shipped != SourceShipped::Unknown {
            let said = shipped_word(source.shipped);
            said.clone_into(&mut self.update.after.order.source_shipped);
        }
        if self.history {
            return;
        }
        let ours = self.update.from_shelf == Some(true);
        let mut moved = 0;
        for (at, theirs) in source.lines.iter().take(named).enumerate() {
            let told = match source.shipped {
                SourceShipped::Yes => theirs.quantity - theirs.cancelled,
                SourceShipped::Partly | SourceShipped::No | SourceShipped::Unknown => {
                    theirs.shipped
                }
            };
            let i = self.pairs.get(at).copied().flatten();
            let line = i.and_then(|i| self.update.after.lines.get_mut(i));
            let Some(line) = line.filter(|l| facts::ships(l)) else {
                continue;
            };
            let our_word = here.told_and_back.get(&line.id).copied().unwrap_or(0);
            let mut q = facts::quantities(line);
            let did = q.ship_elsewhere((told - our_word).max(0), ours);
            if did.units == 0 {
                continue;
            }
            facts::set_quantities(line, &q);
            let (id, known) = (line.id, line.variant_id.is_some());
            if !ours {
                self.update.released.push((id, did.held));
            }
            if did.put_back > 0 {
                self.update.put_back.push((id, did.put_back));
            }
            self.update.elsewhere.push((id, did.units));
            self.update.shelf_units += if known { did.units } else { 0 };
            moved += did.units;
        }
        if moved == 0 {
            return;
        }
        self.changed("shipped", "", &moved.to_string());
        let before = self.update.after.order.shipped_at;
        // A second part that names the first one's day says nothing of when it left itself.
        self.update.left_at = source.shipped_at.filter(|t| before.is_none_or(|b| *t > b));
        if before.is_none() {
            self.update.after.order.shipped_at = source.shipped_at;
        }
        if self.stage == Stage::InHand || self.stage == Stage::Labelled {
            let id = if ours {
                "need-left-our-shelf"
            } else {
                "need-shipped-elsewhere"
            };
            let sentence = Sentence::new(id).with("units", moved);
            self.hold(HoldKind::Customer, sentence.clone());
            self.need("shipped_elsewhere", sentence);
        }
    }
}
