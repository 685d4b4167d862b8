//! Numbers of the own post: typed, scanned or from a pool, and never given twice.

use super::{Draft, Ready, refuse};
use crate::error::Result;
use crate::needs;
use crate::orders::types::BulkRefusal;
use domain::own_post::{NumberPool, accept_number};
use domain::{Refusal, Sentence, fold};
use paper::Tracking;
use paper::barcode::Symbology;
use std::collections::{BTreeMap, BTreeSet};
use store::rows::NumberPoolRow;
use store::tables::{settings as setting_tables, ship};
use store::{Db, Write};

/// Gives each parcel of a tracked service its number: the typed one, or the pool's next. None is
/// ever given twice.
pub(super) async fn give_numbers(
    w: &mut Write<'_>,
    ready: &[Ready],
    drafts: &mut Vec<Draft>,
    refused: &mut Vec<BulkRefusal>,
) -> Result<()> {
    let mut pools = read_pools(w.db()).await?;
    let mut out: BTreeMap<usize, Sentence> = BTreeMap::new();
    let mut given: BTreeSet<String> = BTreeSet::new();
    for draft in drafts.iter_mut() {
        if out.contains_key(&draft.shipment) {
            continue;
        }
        let number = if draft.typed.is_empty() {
            if !draft.tracked {
                continue;
            }
            next_number(w, &mut pools, draft.service.row.id).await?
        } else {
            accept_number(&draft.typed).map(|n| n.number)
        };
        match number {
            Ok(number) => {
                if !given.insert(number.clone()) || ship::is_used(w.db(), &number).await? {
                    let sentence = Sentence::new("label-number-used").with("number", number);
                    out.insert(draft.shipment, sentence);
                    continue;
                }
                let now = w.now();
                ship::use_number(w.db(), &number, draft.parcel.id, now).await?;
                draft.parcel.tracking_key = fold::key(&number);
                draft.parcel.tracking.clone_from(&number);
                draft.input.tracking = Some(Tracking {
                    shown: grouped(&number),
                    number,
                    symbology: Symbology::Code128,
                });
            }
            Err(Refusal(sentence)) => {
                out.insert(draft.shipment, sentence);
            }
        }
    }
    for (shipment, sentence) in &out {
        refuse(ready, *shipment, sentence, refused);
    }
    drafts.retain(|d| !out.contains_key(&d.shipment));
    save_pools(w, pools).await
}

async fn read_pools(db: &mut Db) -> Result<Vec<(NumberPoolRow, NumberPool, bool)>> {
    let mut pools = Vec::new();
    for row in setting_tables::pools(db).await? {
        let pool = serde_json::from_str(&row.definition)
            .map_err(|e| store::StoreError::Damaged(format!("number pool {}: {e}", row.id)))?;
        pools.push((row, pool, false));
    }
    Ok(pools)
}

/// The next number that never stood on a label, from the oldest pool of the service that has one.
async fn next_number(
    w: &mut Write<'_>,
    pools: &mut [(NumberPoolRow, NumberPool, bool)],
    service: i64,
) -> Result<Result<String, Refusal>> {
    let mut last = Refusal::new("label-number-needed");
    for (_, pool, touched) in pools
        .iter_mut()
        .filter(|(row, _, _)| row.service_id == service)
    {
        loop {
            match pool.take() {
                Ok(number) => {
                    *touched = true;
                    if !ship::is_used(w.db(), &number).await? {
                        return Ok(Ok(number));
                    }
                }
                Err(refusal) => {
                    last = refusal;
                    break;
                }
            }
        }
    }
    Ok(Err(last))
}

async fn save_pools(
    w: &mut Write<'_>,
    pools: Vec<(NumberPoolRow, NumberPool, bool)>,
) -> Result<()> {
    for (mut row, pool, touched) in pools {
        if !touched {
            continue;
        }
        row.definition = serde_json::to_string(&pool).unwrap_or_default();
        let id = row.id;
        setting_tables::save_pool(w.db(), row).await?;
        if let Some(sentence) = pool.warning() {
            needs::open(w, "pool_low", id, &sentence).await?;
        }
    }
    Ok(())
}

/// A number of UPU S10 as post offices write it, `CE 417 700 011 BE`; nothing for any other, which
/// paper groups by itself.
fn grouped(number: &str) -> String {
    let part = |range: std::ops::Range<usize>, is: fn(&u8) -> bool| {
        number.get(range).filter(|p| p.as_bytes().iter().all(is))
    };
    if number.len() != 13 {
        return String::new();
    }
    let parts = [
        part(0..2, u8::is_ascii_alphabetic),
        part(2..5, u8::is_ascii_digit),
        part(5..8, u8::is_ascii_digit),
        part(8..11, u8::is_ascii_digit),
        part(11..13, u8::is_ascii_alphabetic),
    ];
    let parts: Option<Vec<&str>> = parts.into_iter().collect();
    parts.map(|p| p.join(" ")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_number_is_read_out_in_threes() {
        assert_eq!(grouped("CE417700011BE"), "CE 417 700 011 BE");
        assert_eq!(grouped("1Z999AA10123456784"), "");
        assert_eq!(grouped("ÄÖ417700011BE"), "");
        assert_eq!(grouped(""), "");
    }
}
