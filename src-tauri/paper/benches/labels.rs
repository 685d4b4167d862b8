//! A thousand labels, by us and by printpdf alone drawing what we had laid out.
//!
//! The reference gets glyphs, places and cut fonts ready-made and only writes them, so the ratio
//! says what layout, shaping, cutting fonts and the display list cost. Bar: at least 0.6.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a benchmark talks"
)]

use domain::Address;
use paper::barcode::Symbology;
use paper::display::{Document, FaceId, Item};
use paper::{Dpi, LabelFormat, LabelInput, LabelSetup, LabelWords, Tracking, labels};
use printpdf as pp;
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};
use subsetter::GlyphRemapper;

const LABELS: usize = 1_000;

fn input(at: usize) -> LabelInput {
    const NAMES: [&str; 6] = [
        "Marta Wiśniewska",
        "Aoife Ní Bhriain",
        "Lars Holmqvist",
        "Claire Dubois",
        "João Guimarães",
        "Zoë Kåre Ångström",
    ];
    const STREETS: [&str; 5] = [
        "ul. Józefa",
        "Rue de l’Église",
        "Kungsgatan",
        "Hauptstraße",
        "Mill Lane",
    ];
    LabelInput {
        sender: Address {
            company: "Fern & Kiln".into(),
            line1: "Brabantdam 118".into(),
            city: "Gent".into(),
            postcode: "9000".into(),
            country: "BE".into(),
            ..Address::default()
        },
        service: "Parcel, tracked".into(),
        to: Address {
            name: format!("{} {}", NAMES[at % 6], at / 6),
            line1: format!("{} {}", STREETS[at % 5], at % 317),
            city: format!("Kraków {}", at % 12),
            postcode: format!("{:02}-{:03}", at % 90, at % 997),
            country: "PL".into(),
            ..Address::default()
        },
        parcel: "Parcel 1 of 1".into(),
        weight: format!("{}.{:02} kg", at % 9, at % 100),
        date: "23 Nov 2026".into(),
        reference: format!("{}", 10_000 + at),
        tracking: Some(Tracking {
            number: format!("RR{:08}9GB", 47_312_000 + at * 7),
            shown: String::new(),
            symbology: Symbology::Code128,
        }),
        notes: vec!["Thank you for buying handmade.".into()],
        words: LabelWords {
            from: "From".into(),
            to: "To".into(),
            reference: "Order".into(),
        },
        ..LabelInput::default()
    }
}

/// Fonts cut and glyphs renumbered, outside the measured time.
struct Ready {
    fonts: BTreeMap<FaceId, (pp::FontId, GlyphRemapper, pp::ParsedFont)>,
}

fn ready(document: &Document) -> Ready {
    let mut used: BTreeMap<FaceId, BTreeSet<u16>> = BTreeMap::new();
    for item in document.pages.iter().flat_map(|p| &p.items) {
        if let Item::Text { line, .. } = item {
            for run in &line.runs {
                used.entry(run.face)
                    .or_default()
                    .extend(run.glyphs.iter().map(|g| g.id));
            }
        }
    }
    let fonts = used
        .into_iter()
        .map(|(id, glyphs)| {
            let face = id.face().unwrap();
            let sorted: Vec<u16> = glyphs.into_iter().collect();
            let map = GlyphRemapper::new_from_glyphs_sorted(&sorted);
            let data = subsetter::subset(face.data, 0, &map).unwrap();
            let parsed = pp::ParsedFont::from_bytes(&data, 0, &mut Vec::new()).unwrap();
            (
                id,
                (pp::FontId(format!("AAAAAA+{}", face.name)), map, parsed),
            )
        })
        .collect();
    Ready { fonts }
}

