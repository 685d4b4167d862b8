//! Reading an order file as a person wants it read.

use super::into::{self, Into};
use super::packed::Packed;
use super::types::{ProblemGroup, ReadAs};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::shop::types::ShopSettings;
use channels::table::Chosen;
use channels::{
    Encoding, Field, FileRefused, Format, MappedColumn, Mapping, Progress, ReadOptions, Reading,
    Said, Separator, Table, Unread,
};
use domain::calendar::Zone;
use domain::id::ChannelId;
use domain::source::{RowProblem, Severity};
use domain::{Millis, Refusal, Sentence, fold};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::HashMap;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use store::rows::SavedMappingRow;
use store::tables::batches;

/// A file that was read.
#[derive(Debug)]
pub struct ReadFile {
    /// What it says; its orders are beside it.
    pub reading: Reading,
    /// Its orders.
    pub orders: Packed,
    /// SHA-256 of its bytes in hex.
    pub sha256: String,
    /// The format's word.
    pub format: String,
    /// The kind of channel that such files come from.
    pub kind: String,
    /// Where it will be booked to.
    pub into: Into,
    /// The saved mapping that it was read by.
    pub by: Option<i64>,
}

/// Reads a file.
///
/// # Errors
/// [`FlowError::File`]; refused with the sentence of what makes the file unreadable;
/// [`FlowError::Stopped`].
pub async fn read(desk: &Desk, ask: &ReadAs) -> Result<ReadFile> {
    let mut reader = desk.store.read().await?;
    let (settings, _) = desk::settings(reader.db()).await?;
    let name = std::path::Path::new(&ask.path)
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    desk.work
        .tell("import", 0, 0, Sentence::new("import-working-read"))
        .await;
    let whole = read_whole(desk, reader.db(), ask, &settings, name).await;
    desk.work.end().await;
    let Whole {
        reading,
        orders,
        sha256,
        saved,
        used,
    } = whole?;
    let format = word(&reading.format);
    let kind = into::channel_kind(&format).to_owned();
    let header = header_key(&reading);
    let into = into::decide(reader.db(), ask, &kind, &header, &orders).await?;
    if let (None, Some(channel)) = (ask.channel, &into.channel)
        && used.is_some_and(|(_, used)| used != Some(channel.id))
        && mapping_of(&saved, channel.id).is_some()
    {
        // It is another shop's file than the last one of this header: it is read as its own files are.
        let channel = Some(ChannelId(channel.id));
        let ask = ReadAs {
            channel,
            ..ask.clone()
        };
        drop((reader, reading, orders));
        return Box::pin(read(desk, &ask)).await;
    }
    Ok(ReadFile {
        sha256,
        reading,
        orders,
        format,
        kind,
        into,
        by: used.map(|(mapping, _)| mapping),
    })
}

/// A file as it was read, before it is known where it goes.
struct Whole {
    reading: Reading,
    orders: Packed,
    sha256: String,
    /// The mappings that were saved for such files.
    saved: Vec<SavedMappingRow>,
    /// The one that was used, if one was, and its channel.
    used: Option<(i64, Option<i64>)>,
}

/// Reads a file: what it says, its orders, and the hash of its bytes. The bytes themselves never stand in
/// memory beside the text, nor the orders beside each other.
async fn read_whole(
    desk: &Desk,
    db: &mut store::Db,
    ask: &ReadAs,
    settings: &ShopSettings,
    name: String,
) -> Result<Whole> {
    let mut options = options(ask, settings, desk.now())?;
    let path = ask.path.clone();
    not_a_folder(&path)?;
    let before = changed_at(&path)?;
    let hashing = {
        let path = path.clone();
        tokio::task::spawn_blocking(move || hash_of(&path))
    };
    let opening = {
        let (path, options) = (path.clone(), options.clone());
        tokio::task::spawn_blocking(move || open(&path, &options.chosen()))
    };
    let table = opening.await.map_err(gone)??;
    let saved = match &ask.saved {
        Some(name) => vec![mapping_named(db, name).await?],
        None if options.format.is_none_or(|f| f == Format::Other) => {
            saved_mappings(db, &table.header).await?
        }
        None => Vec::new(),
    };
    // The channel's own, where it is named; else what was used last for such a file.
    let own = ask.channel.and_then(|c| mapping_of(&saved, c.0));
    let used = own.or_else(|| saved.first());
    if let Some(used) = used {
        options.mapping = serde_json::from_str(&used.mapping).ok();
    }
    if let Some(asked) = &ask.mapping {
        // What was said of the cells stays, whatever the columns mean now.
        let mapping: &mut Mapping = options.mapping.get_or_insert_default();
        mapping.columns = columns(asked)?;
    }
    let used = used.map(|used| (used.id, used.channel_id));
    let stop = Arc::new(AtomicBool::new(false));
    let their_stop = Arc::clone(&stop);
    let reading =
        tokio::task::spawn_blocking(move || read_orders(&table, &name, &options, &their_stop));
    let read = wait(desk, reading, &stop).await;
    let hash = hashing.await.map_err(gone)?;
    let (reading, orders) = read?;
    if changed_at(&path)? != before {
        // What was read and what the hash stands for may be two things.
        return Err(FlowError::Stale);
    }
    Ok(Whole {
        reading,
        orders,
        sha256: hash?,
        saved,
        used,
    })
}

