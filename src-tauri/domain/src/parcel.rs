//! One box with one label, out or back. `MODEL.md`, "Shipment, parcel, hand-over".

use crate::{Refusal, words_of};

words_of! {
    /// Where a parcel is.
    pub enum ParcelState {
        /// No live label.
        Open = "open",
        /// It has a live label.
        Labelled = "labelled",
        /// It left the house.
        HandedOver = "handed_over",
        /// The carrier has it.
        InTransit = "in_transit",
        /// On the van to the recipient.
        OutForDelivery = "out_for_delivery",
        /// It waits at a counter.
        ReadyForPickup = "ready_for_pickup",
        /// It arrived.
        Delivered = "delivered",
        /// Fetched at the shop.
        Collected = "collected",
        /// Something is wrong.
        Exception = "exception",
        /// On its way back.
        Returning = "returning",
        /// It came back.
        ReturnedToSender = "returned_to_sender",
        /// Nobody knows where it is.
        Lost = "lost",
        /// Called off before it left.
        Cancelled = "cancelled",
    }
}

words_of! {
    /// What happens to a parcel.
    pub enum ParcelAction {
        /// A label was made for it.
        Label = "label",
        /// Its label was retired.
        RetireLabel = "retire_label",
        /// It left with the carrier.
        HandOver = "hand_over",
        /// It did not leave after all.
        TakeBack = "take_back",
        /// It arrived: seen, told by hand, or assumed after the service's days.
        Deliver = "deliver",
        /// It waits at the shop's counter or a parcel point.
        AwaitPickup = "await_pickup",
        /// Fetched at the shop.
        Collect = "collect",
        /// Called off.
        Cancel = "cancel",
        /// It cannot be found.
        Lose = "lose",
        /// It came back to the shop.
        ComeBack = "come_back",
    }
}

impl ParcelState {
    /// The whole table for what people do. `None` is a move that does not exist. What a carrier
    /// observes is not an action and has its own function.
    #[must_use]
    pub fn after(self, action: ParcelAction) -> Option<Self> {
        use ParcelAction as A;
        match self {
            Self::Open => match action {
                A::Label => Some(Self::Labelled),
                // A letter without label, or one the source labelled: handed over as it is.
                A::HandOver => Some(Self::HandedOver),
                A::AwaitPickup => Some(Self::ReadyForPickup),
                A::Cancel => Some(Self::Cancelled),
                A::RetireLabel | A::TakeBack | A::Deliver | A::Collect | A::Lose | A::ComeBack => {
                    None
                }
            },
            Self::Labelled => match action {
                A::RetireLabel => Some(Self::Open),
                A::HandOver => Some(Self::HandedOver),
                A::Label
                | A::TakeBack
                | A::Deliver
                | A::AwaitPickup
                | A::Collect
                | A::Cancel
                | A::Lose
                | A::ComeBack => None,
            },
            Self::HandedOver => match action {
                A::TakeBack => Some(Self::Labelled),
                A::Deliver => Some(Self::Delivered),
                A::Lose => Some(Self::Lost),
                A::ComeBack => Some(Self::ReturnedToSender),
                A::Label
                | A::RetireLabel
                | A::HandOver
                | A::AwaitPickup
                | A::Collect
                | A::Cancel => None,
            },
            Self::InTransit | Self::OutForDelivery | Self::Exception => match action {
                A::Deliver => Some(Self::Delivered),
                A::Lose => Some(Self::Lost),
                A::ComeBack => Some(Self::ReturnedToSender),
                A::Label
                | A::RetireLabel
                | A::HandOver
                | A::TakeBack
                | A::AwaitPickup
                | A::Collect
                | A::Cancel => None,
            },
            Self::ReadyForPickup => match action {
                A::Collect => Some(Self::Collected),
                A::Deliver => Some(Self::Delivered),
                A::TakeBack => Some(Self::Open),
                A::ComeBack => Some(Self::ReturnedToSender),
                A::Label | A::RetireLabel | A::HandOver | A::AwaitPickup | A::Cancel | A::Lose => {
                    None
                }
            },
            Self::Returning => match action {
                A::ComeBack => Some(Self::ReturnedToSender),
                A::Lose => Some(Self::Lost),
                A::Deliver => Some(Self::Delivered),
                A::Label
                | A::RetireLabel
                | A::HandOver
                | A::TakeBack
                | A::AwaitPickup
                | A::Collect
                | A::Cancel => None,
            },
            Self::Lost => match action {
                A::Deliver => Some(Self::Delivered),
                A::ComeBack => Some(Self::ReturnedToSender),
                A::Label
                | A::RetireLabel
                | A::HandOver
                | A::TakeBack
                | A::AwaitPickup
                | A::Collect
                | A::Cancel
                | A::Lose => None,
            },
            Self::Delivered | Self::Collected | Self::ReturnedToSender | Self::Cancelled => None,
        }
    }

