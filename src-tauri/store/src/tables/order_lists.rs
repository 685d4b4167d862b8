//! Lists of orders: windows over long histories. Filter, sort and count in SQL, keyset pages.
//!
//! The SQL is put together from the pieces of this file alone; every value is bound.

use crate::{Db, Result};
use domain::order::View;
use sqlx::AssertSqlSafe;
use sqlx::query::{QueryAs, QueryScalar};

/// A sort that a list offers: its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// `ship_by`.
    ShipBy,
    /// `placed_at`.
    Placed,
    /// `total`.
    Total,
    /// `recipient_key`.
    Name,
}

/// A value of a condition or of a page's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bind {
    /// A number.
    Int(i64),
    /// A text.
    Text(String),
}

/// One condition: a column's piece of SQL and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// `channel_id` in a JSON list of ids.
    Channels(Vec<i64>),
    /// `country` in a list.
    Countries(Vec<String>),
    /// `payment` in a list.
    Payments(Vec<String>),
    /// `fulfilment` in a list.
    Fulfilments(Vec<String>),
    /// `ship_by < ?`.
    ShipBefore(i64),
    /// `placed_at >= ?`.
    PlacedFrom(i64),
    /// `placed_at < ?`.
    PlacedBefore(i64),
    /// Has a line of the variant.
    Variant(i64),
    /// `customer_id = ?`.
    Customer(i64),
    /// `batch_id = ?`.
    Batch(i64),
}

/// Where a page begins: after this sort value and id.
pub type After = (Bind, i64);

/// A list that is asked for.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Which view.
    pub view: View,
    /// For [`View::Late`]: late before this moment.
    pub now: i64,
    /// Narrowings.
    pub conditions: Vec<Condition>,
    /// Sort.
    pub sort: Sort,
    /// Greatest first.
    pub descending: bool,
    /// After this one.
    pub after: Option<After>,
    /// How many.
    pub limit: i64,
}

crate::rows! {
    /// A row of the list.
    ListRow in "orders" {
        id: i64, number: String, channel: String, placed_at: i64, ship_by: Option<i64>, name: Option<String>,
        company: Option<String>, country: String, units: i64, total: i64, currency: String, amounts_known: i64,
        life: String, payment: String, fulfilment: String, ready: i64, history: i64, holds: i64, needs: i64,
        short: i64, gift: i64, has_note: i64, service_wish: String, grams: Option<i64>, version: i64,
        recipient_key: String, waits: i64,
    }
}

impl Sort {
    fn column(self) -> &'static str {
        match self {
            Self::ShipBy => "ship_by",
            Self::Placed => "placed_at",
            Self::Total => "total",
            Self::Name => "recipient_key",
        }
    }
}

/// The view's own condition, written so that the planner sees the partial index it belongs to.
fn view_condition(view: View) -> &'static str {
    match view {
        // Whatever is ready is work in hand; said twice, each sort has its small index.
        View::ToShip => "o.work = 1 AND o.ready = 1",
        View::Late => "o.work = 1 AND o.ready = 1 AND o.ship_by < $1",
        View::OnHold => "o.work = 1 AND o.holds > 0",
        View::AwaitingPayment => "o.work = 1 AND (o.views & 4) <> 0",
        View::Short => "o.work = 1 AND o.short > 0",
        View::NeedsYou => "o.needs > 0",
        View::PartlyShipped => "o.work = 1 AND (o.views & 32) <> 0",
        View::OnTheWay => "o.work = 1 AND (o.views & 64) <> 0",
        View::Open => "o.work = 1",
        View::All => "1 = 1",
    }
}

struct Built {
    sql: String,
    binds: Vec<Bind>,
}

/// A statement on its way, with the values bound so far; `$1` is always the moment of asking.
struct Parts {
    sql: String,
    binds: Vec<Bind>,
}

impl Parts {
    fn bind(&mut self, value: Bind) -> usize {
        self.binds.push(value);
        self.binds.len()
    }

    /// FROM and WHERE of the view and these conditions.
    fn filtered(&mut self, ask: &Ask, conditions: &[&Condition]) {
        self.sql.push_str(&format!(
            "FROM orders AS o WHERE {} AND $1 > 0",
            view_condition(ask.view)
        ));
        for condition in conditions {
            let piece = self.piece(ask.view, condition);
            self.sql.push_str(" AND ");
            self.sql.push_str(&piece);
        }
    }

