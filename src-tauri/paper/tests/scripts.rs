//! Every script prints, and can be copied out of the PDF.

use crate::peers::{run, text, tool};
use crate::samples::{label, people, setup, slip};
use paper::display::{FaceId, Item};
use paper::{Dpi, LabelFormat, labels, packing_slip};
use std::collections::BTreeSet;
use std::process::Command;

/// What poppler must find for each address. Poppler sets marks of direction around right-to-left
/// lines; those are taken out before comparing.
///
/// Known limits of poppler with right-to-left text: a ligature comes out with its letters turned
/// round (`الله`), and a number inside a right-to-left line may be put at its other end.
fn expected(script: &str) -> &'static [&'static str] {
    match script {
        "latin" => &[
            "Marta Wiśniewska",
            "ul. Józefa 14/3",
            "31-056 Kraków",
            "POLAND",
        ],
        "vietnamese" => &["Nguyễn Thị Hương", "12 Đường Lê Lợi", "Đà Nẵng"],
        "greek" => &["Ελένη Παπαδοπούλου", "Οδός Αθηνάς 25", "546 24 Θεσσαλονίκη"],
        "cyrillic" => &[
            "Олена Ковальчук",
            "вул. Шевченка 7, кв. 12",
            "Львів",
            "79000",
        ],
        "arabic" => &["أمل حسن", "شارع التحرير", "القاهرة", "11511"],
        "hebrew" => &["רות כהן", "רחוב הרצל", "תל אביב"],
        "thai" => &["สมหญิง ใจดี", "99/9 ถนนสุขุมวิท", "กรุงเทพมหานคร 10110"],
        "devanagari" => &["प्रिया शर्मा", "12 महात्मा गांधी मार्ग", "नई दिल्ली 110001"],
        "simplified" => &["王小明", "南京东路100号", "上海市黄浦区", "200001"],
        "traditional" => &["陳怡君", "信義路五段7號", "臺北市信義區"],
        "japanese" => &[
            "髙橋 美咲",
            "神南1-2-3 ハイツ渋谷405",
            "東京都渋谷区",
            "〒150-0041",
        ],
        "korean" => &["김서연", "테헤란로 152", "서울특별시 강남구", "06236"],
        other => panic!("{other}"),
    }
}

#[test]
fn every_script_can_be_copied_from_the_pdf() {
    let folder = tempfile::tempdir().unwrap();
    for (script, to) in people() {
        let document = labels(&[label(to)], &setup(LabelFormat::FourBySix, Dpi::D203)).unwrap();
        assert_eq!(document.notices, [], "{script}");
        let Some(text) = text(folder.path(), &document.pdf().unwrap()) else {
            return;
        };
        let plain: String = text
            .chars()
            .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'))
            .collect();
        for line in expected(script) {
            assert!(plain.contains(line), "{script}: {line:?} in {plain}");
        }
    }
}

#[test]
fn every_font_is_embedded_cut_and_readable() {
    let inputs: Vec<_> = people().into_iter().map(|p| label(p.1)).collect();
    let pdf = labels(&inputs, &setup(LabelFormat::A6, Dpi::D203))
        .unwrap()
        .pdf()
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("in.pdf");
    std::fs::write(&file, &pdf).unwrap();
    let Some(program) = tool("pdffonts") else {
        return;
    };
    let out = run(Command::new(program).arg(&file));
    let fonts: Vec<&str> = out.lines().skip(2).collect();
    assert!(fonts.len() >= 13, "{out}");
    for font in fonts {
        let words: Vec<&str> = font.split_whitespace().collect();
        let flags = &words[words.len() - 5..words.len() - 2];
        assert_eq!(flags, ["yes", "yes", "yes"], "emb sub uni of {font}");
        assert_eq!(font.find('+'), Some(6), "{font}");
    }
    // Thirteen faces of twelve scripts, cut: far from the 14 MB that they are whole.
    assert!(pdf.len() < 160_000, "{}", pdf.len());
}

