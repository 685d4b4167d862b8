//! Looking at a file, and taking it.

use super::commit::{self, Take};
use super::file::{self, ReadFile};
use super::into;
use super::known::{self, Known};
use super::look::Look;
use super::new_order::Booking;
use super::packed::Part;
use super::plan::{self, Basis, Planned};
use super::types::{Fate, FileColumn, ImportCommit, ImportRow, Imported, Preview, ReadAs};
use crate::desk::Desk;
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use channels::Field;
use channels::status::StatusWord;
use domain::id::{BatchId, ChannelId};
use domain::{Millis, Sentence};
use std::collections::BTreeMap;
use store::rows::SavedMappingRow;
use store::tables::{batches, settings as setting_tables};

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
    let known = known::look_up(reader.db(), channel, ask.on_shelf, &read.orders).await?;
    let mut look = Look::default();
    for part in read.orders.parts() {
        let part = part?;
        let planned = planned(reader.db(), &part, &known, &ask, desk.now()).await?;
        look.take(&part, &planned, &known.by_sku);
    }
    let same_file = match channel {
        Some(channel) => batches::same_file(reader.db(), &read.sha256, channel).await?,
        None => None,
    };
    let mut problems = file::groups(&reading.groups, &reading.problems);
    let told: Vec<String> = problems.iter().map(|p| p.sentence.id.clone()).collect();
    let found = look.groups().into_iter();
    problems.extend(found.filter(|p| !told.contains(&p.sentence.id)));
    let ask = read.into.ask;
    let ask_start = !ask && into.is_none_or(|c| c.start_at.is_none());
    let answered = ask || into.is_some_and(|c| c.on_shelf.is_some());
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
        new: look.count(Fate::New),
        updated: look.count(Fate::Update),
        skipped: look.count(Fate::Skip),
        refused: look.count(Fate::Refuse) + i64::from(reading.refused_count),
        history: look.history,
        problems,
        unknown_skus: look.skus(),
        channel: channel.map(ChannelId),
        channel_name: read.into.name.clone(),
        ask_channel: ask,
        channels: read.into.choices.clone(),
        others: look.others,
        ask_start,
        ask_shelf: look.shelf_orders > 0 && !answered,
        shelf_orders: look.shelf_orders,
        shelf_units: look.shelf_units,
        suggested_start: ask_start.then(|| {
            // The day of the oldest order that still has to leave; today when there is none.
            let zone = &known.calendar.zone;
            zone.start_of_day(zone.day_of(look.oldest.unwrap_or_else(|| desk.now())))
        }),
        same_file: same_file.map(BatchId),
        orders: look.rows(reading),
    })
}

/// What becomes of some orders of a file.
///
/// # Errors
/// The store's.
pub(super) async fn planned(
    db: &mut store::Db,
    part: &Part<'_>,
    known: &Known,
    ask: &ReadAs,
    now: Millis,
) -> Result<Vec<Planned>> {
    let basis = Basis {
        known,
        here: &*known.here_of(db, part).await?,
        start_at: ask.start_at,
        booking: Booking { now, sample: false },
        others: ask.others,
    };
    Ok(plan::plan(part, basis))
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
        orders,
        sha256,
        kind,
        into,
        by,
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
            orders,
            file_name: reading.file_name,
            sha256,
            make_products: ask.read.make_products,
            mapping,
            by,
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