    fn piece(&mut self, view: View, condition: &Condition) -> String {
        if let Some((column, values)) = choices(condition) {
            return self.choice(view, column, &values);
        }
        match condition {
            Condition::Channels(_)
            | Condition::Countries(_)
            | Condition::Payments(_)
            | Condition::Fulfilments(_) => "1 = 1".to_owned(),
            Condition::ShipBefore(at) => format!("o.ship_by < ${}", self.bind(Bind::Int(*at))),
            Condition::PlacedFrom(at) => format!("o.placed_at >= ${}", self.bind(Bind::Int(*at))),
            Condition::PlacedBefore(at) => format!("o.placed_at < ${}", self.bind(Bind::Int(*at))),
            Condition::Variant(id) => format!(
                "o.id IN (SELECT l.order_id FROM order_line AS l WHERE l.variant_id = ${})",
                self.bind(Bind::Int(*id))
            ),
            Condition::Customer(id) => format!("o.customer_id = ${}", self.bind(Bind::Int(*id))),
            Condition::Batch(id) => format!("o.batch_id = ${}", self.bind(Bind::Int(*id))),
        }
    }

    /// One of some values. In the whole history a single value is an equality, which its index answers
    /// in the list's order; the work in hand is small and has its own indices, so there the column is
    /// dressed up to keep the planner from walking the history.
    fn choice(&mut self, view: View, field: &str, values: &[Bind]) -> String {
        let number = matches!(values.first(), Some(Bind::Int(_)));
        let column = match (view, number) {
            (View::All, _) => format!("o.{field}"),
            (_, true) => format!("(o.{field} + 0)"),
            (_, false) => format!("(o.{field} || '')"),
        };
        let marks: Vec<String> = values
            .iter()
            .map(|value| format!("${}", self.bind(value.clone())))
            .collect();
        let rest = usual(field).filter(|usual| {
            view == View::All && !values.iter().any(|v| *v == Bind::Text((*usual).to_owned()))
        });
        let rest = rest.map_or_else(String::new, |usual| {
            // Said so that the planner sees the index of what is not usual.
            format!(" AND o.{field} <> '{usual}'")
        });
        match marks.as_slice() {
            [] => "1 = 0".to_owned(),
            [one] => format!("{column} = {one}{rest}"),
            [_, _, ..] => format!("{column} IN ({}){rest}", marks.join(", ")),
        }
    }

    /// From where on, in which order, how many.
    fn page(&mut self, ask: &Ask) {
        if let Some((value, id)) = &ask.after {
            let than = if ask.descending { "<" } else { ">" };
            let (a, b) = (self.bind(value.clone()), self.bind(Bind::Int(*id)));
            self.sql.push_str(&format!(
                " AND (o.{}, o.id) {than} (${a}, ${b})",
                ask.sort.column()
            ));
        }
        let limit = self.bind(Bind::Int(ask.limit));
        self.sql
            .push_str(&format!(" ORDER BY {} LIMIT ${limit}", order(ask, "o")));
    }
}

/// What nearly all of a history says in a column; its index leaves these out.
fn usual(field: &str) -> Option<&'static str> {
    match field {
        "payment" => Some("paid"),
        "fulfilment" => Some("delivered"),
        _ => None,
    }
}

/// The column and the values of a condition that is a choice.
fn choices(condition: &Condition) -> Option<(&'static str, Vec<Bind>)> {
    let texts = |texts: &[String]| texts.iter().cloned().map(Bind::Text).collect();
    match condition {
        Condition::Channels(ids) => {
            Some(("channel_id", ids.iter().copied().map(Bind::Int).collect()))
        }
        Condition::Countries(any) => Some(("country", texts(any))),
        Condition::Payments(any) => Some(("payment", texts(any))),
        Condition::Fulfilments(any) => Some(("fulfilment", texts(any))),
        Condition::ShipBefore(_)
        | Condition::PlacedFrom(_)
        | Condition::PlacedBefore(_)
        | Condition::Variant(_)
        | Condition::Customer(_)
        | Condition::Batch(_) => None,
    }
}

