//! Files that tell a marketplace what has left, in the form that it takes.
//!
//! None of these was tried with a live account; each is written after the page named beside it.

use crate::export::{self, Cell};
use chrono::NaiveDate;

/// Units of one line that left in one parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShippedRow {
    /// The channel's id of the order.
    pub order_id: String,
    /// The channel's id of the line, or empty for the whole order.
    pub line_id: String,
    /// SKU, or empty for the whole order.
    pub sku: String,
    /// Units in this parcel; `None` for the whole order.
    pub quantity: Option<i64>,
    /// The carrier's name: `DHL`, `USPS`.
    pub carrier: String,
    /// The carrier's service, or empty.
    pub service: String,
    /// Tracking number, or empty.
    pub tracking: String,
    /// The day on which it left, in the shop's zone.
    pub shipped_on: NaiveDate,
    /// Whether the order is complete with this parcel.
    pub completes_order: bool,
}

/// The form of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upload {
    /// [`amazon`].
    Amazon,
    /// [`ebay`].
    Ebay,
    /// [`woocommerce`].
    Woocommerce,
}

/// The first of a row's ids that cannot stand in an upload as it is. A machine needs each letter of an id,
/// so nothing is taken from it and nothing put before it; and whoever looks at the file first in a
/// spreadsheet must not run it. Such a row is left out and named, and its parcel is told of by hand.
#[must_use]
pub fn cannot_stand(row: &ShippedRow, form: Upload) -> Option<&str> {
    let of_line = match form {
        Upload::Amazon | Upload::Ebay => &row.line_id,
        Upload::Woocommerce => &row.sku,
    };
    [&row.order_id, of_line, &row.tracking]
        .into_iter()
        .find(|id| bare(id.as_str()) != **id)
        .map(String::as_str)
}

/// Amazon's "Shipping Confirmation" flat file: tab-separated, no quoting.
/// Source: Seller Central, "Shipping Confirmation template", field list (order-id, order-item-id,
/// quantity, ship-date as yyyy-mm-dd, carrier-code, carrier-name only when the code is `Other`,
/// tracking-number, ship-method).
#[must_use]
pub fn amazon(rows: &[ShippedRow]) -> Vec<u8> {
    let mut file = String::from(
        "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\t\
         tracking-number\tship-method\r\n",
    );
    for row in rows {
        let code = AMAZON_CARRIERS
            .iter()
            .find(|code| code.eq_ignore_ascii_case(row.carrier.trim()));
        let (code, name) = match code {
            Some(code) => (*code, ""),
            None => ("Other", row.carrier.trim()),
        };
        let quantity = row
            .quantity
            .map(|quantity| quantity.to_string())
            .unwrap_or_default();
        let date = row.shipped_on.format("%Y-%m-%d").to_string();
        let cells = [
            &row.order_id,
            &row.line_id,
            &quantity,
            &date,
            code,
            name,
            &row.tracking,
            &row.service,
        ];
        let cells: Vec<String> = cells.iter().copied().map(bare).collect();
        file.push_str(&cells.join("\t"));
        file.push_str("\r\n");
    }
    file.into_bytes()
}

/// Carrier codes that Amazon's field list names.
const AMAZON_CARRIERS: &[&str] = &[
    "Blue Package",
    "USPS",
    "UPS",
    "UPSMI",
    "FedEx",
    "DHL",
    "DHL Global Mail",
    "Fastway",
    "UPS Mail Innovations",
    "Lasership",
    "Royal Mail",
    "FedEx SmartPost",
    "OSM",
    "OnTrac",
    "Streamlite",
    "Newgistics",
    "Canada Post",
    "City Link",
    "GLS",
    "GO!",
    "Hermes Logistik Gruppe",
    "Parcelforce",
    "TNT",
    "Target",
    "SagawaExpress",
    "NipponExpress",
    "YamatoTransport",
    "Ninjavan",
    "Qxpress",
    "Singapore Post",
    "4PX",
    "Yanwen",
    "Aramex",
    "China Post",
    "DHL eCommerce",
    "SF Express",
];

/// eBay's order fulfillment feed, one row a parcel.
/// Source: eBay "Merchant Integration Platform, order fulfillment feed definitions" (Order ID,
/// Line Item ID, Logistics Status, Shipment Carrier, Shipment Tracking; a further parcel of the
/// same line is a further row).
#[must_use]
pub fn ebay(rows: &[ShippedRow]) -> Vec<u8> {
    let header = [
        "Order ID",
        "Line Item ID",
        "Logistics Status",
        "Shipment Carrier",
        "Shipment Tracking",
    ];
    upload(
        &header,
        rows.iter().map(|row| {
            // Carrier and number are only taken together.
            let carrier = if row.tracking.is_empty() {
                ""
            } else {
                row.carrier.as_str()
            };
            [
                &row.order_id,
                &row.line_id,
                "SHIPPED",
                carrier,
                &row.tracking,
            ]
            .map(bare)
            .to_vec()
        }),
    )
}

/// WooCommerce, for the CSV import of Advanced Shipment Tracking.
/// Source: zorem, "CSV Import" (order_id, tracking_provider, tracking_number, date_shipped as
/// DD-MM-YYYY, status_shipped 1 shipped or 2 partially, sku and qty for tracking per item).
#[must_use]
pub fn woocommerce(rows: &[ShippedRow]) -> Vec<u8> {
    let header = [
        "order_id",
        "tracking_provider",
        "tracking_number",
        "date_shipped",
        "status_shipped",
        "sku",
        "qty",
    ];
    upload(
        &header,
        rows.iter().map(|row| {
            let date = row.shipped_on.format("%d-%m-%Y").to_string();
            let status = if row.completes_order { "1" } else { "2" };
            let quantity = row
                .quantity
                .map(|quantity| quantity.to_string())
                .unwrap_or_default();
            [
                &row.order_id,
                &row.carrier,
                &row.tracking,
                &date,
                status,
                &row.sku,
                &quantity,
            ]
            .map(bare)
            .to_vec()
        }),
    )
}

