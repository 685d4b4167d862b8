//! Shaping: a cleaned string becomes glyphs in visual order, each run in a face that has its
//! letters.

use crate::display::{Glyph, Line, Run};
use crate::fonts::FaceId;
use crate::text::clean::is_invisible;
use harfrust::{Buffer, Direction, Script, ShapeOptions, ShapePlan, ShaperFont};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use unicode_bidi::{BidiInfo, Level};
use unicode_script::UnicodeScript as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// Lines that are kept for reuse; a batch repeats its sender and its fixed words.
const KEPT_LINES: usize = 4_096;
/// Longer texts, in bytes, do not repeat and are not kept.
const KEPT_LENGTH: usize = 200;

/// Which shapes the ideographs take where Chinese, Japanese and Korean share a code point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Han {
    Japanese,
    Korean,
    Simplified,
    Traditional,
}

impl Han {
    /// By country (ISO 3166-1); elsewhere by what the text itself is written in.
    pub(crate) fn of(country: &str, texts: &[&str]) -> Self {
        match country {
            "JP" => Self::Japanese,
            "KR" | "KP" => Self::Korean,
            "CN" | "SG" | "MY" => Self::Simplified,
            "TW" | "HK" | "MO" => Self::Traditional,
            _ => {
                let mut letters = texts.iter().flat_map(|t| t.chars());
                letters.find_map(Self::told_by).unwrap_or(Self::Simplified)
            }
        }
    }

    /// The region of a letter that only one region writes.
    fn told_by(letter: char) -> Option<Self> {
        use unicode_script::Script;
        let script = letter.script();
        [
            (Script::Hiragana, Self::Japanese),
            (Script::Katakana, Self::Japanese),
            (Script::Hangul, Self::Korean),
            (Script::Bopomofo, Self::Traditional),
        ]
        .into_iter()
        .find_map(|(known, han)| (known == script).then_some(han))
    }

    const fn faces(self) -> [FaceId; 4] {
        use FaceId::{Japanese, Korean, Simplified, Traditional};
        match self {
            Self::Japanese => [Japanese, Traditional, Simplified, Korean],
            Self::Korean => [Korean, Japanese, Traditional, Simplified],
            Self::Simplified => [Simplified, Traditional, Japanese, Korean],
            Self::Traditional => [Traditional, Japanese, Simplified, Korean],
        }
    }
}

/// Weight and, for ideographs, region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Style {
    pub(crate) bold: bool,
    pub(crate) han: Han,
}

impl Style {
    /// The faces in the order in which a letter looks for one.
    fn faces(self) -> [FaceId; 9] {
        let [a, b, c, d] = self.han.faces();
        if self.bold {
            [
                FaceId::SansBold,
                FaceId::ArabicBold,
                FaceId::HebrewBold,
                FaceId::ThaiBold,
                FaceId::DevanagariBold,
                a,
                b,
                c,
                d,
            ]
        } else {
            [
                FaceId::Sans,
                FaceId::Arabic,
                FaceId::Hebrew,
                FaceId::Thai,
                FaceId::Devanagari,
                a,
                b,
                c,
                d,
            ]
        }
    }
}

/// Shapes lines and remembers them.
#[derive(Default)]
pub(crate) struct Shaper {
    lines: HashMap<(Style, String), Arc<Line>>,
    plans: Vec<(FaceId, Direction, Option<Script>, ShapePlan)>,
    buffer: Buffer,
}

impl Shaper {
    /// Shapes one line of cleaned text.
    ///
    /// # Errors
    /// The first letter that no bundled face has.
    pub(crate) fn line(&mut self, text: &str, style: Style) -> Result<Arc<Line>, char> {
        if text.len() > KEPT_LENGTH {
            return self.shape(text, style).map(Arc::new);
        }
        // A borrowed key would need the raw-entry interface; one short allocation is cheaper
        // than shaping by two orders of magnitude.
        let key = (style, text.to_owned());
        if let Some(line) = self.lines.get(&key) {
            return Ok(Arc::clone(line));
        }
        let line = Arc::new(self.shape(text, style)?);
        if self.lines.len() >= KEPT_LINES {
            self.lines.clear();
        }
        self.lines.insert(key, Arc::clone(&line));
        Ok(line)
    }

    fn shape(&mut self, text: &str, style: Style) -> Result<Line, char> {
        let mut line = Line {
            text: text.to_owned(),
            runs: Vec::new(),
            width: 0.0,
            rise: 0.0,
            fall: 0.0,
            rtl: false,
        };
        if text.chars().all(|c| u32::from(c) < 0x590) {
            self.pieces(&mut line, text, 0..text.len(), false, style)?;
            return Ok(line);
        }
        let bidi = BidiInfo::new(text, None);
        let Some(paragraph) = bidi.paragraphs.first() else {
            return Ok(line);
        };
        line.rtl = paragraph.level.is_rtl();
        let (levels, ranges) = bidi.visual_runs(paragraph, 0..text.len());
        for range in ranges {
            let rtl = levels.get(range.start).is_some_and(Level::is_rtl);
            self.pieces(&mut line, text, range, rtl, style)?;
        }
        Ok(line)
    }