/// The sort of a list, for a table's alias.
fn order(ask: &Ask, alias: &str) -> String {
    let dir = if ask.descending { "DESC" } else { "ASC" };
    format!("{alias}.{} {dir}, {alias}.id {dir}", ask.sort.column())
}

/// The orders of a page. A choice of several values in the whole history is one short page for each
/// value, in the order of its index, and the best of them: no engine walks an index for several values
/// and keeps the order.
fn chosen(ask: &Ask) -> Parts {
    let mut parts = Parts {
        sql: String::new(),
        binds: vec![Bind::Int(ask.now.max(1))],
    };
    let split = ask
        .conditions
        .iter()
        .position(|c| choices(c).is_some_and(|(_, values)| values.len() > 1));
    let one_each = match split.and_then(|at| ask.conditions.get(at)) {
        Some(condition) if ask.view == View::All => each(condition),
        Some(_) | None => Vec::new(),
    };
    if one_each.is_empty() {
        parts.sql.push_str("SELECT o.* ");
        parts.filtered(ask, &ask.conditions.iter().collect::<Vec<_>>());
        parts.page(ask);
        return parts;
    }
    parts.sql.push_str("SELECT * FROM (");
    for (at, own) in one_each.iter().enumerate() {
        let conditions: Vec<&Condition> = std::iter::once(own)
            .chain(
                ask.conditions
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| Some(*at) != split)
                    .map(|(_, c)| c),
            )
            .collect();
        parts.sql.push_str(if at > 0 {
            " UNION ALL SELECT * FROM (SELECT o.* "
        } else {
            "SELECT * FROM (SELECT o.* "
        });
        parts.filtered(ask, &conditions);
        parts.page(ask);
        parts.sql.push_str(&format!(") AS v{at}"));
    }
    let limit = parts.bind(Bind::Int(ask.limit));
    parts.sql.push_str(&format!(
        ") AS m ORDER BY {} LIMIT ${limit}",
        order(ask, "m")
    ));
    parts
}

/// A condition for each of its values; none when there are too many for that.
fn each(condition: &Condition) -> Vec<Condition> {
    const MOST: usize = 8;
    fn once<T: Clone + Ord>(values: &[T]) -> std::collections::BTreeSet<T> {
        values.iter().cloned().collect()
    }
    let all: Vec<Condition> = match condition {
        Condition::Channels(ids) => once(ids)
            .into_iter()
            .map(|one| Condition::Channels(vec![one]))
            .collect(),
        Condition::Countries(any) => once(any)
            .into_iter()
            .map(|one| Condition::Countries(vec![one]))
            .collect(),
        Condition::Payments(any) => once(any)
            .into_iter()
            .map(|one| Condition::Payments(vec![one]))
            .collect(),
        Condition::Fulfilments(any) => once(any)
            .into_iter()
            .map(|one| Condition::Fulfilments(vec![one]))
            .collect(),
        Condition::ShipBefore(_)
        | Condition::PlacedFrom(_)
        | Condition::PlacedBefore(_)
        | Condition::Variant(_)
        | Condition::Customer(_)
        | Condition::Batch(_) => Vec::new(),
    };
    if all.len() > MOST { Vec::new() } else { all }
}

fn page_sql(ask: &Ask) -> Built {
    let Parts { sql, binds } = chosen(ask);
    // The page is chosen on the orders alone; names are looked up for its rows only.
    let sql = format!(
        "SELECT p.id, p.number, c.name AS channel, p.placed_at, p.ship_by, \
         COALESCE(a.name, b.name) AS name, COALESCE(a.company, b.company) AS company, p.country, p.units, p.total, \
         p.currency, p.amounts_known, p.life, p.payment, p.fulfilment, p.ready, p.history, p.holds, p.needs, \
         p.short, p.gift, CASE WHEN p.note <> '' THEN 1 ELSE 0 END AS has_note, p.service_wish, p.grams, \
         p.version, p.recipient_key, CASE WHEN p.reserve_from IS NULL THEN 0 ELSE 1 END AS waits \
         FROM ({sql}) AS p \
         JOIN channel AS c ON c.id = p.channel_id \
         LEFT JOIN address AS a ON a.id = p.ship_to_id \
         LEFT JOIN customer AS b ON b.id = p.customer_id \
         ORDER BY {}",
        order(ask, "p")
    );
    Built { sql, binds }
}

