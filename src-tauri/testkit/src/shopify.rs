//! Order files as Shopify exports them, built order by order. The people in them are invented.

use std::collections::{BTreeMap, BTreeSet};

/// The header of a Shopify order export.
const HEADER: &str = "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References";

/// One order of the file. Amounts are in cents.
#[derive(Debug, Clone)]
pub struct Order {
    cells: BTreeMap<&'static str, String>,
    lines: Vec<(String, String, i64, i64)>,
    sent: BTreeSet<String>,
    shipping: i64,
    paid: bool,
}

impl Order {
    /// A paid order over nothing yet, to Ida Sommer in Berlin.
    #[must_use]
    pub fn new(number: u32) -> Self {
        let order = Self {
            cells: BTreeMap::new(),
            lines: Vec::new(),
            sent: BTreeSet::new(),
            shipping: 490,
            paid: true,
        };
        let id = 7_000_000 + u64::from(number);
        order
            .cell("Name", &format!("#{number}"))
            .cell("Id", &id.to_string())
            .cell("Email", &format!("buyer{number}@example.test"))
            .cell("Financial Status", "paid")
            .cell("Fulfillment Status", "unfulfilled")
            .cell("Currency", "EUR")
            .cell("Created at", "2026-11-22 18:05:00 +0100")
            .cell("Shipping Method", "Standard")
            .cell("Payment Method", "Shopify Payments")
            .cell("Source", "web")
            .to("Ida Sommer", "Lindenweg 7", "10969", "Berlin", "DE")
    }

    /// Sets a column by its header.
    ///
    /// # Panics
    /// When Shopify has no such column.
    #[must_use]
    pub fn cell(mut self, column: &'static str, value: &str) -> Self {
        assert!(HEADER.split(',').any(|c| c == column), "no column {column}");
        self.cells.insert(column, value.to_owned());
        self
    }

    /// Where it goes.
    #[must_use]
    pub fn to(self, name: &str, street: &str, zip: &str, city: &str, country: &str) -> Self {
        self.cell("Shipping Name", name)
            .cell("Shipping Street", street)
            .cell("Shipping Address1", street)
            .cell("Shipping Zip", zip)
            .cell("Shipping City", city)
            .cell("Shipping Country", country)
            .cell("Billing Name", name)
            .cell("Billing Street", street)
            .cell("Billing Address1", street)
            .cell("Billing Zip", zip)
            .cell("Billing City", city)
            .cell("Billing Country", country)
    }

    /// One more line: SKU, units, price of one in cents.
    #[must_use]
    pub fn line(mut self, sku: &str, units: i64, price: i64) -> Self {
        let title = format!("Thing {sku}");
        self.lines.push((sku.to_owned(), title, units, price));
        self
    }

    /// One more line under a title of its own: title, SKU, units, price of one in cents.
    #[must_use]
    pub fn named(mut self, title: &str, sku: &str, units: i64, price: i64) -> Self {
        self.lines
            .push((sku.to_owned(), title.to_owned(), units, price));
        self
    }

    /// The shop's other system has sent the line of this title, and no other.
    #[must_use]
    pub fn sent(mut self, title: &str) -> Self {
        self.sent.insert(title.to_owned());
        self.cell("Fulfillment Status", "partial")
    }

    /// Shipping in cents; 4.90 unless said.
    #[must_use]
    pub fn shipping(mut self, cents: i64) -> Self {
        self.shipping = cents;
        self
    }

    /// Not paid yet.
    #[must_use]
    pub fn unpaid(mut self) -> Self {
        self.paid = false;
        self.cell("Financial Status", "pending")
    }

    /// The shop's other system has sent it.
    #[must_use]
    pub fn fulfilled(self) -> Self {
        self.cell("Fulfillment Status", "fulfilled")
            .cell("Fulfilled at", "2026-11-22 19:00:00 +0100")
    }

    /// Cancelled there.
    #[must_use]
    pub fn cancelled(self) -> Self {
        self.cell("Cancelled at", "2026-11-22 20:00:00 +0100")
    }

    /// What the buyer owes in all, in cents.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.subtotal() + self.shipping
    }

    fn subtotal(&self) -> i64 {
        self.lines
            .iter()
            .map(|(_, _, units, price)| units * price)
            .sum()
    }

    fn rows(&self) -> Vec<BTreeMap<&'static str, String>> {
        let mut rows = Vec::new();
        for (at, (sku, title, units, price)) in self.lines.iter().enumerate() {
            let mut row = BTreeMap::new();
            if at == 0 {
                row.clone_from(&self.cells);
                row.insert("Subtotal", money(self.subtotal()));
                row.insert("Shipping", money(self.shipping));
                row.insert("Taxes", money(0));
                row.insert("Total", money(self.total()));
                row.insert("Discount Amount", money(0));
                row.entry("Refunded Amount").or_insert(money(0));
                row.insert(
                    "Outstanding Balance",
                    money(if self.paid { 0 } else { self.total() }),
                );
                if self.paid {
                    row.insert("Paid at", self.cells["Created at"].clone());
                }
            } else {
                for column in ["Name", "Email", "Created at"] {
                    row.insert(column, self.cells[column].clone());
                }
            }
            row.insert("Lineitem quantity", units.to_string());
            row.insert("Lineitem name", title.clone());
            row.insert("Lineitem price", money(*price));
            row.insert("Lineitem sku", sku.clone());
            row.insert("Lineitem requires shipping", "true".to_owned());
            row.insert("Lineitem taxable", "true".to_owned());
            row.insert(
                "Lineitem fulfillment status",
                if self.sent.is_empty() {
                    self.cells["Fulfillment Status"].clone()
                } else if self.sent.contains(title) {
                    "fulfilled".to_owned()
                } else {
                    "pending".to_owned()
                },
            );
            row.insert("Lineitem discount", money(0));
            rows.push(row);
        }
        rows
    }
}

fn money(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// The file of these orders.
#[must_use]
pub fn shopify_file(orders: &[Order]) -> String {
    let mut text = format!("{HEADER}\n");
    for row in orders.iter().flat_map(Order::rows) {
        let cells: Vec<String> = HEADER
            .split(',')
            .map(|column| row.get(column).map_or(String::new(), |value| quoted(value)))
            .collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

/// RFC 4180, section 2.
fn quoted(value: &str) -> String {
    if value.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_of_two_lines_is_two_rows() {
        let text = shopify_file(&[Order::new(1001)
            .to("O'Neil, \"Al\"", "Weg 1", "1", "Ulm", "DE")
            .line("MUG", 2, 990)
            .line("CUP", 1, 1_005)]);
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(rows.len(), 3);
        assert!(rows[1].starts_with("#1001,buyer1001@example.test,paid,"));
        // 2 × 9.90 + 10.05 = 29.85, with 4.90 shipping 34.75.
        assert!(rows[1].contains(",29.85,4.90,0.00,34.75,"));
        assert!(rows[1].contains("\"O'Neil, \"\"Al\"\"\""));
        assert!(rows[2].starts_with("#1001,buyer1001@example.test,,"));
        let cells = |row: &str| row.matches(',').count();
        assert_eq!(cells(rows[2]), cells(HEADER));
    }
}
