//! Words for how far an order is.

use crate::field::Field;
use domain::source::{SourcePaid, SourceShipped};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;
use ts_rs::TS;

/// What a source's word means. A person may choose it for a word that we do not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatusWord {
    /// Not paid; nothing left.
    Unpaid,
    /// Payment started, not certain; nothing left.
    PaymentPending,
    /// The amount is reserved; nothing left.
    Authorized,
    /// A part is paid.
    PartlyPaid,
    /// Paid; says nothing of the goods.
    Paid,
    /// Paid, nothing left: to be shipped.
    ToShip,
    /// A part has left; says nothing of the money.
    PartlyShipped,
    /// All has left; says nothing of the money.
    Shipped,
    /// Nothing has left; says nothing of the money.
    NotShipped,
    /// Paid, and all has left.
    Complete,
    /// Cancelled.
    Cancelled,
    /// Paid, and a part went back.
    PartlyRefunded,
    /// Paid, and all went back.
    Refunded,
    /// The reserved amount was let go.
    Voided,
    /// Says nothing that matters here.
    Nothing,
}

/// A word taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) paid: Option<SourcePaid>,
    pub(crate) shipped: Option<SourceShipped>,
    pub(crate) cancelled: bool,
}

impl StatusWord {
    /// All of them, from unpaid to nothing.
    pub const ALL: [Self; 15] = [
        Self::Unpaid,
        Self::PaymentPending,
        Self::Authorized,
        Self::PartlyPaid,
        Self::Paid,
        Self::ToShip,
        Self::PartlyShipped,
        Self::Shipped,
        Self::NotShipped,
        Self::Complete,
        Self::Cancelled,
        Self::PartlyRefunded,
        Self::Refunded,
        Self::Voided,
        Self::Nothing,
    ];

    pub(crate) fn meaning(self) -> Meaning {
        use SourcePaid as P;
        use SourceShipped as S;
        let (paid, shipped, cancelled) = match self {
            Self::Unpaid => (Some(P::Unpaid), Some(S::No), false),
            Self::PaymentPending => (Some(P::Pending), Some(S::No), false),
            Self::Authorized => (Some(P::Authorized), Some(S::No), false),
            Self::PartlyPaid => (Some(P::PartlyPaid), None, false),
            Self::Paid => (Some(P::Paid), None, false),
            Self::ToShip => (Some(P::Paid), Some(S::No), false),
            Self::PartlyShipped => (None, Some(S::Partly), false),
            Self::Shipped => (None, Some(S::Yes), false),
            Self::NotShipped => (None, Some(S::No), false),
            Self::Complete => (Some(P::Paid), Some(S::Yes), false),
            Self::Cancelled => (None, None, true),
            Self::PartlyRefunded => (Some(P::PartlyRefunded), None, false),
            Self::Refunded => (Some(P::Refunded), None, false),
            Self::Voided => (Some(P::Voided), None, false),
            Self::Nothing => (None, None, false),
        };
        Meaning {
            paid,
            shipped,
            cancelled,
        }
    }
}

/// Words that mean the same in every column.
const ANYWHERE: &[(StatusWord, &str)] = &[
    (
        StatusWord::Unpaid,
        "unpaid|not paid|awaiting payment|pending payment|payment required|open invoice|failed|\
         payment failed|draft|unbezahlt|nicht bezahlt|offen|zahlung ausstehend|\
         zahlung offen|warten auf zahlung|impayé|non payé|en attente de paiement|no pagado|\
         pendiente de pago",
    ),
    (
        StatusWord::PaymentPending,
        "payment pending|on hold|on-hold|payment review|checkout-draft|zahlung in bearbeitung|\
         in wartestellung|pending review|manual verification required",
    ),
    (
        StatusWord::Authorized,
        "authorized|authorised|autorisiert|reserviert|autorisé|autorizado",
    ),
    (
        StatusWord::PartlyPaid,
        "partially paid|partly paid|teilweise bezahlt|teilbezahlt|partiellement payé|\
         parcialmente pagado",
    ),
    (
        StatusWord::Paid,
        "paid|payed|captured|settled|payment received|paid in full|bezahlt|gezahlt|\
         zahlung erhalten|zahlung eingegangen|payé|payée|pagado|pagada|pagato|betaald",
    ),
    (
        StatusWord::ToShip,
        "awaiting fulfillment|awaiting fulfilment|awaiting shipment|awaiting pickup|\
         ready to ship|to ship|versandbereit|zu versenden|à expédier|por enviar",
    ),
    (
        StatusWord::PartlyShipped,
        "partially shipped|partly shipped|partially fulfilled|partially delivered|partial|\
         teilweise versendet|teilweise versandt|teillieferung|teilversand|\
         partiellement expédié|parcialmente enviado",
    ),
    (
        StatusWord::Shipped,
        "shipped|fulfilled|dispatched|sent|delivered|posted|versendet|versandt|verschickt|\
         geliefert|zugestellt|ausgeliefert|expédié|expédiée|envoyé|livré|enviado|enviada|entregado",
    ),
    (
        StatusWord::NotShipped,
        "unfulfilled|unshipped|not shipped|not fulfilled|restocked|nicht versendet|\
         nicht versandt|unversendet|non expédié|no enviado|scheduled",
    ),
    (
        StatusWord::Complete,
        "complete|completed|closed and shipped|abgeschlossen|erledigt|terminé|terminée|completado",
    ),
    (
        StatusWord::Cancelled,
        "cancelled|canceled|declined|storniert|abgebrochen|annulliert|annulé|annulée|cancelado|\
         cancelada|expired|trash",
    ),
    (
        StatusWord::PartlyRefunded,
        "partially refunded|partly refunded|teilweise erstattet|partiellement remboursé|\
         parcialmente reembolsado",
    ),
    (
        StatusWord::Refunded,
        "refunded|erstattet|zurückerstattet|rückerstattet|remboursé|remboursée|reembolsado",
    ),
    (StatusWord::Voided, "voided|void"),
    (
        StatusWord::Nothing,
        "disputed|open|new|any|neu|nouveau|nuevo|en cours|in bearbeitung",
    ),
];