fn read_orders(
    table: &Table<'_>,
    name: &str,
    options: &ReadOptions,
    stop: &AtomicBool,
) -> Result<(Reading, Packed)> {
    let packed = RefCell::new(Packed::default());
    let mut full = None;
    let mut watch = |_: Progress| {
        full = packed.borrow_mut().pack().err();
        if full.is_some() || stop.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let read = channels::read_table(table, name, options, &mut watch, &mut |order| {
        packed.borrow_mut().push(order);
    });
    match (full, read) {
        (Some(full), _) => Err(full),
        (None, Err(FileRefused::Cancelled)) => Err(FlowError::Stopped),
        (None, Err(refused)) => Err(Refusal(refused.sentence()).into()),
        (None, Ok(reading)) => Ok((reading, packed.into_inner().closed()?)),
    }
}

/// Waits for the reading, and passes a person's wish to stop on to it.
async fn wait(
    desk: &Desk,
    mut reading: tokio::task::JoinHandle<Result<(Reading, Packed)>>,
    stop: &AtomicBool,
) -> Result<(Reading, Packed)> {
    loop {
        tokio::select! {
            done = &mut reading => return done.map_err(gone)?,
            () = tokio::time::sleep(std::time::Duration::from_millis(50)) => {
                if desk.work.stopping() {
                    stop.store(true, Ordering::Relaxed);
                }
            }
        }
    }
}

/// A thread that ended before its answer.
fn gone(error: tokio::task::JoinError) -> FlowError {
    FlowError::Printer(error.to_string())
}

/// The most bytes a file may have: `channels::limits` refuses more, and they are not even read.
const MOST_BYTES: u64 = 200 * 1024 * 1024;

/// Opens a file as a table.
///
/// # Errors
/// [`FlowError::File`]; refused with the sentence of what makes it none.
pub(crate) fn open(path: &str, chosen: &Chosen<'_>) -> Result<Table<'static>> {
    let io = |source| FlowError::File {
        path: path.to_owned(),
        source,
    };
    not_a_folder(path)?;
    let file = std::fs::File::open(path).map_err(io)?;
    if file.metadata().map_err(io)?.len() > MOST_BYTES {
        return Err(Refusal::new("import-file-too-big")
            .with("mb", 200_i64)
            .into());
    }
    Table::read(file, chosen).map_err(|unread| match unread {
        Unread::Refused(refused) => Refusal(refused.sentence()).into(),
        Unread::Io(source) => io(source),
    })
}

/// # Errors
/// Refused when the path is a folder's.
pub(crate) fn not_a_folder(path: &str) -> Result<()> {
    if std::path::Path::new(path).is_dir() {
        return Err(Refusal::new("import-path-is-folder")
            .with("path", path)
            .into());
    }
    Ok(())
}

/// When a file was written last, and how long it is.
fn changed_at(path: &str) -> Result<(Option<std::time::SystemTime>, u64)> {
    let file = std::fs::metadata(path).map_err(|source| FlowError::File {
        path: path.to_owned(),
        source,
    })?;
    Ok((file.modified().ok(), file.len()))
}

/// The SHA-256 of a file's bytes in hex.
pub(crate) fn hash_of(path: &str) -> Result<String> {
    let io = |source| FlowError::File {
        path: path.to_owned(),
        source,
    };
    let mut file = std::fs::File::open(path).map_err(io)?.take(MOST_BYTES + 1);
    let mut hash = Sha256::new();
    let mut block = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut block).map_err(io)?;
        if read == 0 {
            break;
        }
        hash.update(block.get(..read).unwrap_or_default());
    }
    Ok(hash.finalize().iter().map(|b| format!("{b:02x}")).collect())
}

