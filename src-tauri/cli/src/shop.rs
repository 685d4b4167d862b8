//! The shop that a command works in: opened to change it, or only to look.

use crate::args::Args;
use crate::failure::{Failure, lang};
use crate::terminal::line;
use api::{ApiError, Code, House, Opening, Place, Sentence};
use chrono::TimeZone;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use words::{Lang, say};

/// What a command wants of the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Only to look: it goes on beside an open window.
    Look,
    /// To change something.
    Change,
}

/// An open shop, and how to answer.
pub(crate) struct Shop {
    host: Arc<House>,
    /// The data folder.
    pub(crate) folder: PathBuf,
    json: bool,
    lang: Lang,
}

impl Shop {
    /// Opens the shop of the arguments.
    pub(crate) async fn open(args: &Args, way: Way) -> Result<Self, Failure> {
        let folder = folder(args)?;
        let place = match &args.database {
            Some(url) => Place::Server {
                url: url.clone(),
                folder: folder.clone(),
            },
            None => Place::Folder(folder.clone()),
        };
        let host = match way {
            Way::Change => open(&place, Opening::Desk).await?,
            Way::Look => match open(&place, Opening::Look).await {
                // An older shop has to be brought up to date before it can be read.
                Err(error) if error.code == Code::NotFound => {
                    let place = folder.display().to_string();
                    return Err(Failure::Said(
                        Sentence::new("cli-no-shop").with("place", place),
                    ));
                }
                Err(error) if error.code == Code::Storage => open(&place, Opening::Desk).await?,
                looked => looked?,
            },
        };
        let mut shop = Self {
            host: Arc::new(host),
            folder,
            json: args.json,
            lang: lang(),
        };
        // The shop's own language, once there is a shop.
        if let Ok(status) = shop.host.call("shop_status", Value::Null).await
            && status.get("made").and_then(Value::as_bool) == Some(true)
        {
            shop.lang = Lang::from_tag(text(&status, "language"));
        }
        Ok(shop)
    }

    /// Runs a command.
    pub(crate) async fn call(&self, name: &str, body: Value) -> Result<Value, Failure> {
        Ok(self.host.call(name, body).await?)
    }

    /// The shop itself, for the server.
    pub(crate) fn host(&self) -> Arc<House> {
        Arc::clone(&self.host)
    }

    /// Whether a program reads the answer.
    pub(crate) fn json(&self) -> bool {
        self.json
    }

    /// Prints an answer: as it is for a program, as these lines for a person.
    pub(crate) fn answer(&self, value: &Value, lines: &[String]) {
        if self.json {
            line(format_args!("{value:#}"));
        } else {
            for each in lines {
                line(each);
            }
        }
    }

    /// A sentence in the shop's language.
    pub(crate) fn say(&self, sentence: &Sentence) -> String {
        say(self.lang, sentence)
    }

    /// A sentence that came in an answer.
    pub(crate) fn say_value(&self, value: &Value) -> String {
        serde_json::from_value(value.clone())
            .map_or_else(|_| String::new(), |s: Sentence| self.say(&s))
    }

    /// The beginning of a day in the shop's zone, in milliseconds UTC.
    pub(crate) async fn day(&self, day: &str) -> Result<i64, Failure> {
        let wrong = || Failure::Usage(Sentence::new("cli-day").with("text", day));
        let status = self.call("shop_status", Value::Null).await?;
        let zone: chrono_tz::Tz = text(&status, "zone").parse().unwrap_or(chrono_tz::UTC);
        let midnight = chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .ok()
            .and_then(|day| day.and_hms_opt(0, 0, 0))
            .ok_or_else(wrong)?;
        // Where clocks go forward at midnight the day begins an hour later.
        zone.from_local_datetime(&midnight)
            .earliest()
            .or_else(|| {
                zone.from_local_datetime(&(midnight + chrono::TimeDelta::hours(1)))
                    .earliest()
            })
            .map(|at| at.timestamp_millis())
            .ok_or_else(wrong)
    }

