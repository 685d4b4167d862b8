//! The orders of a file while they wait to be planned and written, in the file's order.
//!
//! The orders of a day stay as they were read. A hundred thousand of them would take a quarter of a gigabyte,
//! and their rows twice that: those are packed, which takes less than the file did, and unpacked some hundred
//! at a time as often as somebody asks.

use super::fingerprint;
use crate::error::{FlowError, Result};
use domain::Refusal;
use domain::source::SourceOrder;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashSet;

/// Orders that are packed together.
const TOGETHER: usize = 512;

/// Up to so many bytes of memory the orders stay as they are; their rows take about twice that. A file of
/// a hundred thousand rows, three to an order, is about as much.
const OPEN_BYTES: usize = 96 * 1024 * 1024;

/// The most bytes of all of them, packed. What a file says can take more room than the file, when a long header is
/// kept beside every row.
const MOST_BYTES: usize = 160 * 1024 * 1024;

/// Orders, packed when they are many.
#[derive(Debug, Default)]
pub struct Packed {
    frames: Vec<Frame>,
    /// Whether they are too many to stay as they are.
    many: bool,
    /// What they take of memory as they are.
    weight: usize,
    waiting: Vec<SourceOrder>,
    /// Half a SHA-256 of each id, to know the second order of an id by.
    seen: HashSet<[u8; 16]>,
    count: usize,
    bytes: usize,
}

/// Some orders in a row.
#[derive(Debug)]
struct Frame {
    orders: Kept,
    digests: Vec<String>,
    again: Vec<bool>,
}

/// How they are kept.
#[derive(Debug)]
enum Kept {
    /// As they were read.
    Open(Vec<SourceOrder>),
    /// Packed, and where each of them ends.
    Closed { bytes: Vec<u8>, ends: Vec<usize> },
}

/// Some orders in a row, unpacked.
#[derive(Debug)]
pub(crate) struct Part<'p> {
    pub(crate) orders: Cow<'p, [SourceOrder]>,
    /// The fingerprint of each.
    pub(crate) digests: &'p [String],
    /// Whether an order before it has the same id.
    pub(crate) again: &'p [bool],
}

impl Packed {
    /// Packs orders.
    ///
    /// # Errors
    /// As [`Packed::pack`].
    pub fn of(orders: Vec<SourceOrder>) -> Result<Self> {
        let mut packed = Self::default();
        for order in orders {
            packed.push(order);
            if packed.waiting.len() >= TOGETHER {
                packed.pack()?;
            }
        }
        packed.closed()
    }

    /// How many orders there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Takes one more order, to be packed soon.
    pub(crate) fn push(&mut self, order: SourceOrder) {
        self.count += 1;
        self.waiting.push(order);
    }

    /// Packs what waits for it.
    ///
    /// # Errors
    /// Refused when all of them take more than [`MOST_BYTES`].
    pub(crate) fn pack(&mut self) -> Result<()> {
        let orders = std::mem::take(&mut self.waiting);
        if orders.is_empty() {
            return Ok(());
        }
        let again = orders
            .iter()
            .map(|order| !self.seen.insert(half(&order.source_id)))
            .collect();
        let prints = fingerprint::of_all(&orders);
        self.weight += prints.iter().map(|print| print.weight).sum::<usize>();
        self.frames.push(Frame {
            orders: Kept::Open(orders),
            digests: prints.into_iter().map(|print| print.digest).collect(),
            again,
        });
        if !self.many && self.weight <= OPEN_BYTES {
            return Ok(());
        }
        // Once they are many, only the last frame is still open.
        let first = if self.many { self.frames.len() - 1 } else { 0 };
        self.many = true;
        for frame in self.frames.iter_mut().skip(first) {
            self.bytes += frame.close()?;
        }
        if self.bytes > MOST_BYTES {
            return Err(Refusal::new("import-file-too-much")
                .with("limit", 160_i64)
                .into());
        }
        Ok(())
    }

    /// Whether they are few enough that their rows may stand in memory as well.
    pub(crate) fn few(&self) -> bool {
        !self.many
    }

    /// Packs the last of them; from now on they are only read.
    ///
    /// # Errors
    /// As [`Packed::pack`].
    pub(crate) fn closed(mut self) -> Result<Self> {
        self.pack()?;
        self.seen = HashSet::new();
        Ok(self)
    }

    /// The orders in the file's order, some hundred at a time.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Result<Part<'_>>> {
        self.frames.iter().map(Frame::part)
    }

    /// As [`Packed::parts`], one of them.
    pub(crate) fn part(&self, at: usize) -> Option<Result<Part<'_>>> {
        self.frames.get(at).map(Frame::part)
    }
}

impl Frame {
    /// Packs them; answers how many bytes they take now.
    fn close(&mut self) -> Result<usize> {
        let Kept::Open(orders) = &self.orders else {
            return Ok(0);
        };
        let packed: Vec<Vec<u8>> = orders
            .par_iter()
            .map(|order| postcard::to_allocvec(order).map_err(broken))
            .collect::<Result<_>>()?;
        let mut bytes = Vec::with_capacity(packed.iter().map(Vec::len).sum());
        let ends = packed
            .iter()
            .map(|order| {
                bytes.extend_from_slice(order);
                bytes.len()
            })
            .collect();
        let taken = bytes.len();
        self.orders = Kept::Closed { bytes, ends };
        Ok(taken)
    }

