//! What is found out about a file's orders before the writer is taken, so that nobody waits for it.

use super::Take;
use super::gathered::{Gathered, Source};
use crate::error::Result;
use crate::import::known::{self, Known};
use crate::import::new_order::Booking;
use crate::import::new_products;
use crate::import::packed::Packed;
use crate::stock::variants::{self, NewVariant};
use std::sync::Arc;
use store::{Db, Write};

/// What was found out before the writer was taken.
pub(super) enum Prepared {
    /// What becomes of every order.
    Planned(Planned),
    /// What is here, and the products that have to be made first: what is planned for lines without theirs
    /// would have to be planned again.
    Known(Box<Known>, Vec<NewVariant>),
}

/// What becomes of every order, and what its rows are made from.
pub(super) struct Planned {
    pub(super) gathered: Gathered,
    pub(super) source: Source,
}

impl Planned {
    fn of(orders: &Arc<Packed>, known: Known, ask: &Take, booking: Booking) -> Result<Self> {
        let source = Source {
            orders: Arc::clone(orders),
            known: Arc::new(known),
            start_at: ask.start_at,
            booking,
            others: ask.others,
        };
        let gathered = Gathered::of(&source)?;
        Ok(Self { gathered, source })
    }
}

impl Prepared {
    /// Looks up, and plans what can be planned.
    pub(super) async fn before(
        db: &mut Db,
        ask: &Take,
        orders: &Arc<Packed>,
        booking: Booking,
    ) -> Result<Self> {
        let (known, wanted) = look_up(db, ask, orders).await?;
        if wanted.is_empty() {
            Ok(Self::Planned(Planned::of(orders, known, ask, booking)?))
        } else {
            Ok(Self::Known(Box::new(known), wanted))
        }
    }

    /// Finishes it by the one who writes: all of it once more when somebody wrote meanwhile what it rests
    /// on. Answers the products that were made, too.
    pub(super) async fn settle(
        self,
        w: &mut Write<'_>,
        ask: &Take,
        orders: &Arc<Packed>,
        booking: Booking,
    ) -> Result<(Planned, Vec<i64>)> {
        let known: &Known = match &self {
            Self::Planned(planned) => &planned.source.known,
            Self::Known(known, _) => known,
        };
        let stands = known.stands(w.db()).await?;
        let (mut known, wanted) = match self {
            Self::Planned(planned) if stands => return Ok((planned, Vec::new())),
            Self::Known(known, wanted) if stands => (*known, wanted),
            Self::Planned(_) | Self::Known(..) => look_up(w.db(), ask, orders).await?,
        };
        let made = variants::make(w, &wanted).await?;
        if !made.is_empty() {
            known::codes_again(w.db(), &mut known, orders).await?;
        }
        Ok((Planned::of(orders, known, ask, booking)?, made))
    }
}

/// What is here, and the products that are to be made.
async fn look_up(db: &mut Db, ask: &Take, orders: &Packed) -> Result<(Known, Vec<NewVariant>)> {
    let known = known::look_up(db, ask.channel, ask.on_shelf, orders).await?;
    let wanted = if ask.make_products {
        new_products::wanted(orders, &known)?
    } else {
        Vec::new()
    };
    Ok((known, wanted))
}
