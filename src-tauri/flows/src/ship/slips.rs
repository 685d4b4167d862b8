//! Packing slips.

mod amounts;
pub(crate) mod outdated;
mod packs;

use super::document;
use super::paper_words::Speaker;
use super::sender;
use super::types::{SlipNotice, SlipsMade, SlipsMake};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::orders::facts::{self, Facts};
use crate::orders::list::currency;
use crate::orders::on_paper;
use crate::orders::refresh::refresh;
use crate::orders::types::BulkRefusal;
use crate::shop::types::ShopSettings;
use crate::stock::takes::{self, Take};
use domain::id::{DocumentId, OrderId};
use domain::{Address, Refusal, Sentence};
use packs::Pack;
use paper::{SlipInput, SlipLine};
use std::collections::{BTreeMap, BTreeSet};
use store::row::insert_all;
use store::rows::{DocumentOrderRow, LineRow};
use store::tables::stock;
use store::{Db, Event, Tag};

/// Makes one PDF with a packing slip for each parcel of each order.
///
/// # Errors
/// Refused when no slip can be made; the store's.
pub async fn make(desk: &Desk, ask: SlipsMake) -> Result<SlipsMade> {
    let mut w = desk.write().await?;
    let (settings, _) = desk::settings(w.db()).await?;
    if let Some(sentence) = sender::missing_on_slips(&settings) {
        return Err(Refusal(sentence).into());
    }
    let speaker = Speaker::new(&settings);
    let ids: Vec<i64> = ask.orders.iter().map(|o| o.0).collect();
    let orders = facts::load(w.db(), &ids).await?;
    let addresses = outdated::addresses(w.db(), &orders).await?;
    let contents = Contents::read(w.db(), &orders).await?;
    let mut packs = packs::of_orders(w.db(), &orders).await?;
    let mut made = SlipsMade {
        document: None,
        pages: 0,
        notices: Vec::new(),
        refused: Vec::new(),
    };
    made.refused = unknown(&ids, &orders, "slip-no-order");
    let mut all: Option<paper::Document> = None;
    let mut of = Vec::new();
    for (facts, to) in orders.iter().zip(&addresses) {
        for pack in packs.remove(&facts.order.id).unwrap_or_default() {
            let shop = (&settings, &contents);
            let input = slip(facts, &pack, to.clone(), shop, &speaker, w.now());
            match paper::packing_slip(&input) {
                Ok(slip) => {
                    made.notices
                        .extend(slip.notices.iter().map(|notice| SlipNotice {
                            order: OrderId(facts.order.id),
                            number: facts.order.number.clone(),
                            sentence: notice.sentence(),
                        }));
                    let first = all.as_ref().map_or(0, |d| d.pages.len());
                    for at in 0..slip.pages.len() {
                        of.push((i64::try_from(first + at).unwrap_or(0) + 1, facts.order.id));
                    }
                    match &mut all {
                        Some(document) => document.pages.extend(slip.pages),
                        None => all = Some(slip),
                    }
                }
                Err(error) => {
                    made.refused.push(BulkRefusal {
                        order: OrderId(facts.order.id),
                        number: facts.order.number.clone(),
                        sentence: first_block(&error),
                    });
                    // Its other parcels would be refused for the same letter.
                    break;
                }
            }
        }
    }
    let Some(mut document) = all else {
        if made.refused.is_empty() {
            return Err(Refusal::new("slip-no-order").into());
        }
        return Ok(made);
    };
    document.title = speaker.word("paper-word-packing-slip");
    let title = format!("slips-{}.pdf", domain::time::utc_stamp(w.now()));
    let kept = document::keep(&mut w, "slip", title, &document).await?;
    made.document = Some(DocumentId(kept.id));
    made.pages = kept.pages;
    let told: BTreeMap<i64, String> = orders
        .iter()
        .zip(&addresses)
        .map(|(facts, to)| (facts.order.id, outdated::told(facts, to)))
        .collect();
    let pages: Vec<DocumentOrderRow> = of
        .iter()
        .map(|(page, order)| DocumentOrderRow {
            document_id: kept.id,
            page: *page,
            order_id: *order,
            told: told.get(order).cloned().unwrap_or_default(),
        })
        .collect();
    insert_all(w.db(), &pages).await?;
    let mut released = Vec::new();
    for order in of.iter().map(|(_, order)| order).collect::<BTreeSet<_>>() {
        w.journal(
            Event::new("slip_made")
                .order(OrderId(*order))
                .thing(kept.id),
        );
        if on_paper::slip_is_new(&mut w, *order).await? {
            released.push(*order);
        }
    }
    w.stale(&[Tag::Documents]);
    if !released.is_empty() {
        refresh(&mut w, &released).await?;
        w.stale(&[Tag::Orders, Tag::Shipments, Tag::Needs]);
    }
    w.commit().await?;
    Ok(made)
}

