//! Reading an order file as a person wants it read.

use super::into::{self, Into};
use super::types::{ProblemGroup, ReadAs};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::ship::paper_words::sha256;
use crate::shop::types::ShopSettings;
use channels::{
    Encoding, Field, Format, MappedColumn, Mapping, Progress, ReadOptions, Reading, Said, Separator,
};
use domain::calendar::Zone;
use domain::id::ChannelId;
use domain::source::{RowProblem, Severity};
use domain::{Millis, Refusal, Sentence, fold};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use store::rows::SavedMappingRow;
use store::tables::batches;

/// A file that was read.
#[derive(Debug)]
pub struct ReadFile {
    /// What it says.
    pub reading: Reading,
    /// SHA-256 of its bytes in hex.
    pub sha256: String,
    /// Its bytes, for the file of refused rows.
    pub bytes: Arc<Vec<u8>>,
    /// The format's word.
    pub format: String,
    /// The kind of channel that such files come from.
    pub kind: String,
    /// Where it will be booked to.
    pub into: Into,
}

/// Reads a file; its orders are in the reading.
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
    let path = ask.path.clone();
    let bytes = tokio::task::spawn_blocking(move || read_bytes(&path))
        .await
        .map_err(|e| FlowError::Printer(e.to_string()))??;
    let bytes = Arc::new(bytes);
    let mut options = options(ask, &settings, desk.now())?;
    let saved = match &ask.saved {
        Some(name) => vec![mapping_named(reader.db(), name).await?],
        None if options.format.is_none_or(|f| f == Format::Other) => {
            saved_mappings(reader.db(), &bytes, &options).await?
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
    desk.work
        .tell("import", 0, 0, Sentence::new("import-working-read"))
        .await;
    let stop = Arc::new(AtomicBool::new(false));
    let (their_bytes, their_stop, their_name) =
        (Arc::clone(&bytes), Arc::clone(&stop), name.clone());
    let reading = tokio::task::spawn_blocking(move || {
        let mut orders = Vec::new();
        let mut watch = |_: Progress| {
            if their_stop.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let read = channels::read_each(&their_bytes, &their_name, &options, &mut watch, &mut |o| {
            orders.push(o)
        });
        read.map(|mut reading| {
            reading.orders = orders;
            reading
        })
    });
    let their_bytes = Arc::clone(&bytes);
    let hash = tokio::task::spawn_blocking(move || sha256(&their_bytes));
    let reading = wait(desk, reading, &stop).await;
    desk.work.end().await;
    let hash = hash
        .await
        .map_err(|error| FlowError::Printer(error.to_string()))?;
    let reading = reading?;
    let format = word(&reading.format);
    let kind = into::channel_kind(&format).to_owned();
    let header = header_key(&reading);
    let into = into::decide(reader.db(), ask, &kind, &header, &reading.orders).await?;
    if let (None, Some(channel)) = (ask.channel, &into.channel)
        && used.is_some_and(|m| m.channel_id != Some(channel.id))
        && mapping_of(&saved, channel.id).is_some()
    {
        // It is another shop's file than the last one of this header: it is read as its own files are.
        let channel = Some(ChannelId(channel.id));
        let ask = ReadAs {
            channel,
            ..ask.clone()
        };
        drop(reader);
        return Box::pin(read(desk, &ask)).await;
    }
    Ok(ReadFile {
        sha256: hash,
        reading,
        bytes,
        format,
        kind,
        into,
    })
}

/// Waits for the reading, and passes a person's wish to stop on to it.
async fn wait(
    desk: &Desk,
    mut reading: tokio::task::JoinHandle<std::result::Result<Reading, channels::FileRefused>>,
    stop: &AtomicBool,
) -> Result<Reading> {
    loop {
        tokio::select! {
            done = &mut reading => {
                let read = done.map_err(|e| FlowError::Printer(e.to_string()))?;
                return read.map_err(|refused| {
                    if desk.work.stopping() { FlowError::Stopped } else { Refusal(refused.sentence()).into() }
                });
            }
            () = tokio::time::sleep(std::time::Duration::from_millis(50)) => {
                if desk.work.stopping() {
                    stop.store(true, Ordering::Relaxed);
                }
            }
        }
    }
}

/// The most bytes a file may have: `channels::limits` refuses more, and they are not even read.
const MOST_BYTES: u64 = 200 * 1024 * 1024;

fn read_bytes(path: &str) -> Result<Vec<u8>> {
    let file = |source| FlowError::File {
        path: path.to_owned(),
        source,
    };
    let size = std::fs::metadata(path).map_err(file)?.len();
    if size > MOST_BYTES {
        return Err(Refusal::new("import-file-too-big")
            .with("mb", 200_i64)
            .into());
    }
    std::fs::read(path).map_err(file)
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
async fn saved_mappings(
    db: &mut store::Db,
    bytes: &Arc<Vec<u8>>,
    options: &ReadOptions,
) -> Result<Vec<SavedMappingRow>> {
    let (bytes, options) = (Arc::clone(bytes), options.clone());
    let header = tokio::task::spawn_blocking(move || {
        // A workbook is an archive whose table of contents stands at its end: a part of it is none.
        let whole = bytes.starts_with(b"PK");
        let most = if whole { bytes.len() } else { 64 * 1024 };
        channels::header(bytes.get(..most).unwrap_or(&bytes), &options)
    })
    .await
    .map_err(|error| FlowError::Printer(error.to_string()))?;
    let Ok(header) = header else {
        return Ok(Vec::new());
    };
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
