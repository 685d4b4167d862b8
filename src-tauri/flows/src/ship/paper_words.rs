//! What paper says, in the language it speaks.

use crate::shop::types::ShopSettings;
use domain::calendar::Zone;
use domain::{Currency, Millis, Money, Sentence};
use paper::{
    Dpi, HandOverWords, LabelFormat as PaperFormat, LabelWords, Logo, PaperSize, PickWords,
    SlipWords,
};
use words::{Lang, say};

use super::types::LabelFormat;

/// What every document of a shop shares.
#[derive(Debug, Clone)]
pub struct Speaker {
    lang: Lang,
    zone: Option<Zone>,
    /// The shop's picture, if it has one that can be printed.
    pub logo: Option<Logo>,
    /// The printer's resolution.
    pub dpi: Dpi,
    /// Paper for slips and lists.
    pub paper: PaperSize,
}

impl Speaker {
    /// The shop's own way of speaking on paper.
    #[must_use]
    pub fn new(settings: &ShopSettings) -> Self {
        let logo = decode_base64(&settings.logo_png).and_then(|png| Logo::from_png(&png).ok());
        Self {
            lang: Lang::from_tag(&settings.language),
            zone: Zone::new(&settings.zone),
            logo,
            dpi: if settings.label_dpi == 300 {
                Dpi::D300
            } else {
                Dpi::D203
            },
            paper: if settings.paper == "letter" {
                PaperSize::Letter
            } else {
                PaperSize::A4
            },
        }
    }

    /// A sentence without values.
    #[must_use]
    pub fn word(&self, id: &str) -> String {
        say(self.lang, &Sentence::new(id))
    }

    /// A sentence.
    #[must_use]
    pub fn say(&self, sentence: &Sentence) -> String {
        say(self.lang, sentence)
    }

    /// A day: `23 Nov 2026`, `23.11.2026`.
    #[must_use]
    pub fn day(&self, at: Millis) -> String {
        let Some(zone) = self.zone else {
            return String::new();
        };
        let day = zone.day_of(at);
        match self.lang {
            Lang::En => day.format("%-d %b %Y").to_string(),
            Lang::De => day.format("%d.%m.%Y").to_string(),
        }
    }

    /// Money with its code: `12.30 EUR`, `12,30 EUR`.
    #[must_use]
    pub fn money(&self, minor: i64, currency: Currency) -> String {
        let plain = Money { minor, currency }.plain().replace('-', "\u{2212}");
        let number = match self.lang {
            Lang::En => plain,
            Lang::De => plain.replace('.', ","),
        };
        format!("{number} {currency}")
    }

    /// Grams as kilograms: `2.61 kg`; empty when unknown.
    #[must_use]
    pub fn weight(&self, grams: Option<i64>) -> String {
        let Some(grams) = grams.filter(|g| *g > 0) else {
            return String::new();
        };
        let number = format!("{}.{:02}", grams / 1000, grams % 1000 / 10);
        match self.lang {
            Lang::En => format!("{number} kg"),
            Lang::De => format!("{} kg", number.replace('.', ",")),
        }
    }

    /// The destination's name for mail abroad, in this language.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<String> {
        domain::country::find(code).map(|c| c.name(self.lang.tag()).to_owned())
    }

    /// `Page %1 of %2`: paper puts the numbers in.
    fn page(&self) -> String {
        self.say(
            &Sentence::new("paper-word-page")
                .with("number", "%1")
                .with("count", "%2"),
        )
    }

    /// The fixed words of a label.
    #[must_use]
    pub fn label(&self) -> LabelWords {
        LabelWords {
            from: self.word("paper-word-from"),
            to: self.word("paper-word-to"),
            reference: self.word("paper-word-order"),
        }
    }

    /// The fixed words of a packing slip.
    #[must_use]
    pub fn slip(&self) -> SlipWords {
        SlipWords {
            title: self.word("paper-word-packing-slip"),
            ship_to: self.word("paper-word-ship-to"),
            order: self.word("paper-word-order"),
            date: self.word("paper-word-date"),
            quantity: self.word("paper-word-quantity"),
            item: self.word("paper-word-item"),
            sku: self.word("paper-word-sku"),
            price: self.word("paper-word-price"),
            amount: self.word("paper-word-amount"),
            gift_message: self.word("paper-word-gift-message"),
            notes: self.word("paper-word-notes"),
            page: self.page(),
        }
    }

    /// The fixed words of a hand-over list.
    #[must_use]
    pub fn hand_over(&self) -> HandOverWords {
        HandOverWords {
            title: self.word("paper-word-hand-over"),
            parcel: self.word("paper-word-parcel-number"),
            tracking: self.word("paper-word-tracking"),
            to: self.word("paper-word-to"),
            service: self.word("paper-word-service"),
            weight: self.word("paper-word-weight"),
            from: self.word("paper-word-handed-over-by"),
            taken: self.word("paper-word-taken-over-by"),
            page: self.page(),
        }
    }

    /// The fixed words of a pick list.
    #[must_use]
    pub fn pick(&self) -> PickWords {
        PickWords {
            title: self.word("paper-word-pick-list"),
            batch: self.word("paper-word-batch"),
            bin: self.word("paper-word-bin"),
            no_bin: self.word("paper-word-no-bin"),
            quantity: self.word("paper-word-quantity"),
            item: self.word("paper-word-item"),
            for_orders: self.word("paper-word-for-orders"),
            order: self.word("paper-word-order"),
            page: self.page(),
        }
    }
}

/// The paper room's word for a format of the contract.
#[must_use]
pub fn paper_format(format: LabelFormat) -> PaperFormat {
    match format {
        LabelFormat::FourBySix => PaperFormat::FourBySix,
        LabelFormat::A6 => PaperFormat::A6,
        LabelFormat::A4TwoUp => PaperFormat::A4TwoUp,
        LabelFormat::A4FourUp => PaperFormat::A4FourUp,
        LabelFormat::LetterTwoUp => PaperFormat::LetterTwoUp,
        LabelFormat::LetterFourUp => PaperFormat::LetterFourUp,
    }
}

/// SHA-256 in hex.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

/// Reads base64 (RFC 4648, section 4); `None` for anything else or nothing.
fn decode_base64(text: &str) -> Option<Vec<u8>> {
    use base64::Engine as _;
    if text.is_empty() {
        return None;
    }
    base64::engine::general_purpose::STANDARD.decode(text).ok()
}