/// A plain table for people and other programs; made inert, as spreadsheets open it.
#[must_use]
pub fn plain(rows: &[ShippedRow]) -> Vec<u8> {
    let header = [
        "order",
        "line",
        "sku",
        "quantity",
        "shipped on",
        "carrier",
        "service",
        "tracking number",
        "order complete",
    ];
    export::csv(
        &header,
        rows.iter().map(|row| {
            vec![
                row.order_id.as_str().into(),
                row.line_id.as_str().into(),
                row.sku.as_str().into(),
                row.quantity.map_or(Cell::Empty, Cell::Count),
                Cell::Text(row.shipped_on.format("%Y-%m-%d").to_string()),
                row.carrier.as_str().into(),
                row.service.as_str().into(),
                row.tracking.as_str().into(),
                if row.completes_order { "yes" } else { "no" }.into(),
            ]
        }),
    )
}

/// A file for a machine: no byte order mark, every cell quoted.
fn upload(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut file = Vec::new();
    export::push_row(
        &mut file,
        b',',
        header.iter().map(|name| (*name).to_owned()),
    );
    for row in rows {
        export::push_row(&mut file, b',', row.into_iter());
    }
    file
}

/// A name for a machine that takes no apostrophes (ids are not changed: [`cannot_stand`]): line ends and tabs become blanks, and the
/// characters that would run in a spreadsheet are dropped from its start.
fn bare(value: &(impl AsRef<str> + ?Sized)) -> String {
    let flat: String = value
        .as_ref()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let mut rest = flat.trim();
    while export::is_active(rest) {
        let mut chars = rest.chars();
        chars.next();
        rest = chars.as_str().trim_start();
    }
    rest.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<ShippedRow> {
        let row = ShippedRow {
            order_id: "113-4500087-1234501".into(),
            line_id: "523360000000402".into(),
            sku: "SKU-1".into(),
            quantity: Some(1),
            carrier: "usps".into(),
            service: "Ground\tAdvantage".into(),
            tracking: "9400100208303109505657".into(),
            shipped_on: NaiveDate::from_ymd_opt(2026, 8, 2).unwrap(),
            completes_order: false,
        };
        let own = ShippedRow {
            line_id: "523360000000403".into(),
            sku: "SKU-2".into(),
            quantity: Some(2),
            carrier: "Our bike".into(),
            service: String::new(),
            tracking: String::new(),
            completes_order: true,
            ..row.clone()
        };
        vec![row, own]
    }

    fn text(file: Vec<u8>) -> String {
        String::from_utf8(file).unwrap()
    }

    #[test]
    fn amazon_takes_known_codes_and_names_others() {
        assert_eq!(
            text(amazon(&rows())),
            "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method\r\n\
             113-4500087-1234501\t523360000000402\t1\t2026-08-02\tUSPS\t\t9400100208303109505657\tGround Advantage\r\n\
             113-4500087-1234501\t523360000000403\t2\t2026-08-02\tOther\tOur bike\t\t\r\n"
        );
    }

    #[test]
    fn ebay_and_woocommerce_have_one_row_a_parcel_line() {
        assert_eq!(
            text(ebay(&rows())),
            "\"Order ID\",\"Line Item ID\",\"Logistics Status\",\"Shipment Carrier\",\"Shipment Tracking\"\r\n\
             \"113-4500087-1234501\",\"523360000000402\",\"SHIPPED\",\"usps\",\"9400100208303109505657\"\r\n\
             \"113-4500087-1234501\",\"523360000000403\",\"SHIPPED\",\"\",\"\"\r\n"
        );
        assert_eq!(
            text(woocommerce(&rows())),
            "\"order_id\",\"tracking_provider\",\"tracking_number\",\"date_shipped\",\"status_shipped\",\"sku\",\"qty\"\r\n\
             \"113-4500087-1234501\",\"usps\",\"9400100208303109505657\",\"02-08-2026\",\"2\",\"SKU-1\",\"1\"\r\n\
             \"113-4500087-1234501\",\"Our bike\",\"\",\"02-08-2026\",\"1\",\"SKU-2\",\"2\"\r\n"
        );
    }

    #[test]
    fn the_plain_file_is_inert() {
        let mut rows = rows();
        rows[1].sku = "=SKU-2".to_owned();
        assert!(text(plain(&rows)).contains("\"'=SKU-2\""));
    }

    #[test]
    fn an_id_stands_as_it_is_or_not_at_all() {
        let forms = [Upload::Amazon, Upload::Ebay, Upload::Woocommerce];
        for form in forms {
            assert_eq!(cannot_stand(&rows()[0], form), None);
        }
        for wrong in ["=1+1", "+49", "-7", "@x", " 1", "1\t2"] {
            let [mut number, mut sku] = [rows().remove(0), rows().remove(0)];
            number.order_id = wrong.to_owned();
            sku.sku = wrong.to_owned();
            for form in forms {
                assert_eq!(cannot_stand(&number, form), Some(wrong));
                let named = (form == Upload::Woocommerce).then_some(wrong);
                assert_eq!(
                    cannot_stand(&sku, form),
                    named,
                    "a SKU stands in one form alone"
                );
            }
        }
    }
}
