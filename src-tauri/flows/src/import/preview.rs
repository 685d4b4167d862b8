//! Looking at a file, and taking it.

use super::commit::{self, Take};
use super::file::{self, ReadFile};
use super::fingerprint;
use super::into;
use super::known::{self, Known};
use super::new_order::Booking;
use super::plan::{self, Planned};
use super::preview_row::{row, unread};
use super::types::{
    Fate, FileColumn, ImportCommit, ImportRow, Imported, Preview, PreviewRow, ProblemGroup, ReadAs,
};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use channels::Field;
use channels::status::StatusWord;
use domain::id::{BatchId, ChannelId};
use domain::source::{RowProblem, Severity, SourceOrder};
use domain::{Millis, Sentence};
use std::collections::BTreeMap;
use store::rows::SavedMappingRow;
use store::tables::{batches, settings as setting_tables};

/// The most orders that a preview shows.
const SHOWN: usize = 500;

/// What a file would do. Nothing is written.
///
/// # Errors
/// As [`file::read`]; the store's.
pub async fn preview(desk: &Desk, ask: ReadAs) -> Result<Preview> {
    let read = file::read(desk, &ask).await?;
    let reading = &read.reading;
    let into = read.into.channel.as_ref();
    let channel = into.map(|c| c.id);
    let mut reader = desk.store.read().await?;
    let (known, planned) = plan_of(reader.db(), &read, &ask, desk.now()).await?;
    let same_file = match channel {
        Some(channel) => batches::same_file(reader.db(), &read.sha256, channel).await?,
        None => None,
    };
    let count = |fate: Fate| {
        i64::try_from(planned.iter().filter(|p| p.fate() == fate).count()).unwrap_or(0)
    };
    let mut problems = file::groups(&reading.groups, &reading.problems);
    let told: Vec<String> = problems.iter().map(|p| p.sentence.id.clone()).collect();
    let found = planned_problems(&reading.orders, &planned);
    problems.extend(found.into_iter().filter(|p| !told.contains(&p.sentence.id)));
    let ask = read.into.ask;
    let ask_start = !ask && into.is_none_or(|c| c.start_at.is_none());
    let off_shelf: Vec<i64> = planned.iter().map(shelf_units).filter(|n| *n > 0).collect();
    let answered = ask || into.is_some_and(|c| c.on_shelf.is_some());
    let mut orders: Vec<PreviewRow> = reading
        .orders
        .iter()
        .zip(&planned)
        .map(|(o, p)| row(o, p))
        .chain(reading.refused_orders.iter().map(|r| unread(r, reading)))
        .collect();
    // What needs a look stands first; the sort is stable, so the file's order stays within.
    orders.sort_by_key(|r| match r.fate {
        Fate::Refuse => 0,
        Fate::Update => 1,
        Fate::New if !r.remarks.is_empty() => 2,
        Fate::New => 3,
        Fate::Skip => 4,
    });
    orders.truncate(SHOWN);
    Ok(Preview {
        file_name: reading.file_name.clone(),
        sha256: read.sha256.clone(),
        format: read.format.clone(),
        encoding: reading.encoding.map(|e| file::word(&e)).unwrap_or_default(),
        separator: reading
            .separator
            .map(|s| char::from(s.byte()).to_string())
            .unwrap_or_default(),
        columns: reading
            .columns
            .iter()
            .map(|c| FileColumn {
                name: c.header.clone(),
                examples: c.examples.clone(),
                filled: i64::from(c.filled),
                field: c.field.map(|f| file::word(&f)),
            })
            .collect(),
        fields: Field::ALL.iter().map(file::word).collect(),
        sheet: reading.sheet.clone(),
        mapping: reading.mapping.clone(),
        choices: reading.choices.clone(),
        meanings: StatusWord::ALL.to_vec(),
        rows: i64::from(reading.rows),
        new: count(Fate::New),
        updated: count(Fate::Update),
        skipped: count(Fate::Skip),
        refused: count(Fate::Refuse) + i64::from(reading.refused_count),
        history: i64::try_from(
            planned
                .iter()
                .filter(|p| matches!(p, Planned::New(n) if n.facts.order.history == 1))
                .count(),
        )
        .unwrap_or(0),
        problems,
        unknown_skus: unknown_skus(&reading.orders, &planned, &known.by_sku),
        orders,
        channel: channel.map(ChannelId),
        channel_name: read.into.name.clone(),
        ask_channel: ask,
        channels: read.into.choices.clone(),
        others: others(&planned),
        ask_start,
        ask_shelf: !off_shelf.is_empty() && !answered,
        shelf_orders: i64::try_from(off_shelf.len()).unwrap_or(0),
        shelf_units: off_shelf.iter().sum(),
        suggested_start: ask_start
            .then(|| suggested_start(&reading.orders, &known.calendar, desk.now())),
        same_file: same_file.map(BatchId),
    })
}

