//! The last fourteen days, as days in the shop's zone.

use super::types::DaySum;
use crate::error::Result;
use chrono::{Days, NaiveDate};
use domain::calendar::Zone;
use domain::{Currency, Millis};
use store::Db;
use store::tables::orders;

/// How many days are shown, today included.
const SHOWN: u64 = 14;

/// Orders placed on each of the last fourteen days, oldest first. Sums leave out other currencies
/// and orders whose amounts are not known.
pub(super) async fn last_days(
    db: &mut Db,
    zone: Zone,
    currency: Currency,
    now: Millis,
) -> Result<Vec<DaySum>> {
    let today = zone.day_of(now);
    let days: Vec<NaiveDate> = (0..SHOWN)
        .rev()
        .filter_map(|back| today.checked_sub_days(Days::new(back)))
        .collect();
    let mut sums: Vec<DaySum> = days
        .iter()
        .map(|day| DaySum {
            day: zone.start_of_day(*day),
            orders: 0,
            total: 0,
        })
        .collect();
    let from = sums.first().map_or(now, |d| d.day);
    let to = zone.start_of_day(today.succ_opt().unwrap_or(today));
    for (placed_at, total, code, known) in orders::placed_between(db, from, to).await? {
        let at = sums.partition_point(|d| d.day <= placed_at);
        if let Some(sum) = at.checked_sub(1).and_then(|at| sums.get_mut(at)) {
            sum.orders += 1;
            if known == 1 && code == currency.code() {
                sum.total += total;
            }
        }
    }
    Ok(sums)
}
