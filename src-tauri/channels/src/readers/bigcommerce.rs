//! BigCommerce: one row an order; all its lines stand in the cell `Product Details`, parted by
//! `|`, each a list of `Name: value`.

use super::{Format, Platform};
use crate::draft::{At, Draft};
use crate::field::Field as F;
use crate::plan::Habits;
use crate::status::StatusWord;
use crate::values::number::{self, DecimalMark};
use domain::source::{LineKind, Severity, SourceLine, SourceOrder};

pub(super) static PLATFORM: Platform = Platform {
    format: Format::Bigcommerce,
    columns: &[
        ("order id", F::OrderId),
        ("customer id", F::BuyerId),
        ("customer name", F::BuyerName),
        ("customer email", F::BuyerEmail),
        ("customer phone", F::BuyerPhone),
        ("order date", F::PlacedAt),
        ("order status", F::OrderStatus),
        ("tax total", F::Tax),
        ("shipping cost (inc tax)", F::Shipping),
        ("ship method", F::Service),
        ("handling cost (inc tax)", F::Fee),
        ("order total (inc tax)", F::Total),
        ("payment method", F::PaymentMethod),
        ("date shipped", F::ShippedAt),
        ("order currency code", F::Currency),
        ("order notes", F::Keep),
        ("customer message", F::Note),
        ("billing first name", F::BillFirstName),
        ("billing last name", F::BillLastName),
        ("billing company", F::BillCompany),
        ("billing street 1", F::BillLine1),
        ("billing street 2", F::BillLine2),
        ("billing suburb", F::BillCity),
        ("billing state", F::BillRegion),
        ("billing zip", F::BillPostcode),
        ("billing country", F::BillCountry),
        ("billing phone", F::BillPhone),
        ("billing purchase order #", F::Keep),
        ("shipping first name", F::ShipFirstName),
        ("shipping last name", F::ShipLastName),
        ("shipping company", F::ShipCompany),
        ("shipping street 1", F::ShipLine1),
        ("shipping street 2", F::ShipLine2),
        ("shipping suburb", F::ShipCity),
        ("shipping state", F::ShipRegion),
        ("shipping zip", F::ShipPostcode),
        ("shipping country", F::ShipCountry),
        ("shipping phone", F::ShipPhone),
        ("product details", F::Products),
    ],
    required: &[
        &["order id"],
        &["order status"],
        &["order date"],
        &["order total (inc tax)"],
        &["product details"],
    ],
    // The export template chooses the date's form; the cells tell it.
    habits: Habits {
        decimal_mark: Some(DecimalMark::Point),
        day_order: None,
        to_channel: false,
    },
    words: &[
        ("pending", StatusWord::PaymentPending),
        ("incomplete", StatusWord::Unpaid),
        ("shipped", StatusWord::Complete),
        ("disputed", StatusWord::Nothing),
    ],
    assemble,
};

fn assemble(draft: &mut Draft<'_>) -> SourceOrder {
    let mut order = draft.head();
    if let Some(at) = draft.find(F::Products) {
        for item in items(at.cell) {
            line(draft, &at, item, &mut order);
        }
    }
    draft.money_of_order(&mut order);
    draft.progress(&mut order);
    draft.payments(&mut order);
    order
}

/// The parts of a line in the order in which they are written.
const PARTS: [&str; 8] = [
    "Product ID: ",
    ", Product Qty: ",
    ", Product SKU: ",
    ", Product Name: ",
    ", Product Weight: ",
    ", Product Variation Details: ",
    ", Product Unit Price: ",
    ", Product Total Price: ",
];

/// A name may hold commas and pipes; a line begins only where its first part is named.
fn items(cell: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut rest = cell.trim();
    while let Some(at) = rest.get(1..).and_then(|tail| tail.find("|Product ID:")) {
        let (item, tail) = rest.split_at(at + 1);
        items.push(item);
        rest = tail.get(1..).unwrap_or_default();
    }
    items.push(rest);
    items
}

/// The value of each part, or nothing where a part is missing.
fn parts(item: &str) -> Option<[&str; 8]> {
    let mut values = [""; 8];
    let mut rest = item;
    for (at, name) in PARTS.iter().enumerate() {
        // A value may be empty: ", Product SKU: , Product Name: x".
        let name = if rest.contains(name) {
            name
        } else {
            name.trim_end()
        };
        let (value, after) = rest.split_once(name)?;
        if let Some(before) = at.checked_sub(1).and_then(|before| values.get_mut(before)) {
            *before = value.trim();
        }
        rest = after;
    }
    if let Some(last) = values.last_mut() {
        *last = rest.trim();
    }
    Some(values)
}

fn line<'d>(draft: &mut Draft<'d>, at: &At<'d>, item: &'d str, order: &mut SourceOrder) {
    let Some([_id, quantity, sku, name, _weight, options, unit, total]) = parts(item) else {
        draft.note(
            Severity::Refused,
            &at.part(item),
            "import-products-cell-unreadable",
        );
        return;
    };
    let counted = number::parse(quantity, Some(DecimalMark::Point)).ok();
    let quantity = counted
        .and_then(|number| number.value.whole())
        .filter(|n| (1..=1_000_000).contains(n));
    let Some(quantity) = quantity else {
        draft.note(
            Severity::Refused,
            &at.part(item),
            "import-products-cell-unreadable",
        );
        return;
    };
    let mut line = SourceLine {
        source_id: String::new(),
        kind: LineKind::Goods,
        sku: draft.read_text(&at.part(sku)).into_owned(),
        title: draft.read_text(&at.part(name)).into_owned(),
        options: draft.read_text(&at.part(options)).into_owned(),
        personalisation: String::new(),
        quantity,
        shipped: 0,
        cancelled: 0,
        unit_price: None,
        discount: 0,
        tax: None,
        // The export does not say in which unit the shop keeps its weights.
        grams: None,
        barcode: String::new(),
        by_shop: true,
        row: at.row,
    };
    if unit.is_empty() {
        if let Some(total) = draft.read_money(&at.part(total)) {
            crate::usual::share_out(total, &mut line, order);
        }
    } else {
        line.unit_price = draft.read_money(&at.part(unit));
    }
    order.lines.push(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_hold_commas_and_pipes() {
        let cell = "Product ID: 1, Product Qty: 1, Product SKU: A|B, Product Name: Mug | big, blue, \
                    Product Weight: 1.0, Product Variation Details: , Product Unit Price: 2.00, \
                    Product Total Price: 2.00|Product ID: 2, Product Qty: 3, Product SKU: , \
                    Product Name: Card, Product Weight: , Product Variation Details: Size: A5, \
                    Product Unit Price: 1.00, Product Total Price: 3.00";
        let items = items(cell);
        assert_eq!(items.len(), 2);
        assert_eq!(parts(items[0]).unwrap()[2..4], ["A|B", "Mug | big, blue"]);
        assert_eq!(
            parts(items[1]).unwrap(),
            ["2", "3", "", "Card", "", "Size: A5", "1.00", "3.00"]
        );
        assert_eq!(parts("two mugs"), None);
    }
}