/// What becomes of every order of a file, and what the shop knows of them.
pub(super) async fn plan_of(
    db: &mut store::Db,
    read: &ReadFile,
    ask: &ReadAs,
    now: Millis,
) -> Result<(Known, Vec<Planned>)> {
    let orders = &read.reading.orders;
    let digests = fingerprint::of_all(orders);
    let channel = read.into.channel.as_ref().map(|c| c.id);
    let known = known::look_up(db, channel, ask.on_shelf, orders, &digests).await?;
    let booking = Booking { now, sample: false };
    let planned = plan::plan(orders, &digests, &known, ask.start_at, booking, ask.others);
    Ok((known, planned))
}

/// The day of the oldest order that still has to leave; today when there is none.
fn suggested_start(
    orders: &[SourceOrder],
    calendar: &domain::calendar::Calendar,
    now: Millis,
) -> Millis {
    let oldest = orders
        .iter()
        .filter(|o| !super::history::is_history(o, None))
        .filter_map(|o| o.placed_at)
        .min()
        .unwrap_or(now);
    calendar.zone.start_of_day(calendar.zone.day_of(oldest))
}

/// Orders that only share a number with orders here.
fn others(planned: &[Planned]) -> i64 {
    let others = planned.iter().filter(|p| matches!(p, Planned::Other(_)));
    i64::try_from(others.count()).unwrap_or(i64::MAX)
}

/// Units that left since the last file and could have stood on our shelf.
fn shelf_units(planned: &Planned) -> i64 {
    match planned {
        Planned::New(new) => new.shelf_units,
        Planned::Update(update) => update.shelf_units,
        Planned::Skip | Planned::Refuse(_) | Planned::Other(_) => 0,
    }
}

/// What the plan refuses, and what it takes with a remark: an order that comes in and is held.
fn planned_problems(orders: &[SourceOrder], planned: &[Planned]) -> Vec<ProblemGroup> {
    let mut by_id: BTreeMap<String, ProblemGroup> = BTreeMap::new();
    for (order, planned) in orders.iter().zip(planned) {
        let (refuses, sentences) = match planned {
            Planned::Refuse(sentence) | Planned::Other(sentence) => {
                (true, std::slice::from_ref(sentence))
            }
            Planned::New(new) => (false, new.remarks.as_slice()),
            Planned::Update(update) => (false, update.remarks.as_slice()),
            Planned::Skip => (false, [].as_slice()),
        };
        for sentence in sentences {
            let group = by_id
                .entry(sentence.id.clone())
                .or_insert_with(|| ProblemGroup {
                    sentence: sentence.clone(),
                    column: String::new(),
                    refuses,
                    count: 0,
                    examples: Vec::new(),
                });
            group.count += 1;
            if group.examples.len() < 5 {
                let severity = if refuses {
                    Severity::Refused
                } else {
                    Severity::Warning
                };
                group.examples.push(RowProblem {
                    row: order.row,
                    column: String::new(),
                    cell: order.number.chars().take(200).collect(),
                    severity,
                    sentence: sentence.clone(),
                });
            }
        }
    }
    let mut groups: Vec<ProblemGroup> = by_id.into_values().collect();
    groups.sort_by_key(|group| !group.refuses);
    groups
}