    fn part(&self) -> Result<Part<'_>> {
        let orders = match &self.orders {
            Kept::Open(orders) => Cow::Borrowed(orders.as_slice()),
            Kept::Closed { bytes, ends } => Cow::Owned(opened(bytes, ends)?),
        };
        Ok(Part {
            orders,
            digests: &self.digests,
            again: &self.again,
        })
    }
}

fn opened(bytes: &[u8], ends: &[usize]) -> Result<Vec<SourceOrder>> {
    ends.par_iter()
        .enumerate()
        .map(|(at, end)| {
            let start = match at.checked_sub(1) {
                Some(before) => ends.get(before).copied().unwrap_or(0),
                None => 0,
            };
            let bytes = bytes.get(start..*end).unwrap_or_default();
            postcard::from_bytes(bytes).map_err(broken)
        })
        .collect()
}

fn half(id: &str) -> [u8; 16] {
    let whole: [u8; 32] = Sha256::digest(id.as_bytes()).into();
    let mut half = [0; 16];
    for (to, from) in half.iter_mut().zip(whole) {
        *to = from;
    }
    half
}

/// What was packed here is unpacked here: this is a fault of the program.
fn broken(error: postcard::Error) -> FlowError {
    FlowError::Store(store::StoreError::Damaged(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::source::{SourceBuyer, SourceCharge, SourceTax};
    use domain::{Address, Currency};

    fn order(id: &str) -> SourceOrder {
        let bytes = format!(
            "order,date,sku,title,qty,price,total,currency,shipping country\n{id},2026-08-14,00A,Bücher & Co,2,12.50,29.90,EUR,DE\n"
        );
        let options = channels::ReadOptions::new(
            Currency::new("EUR").unwrap(),
            chrono_tz::Europe::Berlin,
            chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
        );
        let read = channels::read(bytes.as_bytes(), "x.csv", &options).unwrap();
        read.orders.into_iter().next().unwrap()
    }

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let mut full = order("7");
        full.buyer = SourceBuyer {
            name: "Ida".to_owned(),
            ..SourceBuyer::default()
        };
        full.bill_to = Address {
            line1: "Weg 1".to_owned(),
            ..Address::default()
        };
        full.charges.push(SourceCharge {
            kind: domain::source::ChargeKind::Discount,
            label: "SPRING".to_owned(),
            amount: -500,
        });
        full.taxes.push(SourceTax {
            name: "MwSt".to_owned(),
            amount: 477,
            included: Some(true),
            collected_by_channel: false,
        });
        full.extra.push(("Risk".to_owned(), "low".to_owned()));
        let mut orders: Vec<SourceOrder> = (0..1_100).map(|n| order(&n.to_string())).collect();
        orders.push(full);
        let digests: Vec<String> = fingerprint::of_all(&orders)
            .into_iter()
            .map(|print| print.digest)
            .collect();
        let mut packed = Packed::of(orders.clone()).unwrap();
        assert_eq!(packed.len(), 1_101);
        assert!(packed.few());
        unpacked_is(&packed, &orders, &digests);
        for frame in &mut packed.frames {
            assert!(frame.close().unwrap() > 0);
        }
        unpacked_is(&packed, &orders, &digests);
    }

    fn unpacked_is(packed: &Packed, orders: &[SourceOrder], digests: &[String]) {
        let parts: Vec<Part<'_>> = packed.parts().map(Result::unwrap).collect();
        // 1,101 orders are 512, 512 and 77.
        assert_eq!(
            parts.iter().map(|p| p.orders.len()).collect::<Vec<_>>(),
            [512, 512, 77]
        );
        let again: Vec<bool> = parts.iter().flat_map(|p| p.again.to_vec()).collect();
        // The last has the id of the eighth.
        assert_eq!(again.iter().filter(|again| **again).count(), 1);
        assert_eq!(again.last(), Some(&true));
        let found: Vec<String> = parts.iter().flat_map(|p| p.digests.to_vec()).collect();
        assert_eq!(found, digests);
        let found: Vec<SourceOrder> = parts.iter().flat_map(|p| p.orders.to_vec()).collect();
        assert_eq!(found, orders);
    }

    #[test]
    fn many_orders_are_packed_from_the_first_to_the_last() {
        let mut long = order("1");
        long.note = "x".repeat(10 * 1024 * 1024);
        let mut packed = Packed::default();
        // Nine take 90 MB and stay; the tenth makes them more than 96.
        for nth in 1..=12 {
            packed.push(long.clone());
            packed.pack().unwrap();
            assert_eq!(packed.few(), nth <= 9, "{nth}");
            let open = |frame: &&Frame| matches!(frame.orders, Kept::Open(_));
            let open = packed.frames.iter().filter(open).count();
            assert_eq!(open, if nth <= 9 { nth } else { 0 });
        }
        let parts: Vec<Part<'_>> = packed.parts().map(Result::unwrap).collect();
        assert!(
            parts
                .iter()
                .all(|part| part.orders.as_ref() == [long.clone()])
        );
    }

    #[test]
    fn what_would_take_too_much_room_is_refused() {
        let mut long = order("1");
        long.note = "x".repeat(1024 * 1024);
        let mut packed = Packed::default();
        let mut refused = None;
        // 160 MB are 160 of them, and the rest of each is what makes it one less.
        for _ in 0..160 {
            packed.push(long.clone());
            refused = packed.pack().err();
        }
        let Some(FlowError::Refused(refusal)) = refused else {
            panic!("taken");
        };
        assert_eq!(refusal.0.id, "import-file-too-much");
    }
}
