//! The rows that an import writes: in chunks, one bulk statement per table.

use super::new_order::NewOrder;
use crate::error::Result;
use crate::orders::facts::Facts;
use domain::{Address, fold};
use std::collections::BTreeMap;
use store::rows::{
    AddressRow, ConflictRow, CustomerRow, CustomerWordRow, OrderRow, ParcelRow, ShipmentLineRow,
    ShipmentRow,
};
use store::tables::{orders, ship};
use store::{Db, Engine, Ready, Write};

/// What an order was before an update, so that an undo can bring it back.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(crate) struct Before {
    pub(crate) order: OrderRow,
    pub(crate) lines: Vec<store::rows::LineRow>,
    pub(crate) charges: Vec<store::rows::ChargeRow>,
    pub(crate) payments: Vec<store::rows::PaymentRow>,
    pub(crate) credits: Vec<store::rows::CreditRow>,
    pub(crate) holds: Vec<store::rows::HoldRow>,
    pub(crate) needs: Vec<store::rows::NeedRow>,
    pub(crate) aside: Aside,
    /// What the update itself made beside them, and goes with it.
    #[serde(default)]
    pub(crate) caused: Caused,
}

/// What hangs on an order and the merge writes beside its facts.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
pub(crate) struct Aside {
    pub(crate) taxes: Vec<store::rows::TaxRow>,
    pub(crate) edits: Vec<store::rows::LocalEditRow>,
    /// What was still to be chosen.
    #[serde(default)]
    pub(crate) conflicts: Vec<ConflictRow>,
    /// Its buyer, where the update names them otherwise.
    #[serde(default)]
    pub(crate) buyer: Option<CustomerRow>,
    /// What the source had sent itself.
    pub(crate) shipments: Vec<ShipmentRow>,
    pub(crate) shipment_lines: Vec<ShipmentLineRow>,
    pub(crate) parcels: Vec<ParcelRow>,
}

impl Aside {
    /// Looks it up for some orders.
    pub(crate) async fn load(db: &mut Db, orders: &[i64]) -> Result<BTreeMap<i64, Self>> {
        let mut all: BTreeMap<i64, Self> = BTreeMap::new();
        for row in orders::taxes(db, orders).await? {
            all.entry(row.order_id).or_default().taxes.push(row);
        }
        for row in orders::local_edits(db, orders).await? {
            all.entry(row.order_id).or_default().edits.push(row);
        }
        for row in orders::conflicts(db, orders).await? {
            if row.settled_at.is_none() {
                let own = all.entry(row.order_id).or_default();
                own.conflicts.push(row);
            }
        }
        let mut of: BTreeMap<i64, i64> = BTreeMap::new();
        for row in ship::elsewhere(db, orders).await? {
            let Some(order) = row.order_id.filter(|_| row.elsewhere == 1) else {
                continue;
            };
            of.insert(row.id, order);
            all.entry(order).or_default().shipments.push(row);
        }
        let shipments: Vec<i64> = of.keys().copied().collect();
        for row in ship::shipment_lines(db, &shipments).await? {
            let own = all.entry(row.order_id).or_default();
            own.shipment_lines.push(row);
        }
        for row in ship::parcels_of(db, &shipments).await? {
            if let Some(order) = of.get(&row.shipment_id) {
                all.entry(*order).or_default().parcels.push(row);
            }
        }
        Ok(all)
    }
}

/// Rows that an update made of an order.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Caused {
    /// The shipment elsewhere, when it told of one.
    pub(crate) shipment: Option<i64>,
    /// Its holds.
    pub(crate) holds: Vec<i64>,
    /// What it said needs a person.
    pub(crate) needs: Vec<i64>,
    /// The address that it wrote.
    pub(crate) address: Option<i64>,
}

impl Before {
    pub(crate) fn of(facts: &Facts, aside: Aside, caused: Caused) -> Self {
        Self {
            aside,
            caused,
            holds: facts.holds.clone(),
            needs: facts.needs.clone(),
            order: facts.order.clone(),
            lines: facts.lines.clone(),
            charges: facts.charges.clone(),
            payments: facts.payments.clone(),
            credits: facts.credits.clone(),
        }
    }
}

/// The rows of a chunk of orders, one bulk statement per table.
#[derive(Default)]
pub(crate) struct ChunkRows {
    pub(crate) addresses: Vec<AddressRow>,
    pub(crate) orders: Vec<OrderRow>,
    pub(crate) lines: Vec<store::rows::LineRow>,
    pub(crate) line_parts: Vec<store::rows::LinePartRow>,
    pub(crate) charges: Vec<store::rows::ChargeRow>,
    pub(crate) credits: Vec<store::rows::CreditRow>,
    pub(crate) payments: Vec<store::rows::PaymentRow>,
    pub(crate) taxes: Vec<store::rows::TaxRow>,
    pub(crate) holds: Vec<store::rows::HoldRow>,
    pub(crate) needs: Vec<store::rows::NeedRow>,
    pub(crate) shipments: Vec<ShipmentRow>,
    pub(crate) shipment_lines: Vec<ShipmentLineRow>,
    pub(crate) parcels: Vec<ParcelRow>,
}

