//! What is expected, worked out by hand: field by field, stage by stage, side by side.

use serde_json::Value;

/// What of an order is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Address,
    Note,
    Gift,
    GiftMessage,
    Service,
    ShipBy,
    MoreUnits,
    FewerUnits,
    NewLine,
    LineGone,
    Price,
    Shipping,
    Payment,
    BuyerName,
    Email,
    Phone,
}

/// How far the order is when the later file comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nothing was printed or fetched.
    Open,
    /// On a printed pick list.
    Listed,
    /// A label was bought, and the parcel is here.
    Labelled,
    /// Handed over.
    Left,
    /// Cancelled here.
    Cancelled,
    /// It came in as history.
    History,
}

impl Stage {
    pub(super) const ALL: [Self; 6] = [
        Self::Open,
        Self::Listed,
        Self::Labelled,
        Self::Left,
        Self::Cancelled,
        Self::History,
    ];
}

/// Who changed the field since the first file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Theirs,
    Ours,
    /// Both, to the same value.
    Same,
    /// Both, each to its own.
    Both,
}

impl Case {
    pub(super) const ALL: [Self; 4] = [Self::Theirs, Self::Ours, Self::Same, Self::Both];
}

/// What is to be seen afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    /// Their value stands; the timeline tells both.
    Taken,
    /// The same, and the order is held, because paper says otherwise or goods came to it.
    Held,
    /// What stood here stands, silently.
    Kept,
    /// What stood here stands, and the order is held until a person has decided.
    Asked,
    /// What stood here stands, theirs is shown beside it, and the order is held.
    Shown,
    /// What stood here stands, because it has left; theirs is shown. There is nothing to hold.
    Late,
    /// It cannot happen.
    Never,
}

/// What taking theirs does to what is shown. Keeping ours always ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Take {
    /// Theirs stands, and nothing is held any more.
    Free,
    /// Theirs stands, and the order is held for the paper that says otherwise.
    Held,
    /// It is refused with this sentence.
    No(&'static str),
    /// Nothing is ever shown.
    Never,
}

use Expect::{Asked, Held, Kept, Late, Never, Shown, Taken};
use Take::{Free, No};

type Cells = ([Expect; 4], Take);

/// One field's part of the table.
pub(super) struct Row {
    pub(super) field: Field,
    /// Why nobody can change it here; empty where somebody can.
    pub(super) why: &'static str,
    /// Open, listed, labelled, left, cancelled, history; in each: theirs, ours, the same, both.
    pub(super) stages: [Cells; 6],
}

/// Only the source's own record changes; nobody changes it here: the commands refuse it.
const HISTORY: Cells = ([Taken, Never, Never, Never], Take::Never);

/// What pick list, slip or label print.
const ON_PAPER: [Cells; 6] = [
    ([Taken, Kept, Kept, Shown], Free),
    ([Held, Kept, Kept, Shown], Take::Held),
    // A parcel keeps what it was labelled with.
    ([Shown, Kept, Kept, Shown], Take::Held),
    ([Late, Kept, Kept, Late], No("conflict-has-left")),
    ([Taken, Kept, Kept, Shown], Free),
    HISTORY,
];

/// The source's alone, on no paper that leaves: taken at every stage.
const THEIRS: [Cells; 6] = [HISTORY; 6];

const fn row(field: Field, stages: [Cells; 6]) -> Row {
    Row {
        field,
        why: "",
        stages,
    }
}

const fn theirs(field: Field, why: &'static str) -> Row {
    Row {
        field,
        why,
        stages: THEIRS,
    }
}