/// The glyphs of a slip whose note is this text, one paragraph per 500 letters.
fn print(letters: &[char], country: &str) -> usize {
    let mut input = slip();
    input.to.country = country.into();
    let paragraphs: Vec<String> = letters.chunks(500).map(|c| c.iter().collect()).collect();
    input.notes = paragraphs.join("\n");
    let document = packing_slip(&input).unwrap();
    assert_eq!(document.notices, []);
    let mut printed = BTreeSet::new();
    for item in document.pages.iter().flat_map(|p| &p.items) {
        if let Item::Text { line, .. } = item {
            for run in &line.runs {
                assert!(run.glyphs.iter().all(|g| g.id != 0));
                printed.extend(run.text.chars());
            }
        }
    }
    letters.iter().filter(|c| printed.contains(*c)).count()
}

#[test]
fn all_hangul_syllables_print() {
    let syllables: Vec<char> = ('\u{AC00}'..='\u{D7A3}').collect();
    assert_eq!(syllables.len(), 11_172);
    assert_eq!(print(&syllables, "KR"), 11_172);
    // Each has a glyph of its own in the Korean face.
    let face = FaceId::Korean.face().unwrap();
    assert!(syllables.iter().all(|c| face.covers(*c)));
}

#[test]
fn all_unified_ideographs_print_in_every_region() {
    let ideographs: Vec<char> = ('\u{4E00}'..='\u{9FEF}').collect();
    for country in ["JP", "KR", "CN", "TW"] {
        assert_eq!(print(&ideographs, country), ideographs.len(), "{country}");
    }
}

#[test]
fn letters_of_each_script_are_in_its_face() {
    let covered = |face: FaceId, range: std::ops::RangeInclusive<char>, gaps: usize| {
        let face = face.face().unwrap();
        let missing = range.clone().filter(|c| !face.covers(*c)).count();
        assert!(missing <= gaps, "{missing} of {range:?} in {}", face.name);
    };
    covered(FaceId::Sans, '\u{20}'..='\u{7E}', 0);
    covered(FaceId::SansBold, '\u{A0}'..='\u{24F}', 0);
    covered(FaceId::Sans, '\u{1E00}'..='\u{1EFF}', 0);
    covered(FaceId::Sans, '\u{400}'..='\u{52F}', 0);
    // Unassigned: U+038B, U+038D, U+03A2.
    covered(FaceId::SansBold, '\u{384}'..='\u{3E1}', 3);
    covered(FaceId::Arabic, '\u{621}'..='\u{64A}', 0);
    covered(FaceId::HebrewBold, '\u{5D0}'..='\u{5EA}', 0);
    covered(FaceId::Thai, '\u{E01}'..='\u{E3A}', 0);
    covered(FaceId::Devanagari, '\u{901}'..='\u{963}', 0);
    covered(FaceId::Japanese, '\u{3041}'..='\u{3096}', 0);
    covered(FaceId::Japanese, '\u{30A1}'..='\u{30FE}', 0);
}

#[test]
fn right_to_left_addresses_keep_to_the_right() {
    for (script, to) in people() {
        let rtl = script == "arabic" || script == "hebrew";
        let name = to.name.clone();
        let page = labels(&[label(to)], &setup(LabelFormat::FourBySix, Dpi::D203))
            .unwrap()
            .pages
            .remove(0);
        let (x, end) = page
            .items
            .iter()
            .find_map(|item| match item {
                Item::Text { line, x, size, .. } if line.text == name => {
                    Some((*x, x + line.width * size))
                }
                Item::Text { .. } | Item::Fill { .. } | Item::Picture { .. } => None,
            })
            .unwrap();
        if rtl {
            assert!(
                (page.width - end - 11.34).abs() < 0.1,
                "{script} ends at {end}"
            );
        } else {
            assert!((x - 11.34).abs() < 0.1, "{script} begins at {x}");
        }
    }
}