/// Ids that no order has: named as they were asked for, as nobody knows their numbers.
pub(super) fn unknown(asked: &[i64], known: &[Facts], sentence: &str) -> Vec<BulkRefusal> {
    let known: BTreeSet<i64> = known.iter().map(|f| f.order.id).collect();
    let asked: BTreeSet<i64> = asked.iter().copied().collect();
    asked
        .difference(&known)
        .map(|id| BulkRefusal {
            order: OrderId(*id),
            number: format!("id:{id}"),
            sentence: Sentence::new(sentence),
        })
        .collect()
}

/// What kits are made of, to be named under them.
struct Contents {
    takes: BTreeMap<i64, Vec<Take>>,
    names: BTreeMap<i64, String>,
}

impl Contents {
    async fn read(db: &mut Db, orders: &[Facts]) -> Result<Self> {
        let kits = orders
            .iter()
            .flat_map(|f| &f.lines)
            .filter(|l| l.kind == "kit");
        let takes = takes::of_rows(db, kits).await?;
        let ids: Vec<i64> = takes.values().flatten().map(|t| t.variant).collect();
        let names = stock::variants(db, &ids)
            .await?
            .into_iter()
            .map(|v| {
                let name = match v.options.as_str() {
                    "" => v.title,
                    options => format!("{} ({options})", v.title),
                };
                (v.id, name)
            })
            .collect();
        Ok(Self { takes, names })
    }

    /// `2 × Mug, 1 × Tea`: what is in one kit.
    fn of(&self, line: &LineRow) -> String {
        let takes = self.takes.get(&line.id).map_or(&[][..], Vec::as_slice);
        takes
            .iter()
            .filter_map(|t| Some(format!("{} × {}", t.units, self.names.get(&t.variant)?)))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The first letter that cannot be printed says more than "it cannot be printed".
pub(crate) fn first_block(error: &paper::PaperError) -> Sentence {
    match error {
        paper::PaperError::Blocked(blocks) => blocks
            .first()
            .map_or_else(|| error.sentence(), paper::Block::sentence),
        paper::PaperError::Empty | paper::PaperError::Logo(_) | paper::PaperError::Broken(_) => {
            error.sentence()
        }
    }
}

fn slip(
    facts: &Facts,
    pack: &Pack,
    to: Address,
    (settings, contents): (&ShopSettings, &Contents),
    speaker: &Speaker,
    now: domain::Millis,
) -> SlipInput {
    let order = &facts.order;
    let money = currency(&order.currency);
    let lines: Vec<SlipLine> = facts
        .lines
        .iter()
        .filter_map(|l| Some((l, *pack.units.get(&l.id)?)))
        .map(|(l, quantity)| SlipLine {
            quantity,
            sku: l.sku.clone(),
            name: l.title.clone(),
            options: [
                l.options.as_str(),
                l.personalisation.as_str(),
                contents.of(l).as_str(),
            ]
            .into_iter()
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
            price: l
                .unit_price
                .map(|p| speaker.money(p, money))
                .unwrap_or_default(),
            // A parcel's share of discounts and tax is nobody's figure: only the whole line has an amount.
            amount: l
                .unit_price
                .filter(|_| quantity == l.ordered - l.cancelled)
                .map(|_| speaker.money(amounts::of_line(l), money))
                .unwrap_or_default(),
        })
        .collect();
    let pieces: i64 = lines.iter().map(|l| l.quantity).sum();
    let mut totals = Vec::new();
    if let Some(sums) = amounts::totals(facts).filter(|_| pack.whole) {
        totals.push((
            speaker.word("paper-word-subtotal"),
            speaker.money(sums.subtotal, money),
        ));
        for (kind, amount) in sums.charges {
            let name = speaker.word(&format!("charge-{}", kind.replace('_', "-")));
            totals.push((name, speaker.money(amount, money)));
        }
        totals.push((
            speaker.word("paper-word-total"),
            speaker.money(sums.total, money),
        ));
    }
    SlipInput {
        paper: speaker.paper,
        dpi: speaker.dpi,
        sender: settings.sender.clone(),
        logo: speaker.logo.clone(),
        country: speaker.country(&to.country),
        to,
        order: order.number.clone(),
        date: speaker.day(order.placed_at),
        parcel: match pack.nth {
            Some((number, count)) => speaker.say(
                &Sentence::new("paper-word-parcel")
                    .with("number", number)
                    .with("count", count),
            ),
            None => String::new(),
        },
        lines,
        pieces: speaker.say(&Sentence::new("paper-word-pieces").with("count", pieces)),
        totals,
        gift: order.gift == 1,
        gift_message: order.gift_message.clone(),
        notes: order.note.clone(),
        returns: settings.slip_note.clone(),
        words: speaker.slip(),
        at: now,
    }
}
