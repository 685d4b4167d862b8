//! Lists of orders: windows, counts, search.

use super::types::{
    Hit, Nothing, OrderFilter, OrderListRow, OrderSort, OrdersList, OrdersPage, Search, ViewCount,
};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use domain::id::OrderId;
use domain::order::{Fulfilment, Life, PaymentStatus, View};
use domain::{Currency, Sentence, barcode, fold, sku};
use std::collections::{BTreeMap, HashSet};
use store::tables::order_lists::{self, Ask, Bind, Condition, ListRow, Sort};
use store::tables::{counters, search as find};

/// Counted exactly up to here when filters narrow a list; then "1,000+" is said.
const COUNTED: i64 = 1_000;

/// A page of orders.
///
/// # Errors
/// [`FlowError::Invalid`] for a limit or page mark that is none; the store's.
pub async fn list(desk: &Desk, ask: OrdersList) -> Result<OrdersPage> {
    let limit = i64::from(ask.limit);
    if !(1..=200).contains(&limit) {
        return Err(invalid("limit", "list-limit"));
    }
    let sort = match (ask.view, ask.sort) {
        // The whole history has one order that stays fast however long it is.
        (View::All | View::NeedsYou, _) | (_, OrderSort::Placed) => Sort::Placed,
        (_, OrderSort::ShipBy) => Sort::ShipBy,
        (_, OrderSort::Total) => Sort::Total,
        (_, OrderSort::Name) => Sort::Name,
    };
    let after = match &ask.after {
        None => None,
        Some(mark) => {
            Some(page_mark(mark, sort).ok_or_else(|| invalid("after", "list-page-mark"))?)
        }
    };
    let conditions = ask.filters.iter().map(condition).collect::<Vec<_>>();
    let filtered = !conditions.is_empty();
    let ask_store = Ask {
        view: ask.view,
        now: desk.now(),
        conditions,
        sort,
        descending: ask.descending,
        after,
        limit,
    };
    let mut reader = desk.store.read().await?;
    let rows = order_lists::page(reader.db(), &ask_store).await?;
    let (total, more) = if filtered || ask.view == View::Late {
        let n = order_lists::count(reader.db(), &ask_store, COUNTED + 1).await?;
        (n.min(COUNTED), n > COUNTED)
    } else {
        (
            kept_counts(reader.db())
                .await?
                .get(ask.view.word())
                .copied()
                .unwrap_or(0),
            false,
        )
    };
    let full = i64::try_from(rows.len()).unwrap_or(0) == limit;
    let next = rows.last().filter(|_| full).map(|last| match sort {
        Sort::ShipBy => format!("{}:{}", last.id, last.ship_by.unwrap_or(0)),
        Sort::Placed => format!("{}:{}", last.id, last.placed_at),
        Sort::Total => format!("{}:{}", last.id, last.total),
        Sort::Name => format!("{}:{}", last.id, last.recipient_key),
    });
    Ok(OrdersPage {
        rows: rows.into_iter().map(row).collect(),
        next,
        total,
        more,
    })
}

fn invalid(field: &'static str, sentence: &str) -> FlowError {
    FlowError::Invalid {
        field,
        sentence: Sentence::new(sentence),
    }
}

fn page_mark(mark: &str, sort: Sort) -> Option<(Bind, i64)> {
    let (id, value) = mark.split_once(':')?;
    let bind = match sort {
        Sort::Name => Bind::Text(value.to_owned()),
        Sort::ShipBy | Sort::Placed | Sort::Total => Bind::Int(value.parse().ok()?),
    };
    Some((bind, id.parse().ok()?))
}

fn condition(filter: &OrderFilter) -> Condition {
    match filter {
        OrderFilter::Channel { any } => Condition::Channels(any.iter().map(|c| c.0).collect()),
        OrderFilter::Country { any } => Condition::Countries(any.clone()),
        OrderFilter::Payment { any } => {
            Condition::Payments(any.iter().map(|p| p.word().to_owned()).collect())
        }
        OrderFilter::Fulfilment { any } => {
            Condition::Fulfilments(any.iter().map(|f| f.word().to_owned()).collect())
        }
        OrderFilter::ShipBefore { at } => Condition::ShipBefore(*at),
        OrderFilter::PlacedFrom { at } => Condition::PlacedFrom(*at),
        OrderFilter::PlacedBefore { at } => Condition::PlacedBefore(*at),
        OrderFilter::Variant { id } => Condition::Variant(id.0),
        OrderFilter::Customer { id } => Condition::Customer(id.0),
        OrderFilter::Batch { id } => Condition::Batch(id.0),
    }
}

/// A store's row as screens get it.
#[must_use]
pub(crate) fn row(r: ListRow) -> OrderListRow {
    let name = [r.name, r.company]
        .into_iter()
        .flatten()
        .find(|n| !n.trim().is_empty());
    OrderListRow {
        id: OrderId(r.id),
        number: r.number,
        channel: r.channel,
        placed_at: r.placed_at,
        ship_by: r.ship_by,
        name: name.unwrap_or_default(),
        country: r.country,
        units: r.units,
        total: r.total,
        currency: currency(&r.currency),
        amounts_known: r.amounts_known == 1,
        life: Life::read(&r.life).unwrap_or(Life::Open),
        payment: PaymentStatus::read(&r.payment).unwrap_or(PaymentStatus::Unknown),
        fulfilment: Fulfilment::read(&r.fulfilment).unwrap_or(Fulfilment::Unfulfilled),
        ready: r.ready == 1,
        history: r.history == 1,
        holds: r.holds,
        needs: r.needs,
        short: r.short,
        waits: r.waits == 1,
        gift: r.gift == 1,
        has_note: r.has_note == 1,
        service_wish: r.service_wish,
        grams: r.grams,
        version: r.version,
    }
}