/// The statement of a page and its values, for a measurement beside the bare engine.
#[must_use]
pub fn page_statement(ask: &Ask) -> (String, Vec<Bind>) {
    let Built { sql, binds } = page_sql(ask);
    (sql, binds)
}

/// One page.
///
/// # Errors
/// The engine's.
pub async fn page(db: &mut Db, ask: &Ask) -> Result<Vec<ListRow>> {
    let Built { sql, binds } = page_sql(ask);
    let mut query: QueryAs<'_, _, ListRow, _> = sqlx::query_as(AssertSqlSafe(sql));
    for bind in binds {
        query = match bind {
            Bind::Int(n) => query.bind(n),
            Bind::Text(t) => query.bind(t),
        };
    }
    Ok(query.fetch_all(db).await?)
}

/// How many orders fit, counted up to `most`.
///
/// # Errors
/// The engine's.
pub async fn count(db: &mut Db, ask: &Ask, most: i64) -> Result<i64> {
    let Built { sql, binds } = count_sql(ask);
    let mut query: QueryScalar<'_, _, i64, _> = sqlx::query_scalar(AssertSqlSafe(sql));
    for bind in binds {
        query = match bind {
            Bind::Int(n) => query.bind(n),
            Bind::Text(t) => query.bind(t),
        };
    }
    Ok(query.bind(most).fetch_one(db).await?)
}

fn count_sql(ask: &Ask) -> Built {
    let mut parts = Parts {
        sql: String::new(),
        binds: vec![Bind::Int(ask.now.max(1))],
    };
    parts.filtered(ask, &ask.conditions.iter().collect::<Vec<_>>());
    let Parts { sql, binds } = parts;
    let n = binds.len() + 1;
    Built {
        sql: format!("SELECT COUNT(*) FROM (SELECT o.id {sql} LIMIT ${n}) AS counted"),
        binds,
    }
}

/// The first page and a later page of every view in every sort, without narrowings: for the test that
/// looks at how the engine finds them.
#[must_use]
pub fn every_page() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for view in View::ALL {
        for sort in [Sort::ShipBy, Sort::Placed, Sort::Total, Sort::Name] {
            for descending in [false, true] {
                let key = if sort == Sort::Name {
                    Bind::Text(String::new())
                } else {
                    Bind::Int(1)
                };
                for after in [None, Some((key, 1))] {
                    let name = format!(
                        "order_lists::{}::{}{}{}",
                        view.word(),
                        sort.column(),
                        if descending { "::descending" } else { "" },
                        if after.is_some() { "::after" } else { "" },
                    );
                    let ask = Ask {
                        view: *view,
                        now: 1,
                        conditions: Vec::new(),
                        sort,
                        descending,
                        after,
                        limit: 50,
                    };
                    all.push((name, page_sql(&ask).sql));
                }
            }
        }
    }
    all
}

/// Every list that can be asked for, for the test that prepares each on both engines.
pub(crate) fn every_shape() -> Vec<(String, String)> {
    let mut all = Vec::new();
    let conditions = [
        Condition::Channels(vec![1]),
        Condition::Countries(vec!["DE".to_owned(), "AT".to_owned()]),
        Condition::Payments(vec!["paid".to_owned()]),
        Condition::Fulfilments(vec!["shipped".to_owned()]),
        Condition::ShipBefore(1),
        Condition::PlacedFrom(1),
        Condition::PlacedBefore(1),
        Condition::Variant(1),
        Condition::Customer(1),
        Condition::Batch(1),
    ];
    for view in View::ALL {
        for sort in [Sort::ShipBy, Sort::Placed, Sort::Total, Sort::Name] {
            for descending in [false, true] {
                let key = if sort == Sort::Name {
                    Bind::Text(String::new())
                } else {
                    Bind::Int(1)
                };
                let ask = Ask {
                    view: *view,
                    now: 1,
                    conditions: conditions.to_vec(),
                    sort,
                    descending,
                    after: Some((key, 1)),
                    limit: 1,
                };
                let name = format!("order_lists::{}::{}", view.word(), sort.column());
                all.push((name.clone(), page_sql(&ask).sql));
                all.push((name, count_sql(&ask).sql));
            }
        }
    }
    all
}
