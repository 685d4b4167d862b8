//! The settings: read, checked field by field, saved over the version that the person saw.

use super::make::put_settings;
use super::types::{SettingsSave, ShopSettings};
use crate::desk::{self, Desk};
use crate::error::{FlowError, Result};
use crate::orders::refresh::refresh;
use crate::orders::reserving::rule_changed;
use crate::orders::types::Nothing;
use base64::Engine as _;
use domain::calendar::{self, Calendar, Zone};
use domain::order::deadline::MOST_DAYS;
use domain::order::ready::MOST_SHIPMENTS;
use domain::order::reserving;
use domain::{Address, Currency, Sentence, address_check, country};
use store::row::save_all;
use store::tables::orders::{self, Deadline};
use store::{Event, Tag, Write};

/// The largest logo, in bytes of its PNG.
pub(super) const LOGO: usize = 200_000;

/// How many open orders are derived anew at a time.
const CHUNK: usize = 2_000;

/// The settings and their version.
///
/// # Errors
/// [`FlowError::NoShop`]; the store's.
pub async fn settings_get(desk: &Desk, _: Nothing) -> Result<SettingsSave> {
    let mut reader = desk.store.read().await?;
    let (settings, version) = desk::settings(reader.db()).await?;
    Ok(SettingsSave { settings, version })
}

/// Saves the settings. When the calendar or what makes an order ready changed, the ship-by times and
/// readiness of every open order follow in the same commit; a ship-by time that a person set stays.
///
/// # Errors
/// [`FlowError::Invalid`] naming the field, [`FlowError::Stale`], [`FlowError::NoShop`]; the store's.
pub async fn settings_save(desk: &Desk, ask: SettingsSave) -> Result<SettingsSave> {
    let mut new = ask.settings;
    check(&mut new)?;
    let calendar = calendar_of(&new)?;
    let mut w = desk.write().await?;
    let (old, version) = desk::settings(w.db()).await?;
    if version != ask.version {
        return Err(FlowError::Stale);
    }
    if new.currency != old.currency && orders::any(w.db()).await? {
        // Sums, prices and postage that stand in the old one would silently mean something else.
        return Err(invalid("currency", "settings-currency-fixed"));
    }
    let version = put_settings(&mut w, &new, version).await?;
    let new_days = calendar_part(&new) != calendar_part(&old);
    let new_rules = new.backorder != old.backorder
        || new.backorder_most != old.backorder_most
        || new.unpaid_days != old.unpaid_days
        || new.capture_at_shipping != old.capture_at_shipping;
    let new_reserving = new.reserve != old.reserve || new.reserve_days != old.reserve_days;
    let open = if new_days || new_rules {
        orders::open_ids(w.db()).await?
    } else {
        Vec::new()
    };
    if new_days {
        let old_calendar = desk::calendar(&old).ok();
        for chunk in open.chunks(CHUNK) {
            set_ship_by(&mut w, chunk, old_calendar.as_ref(), &calendar).await?;
        }
    }
    if new_days || new_reserving {
        rule_changed(&mut w).await?;
    }
    for chunk in open.chunks(CHUNK) {
        refresh(&mut w, chunk).await?;
    }
    w.journal(Event::new("settings_saved").data(&changed(&old, &new)));
    w.stale(&[Tag::Settings, Tag::Orders]);
    w.commit().await?;
    Ok(SettingsSave {
        settings: new,
        version,
    })
}

/// What stands there and is not what the old calendar says, a person has set: it stays.
async fn set_ship_by(
    w: &mut Write<'_>,
    ids: &[i64],
    old: Option<&Calendar>,
    new: &Calendar,
) -> Result<()> {
    let mut rows = orders::deadlines(w.db(), ids).await?;
    let by = |row: &Deadline, calendar: &Calendar| {
        let ours = calendar::ship_by(row.placed_at, calendar);
        row.promised_at.map_or(ours, |theirs| theirs.min(ours))
    };
    rows.retain(|row| old.is_none_or(|old| row.ship_by == Some(by(row, old))));
    for row in &mut rows {
        row.ship_by = Some(by(row, new));
    }
    Ok(save_all(w.db(), 1, &rows).await?)
}

type CalendarPart<'a> = (&'a str, [bool; 7], &'a [String], i64, i64);

fn calendar_part(s: &ShopSettings) -> CalendarPart<'_> {
    let (cut_off, days) = (s.cut_off_minute, s.handling_days);
    (&s.zone, s.open_days, &s.holidays, cut_off, days)
}

/// The names of the settings that differ: the journal keeps no address.
fn changed(old: &ShopSettings, new: &ShopSettings) -> Vec<String> {
    let parts = |s: &ShopSettings| match serde_json::to_value(s) {
        Ok(serde_json::Value::Object(map)) => map,
        Ok(_) | Err(_) => serde_json::Map::new(),
    };
    let old = parts(old);
    parts(new)
        .into_iter()
        .filter(|(name, value)| old.get(name) != Some(value))
        .map(|(name, _)| name)
        .collect()
}