    /// Whether the parcel has left the house and did not come back.
    #[must_use]
    pub fn left(self) -> bool {
        match self {
            Self::Open | Self::Labelled | Self::ReadyForPickup | Self::Cancelled => false,
            Self::HandedOver
            | Self::InTransit
            | Self::OutForDelivery
            | Self::Delivered
            | Self::Collected
            | Self::Exception
            | Self::Returning
            | Self::ReturnedToSender
            | Self::Lost => true,
        }
    }
}

/// What the guards of a hand-over ask.
#[derive(Debug, Clone, Copy)]
pub struct HandOverFacts {
    /// Where the parcel is.
    pub state: ParcelState,
    /// Active holds on its orders, lines or shipment.
    pub holds: i64,
    /// Whether one of its orders was cancelled.
    pub order_cancelled: bool,
    /// Whether an order changed on paper since the label was made.
    pub changed_since_label: bool,
}

/// The red stop: what must not leave does not leave.
///
/// # Errors
/// The sentence that says why it stays here.
pub fn hand_over(facts: &HandOverFacts) -> Result<ParcelState, Refusal> {
    if facts.state.left() {
        return Err(Refusal::new("hand-over-already-gone"));
    }
    if facts.order_cancelled {
        return Err(Refusal::new("hand-over-cancelled"));
    }
    if facts.holds > 0 {
        return Err(Refusal::new("hand-over-held"));
    }
    if facts.changed_since_label {
        return Err(Refusal::new("hand-over-changed"));
    }
    if facts.state != ParcelState::Labelled {
        return Err(Refusal::new("hand-over-no-label"));
    }
    Ok(ParcelState::HandedOver)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_this() {
        let rows: Vec<String> = ParcelState::ALL
            .iter()
            .flat_map(|s| ParcelAction::ALL.iter().map(move |a| (*s, *a)))
            .filter_map(|(s, a)| {
                s.after(a)
                    .map(|n| format!("{} --{}--> {}", s.word(), a.word(), n.word()))
            })
            .collect();
        assert_eq!(
            rows,
            [
                "open --label--> labelled",
                "open --hand_over--> handed_over",
                "open --await_pickup--> ready_for_pickup",
                "open --cancel--> cancelled",
                "labelled --retire_label--> open",
                "labelled --hand_over--> handed_over",
                "handed_over --take_back--> labelled",
                "handed_over --deliver--> delivered",
                "handed_over --lose--> lost",
                "handed_over --come_back--> returned_to_sender",
                "in_transit --deliver--> delivered",
                "in_transit --lose--> lost",
                "in_transit --come_back--> returned_to_sender",
                "out_for_delivery --deliver--> delivered",
                "out_for_delivery --lose--> lost",
                "out_for_delivery --come_back--> returned_to_sender",
                "ready_for_pickup --take_back--> open",
                "ready_for_pickup --deliver--> delivered",
                "ready_for_pickup --collect--> collected",
                "ready_for_pickup --come_back--> returned_to_sender",
                "exception --deliver--> delivered",
                "exception --lose--> lost",
                "exception --come_back--> returned_to_sender",
                "returning --deliver--> delivered",
                "returning --lose--> lost",
                "returning --come_back--> returned_to_sender",
                "lost --deliver--> delivered",
                "lost --come_back--> returned_to_sender",
            ]
        );
    }

    #[test]
    fn what_must_not_leave_is_stopped() {
        let good = HandOverFacts {
            state: ParcelState::Labelled,
            holds: 0,
            order_cancelled: false,
            changed_since_label: false,
        };
        assert_eq!(hand_over(&good), Ok(ParcelState::HandedOver));
        for (facts, id) in [
            (
                HandOverFacts {
                    state: ParcelState::Open,
                    ..good
                },
                "hand-over-no-label",
            ),
            (
                HandOverFacts {
                    state: ParcelState::HandedOver,
                    ..good
                },
                "hand-over-already-gone",
            ),
            (HandOverFacts { holds: 1, ..good }, "hand-over-held"),
            (
                HandOverFacts {
                    order_cancelled: true,
                    ..good
                },
                "hand-over-cancelled",
            ),
            (
                HandOverFacts {
                    changed_since_label: true,
                    ..good
                },
                "hand-over-changed",
            ),
        ] {
            assert_eq!(hand_over(&facts), Err(Refusal::new(id)));
        }
    }
}