/// The table.
pub(super) static TABLE: [Row; 16] = [
    row(Field::Address, ON_PAPER),
    row(Field::Note, ON_PAPER),
    row(Field::GiftMessage, ON_PAPER),
    // Yes or no: two sides that both changed it agree.
    row(
        Field::Gift,
        [
            ([Taken, Kept, Kept, Never], Take::Never),
            ([Held, Kept, Kept, Never], Take::Never),
            ([Shown, Kept, Kept, Never], Take::Held),
            ([Late, Kept, Kept, Never], No("conflict-has-left")),
            ([Taken, Kept, Kept, Never], Take::Never),
            HISTORY,
        ],
    ),
    // The buyer's wish. Here a service is chosen for it, which is never the same thing. The label tells it.
    row(
        Field::Service,
        [
            ([Taken, Kept, Never, Shown], Free),
            ([Taken, Kept, Never, Shown], Free),
            ([Shown, Kept, Never, Shown], Take::Held),
            ([Late, Kept, Never, Late], No("conflict-has-left")),
            ([Taken, Kept, Never, Shown], Free),
            HISTORY,
        ],
    ),
    // No paper tells the day. After all has left its promise is shown, whoever had set the day.
    row(
        Field::ShipBy,
        [
            ([Taken, Kept, Kept, Shown], Free),
            ([Taken, Kept, Kept, Shown], Free),
            ([Taken, Kept, Kept, Shown], Free),
            ([Late, Kept, Late, Late], No("conflict-has-left")),
            ([Taken, Kept, Kept, Shown], Free),
            HISTORY,
        ],
    ),
    // Nothing here adds units, so both sides never come to the same. More may be sent after the rest.
    row(
        Field::MoreUnits,
        [
            ([Taken, Kept, Never, Shown], Free),
            ([Held, Kept, Never, Shown], Take::Held),
            ([Shown, Kept, Never, Shown], Take::Held),
            ([Late, Kept, Never, Late], Free),
            ([Taken, Kept, Never, Shown], No("conflict-cancelled-here")),
            HISTORY,
        ],
    ),
    // Taking fewer is calling off: the list becomes shorter, the label of a parcel with too much is retired.
    row(
        Field::FewerUnits,
        [
            ([Taken, Kept, Kept, Shown], Free),
            ([Held, Kept, Kept, Shown], Free),
            ([Shown, Kept, Kept, Shown], Free),
            ([Late, Kept, Kept, Late], No("conflict-units-left")),
            ([Taken, Kept, Kept, Shown], No("conflict-cancelled-here")),
            HISTORY,
        ],
    ),
    Row {
        field: Field::NewLine,
        why: "no command adds a line to an order that came from outside",
        stages: [
            ([Taken, Never, Never, Never], Take::Never),
            ([Held, Never, Never, Never], Take::Never),
            ([Held, Never, Never, Never], Take::Never),
            // It has not left: it is one more thing to send, once a person has looked.
            ([Held, Never, Never, Never], Take::Never),
            ([Taken, Never, Never, Never], Take::Never),
            HISTORY,
        ],
    },
    // Absence means nothing; a total that no longer contains it asks a person. What has left, left.
    row(
        Field::LineGone,
        [
            ([Asked, Kept, Kept, Never], Take::Never),
            ([Asked, Kept, Kept, Never], Take::Never),
            ([Asked, Kept, Kept, Never], Take::Never),
            ([Kept, Kept, Kept, Never], Take::Never),
            ([Asked, Kept, Kept, Never], Take::Never),
            ([Kept, Never, Never, Never], Take::Never),
        ],
    ),
    theirs(Field::Price, "amounts are the source's"),
    theirs(Field::Shipping, "amounts are the source's"),
    theirs(Field::Payment, "payments are facts that the source reports"),
    theirs(
        Field::BuyerName,
        "a customer is named by the source; no parcel carries it",
    ),
    theirs(
        Field::Email,
        "a customer is named by the source; no parcel carries it",
    ),
    theirs(
        Field::Phone,
        "a customer is named by the source; a parcel carries the recipient's",
    ),
];

