//! What new orders are promised before their rows are written: each row is written once, with what it
//! holds. Reserving afterwards would read and write every line and every order a second time.

use super::book::Book;
use super::kits::Recipes;
use super::takes::Take;
use crate::error::Result;
use crate::orders::facts::{self, Facts};
use std::collections::{BTreeMap, BTreeSet};
use store::rows::{LinePartRow, LineRow};
use store::tables::stock::StockLine;
use store::{Db, Write};

/// The stock and the recipes that new orders are served from.
pub(crate) struct Promises {
    book: Book,
    recipes: Recipes,
}

impl Promises {
    /// Opens the book for some variants.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn open(db: &mut Db, mut variants: BTreeSet<i64>) -> Result<Self> {
        let recipes = Recipes::of(db, &variants).await?;
        variants.extend(recipes.parts());
        let variants: Vec<i64> = variants.into_iter().collect();
        Ok(Self {
            book: Book::open(db, &variants).await?,
            recipes,
        })
    }

    /// Takes the kits of a new order apart and reserves what its lines need, as [`super::reserve`] does
    /// for one that is here. Of one whose time has not come (`now` is false) only the kits are taken
    /// apart. Its lines have their ids. Answers the parts of its kits, to be written.
    pub(crate) fn serve(&mut self, lines: &mut [LineRow], now: bool) -> Vec<LinePartRow> {
        let ours = lines.iter().filter(|l| facts::ships(l));
        let mut wanted: Vec<StockLine> = ours.map(stock_line).collect();
        let parts = self.recipes.explode(&mut wanted).parts;
        let ids: Vec<i64> = wanted.iter().map(|l| l.id).collect();
        for line in wanted {
            let takes: Vec<Take> = match (line.kind.as_str(), line.variant_id) {
                ("kit", _) => {
                    let of_line = parts.iter().filter(|part| part.line_id == line.id);
                    of_line.map(Take::of).collect()
                }
                (_, Some(variant)) => vec![Take { variant, units: 1 }],
                (_, None) => Vec::new(),
            };
            self.book.lay_open(line, takes);
        }
        if now {
            self.book.reserve_together(&ids);
        }
        for line in lines {
            if let Some(served) = self.book.close(line.id) {
                line.kind = served.kind;
                line.grams = served.grams;
                line.reserved = served.reserved;
                line.backordered = served.backordered;
            }
        }
        parts
    }

    /// What the products that an order is short of say of it; they are among those the book was opened
    /// for.
    pub(crate) fn rules(&self, order: &Facts) -> BTreeMap<i64, i64> {
        let rule = |variant| Some((variant, self.book.rule(variant)?));
        order.short_products().filter_map(rule).collect()
    }

    /// Writes the reservations and the levels; the orders and their lines stand by now.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn save(self, w: &mut Write<'_>) -> Result<()> {
        self.book.save(w).await
    }
}

/// What stock asks of a line that is not written yet.
fn stock_line(l: &LineRow) -> StockLine {
    StockLine {
        id: l.id,
        order_id: l.order_id,
        position: l.position,
        kind: l.kind.clone(),
        by_shop: l.by_shop,
        variant_id: l.variant_id,
        sku: l.sku.clone(),
        ordered: l.ordered,
        cancelled: l.cancelled,
        reserved: l.reserved,
        backordered: l.backordered,
        picked: l.picked,
        packed: l.packed,
        shipped: l.shipped,
        grams: l.grams,
    }
}
