//! A desk: one computer at which one person works in one shop.

use crate::error::{FlowError, Result};
use crate::shop::types::{Progress, ShopSettings};
use domain::calendar::{Calendar, Weekday, Zone};
use domain::id::{DeviceId, UserId};
use domain::{Millis, Sentence};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use store::{Actor, Db, Store, Write};
use tokio::sync::RwLock;

/// Tells the time: the host passes it in, tests pass a fixed one.
pub type Clock = Arc<dyn Fn() -> Millis + Send + Sync>;

/// One computer at which one person works in one shop.
pub struct Desk {
    /// The shop's memory.
    pub store: Store,
    clock: Clock,
    staff: AtomicI64,
    device: AtomicI64,
    /// The long work that goes on, if any.
    pub work: Work,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk")
            .field("store", &self.store)
            .finish_non_exhaustive()
    }
}

impl Desk {
    /// A desk over an open store. Nobody has signed in yet: events carry person 0, the program.
    #[must_use]
    pub fn new(store: Store, clock: Clock) -> Self {
        Self {
            store,
            clock,
            staff: AtomicI64::new(0),
            device: AtomicI64::new(0),
            work: Work::default(),
        }
    }

    /// The desk's clock.
    #[must_use]
    pub fn now(&self) -> Millis {
        (self.clock)()
    }

    /// Who acts from now on.
    pub fn sign_in(&self, staff: UserId, device: DeviceId) {
        self.staff.store(staff.0, Ordering::Relaxed);
        self.device.store(device.0, Ordering::Relaxed);
    }

    /// Who acts, where, when.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor {
            staff: UserId(self.staff.load(Ordering::Relaxed)),
            device: DeviceId(self.device.load(Ordering::Relaxed)),
            now: self.now(),
        }
    }

    /// Waits for the writer.
    ///
    /// # Errors
    /// The store's.
    pub async fn write(&self) -> Result<Write<'_>> {
        Ok(self.store.write(self.actor()).await?)
    }
}

/// The key under which the settings stand.
pub(crate) const SETTINGS: &str = "shop";

/// The settings and their version.
///
/// # Errors
/// [`FlowError::NoShop`] before the first run; the store's.
pub async fn settings(db: &mut Db) -> Result<(ShopSettings, i64)> {
    let (text, version) = store::tables::settings::get(db, SETTINGS)
        .await?
        .ok_or(FlowError::NoShop)?;
    let settings = serde_json::from_str(&text)
        .map_err(|e| store::StoreError::Damaged(format!("the settings cannot be read: {e}")))?;
    Ok((settings, version))
}

/// Long work: how far it is, and whether it is asked to stop. One at a time.
#[derive(Debug, Default)]
pub struct Work {
    stop: AtomicBool,
    now: RwLock<Option<Progress>>,
}

impl Work {
    /// Says what goes on.
    pub async fn tell(&self, job: &str, done: i64, total: i64, note: Sentence) {
        *self.now.write().await = Some(Progress {
            job: job.to_owned(),
            done,
            total,
            note,
        });
    }

    /// Nothing goes on any more.
    pub async fn end(&self) {
        *self.now.write().await = None;
        self.stop.store(false, Ordering::Relaxed);
    }

    /// What goes on.
    pub async fn progress(&self) -> Vec<Progress> {
        self.now.read().await.clone().into_iter().collect()
    }

    /// Asks it to stop at the next safe place.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to.
    #[must_use]
    pub fn stopping(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// The shop's calendar as its settings say.
///
/// # Errors
/// [`FlowError::Refused`] when the settings name no zone, or days that are none.
pub fn calendar(settings: &ShopSettings) -> Result<Calendar> {
    let zone = Zone::new(&settings.zone).ok_or_else(|| {
        domain::Refusal::new("settings-zone").with("zone", settings.zone.as_str())
    })?;
    let days = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];
    let holidays = settings
        .holidays
        .iter()
        .map(|day| {
            day.parse()
                .map_err(|_| domain::Refusal::new("settings-holiday").with("day", day.as_str()))
        })
        .collect::<Result<_, _>>()?;
    let calendar = Calendar {
        zone,
        open: days
            .into_iter()
            .zip(settings.open_days)
            .filter_map(|(day, open)| open.then_some(day))
            .collect(),
        holidays,
        cut_off: u16::try_from(settings.cut_off_minute).unwrap_or(0),
        handling_days: u16::try_from(settings.handling_days).unwrap_or(0),
    };
    Ok(calendar.checked()?)
}