impl Field {
    /// What the first file says.
    pub(super) fn first(self) -> &'static str {
        match self {
            Self::Address => "Lindenweg 7",
            Self::Note => "ring once",
            Self::Gift => "no",
            Self::GiftMessage => "Happy day",
            Self::Service => "Standard",
            // Noon of 23 November 2026 in Berlin.
            Self::ShipBy => "1795431600000",
            Self::MoreUnits | Self::FewerUnits => "3",
            Self::NewLine => "Thing POT",
            Self::LineGone => "1",
            Self::Price => "1000",
            Self::Shipping => "490",
            Self::Payment => "paid",
            Self::BuyerName => "Ada First",
            Self::Email => "first@example.test",
            Self::Phone => "030 111",
        }
    }

    /// What a person makes of it here.
    pub(super) fn ours(self) -> &'static str {
        match self {
            Self::Address => "Our Road 1",
            Self::Note => "our note",
            Self::Gift => "yes",
            Self::GiftMessage => "our words",
            Self::Service => "Standard",
            // Two days later.
            Self::ShipBy => "1795604400000",
            Self::MoreUnits | Self::FewerUnits => "2",
            Self::LineGone => "0",
            Self::NewLine
            | Self::Price
            | Self::Shipping
            | Self::Payment
            | Self::BuyerName
            | Self::Email
            | Self::Phone => unreachable!("nobody can"),
        }
    }

    /// What the later file says.
    pub(super) fn theirs(self) -> &'static str {
        match self {
            Self::Address => "Their Street 2",
            Self::Note => "their note",
            Self::Gift => "yes",
            Self::GiftMessage => "their words",
            Self::Service => "Express",
            // A day earlier.
            Self::ShipBy => "1795345200000",
            Self::MoreUnits => "4",
            Self::FewerUnits => "1",
            Self::NewLine => "Thing POT, Box",
            Self::LineGone => "0",
            Self::Price => "1100",
            Self::Shipping => "690",
            Self::Payment => "partially_refunded",
            Self::BuyerName => "Ada Second",
            Self::Email => "second@example.test",
            Self::Phone => "030 222",
        }
    }

    /// Its word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Address => "ship_to",
            Self::Note => "note",
            Self::Gift => "gift",
            Self::GiftMessage => "gift_message",
            Self::Service => "service_wish",
            Self::ShipBy => "ship_by",
            Self::MoreUnits | Self::FewerUnits | Self::LineGone | Self::NewLine => "line",
            Self::Price => "unit_price",
            Self::Shipping => "shipping",
            Self::Payment => "payment",
            Self::BuyerName => "buyer_name",
            Self::Email => "buyer_email",
            Self::Phone => "buyer_phone",
        }
    }

    /// What the timeline tells of it when theirs is taken: the field, and both values.
    pub(super) fn told(self) -> [&'static str; 3] {
        match self {
            Self::ShipBy => ["promised_at", self.first(), self.theirs()],
            Self::NewLine => ["line", "", "1 × Box"],
            // 3 × 10.00 + 4.90, and 3 × 11.00 + 4.90 or 3 × 10.00 + 6.90.
            Self::Price => ["total", "34.90 EUR", "37.90 EUR"],
            Self::Shipping => ["total", "34.90 EUR", "36.90 EUR"],
            Self::Payment => ["payment", "paid", "partly_refunded"],
            Self::Address
            | Self::Note
            | Self::Gift
            | Self::GiftMessage
            | Self::Service
            | Self::MoreUnits
            | Self::FewerUnits
            | Self::LineGone
            | Self::BuyerName
            | Self::Email
            | Self::Phone => [self.word(), self.first(), self.theirs()],
        }
    }

    /// Whether a cancellation takes it away, and taking that back brings it back.
    pub(super) fn is_units(self) -> bool {
        matches!(self, Self::MoreUnits | Self::FewerUnits | Self::LineGone)
    }

    /// What stands here.
    pub(super) fn value(self, order: &Value, stage: Stage) -> String {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let units = |line: usize| {
            let q = &order["lines"][line]["quantities"];
            (q["ordered"].as_i64().unwrap() - q["cancelled"].as_i64().unwrap()).to_string()
        };
        match self {
            Self::Address => text(&order["ship_to"]["line1"]),
            Self::Note => text(&order["note"]),
            Self::Gift => if order["row"]["gift"] == Value::Bool(true) {
                "yes"
            } else {
                "no"
            }
            .to_owned(),
            Self::GiftMessage => text(&order["gift_message"]),
            Self::Service => text(&order["row"]["service_wish"]),
            // History has no day; what it was promised for is told by the timeline.
            Self::ShipBy if stage == Stage::History => self.theirs().to_owned(),
            Self::ShipBy => order["row"]["ship_by"].to_string(),
            Self::MoreUnits | Self::FewerUnits => units(0),
            Self::LineGone => units(1),
            Self::NewLine => {
                let lines = order["lines"].as_array().unwrap().iter();
                lines
                    .map(|l| text(&l["title"]))
                    .collect::<Vec<_>>()
                    .join(", ")
            }
            Self::Price => order["lines"][0]["unit_price"].to_string(),
            Self::Shipping => order["charges"][0]["amount"].to_string(),
            Self::Payment => text(&order["row"]["payment"]),
            Self::BuyerName => text(&order["buyer_name"]),
            Self::Email => text(&order["buyer_email"])
                .trim_start_matches(char::is_numeric)
                .to_owned(),
            Self::Phone => text(&order["buyer_phone"]),
        }
    }
}