    /// Splits a range of one direction by face and script and shapes the pieces left to right.
    fn pieces(
        &mut self,
        line: &mut Line,
        text: &str,
        range: Range<usize>,
        rtl: bool,
        style: Style,
    ) -> Result<(), char> {
        let part = text.get(range).unwrap_or_default();
        let mut pieces = split(part, style)?;
        if rtl {
            pieces.reverse();
        }
        for (face, piece) in pieces {
            let run = self.run(face, part.get(piece).unwrap_or_default(), rtl, line.width)?;
            reach(line, &run);
            line.width += run.glyphs.iter().map(|g| g.advance).sum::<f32>();
            line.runs.push(run);
        }
        Ok(())
    }

    fn run(&mut self, id: FaceId, text: &str, rtl: bool, x: f32) -> Result<Run, char> {
        let first = || text.chars().next().unwrap_or('\u{FFFD}');
        let face = id.face().ok_or_else(first)?;
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        buffer.push_str(text);
        buffer.set_cluster_level(harfrust::ClusterLevel::MonotoneCharacters);
        let direction = if rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        buffer.set_direction(direction);
        buffer.guess_segment_properties();
        let script = buffer.script();
        let plan = self.plan(id, face.font(), direction, script);
        let font = ShaperFont::new(face.font());
        let shaped = harfrust::shape(&font, &mut buffer, ShapeOptions::new().plan(plan));
        if shaped.is_err() {
            return Err(first());
        }
        let run = glyphs(id, face.units_per_em(), text, &buffer, x);
        buffer.reset();
        self.buffer = buffer;
        run
    }

    fn plan(
        &mut self,
        id: FaceId,
        font: &harfrust::Font,
        direction: Direction,
        script: Option<Script>,
    ) -> Option<&ShapePlan> {
        let known = self
            .plans
            .iter()
            .position(|(f, d, s, _)| *f == id && *d == direction && *s == script);
        let at = known.unwrap_or_else(|| {
            let plan = ShapePlan::new(font, direction, script, None, &[]);
            self.plans.push((id, direction, script, plan));
            self.plans.len() - 1
        });
        self.plans.get(at).map(|(_, _, _, plan)| plan)
    }
}

/// Reads the shaped buffer, and refuses a glyph 0, which would print as an empty box.
fn glyphs(face: FaceId, upem: f32, text: &str, buffer: &Buffer, x: f32) -> Result<Run, char> {
    let infos = buffer.glyph_infos();
    let mut starts: Vec<usize> = infos
        .iter()
        .filter_map(|i| usize::try_from(i.cluster).ok())
        .collect();
    starts.sort_unstable();
    starts.dedup();
    let mut out = Vec::with_capacity(infos.len());
    let mut last = None;
    for (info, place) in infos.iter().zip(buffer.glyph_positions()) {
        let start = usize::try_from(info.cluster).unwrap_or(text.len());
        let next = starts.partition_point(|s| *s <= start);
        let end = starts.get(next).copied().unwrap_or(text.len());
        let letters = text.get(start..end).unwrap_or_default();
        if info.glyph_id == 0 {
            return Err(letters.chars().next().unwrap_or('\u{FFFD}'));
        }
        // The first glyph of a cluster carries its text, the others none.
        let own = if last == Some(start) {
            start..start
        } else {
            start..end
        };
        last = Some(start);
        out.push(Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            advance: place.x_advance as f32 / upem,
            dx: place.x_offset as f32 / upem,
            dy: place.y_offset as f32 / upem,
            text: own,
        });
    }
    Ok(Run {
        face,
        x,
        text: text.to_owned(),
        glyphs: out,
    })
}

/// Widens the line's rise and fall to a run's ink. Ideographs all have one height, and measuring
/// their outlines is slow, so of those only shifted ones are looked at.
fn reach(line: &mut Line, run: &Run) {
    let Some(face) = run.face.face() else {
        return;
    };
    if run.text.is_ascii() {
        return;
    }
    let metrics = face.font().glyph_metrics();
    let upem = face.units_per_em();
    for glyph in &run.glyphs {
        if run.face.is_han() && glyph.dy == 0.0 {
            continue;
        }
        let id = harfrust::GlyphId::new(u32::from(glyph.id));
        if let Some(ink) = metrics.extents(id) {
            let top = glyph.dy + ink.y_bearing / upem;
            line.rise = line.rise.max(top);
            line.fall = line.fall.max(ink.height / upem - top);
        }
    }
}