/// The same page through printpdf's own operations, as its users write them.
fn bare(document: &Document, ready: &Ready) -> Vec<u8> {
    let mut out = pp::PdfDocument::new(&document.title);
    for (name, _, parsed) in ready.fonts.values() {
        out.resources
            .fonts
            .map
            .insert(name.clone(), pp::PdfFont::new(parsed.clone()));
    }
    for page in &document.pages {
        let mut ops = Vec::new();
        for item in &page.items {
            match item {
                Item::Fill { rects, ink } => {
                    ops.push(colour(ink.0));
                    for r in rects {
                        ops.push(pp::Op::DrawRectangle {
                            rectangle: pp::Rect {
                                x: pp::Pt(r.x),
                                y: pp::Pt(page.height - r.y - r.h),
                                width: pp::Pt(r.w),
                                height: pp::Pt(r.h),
                                mode: Some(pp::PaintMode::Fill),
                                winding_order: None,
                            },
                        });
                    }
                }
                Item::Text {
                    line,
                    x,
                    y,
                    size,
                    ink,
                    ..
                } => {
                    ops.push(pp::Op::StartTextSection);
                    ops.push(colour(ink.0));
                    for run in &line.runs {
                        let (name, map, _) = &ready.fonts[&run.face];
                        ops.push(pp::Op::SetFont {
                            font: pp::PdfFontHandle::External(name.clone()),
                            size: pp::Pt(*size),
                        });
                        ops.push(pp::Op::SetTextMatrix {
                            matrix: pp::TextMatrix::Raw([
                                1.0,
                                0.0,
                                0.0,
                                1.0,
                                x + run.x * size,
                                page.height - y,
                            ]),
                        });
                        let glyphs = run.glyphs.iter().map(|g| pp::Codepoint {
                            gid: map.get(g.id).unwrap(),
                            offset: 0.0,
                            cid: Some(run.text[g.text.clone()].to_owned()),
                        });
                        ops.push(pp::Op::ShowText {
                            items: vec![pp::TextItem::GlyphIds(glyphs.collect())],
                        });
                    }
                    ops.push(pp::Op::EndTextSection);
                }
                Item::Picture { .. } => {}
            }
        }
        let edge = pp::Rect {
            x: pp::Pt(0.0),
            y: pp::Pt(0.0),
            width: pp::Pt(page.width),
            height: pp::Pt(page.height),
            mode: None,
            winding_order: None,
        };
        out.pages.push(pp::PdfPage {
            media_box: edge.clone(),
            trim_box: edge.clone(),
            crop_box: edge,
            ops,
        });
    }
    let options = pp::PdfSaveOptions {
        subset_fonts: false,
        image_optimization: None,
        ..pp::PdfSaveOptions::default()
    };
    out.save(&options, &mut Vec::new())
}

fn colour(ink: f32) -> pp::Op {
    pp::Op::SetFillColor {
        col: pp::Color::Greyscale(pp::Greyscale {
            percent: ink,
            icc_profile: None,
        }),
    }
}

/// The best of five, with what the last one made.
fn best<T>(mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut least = Duration::MAX;
    let mut made = None;
    for _ in 0..5 {
        let start = Instant::now();
        made = Some(work());
        least = least.min(start.elapsed());
    }
    (least, made.unwrap())
}

fn main() {
    let inputs: Vec<LabelInput> = (0..LABELS).map(input).collect();
    let setup = LabelSetup {
        format: LabelFormat::FourBySix,
        dpi: Dpi::D203,
        start: 1,
        title: "Labels".into(),
        at: 0,
    };
    let (layout, document) = best(|| labels(&inputs, &setup).unwrap());
    let (ours, pdf) = best(|| labels(&inputs, &setup).unwrap().pdf().unwrap());
    let ready = ready(&document);
    let (theirs, reference) = best(|| bare(&document, &ready));
    let per_second = |time: Duration| LABELS as f64 / time.as_secs_f64();
    println!(
        "paper: {LABELS} labels in {ours:.0?} ({:.0}/s, layout alone {layout:.0?}), {} bytes each",
        per_second(ours),
        pdf.len() / LABELS
    );
    println!(
        "bare printpdf: the same in {theirs:.0?} ({:.0}/s), {} bytes each",
        per_second(theirs),
        reference.len() / LABELS
    );
    println!(
        "ratio {:.2} (bar 0.6)",
        per_second(ours) / per_second(theirs)
    );
}