/// Words whose meaning hangs on their column: payment, fulfilment, or both.
const BY_COLUMN: &[(&str, StatusWord, StatusWord, StatusWord)] = &[
    (
        "pending",
        StatusWord::PaymentPending,
        StatusWord::NotShipped,
        StatusWord::PaymentPending,
    ),
    (
        "expired",
        StatusWord::Voided,
        StatusWord::Nothing,
        StatusWord::Cancelled,
    ),
    (
        "open",
        StatusWord::Unpaid,
        StatusWord::NotShipped,
        StatusWord::Nothing,
    ),
    (
        "offen",
        StatusWord::Unpaid,
        StatusWord::NotShipped,
        StatusWord::Nothing,
    ),
    (
        "yes",
        StatusWord::Paid,
        StatusWord::Shipped,
        StatusWord::Nothing,
    ),
    (
        "ja",
        StatusWord::Paid,
        StatusWord::Shipped,
        StatusWord::Nothing,
    ),
    (
        "oui",
        StatusWord::Paid,
        StatusWord::Shipped,
        StatusWord::Nothing,
    ),
    (
        "true",
        StatusWord::Paid,
        StatusWord::Shipped,
        StatusWord::Nothing,
    ),
    (
        "1",
        StatusWord::Paid,
        StatusWord::Shipped,
        StatusWord::Nothing,
    ),
    (
        "no",
        StatusWord::Unpaid,
        StatusWord::NotShipped,
        StatusWord::Nothing,
    ),
    (
        "nein",
        StatusWord::Unpaid,
        StatusWord::NotShipped,
        StatusWord::Nothing,
    ),
    (
        "non",
        StatusWord::Unpaid,
        StatusWord::NotShipped,
        StatusWord::Nothing,
    ),
    (
        "false",
        StatusWord::Unpaid,
        StatusWord::NotShipped,
        StatusWord::Nothing,
    ),
    (
        "0",
        StatusWord::Unpaid,
        StatusWord::NotShipped,
        StatusWord::Nothing,
    ),
    (
        "processing",
        StatusWord::PaymentPending,
        StatusWord::NotShipped,
        StatusWord::Nothing,
    ),
    (
        "in progress",
        StatusWord::PaymentPending,
        StatusWord::NotShipped,
        StatusWord::Nothing,
    ),
    (
        "complete",
        StatusWord::Paid,
        StatusWord::Shipped,
        StatusWord::Complete,
    ),
    (
        "completed",
        StatusWord::Paid,
        StatusWord::Shipped,
        StatusWord::Complete,
    ),
    (
        "partial",
        StatusWord::PartlyPaid,
        StatusWord::PartlyShipped,
        StatusWord::PartlyShipped,
    ),
];

static WORDS: LazyLock<HashMap<&'static str, StatusWord>> = LazyLock::new(|| {
    let words = |(word, list): &(StatusWord, &'static str)| {
        let word = *word;
        list.split('|')
            .map(move |text| (text.trim(), word))
            .collect::<Vec<_>>()
    };
    ANYWHERE.iter().flat_map(words).collect()
});

/// A source's word as it is compared: lower case, underscores as blanks.
pub(crate) fn plain(word: &str) -> String {
    let lower = word.trim().to_lowercase().replace('_', " ");
    // WooCommerce's own keys: wc-processing
    lower.strip_prefix("wc-").unwrap_or(&lower).to_owned()
}

/// Whether a cell is this plain word; the usual cell is compared without a copy of it.
pub(crate) fn is_plain(cell: &str, word: &str) -> bool {
    cell == word || cell.eq_ignore_ascii_case(word) || plain(cell) == word
}

/// What a word means in a column, if it is known.
pub(crate) fn known(word: &str, field: Field) -> Option<StatusWord> {
    let word = plain(word);
    let by_column = BY_COLUMN.iter().find(|(text, ..)| *text == word);
    if let Some((_, payment, fulfilment, both)) = by_column {
        return Some(if field == Field::PaymentStatus {
            *payment
        } else if matches!(field, Field::FulfilmentStatus | Field::LineStatus) {
            *fulfilment
        } else {
            *both
        });
    }
    WORDS.get(word.as_str()).copied()
}

/// Whether a flag cell says yes. `None` when it says neither.
pub(crate) fn flag(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "x" | "ja" | "oui" | "si" | "sí" | "wahr" | "vrai" => {
            Some(true)
        }
        "false" | "no" | "n" | "0" | "" | "nein" | "non" | "falsch" | "faux" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_decides_words_with_several_meanings() {
        assert_eq!(
            known("pending", Field::PaymentStatus),
            Some(StatusWord::PaymentPending)
        );
        assert_eq!(
            known("PENDING", Field::FulfilmentStatus),
            Some(StatusWord::NotShipped)
        );
        assert_eq!(
            known("partially_refunded", Field::PaymentStatus),
            Some(StatusWord::PartlyRefunded)
        );
        assert_eq!(
            known("wc-completed", Field::OrderStatus),
            Some(StatusWord::Complete)
        );
        assert_eq!(
            known("Bezahlt", Field::PaymentStatus),
            Some(StatusWord::Paid)
        );
        assert_eq!(
            known("versendet", Field::FulfilmentStatus),
            Some(StatusWord::Shipped)
        );
        assert_eq!(known("blorp", Field::OrderStatus), None);
    }
}