/// Cuts a text into pieces of one face, and of one script where the face is the same, so that
/// `Greek` and `Latin` in one word are each shaped by their own rules.
fn split(text: &str, style: Style) -> Result<Vec<(FaceId, Range<usize>)>, char> {
    if text.is_ascii() {
        let face = if style.bold {
            FaceId::SansBold
        } else {
            FaceId::Sans
        };
        return Ok(if text.is_empty() {
            Vec::new()
        } else {
            vec![(face, 0..text.len())]
        });
    }
    let order = style.faces();
    let mut pieces: Vec<(FaceId, Range<usize>, unicode_script::Script)> = Vec::new();
    for (at, cluster) in text.grapheme_indices(true) {
        let script = cluster
            .chars()
            .map(|c| c.script())
            .find(|s| !is_shared(*s))
            .unwrap_or(unicode_script::Script::Common);
        let end = at + cluster.len();
        let current = pieces.last().map(|(face, _, _)| *face);
        let sticky = current.filter(|f| is_shared(script) && covers(*f, cluster));
        let face = match sticky {
            Some(face) => face,
            None => order
                .into_iter()
                .find(|f| covers(*f, cluster))
                .ok_or_else(|| stranger(cluster, &order))?,
        };
        match pieces.last_mut() {
            Some((f, range, known))
                if *f == face && (is_shared(script) || is_shared(*known) || *known == script) =>
            {
                range.end = end;
                if is_shared(*known) {
                    *known = script;
                }
            }
            _ => pieces.push((face, at..end, script)),
        }
    }
    Ok(pieces.into_iter().map(|(f, r, _)| (f, r)).collect())
}

fn is_shared(script: unicode_script::Script) -> bool {
    script == unicode_script::Script::Common || script == unicode_script::Script::Inherited
}

fn covers(face: FaceId, cluster: &str) -> bool {
    face.face()
        .is_some_and(|f| cluster.chars().all(|c| is_invisible(c) || f.covers(c)))
}

/// The letter of a cluster to name when no single face has all of it.
fn stranger(cluster: &str, order: &[FaceId]) -> char {
    let known = |c: char| order.iter().any(|f| f.face().is_some_and(|f| f.covers(c)));
    cluster
        .chars()
        .find(|c| !known(*c))
        .or_else(|| cluster.chars().last())
        .unwrap_or('\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(han: Han) -> Style {
        Style { bold: false, han }
    }

    fn faces(text: &str, han: Han) -> Vec<FaceId> {
        let line = Shaper::default().line(text, style(han)).unwrap();
        line.runs.iter().map(|r| r.face).collect()
    }

    #[test]
    fn the_country_chooses_the_face_of_shared_ideographs() {
        assert_eq!(faces("\u{76f4}", Han::of("JP", &[])), [FaceId::Japanese]);
        assert_eq!(faces("\u{76f4}", Han::of("CN", &[])), [FaceId::Simplified]);
        assert_eq!(faces("\u{76f4}", Han::of("TW", &[])), [FaceId::Traditional]);
        assert_eq!(faces("\u{76f4}", Han::of("KR", &[])), [FaceId::Korean]);
        assert_eq!(Han::of("", &["Tokyo", "\u{3055}くら"]), Han::Japanese);
        // U+954C is simplified only: the Japanese order still finds it.
        assert_eq!(faces("\u{954c}", Han::Japanese), [FaceId::Simplified]);
    }

    #[test]
    fn a_letter_without_a_face_is_named() {
        let mut shaper = Shaper::default();
        // U+0E81 LAO LETTER KO, U+0B95 TAMIL LETTER KA.
        let s = style(Han::Simplified);
        assert_eq!(shaper.line("ab \u{e81}", s).unwrap_err(), '\u{e81}');
        assert_eq!(shaper.line("\u{b95}", s).unwrap_err(), '\u{b95}');
    }

    #[test]
    fn mixed_directions_stand_in_visual_order() {
        let line = Shaper::default()
            .line("\u{5e8}\u{5d7}\u{5d5}\u{5d1} 12", style(Han::Simplified))
            .unwrap();
        assert!(line.rtl);
        // The number stands left of the word, its digits unreversed.
        assert_eq!(line.runs.first().unwrap().text, "12");
        let word: Vec<&str> = line
            .runs
            .last()
            .unwrap()
            .glyphs
            .iter()
            .map(|g| &line.runs.last().unwrap().text[g.text.clone()])
            .collect();
        assert_eq!(word, [" ", "\u{5d1}", "\u{5d5}", "\u{5d7}", "\u{5e8}"]);
    }

    #[test]
    fn arabic_letters_join() {
        let mut shaper = Shaper::default();
        let s = style(Han::Simplified);
        let alone = shaper.line("\u{628}", s).unwrap();
        let joined = shaper.line("\u{628}\u{628}\u{628}", s).unwrap();
        let lone = alone.runs[0].glyphs[0].id;
        assert!(joined.runs[0].glyphs.iter().all(|g| g.id != lone));
    }
}