    /// A moment as the shop's day, `2026-11-23`; empty when there is none.
    pub(crate) fn date(zone: &str, at: Option<i64>) -> String {
        let zone: chrono_tz::Tz = zone.parse().unwrap_or(chrono_tz::UTC);
        at.and_then(|at| zone.timestamp_millis_opt(at).earliest())
            .map_or_else(String::new, |at| at.format("%Y-%m-%d").to_string())
    }

    /// The ids of orders by their numbers, in the asked order.
    pub(crate) async fn orders(&self, numbers: &[String]) -> Result<Vec<i64>, Failure> {
        let mut ids = Vec::new();
        for number in numbers {
            let id = self.order(number).await?;
            // Named twice, by its number and its id for example, it is still one order.
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    /// The id of an order by its number. `#1001`, `1001` and `id:4711` are all understood.
    pub(crate) async fn order(&self, number: &str) -> Result<i64, Failure> {
        if let Some(id) = number.strip_prefix("id:").and_then(|id| id.parse().ok()) {
            return match self.call("order_get", json!({ "id": id })).await {
                Ok(_) => Ok(id),
                Err(Failure::Api(error)) if error.code == Code::NotFound => Err(Failure::Said(
                    Sentence::new("cli-no-order").with("number", number),
                )),
                Err(error) => Err(error),
            };
        }
        let hits = self
            .call("search", json!({ "text": number, "limit": 50 }))
            .await?;
        let plain = |text: &str| {
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
                .to_lowercase()
        };
        let mut found: Vec<i64> = hits
            .as_array()
            .into_iter()
            .flatten()
            .filter(|hit| text(hit, "kind") == "order" && text(hit, "by") == "number")
            .filter(|hit| plain(text(hit, "title")) == plain(number))
            .filter_map(|hit| hit.get("id").and_then(Value::as_i64))
            .collect();
        found.dedup();
        match found.as_slice() {
            [id] => Ok(*id),
            [] => Err(Failure::Said(
                Sentence::new("cli-no-order").with("number", number),
            )),
            several => {
                let ids: Vec<String> = several.iter().map(|id| format!("id:{id}")).collect();
                let sentence = Sentence::new("cli-several-orders")
                    .with("number", number)
                    .with("ids", ids.join(", "));
                Err(Failure::Said(sentence))
            }
        }
    }

    /// Ends cleanly.
    pub(crate) async fn close(&self) -> Result<(), Failure> {
        Ok(self.host.close().await?)
    }
}

/// The data folder of the arguments.
pub(crate) fn folder(args: &Args) -> Result<PathBuf, Failure> {
    let folder = args
        .data
        .as_ref()
        .ok_or_else(|| Failure::Usage(Sentence::new("cli-which-shop")))?;
    std::path::absolute(folder).map_err(|error| Failure::file(folder, &error))
}

async fn open(place: &Place, opening: Opening) -> Result<House, ApiError> {
    let house = House::open(place.clone(), opening, Arc::new(now), &device()).await;
    match house.failure().await {
        Some(error) => Err(error),
        None => Ok(house),
    }
}

/// The clock of this computer, in milliseconds UTC.
#[expect(
    clippy::disallowed_methods,
    reason = "the host is where the clock is taken"
)]
pub(crate) fn now() -> i64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or(0)
}

/// The computer's name.
fn device() -> String {
    std::env::var("COMPUTERNAME")
        .ok()
        .or_else(|| std::fs::read_to_string(Path::new("/etc/hostname")).ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "command line".to_owned())
}

/// A text of an answer; empty when it is not there.
pub(crate) fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// A number of an answer; 0 when it is not there.
pub(crate) fn number(value: &Value, field: &str) -> i64 {
    value.get(field).and_then(Value::as_i64).unwrap_or_default()
}

/// A list of an answer.
pub(crate) fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value
        .get(field)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// Puts a field into an object that is being put together.
pub(crate) fn put(object: &mut Value, field: &str, value: Value) {
    if let Value::Object(fields) = object {
        fields.insert(field.to_owned(), value);
    }
}