fn options(ask: &ReadAs, settings: &ShopSettings, now: Millis) -> Result<ReadOptions> {
    let zone = Zone::new(&settings.zone)
        .ok_or_else(|| Refusal::new("settings-zone").with("zone", settings.zone.as_str()))?;
    let tz = settings
        .zone
        .trim()
        .parse()
        .map_err(|_| Refusal::new("settings-zone").with("zone", settings.zone.as_str()))?;
    let mut options = ReadOptions::new(settings.currency, tz, zone.day_of(now));
    options.encoding = chosen::<Encoding>("encoding", ask.encoding.as_deref())?;
    options.separator = match ask.separator.as_deref() {
        Some(",") => Some(Separator::Comma),
        Some(";") => Some(Separator::Semicolon),
        Some("\t") => Some(Separator::Tab),
        Some("|") => Some(Separator::Pipe),
        other => chosen::<Separator>("separator", other)?,
    };
    options.format = match ask.format.as_deref() {
        Some("mapped") => Some(Format::Other),
        other => chosen::<Format>("format", other)?,
    };
    options.sheet.clone_from(&ask.sheet);
    options.said = Said {
        decimal_mark: ask.decimal_mark,
        day_order: ask.day_order,
        currency: ask.currency,
        words: ask.words.iter().cloned().collect(),
    };
    if ask.mapping.is_some() || ask.saved.is_some() {
        options.format = Some(Format::Other);
    }
    Ok(options)
}

/// The columns as a person maps them.
fn columns(asked: &[(String, String)]) -> Result<Vec<MappedColumn>> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut columns = Vec::new();
    for (header, field) in asked {
        let nth = seen.entry(channels::table::normal(header)).or_default();
        if let Some(field) = chosen::<Field>("mapping", Some(field))? {
            columns.push(MappedColumn {
                header: header.clone(),
                nth: *nth,
                field,
            });
        }
        *nth += 1;
    }
    Ok(columns)
}

/// A saved mapping by its name.
async fn mapping_named(db: &mut store::Db, name: &str) -> Result<SavedMappingRow> {
    let all = batches::mappings(db).await?;
    let folded = fold::fold(name.trim());
    let names: Vec<&str> = all.iter().map(|m| m.name.as_str()).collect();
    let missing = FlowError::Invalid {
        field: "saved",
        sentence: Sentence::new("import-no-mapping")
            .with("name", name)
            .with("names", names.join(", ")),
    };
    let named = |m: &SavedMappingRow| fold::fold(&m.name) == folded;
    all.into_iter().find(named).ok_or(missing)
}

fn chosen<T: DeserializeOwned>(field: &'static str, word: Option<&str>) -> Result<Option<T>> {
    let Some(word) = word.filter(|w| !w.is_empty()) else {
        return Ok(None);
    };
    serde_json::from_value(serde_json::Value::String(word.to_owned()))
        .map(Some)
        .map_err(|_| FlowError::Invalid {
            field,
            sentence: Sentence::new("import-choice").with("choice", word),
        })
}

/// The mapping of a channel among those of a header.
fn mapping_of(saved: &[SavedMappingRow], channel: i64) -> Option<&SavedMappingRow> {
    saved.iter().find(|m| m.channel_id == Some(channel))
}

/// The mappings that were saved for files with this header, the newest first.
async fn saved_mappings(db: &mut store::Db, header: &[String]) -> Result<Vec<SavedMappingRow>> {
    let key = key_of(header.iter().map(String::as_str));
    Ok(batches::mappings_of(db, &key).await?)
}

/// What a header is remembered by.
pub(crate) fn header_key(reading: &Reading) -> String {
    key_of(reading.columns.iter().map(|c| c.header.as_str()))
}

fn key_of<'h>(header: impl Iterator<Item = &'h str>) -> String {
    header.collect::<Vec<_>>().join("\u{1f}")
}

/// The serde word of a choice.
pub(crate) fn word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// How many examples a group of problems shows.
pub(crate) const EXAMPLES: usize = 5;

/// The reader's problems by what fixes them, each with its first examples.
pub(crate) fn groups(
    found: &[channels::ProblemGroup],
    problems: &[RowProblem],
) -> Vec<ProblemGroup> {
    found
        .iter()
        .map(|group| {
            let examples: Vec<RowProblem> = problems
                .iter()
                .filter(|p| p.sentence.id == group.sentence_id && p.column == group.column)
                .take(EXAMPLES)
                .cloned()
                .collect();
            ProblemGroup {
                sentence: examples
                    .first()
                    .map_or_else(|| Sentence::new(&group.sentence_id), |p| p.sentence.clone()),
                column: group.column.clone(),
                refuses: group.severity == Severity::Refused,
                count: i64::from(group.count),
                examples,
            }
        })
        .collect()
}