pub(super) fn invalid(field: &'static str, id: &str) -> FlowError {
    FlowError::Invalid {
        field,
        sentence: Sentence::new(id),
    }
}

/// Checks every field and tidies what is written loosely (blanks, days twice, no copies).
fn check(s: &mut ShopSettings) -> Result<()> {
    let name = s.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 100 {
        return Err(invalid("name", "settings-name-missing"));
    }
    s.name = name;
    for (field, address) in [
        ("sender", Some(&mut s.sender)),
        ("returns", s.returns.as_mut()),
    ] {
        let Some(address) = address else { continue };
        address.country = address.country.trim().to_ascii_uppercase();
        if country::find(&address.country).is_none() {
            return Err(invalid(field, "settings-country-unknown"));
        }
    }
    // Parcels come back to it: half of one would keep every label from being made.
    let whole = |address: &Address| address_check::check(address).may_ship();
    if s.returns.as_ref().is_some_and(|returns| !whole(returns)) {
        return Err(invalid("returns", "settings-returns-part"));
    }
    if s.slip_note.chars().count() > 500 {
        return Err(invalid("slip_note", "settings-slip-note-long"));
    }
    logo_of(&s.logo_png)?;
    if s.currency == Currency::none() {
        return Err(invalid("currency", "settings-currency-missing"));
    }
    if !["en", "de"].contains(&s.language.as_str()) {
        return Err(invalid("language", "settings-language-unknown"));
    }
    if !(2..=MOST_SHIPMENTS).contains(&s.backorder_most) {
        return Err(invalid("backorder_most", "backorder-most-range"));
    }
    if !(0..=MOST_DAYS).contains(&s.unpaid_days) {
        return Err(FlowError::Invalid {
            field: "unpaid_days",
            sentence: Sentence::new("settings-unpaid-days").with("most", MOST_DAYS),
        });
    }
    if !(0..=reserving::MOST_DAYS).contains(&s.reserve_days) {
        return Err(FlowError::Invalid {
            field: "reserve_days",
            sentence: Sentence::new("settings-reserve-days").with("most", reserving::MOST_DAYS),
        });
    }
    if ![203, 300].contains(&s.label_dpi) {
        return Err(invalid("label_dpi", "settings-label-dpi"));
    }
    if !["a4", "letter"].contains(&s.paper.as_str()) {
        return Err(invalid("paper", "settings-paper"));
    }
    for (field, printer) in [
        ("label_printer", &mut s.label_printer),
        ("paper_printer", &mut s.paper_printer),
    ] {
        printer.copies = printer.copies.max(1);
        printer.uri = printer.uri.trim().to_owned();
        let address = printer.uri.is_empty() || printers::is_address(&printer.uri);
        if printer.copies > 9 || !address {
            return Err(invalid(field, "settings-printer"));
        }
    }
    let folder = s.backup_folder.trim().to_owned();
    if !folder.is_empty() {
        let path = std::path::Path::new(&folder);
        if !path.is_absolute() || !path.is_dir() {
            return Err(invalid("backup_folder", "settings-backup-folder"));
        }
    }
    s.backup_folder = folder;
    Ok(())
}

/// Whether a logo can be kept and printed.
pub(super) fn logo_of(text: &str) -> Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    // Four letters of base64 carry three bytes: what is too long is not even read.
    if text.len() > LOGO.div_ceil(3) * 4 {
        return Err(invalid("logo_png", "settings-logo-large"));
    }
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(text)
        .map_err(|_| invalid("logo_png", "settings-logo-not-png"))?;
    if bytes.len() > LOGO {
        return Err(invalid("logo_png", "settings-logo-large"));
    }
    paper::Logo::from_png(&bytes)
        .map(|_| ())
        .map_err(|_| invalid("logo_png", "settings-logo-not-png"))
}

fn calendar_of(s: &ShopSettings) -> Result<Calendar> {
    if Zone::new(&s.zone).is_none() {
        return Err(invalid("zone", "settings-zone-unknown"));
    }
    for day in &s.holidays {
        if day.parse::<chrono::NaiveDate>().is_err() {
            return Err(FlowError::Invalid {
                field: "holidays",
                sentence: Sentence::new("settings-holiday-unknown").with("day", day.as_str()),
            });
        }
    }
    if !s.open_days.contains(&true) {
        return Err(invalid("open_days", "calendar-never-open"));
    }
    if !(0..1440).contains(&s.cut_off_minute) {
        return Err(invalid("cut_off_minute", "calendar-cut-off"));
    }
    if !(0..=365).contains(&s.handling_days) {
        return Err(FlowError::Invalid {
            field: "handling_days",
            sentence: Sentence::new("calendar-handling-days").with("max", 365_i64),
        });
    }
    desk::calendar(s)
}