/// A stored currency; `XXX` ("no currency", ISO 4217) for a text that is none.
#[must_use]
pub(crate) fn currency(code: &str) -> Currency {
    Currency::new(code).unwrap_or_else(Currency::none)
}

async fn kept_counts(db: &mut store::Db) -> Result<BTreeMap<String, i64>> {
    Ok(counters::all(db).await?.into_iter().collect())
}

/// The counts of the preset views.
///
/// # Errors
/// The store's.
pub async fn views(desk: &Desk, _: Nothing) -> Result<Vec<ViewCount>> {
    let mut reader = desk.store.read().await?;
    let kept = kept_counts(reader.db()).await?;
    let late = store::tables::orders::due_before(reader.db(), desk.now()).await?;
    Ok(View::ALL
        .iter()
        .map(|view| ViewCount {
            view: *view,
            count: if *view == View::Late {
                late
            } else {
                kept.get(view.word()).copied().unwrap_or(0)
            },
        })
        .collect())
}

/// Finds orders, customers, products and parcels by the beginning of what people say or scan.
///
/// # Errors
/// The store's.
pub async fn search(desk: &Desk, ask: Search) -> Result<Vec<Hit>> {
    let limit = i64::from(ask.limit.clamp(1, 50));
    // A reader's control signs are no part of what it read, and U+0000 no part of any text that is kept.
    let text: String = ask.text.chars().filter(|c| !c.is_control()).collect();
    let text = text.trim();
    let key = fold::key(text);
    let mut hits: Vec<Hit> = Vec::new();
    if key.is_empty() {
        return Ok(hits);
    }
    let mut reader = desk.store.read().await?;
    let db = reader.db();
    let digits = key.chars().any(|c| c.is_ascii_digit());
    for (id, number) in find::orders_by_number(db, &key, limit).await? {
        hits.push(hit(
            "order",
            id,
            Some(OrderId(id)),
            number,
            String::new(),
            "number",
        ));
    }
    if digits {
        for (id, tracking, order) in find::parcels_by_tracking(db, &key, limit).await? {
            hits.push(hit(
                "parcel",
                id,
                order.map(OrderId),
                tracking,
                String::new(),
                "tracking",
            ));
        }
        for (id, number, postcode, city) in find::orders_by_postcode(db, &key, limit).await? {
            hits.push(hit(
                "order",
                id,
                Some(OrderId(id)),
                number,
                format!("{postcode} {city}"),
                "postcode",
            ));
        }
        for code in barcode::spellings(text) {
            for (id, sku, title) in find::variants_by_barcode(db, &code, limit).await? {
                hits.push(hit("variant", id, None, title, sku, "barcode"));
            }
        }
    }
    for (id, sku, title) in find::variants_by_sku(db, &sku::key(text), limit).await? {
        hits.push(hit("variant", id, None, title, sku, "sku"));
    }
    // Who types a SKU without its signs finds it too; which one is meant, the list shows.
    for (id, sku, title) in find::variants_by_word(db, &key, limit).await? {
        if fold::key(&sku).starts_with(&key) {
            hits.push(hit("variant", id, None, title, sku, "sku"));
        }
    }
    if text.contains('@') {
        for (id, name, email) in find::customers_by_email(db, &fold::fold(text), limit).await? {
            hits.push(hit("customer", id, None, name, email, "email"));
        }
    } else {
        let words = fold::words(text);
        for (id, name, email) in find::customers_by_words(db, &words, limit).await? {
            hits.push(hit("customer", id, None, name, email, "name"));
        }
        if let Some(first) = words.first() {
            for (id, sku, title) in find::variants_by_word(db, first, limit).await? {
                hits.push(hit("variant", id, None, title, sku, "title"));
            }
        }
    }
    // People look for orders: a customer that was found brings the newest ones along.
    let customers: Vec<i64> = hits
        .iter()
        .filter(|h| h.kind == "customer")
        .map(|h| h.id)
        .take(5)
        .collect();
    for customer in customers {
        for (id, number) in find::orders_of_customer(db, customer, 3).await? {
            let name = hits
                .iter()
                .find(|h| h.kind == "customer" && h.id == customer)
                .map(|h| h.title.clone())
                .unwrap_or_default();
            hits.push(hit(
                "order",
                id,
                Some(OrderId(id)),
                number,
                name,
                "customer",
            ));
        }
    }
    // What is found in several ways is one thing: the first way is shown.
    let mut shown: HashSet<(String, i64)> = HashSet::new();
    hits.retain(|h| shown.insert((h.kind.clone(), h.id)));
    hits.truncate(usize::try_from(limit).unwrap_or(50) * 2);
    Ok(hits)
}

fn hit(
    kind: &str,
    id: i64,
    order: Option<OrderId>,
    title: String,
    detail: String,
    by: &str,
) -> Hit {
    Hit {
        kind: kind.to_owned(),
        id,
        order,
        title,
        detail,
        by: by.to_owned(),
    }
}