fn unknown_skus(
    orders: &[SourceOrder],
    planned: &[Planned],
    by_sku: &std::collections::HashMap<String, i64>,
) -> Vec<(String, u32)> {
    let mut wanted: BTreeMap<&str, u32> = BTreeMap::new();
    for (order, planned) in orders.iter().zip(planned) {
        if !matches!(planned, Planned::New(_) | Planned::Update(_)) {
            continue;
        }
        for line in &order.lines {
            if !line.sku.is_empty() && !by_sku.contains_key(&line.sku) {
                *wanted.entry(line.sku.as_str()).or_default() += 1;
            }
        }
    }
    wanted
        .into_iter()
        .take(200)
        .map(|(sku, n)| (sku.to_owned(), n))
        .collect()
}

/// Takes a file's orders, all or nothing, exactly as the preview showed them.
///
/// # Errors
/// [`FlowError::Stale`] when the file is another than was previewed; [`FlowError::Invalid`] when the
/// start date of a channel's first import is missing, when it is not said which of several channels it is of,
/// or what becomes of orders that only share a number; as [`file::read`]; the store's.
pub async fn commit(desk: &Desk, ask: ImportCommit) -> Result<Imported> {
    let read = file::read(desk, &ask.read).await?;
    if read.sha256 != ask.sha256 {
        return Err(FlowError::Stale);
    }
    if read.into.ask {
        return Err(into::which(&read.into.choices));
    }
    let began = read.into.channel.as_ref().and_then(|c| c.start_at);
    if began.or(ask.read.start_at).is_none() {
        return Err(FlowError::Invalid {
            field: "start_at",
            sentence: Sentence::new("import-start-needed"),
        });
    }
    let mapping = ask.save_mapping.map(|name| mapping_row(&name, &read));
    let ReadFile {
        reading,
        sha256,
        kind,
        into,
        ..
    } = read;
    commit::take(
        desk,
        Take {
            channel: into.channel.map(|c| c.id),
            channel_name: into.name,
            kind,
            start_at: ask.read.start_at,
            on_shelf: ask.read.on_shelf,
            others: ask.read.others,
            refused: i64::from(reading.refused_count),
            orders: reading.orders,
            file_name: reading.file_name,
            sha256,
            make_products: ask.read.make_products,
            mapping,
            sample: false,
        },
    )
    .await
}

/// A mapping to be kept for the next file with this header.
fn mapping_row(name: &str, read: &ReadFile) -> SavedMappingRow {
    SavedMappingRow {
        id: 0,
        name: name.trim().chars().take(80).collect(),
        header: file::header_key(&read.reading),
        mapping: serde_json::to_string(&read.reading.mapping).unwrap_or_default(),
        channel_id: None,
        used_at: 0,
    }
}

/// The newest 100 imports.
///
/// # Errors
/// The store's.
pub async fn list(desk: &Desk, _: Nothing) -> Result<Vec<ImportRow>> {
    let mut reader = desk.store.read().await?;
    rows(reader.db(), 100).await
}

/// The newest imports, on a connection that is held already.
///
/// # Errors
/// The store's.
pub async fn rows(db: &mut store::Db, limit: i64) -> Result<Vec<ImportRow>> {
    let names: BTreeMap<i64, String> = setting_tables::channels(db)
        .await?
        .into_iter()
        .map(|c| (c.id, c.name))
        .collect();
    Ok(batches::newest(db, limit)
        .await?
        .into_iter()
        .map(|b| ImportRow {
            id: BatchId(b.id),
            channel: b
                .channel_id
                .and_then(|id| names.get(&id).cloned())
                .unwrap_or_default(),
            file_name: b.file_name,
            kind: b.kind,
            created: b.created,
            updated: b.updated,
            skipped: b.skipped,
            refused: b.refused,
            at: b.at,
            undone_at: b.undone_at,
        })
        .collect())
}