impl ChunkRows {
    /// With room for so many orders.
    pub(crate) fn for_orders(n: usize) -> Self {
        Self {
            addresses: Vec::with_capacity(n),
            orders: Vec::with_capacity(n),
            lines: Vec::with_capacity(n * 2),
            ..Self::default()
        }
    }

    /// Made ready for the engine, parents before what points at them.
    pub(crate) fn ready(&self, engine: Engine) -> store::Result<Vec<Ready>> {
        Ok(vec![
            Ready::of(engine, &self.addresses)?,
            Ready::of(engine, &self.orders)?,
            Ready::of(engine, &self.lines)?,
            Ready::of(engine, &self.line_parts)?,
            Ready::of(engine, &self.charges)?,
            Ready::of(engine, &self.credits)?,
            Ready::of(engine, &self.payments)?,
            Ready::of(engine, &self.taxes)?,
            Ready::of(engine, &self.holds)?,
            Ready::of(engine, &self.needs)?,
            Ready::of(engine, &self.shipments)?,
            Ready::of(engine, &self.shipment_lines)?,
            Ready::of(engine, &self.parcels)?,
        ])
    }

    pub(crate) async fn insert(self, w: &mut Write<'_>) -> Result<()> {
        for rows in self.ready(w.engine())? {
            rows.write(w.db()).await?;
        }
        Ok(())
    }
}

pub(crate) fn person(
    id: i64,
    new: &NewOrder,
    now: domain::Millis,
) -> (CustomerRow, Option<String>) {
    let buyer = &new.person;
    let name = [
        &buyer.name,
        &new.ship_to
            .as_ref()
            .map(|a| a.name.clone())
            .unwrap_or_default(),
    ]
    .into_iter()
    .find(|n| !n.trim().is_empty())
    .cloned()
    .unwrap_or_default();
    let row = CustomerRow {
        id,
        name,
        company: buyer.company.clone(),
        email: buyer.email.trim().to_owned(),
        email_key: fold::fold(buyer.email.trim()),
        phone: buyer.phone.clone(),
        tax_id: buyer.tax_id.clone(),
        note: String::new(),
        created_at: now,
        merged_into: None,
        version: 1,
    };
    (
        row,
        (!buyer.source_id.is_empty()).then(|| buyer.source_id.clone()),
    )
}

/// The words by whose beginning a customer is found.
pub(crate) fn words_of(row: &CustomerRow) -> Vec<CustomerWordRow> {
    fold::names(&[&row.name, &row.company])
        .into_iter()
        .map(|word| CustomerWordRow {
            word,
            customer_id: row.id,
        })
        .collect()
}

/// The row of an address.
pub(crate) fn address_row(id: i64, customer: Option<i64>, a: &Address) -> AddressRow {
    AddressRow {
        id,
        customer_id: customer,
        name: a.name.clone(),
        company: a.company.clone(),
        line1: a.line1.clone(),
        line2: a.line2.clone(),
        line3: a.line3.clone(),
        city: a.city.clone(),
        region: a.region.clone(),
        postcode: a.postcode.clone(),
        postcode_key: fold::key(&a.postcode),
        country: a.country.clone(),
        phone: a.phone.clone(),
    }
}

pub(crate) fn elsewhere_shipment(
    id: i64,
    order: i64,
    address: Option<i64>,
    made_at: domain::Millis,
    left: domain::Millis,
    arrived: bool,
    from_shelf: Option<bool>,
) -> ShipmentRow {
    ShipmentRow {
        id,
        order_id: Some(order),
        number: String::new(),
        state: "elsewhere".to_owned(),
        elsewhere: 1,
        from_shelf: from_shelf.map(i64::from),
        location_id: None,
        address_id: address,
        made_at,
        shipped_at: Some(left),
        delivered_at: arrived.then_some(left),
        version: 1,
    }
}

pub(crate) fn elsewhere_line(
    shipment_id: i64,
    line_id: i64,
    order_id: i64,
    quantity: i64,
) -> ShipmentLineRow {
    ShipmentLineRow {
        shipment_id,
        line_id,
        order_id,
        quantity,
        picked: quantity,
        packed: quantity,
        verified: 0,
    }
}

pub(crate) fn elsewhere_parcel(
    id: i64,
    shipment: i64,
    at: usize,
    tracking: &str,
    left: domain::Millis,
    arrived: bool,
) -> ParcelRow {
    ParcelRow {
        id,
        shipment_id: shipment,
        number: format!("{}", at + 1),
        direction: "out".to_owned(),
        state: if arrived { "delivered" } else { "handed_over" }.to_owned(),
        carrier: String::new(),
        service_id: None,
        address_id: None,
        tracking: tracking.to_owned(),
        tracking_key: fold::key(tracking),
        grams: None,
        length_mm: None,
        width_mm: None,
        height_mm: None,
        made_at: left,
        labelled_at: None,
        hand_over_id: None,
        handed_over_at: Some(left),
        delivered_at: arrived.then_some(left),
        assumed: i64::from(arrived),
        expected_at: None,
        version: 1,
    }
}
