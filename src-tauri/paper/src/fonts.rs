//! The bundled faces: parsed once per process, never copied.

use harfrust::Font;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// One bundled face. The order is the order in which a letter looks for a face.
///
/// Japanese, Korean and Chinese have one weight. Text that is to be bold is set in it: a second one
/// would double the 12 MB of these faces, and on a label what is bold is also larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FaceId {
    /// Latin, Greek, Cyrillic.
    Sans,
    /// The same, bold.
    SansBold,
    /// Arabic.
    Arabic,
    /// The same, bold.
    ArabicBold,
    /// Hebrew.
    Hebrew,
    /// The same, bold.
    HebrewBold,
    /// Thai.
    Thai,
    /// The same, bold.
    ThaiBold,
    /// Devanagari.
    Devanagari,
    /// The same, bold.
    DevanagariBold,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
    /// Simplified Chinese.
    Simplified,
    /// Traditional Chinese.
    Traditional,
}

/// A parsed face.
pub struct Face {
    /// Its PostScript name.
    pub name: &'static str,
    /// The whole font file.
    pub data: &'static [u8],
    font: Font,
    units_per_em: f32,
}

impl Face {
    /// The parsed font.
    #[must_use]
    pub const fn font(&self) -> &Font {
        &self.font
    }

    /// Design units per em.
    #[must_use]
    pub const fn units_per_em(&self) -> f32 {
        self.units_per_em
    }

    /// Whether the face has a glyph for the letter.
    #[must_use]
    pub fn covers(&self, letter: char) -> bool {
        self.font
            .charmap()
            .map_unicode(letter)
            .is_some_and(|g| g.to_u32() != 0)
    }

    /// The advance of each glyph in em, as the PDF's width table states it: whole thousandths,
    /// cut off, which is what a viewer moves its pen by.
    pub(crate) fn stated_advances(&self) -> impl Fn(u16) -> f32 {
        let metrics = self.font.glyph_metrics();
        let upem = self.units_per_em;
        move |glyph| {
            let units = metrics.h_advance(harfrust::GlyphId::new(u32::from(glyph)));
            (units * 1000.0 / upem).trunc() / 1000.0
        }
    }
}

macro_rules! faces {
    ($($id:ident, $name:literal, $file:literal;)*) => {
        impl FaceId {
            /// Every bundled face.
            pub const ALL: &'static [Self] = &[$(Self::$id),*];

            const fn name(self) -> &'static str {
                match self { $(Self::$id => $name),* }
            }

            const fn data(self) -> &'static [u8] {
                match self { $(Self::$id => include_bytes!(concat!("../fonts/", $file))),* }
            }

            fn cell(self) -> &'static OnceLock<Option<Face>> {
                match self {
                    $(Self::$id => {
                        static CELL: OnceLock<Option<Face>> = OnceLock::new();
                        &CELL
                    }),*
                }
            }
        }
    };
}

faces! {
    Sans, "NotoSans-Regular", "NotoSans-Regular.ttf";
    SansBold, "NotoSans-Bold", "NotoSans-Bold.ttf";
    Arabic, "NotoNaskhArabic-Regular", "NotoNaskhArabic-Regular.ttf";
    ArabicBold, "NotoNaskhArabic-Bold", "NotoNaskhArabic-Bold.ttf";
    Hebrew, "NotoSansHebrew-Regular", "NotoSansHebrew-Regular.ttf";
    HebrewBold, "NotoSansHebrew-Bold", "NotoSansHebrew-Bold.ttf";
    Thai, "NotoSansThai-Regular", "NotoSansThai-Regular.ttf";
    ThaiBold, "NotoSansThai-Bold", "NotoSansThai-Bold.ttf";
    Devanagari, "NotoSansDevanagari-Regular", "NotoSansDevanagari-Regular.ttf";
    DevanagariBold, "NotoSansDevanagari-Bold", "NotoSansDevanagari-Bold.ttf";
    Japanese, "NotoSansJP-Regular", "NotoSansJP-Regular.otf";
    Korean, "NotoSansKR-Regular", "NotoSansKR-Regular.otf";
    Simplified, "NotoSansSC-Regular", "NotoSansSC-Regular.otf";
    Traditional, "NotoSansTC-Regular", "NotoSansTC-Regular.otf";
}

impl FaceId {
    /// The parsed face; `None` only if the bundled file were damaged.
    #[must_use]
    pub fn face(self) -> Option<&'static Face> {
        self.cell()
            .get_or_init(|| {
                let data = self.data();
                let font = Font::new(data, 0)?;
                let units_per_em = f32::from(font.units_per_em());
                Some(Face {
                    name: self.name(),
                    data,
                    font,
                    units_per_em,
                })
            })
            .as_ref()
    }

    /// Whether the face is for Chinese, Japanese or Korean.
    pub(crate) const fn is_han(self) -> bool {
        matches!(
            self,
            Self::Japanese | Self::Korean | Self::Simplified | Self::Traditional
        )
    }

    /// Whether the face's letters change their order or share glyphs in ways that a viewer cannot
    /// undo, so that the text has to be written beside the glyphs (`/ActualText`).
    pub(crate) const fn reorders(self) -> bool {
        match self {
            Self::Thai | Self::ThaiBold | Self::Devanagari | Self::DevanagariBold => true,
            Self::Sans
            | Self::SansBold
            | Self::Arabic
            | Self::ArabicBold
            | Self::Hebrew
            | Self::HebrewBold
            | Self::Japanese
            | Self::Korean
            | Self::Simplified
            | Self::Traditional => false,
        }
    }
}
