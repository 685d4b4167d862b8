//! Labels: every barcode scans, nothing is cut off, the same input is the same bytes.

use crate::peers::{check, rasterise, scan, text, tool, zbar};
use crate::samples::{address, label, logo, people, sender, setup};
use paper::barcode::Symbology;
use paper::display::Item;
use paper::{
    Block, Dpi, Field, LabelFormat, LabelInput, LabelPlace, Notice, PaperError, Tracking, labels,
    leave_out,
};

const FORMATS: [LabelFormat; 6] = [
    LabelFormat::FourBySix,
    LabelFormat::A6,
    LabelFormat::A4TwoUp,
    LabelFormat::A4FourUp,
    LabelFormat::LetterTwoUp,
    LabelFormat::LetterFourUp,
];

fn tracked(symbology: Symbology, number: &str) -> LabelInput {
    LabelInput {
        tracking: Some(Tracking {
            number: number.into(),
            shown: String::new(),
            symbology,
        }),
        ..label(people().remove(0).1)
    }
}

/// Label, the identifier that a scanner reports, and what it must read.
fn kinds() -> Vec<(LabelInput, &'static str, &'static str)> {
    vec![
        (
            tracked(Symbology::Code128, "RR473124829GB"),
            "]C0",
            "RR473124829GB",
        ),
        (
            tracked(Symbology::Gs1128, "(420)31056(92)0123456789012345678901"),
            "]C1",
            "42031056\u{1d}920123456789012345678901",
        ),
        (
            tracked(Symbology::Qr, "JJD0099998888777766"),
            "]Q1",
            "JJD0099998888777766",
        ),
        (
            tracked(Symbology::DataMatrix, "3SBPE0123456789"),
            "]d1",
            "3SBPE0123456789",
        ),
        // Without a number of a carrier the label's own is the barcode, or the order's.
        (
            LabelInput {
                tracking: None,
                code: "P00104825".into(),
                ..label(people().remove(0).1)
            },
            "]C0",
            "P00104825",
        ),
        (
            LabelInput {
                tracking: None,
                ..label(people().remove(0).1)
            },
            "]C0",
            "10482",
        ),
        (
            LabelInput {
                tracking: None,
                reference: "№ 10482".into(),
                ..label(people().remove(0).1)
            },
            "]Q1",
            "№ 10482",
        ),
    ]
}

#[test]
fn every_barcode_scans_at_both_resolutions() {
    let kinds = kinds();
    let inputs: Vec<LabelInput> = kinds.iter().map(|k| k.0.clone()).collect();
    for format in FORMATS {
        for dpi in [Dpi::D203, Dpi::D300] {
            let pdf = labels(&inputs, &setup(format, dpi)).unwrap().pdf().unwrap();
            for (raster_dpi, mono) in [(203, true), (203, false), (300, true), (300, false)] {
                // Bars of a 300 dpi printer are not made for a 203 dpi one.
                if raster_dpi < dpi.dots() {
                    continue;
                }
                let folder = tempfile::tempdir().unwrap();
                let Some(pages) = rasterise(folder.path(), &pdf, raster_dpi, mono) else {
                    return;
                };
                let Some(scans) = scan(folder.path(), &pages) else {
                    return;
                };
                let all: Vec<(String, String)> = scans.into_iter().flatten().collect();
                for (_, id, content) in &kinds {
                    let found = all.iter().any(|(i, c)| i == id && c == content);
                    assert!(
                        found,
                        "{format:?} {dpi:?} at {raster_dpi} mono {mono}: {content:?} in {all:?}"
                    );
                }
                let corners = all.iter().filter(|s| **s == ("]d1".into(), "10482".into()));
                // The last one's number is no Data Matrix.
                assert_eq!(
                    corners.count(),
                    kinds.len() - 1,
                    "{format:?} {dpi:?} at {raster_dpi}"
                );
            }
        }
    }
}

#[test]
fn a_second_scanner_agrees() {
    let kinds = kinds();
    let inputs: Vec<LabelInput> = kinds.iter().map(|k| k.0.clone()).collect();
    for dpi in [Dpi::D203, Dpi::D300] {
        let pdf = labels(&inputs, &setup(LabelFormat::FourBySix, dpi))
            .unwrap()
            .pdf()
            .unwrap();
        for mono in [true, false] {
            let folder = tempfile::tempdir().unwrap();
            let Some(pages) = rasterise(folder.path(), &pdf, dpi.dots(), mono) else {
                return;
            };
            let want = [
                (0, "CODE-128:RR473124829GB"),
                (1, "CODE-128:42031056\u{1d}920123456789012345678901"),
                (2, "QR-Code:JJD0099998888777766"),
                (4, "CODE-128:P00104825"),
                (5, "CODE-128:10482"),
            ];
            for (page, expected) in want {
                let Some(found) = zbar(&pages[page]) else {
                    return;
                };
                assert!(
                    found.iter().any(|f| f == expected),
                    "{dpi:?} {expected:?} in {found:?}"
                );
            }
        }
    }
}

/// Each bar and space is a whole number of printer dots, exactly as encoded.
#[test]
fn bars_are_exact_to_the_dot() {
    for (dpi, dots) in [(Dpi::D203, 4), (Dpi::D300, 6)] {
        let input = tracked(Symbology::Code128, "053341209988");
        let document = labels(&[input], &setup(LabelFormat::FourBySix, dpi)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let pdf = document.pdf().unwrap();
        let Some(pages) = rasterise(folder.path(), &pdf, dpi.dots(), true) else {
            return;
        };
        let page = &pages[0];
        let paper::barcode::Symbol::Linear(widths) =
            Symbology::Code128.encode("053341209988").unwrap()
        else {
            panic!("linear");
        };
        let wanted: Vec<usize> = widths.iter().map(|w| usize::from(*w) * dots).collect();
        // Some row of the page is this barcode and nothing else.
        let hit = (0..page.height).any(|y| {
            let row = &page.grey[y * page.width..(y + 1) * page.width];
            let runs: Vec<usize> = row.chunk_by(|a, b| a == b).map(<[u8]>::len).collect();
            runs.len() == wanted.len() + 2 && runs[1..runs.len() - 1] == wanted[..]
        });
        assert!(hit, "{dpi:?}");
    }
}

fn overlong() -> Vec<LabelInput> {
    let long = "Hohenstaufen-Wittelsbach ".repeat(400);
    let unbroken = "W".repeat(10_000);
    let rtl = "رحمة ".repeat(2_000);
    let han = "髙橋".repeat(3_000);
    let mut out = vec![label(address([
        "Maximilian-Alexander von und zu Hohenstaufen-Wittelsbach",
        "Gesellschaft für angewandte Keramikforschung und Brennofentechnik mbH & Co. KG",
        "Straße des Siebzehnten Juni 135, Hinterhaus, dritter Aufgang links",
        "c/o Bäckerei Müller-Lüdenscheidt, 4. Obergeschoss",
        "Garmisch-Partenkirchen",
        "",
        "82467",
        "DE",
    ]))];
    for text in [&long, &unbroken, &rtl, &han] {
        out.push(label(address([
            text, text, text, text, text, "", text, "AT",
        ])));
        let mut all = label(address([text, "", "Gasse 1", "", "Wien", "", "1010", "AT"]));
        all.service.clone_from(text);
        all.parcel.clone_from(text);
        all.routing.clone_from(text);
        all.notes = vec![text.clone(); 3];
        all.words.reference.clone_from(text);
        all.sender = address([text, text, text, "", text, "", "1", "BE"]);
        out.push(all);
    }
    out
}

#[test]
fn overlong_text_is_told_and_never_leaves_the_safe_area() {
    for format in FORMATS {
        let document = labels(&overlong(), &setup(format, Dpi::D203)).unwrap();
        for at in 1..overlong().len() {
            let told = document
                .notices
                .iter()
                .any(|n| n.document() == at && matches!(n, Notice::Overlong { .. }));
            assert!(told, "label {at} of {format:?}");
        }
        // The first one is long but fits: shrunk and wrapped, every word is there.
        assert!(
            document.notices.iter().all(|n| n.document() != 0),
            "{:?}",
            document.notices[0]
        );
        let folder = tempfile::tempdir().unwrap();
        let Some(pages) = rasterise(folder.path(), &document.pdf().unwrap(), 203, false) else {
            return;
        };
        for page in pages {
            assert!(!page.ink_at_edges(24), "ink within 3 mm of {format:?}");
        }
    }
    // Inside the page: text keeps to its column, so no two items of one band overlap sideways.
    let document = labels(&overlong(), &setup(LabelFormat::FourBySix, Dpi::D203)).unwrap();
    for page in &document.pages {
        for item in &page.items {
            if let Item::Text { line, x, size, .. } = item {
                assert!(
                    *x >= 8.5 && x + line.width * size <= page.width - 8.5,
                    "{}",
                    line.text
                );
            }
        }
    }
}

#[test]
fn labels_of_every_kind_keep_their_margins() {
    let mut inputs: Vec<LabelInput> = people().into_iter().map(|p| label(p.1)).collect();
    inputs.extend(kinds().into_iter().map(|k| k.0));
    for input in &mut inputs {
        input.logo = Some(logo());
        input.routing = "PL-KRK 31".into();
    }
    for format in FORMATS {
        let pdf = labels(&inputs, &setup(format, Dpi::D203))
            .unwrap()
            .pdf()
            .unwrap();
        let folder = tempfile::tempdir().unwrap();
        check(folder.path(), &pdf);
        let Some(pages) = rasterise(folder.path(), &pdf, 203, false) else {
            return;
        };
        assert_eq!(pages.len(), inputs.len().div_ceil(format.places()));
        for (at, page) in pages.iter().enumerate() {
            assert!(!page.ink_at_edges(24), "{format:?} page {at}");
            if format == LabelFormat::FourBySix {
                assert_eq!((page.width, page.height), (812, 1218));
            }
            // The places of a sheet do not run into each other: 3 mm on both sides of the cut.
            if format.places() > 1 {
                let middle = page.height / 2;
                assert!(
                    !page.ink(0..page.width, middle - 22..middle + 22),
                    "{format:?}"
                );
            }
        }
    }
}

#[test]
fn a_part_used_sheet_begins_at_its_first_free_place() {
    let inputs: Vec<LabelInput> = people().into_iter().take(3).map(|p| label(p.1)).collect();
    let mut setup = setup(LabelFormat::A4FourUp, Dpi::D300);
    setup.start = 3;
    let document = labels(&inputs, &setup).unwrap();
    assert_eq!(document.pages.len(), 2);
    let heights: Vec<Vec<f32>> = document
        .pages
        .iter()
        .map(|page| {
            let tops = page.items.iter().filter_map(|item| match item {
                Item::Text { line, y, .. } if line.text == "Parcel, tracked" => Some(*y),
                Item::Text { .. } | Item::Fill { .. } | Item::Picture { .. } => None,
            });
            tops.collect()
        })
        .collect();
    // Places 3 and 4 are the lower half of the first sheet, the third label is on top of the next.
    assert!(heights[0].len() == 2 && heights[0].iter().all(|y| *y > 421.0));
    assert!(heights[1].len() == 1 && heights[1][0] < 421.0);
    setup.start = 9;
    assert_eq!(labels(&inputs, &setup).unwrap().pages.len(), 1);
}

#[test]
fn the_same_input_is_the_same_bytes() {
    let inputs: Vec<LabelInput> = people().into_iter().map(|p| label(p.1)).collect();
    let make = || labels(&inputs, &setup(LabelFormat::A6, Dpi::D300)).unwrap();
    let (first, second) = (make(), make());
    assert_eq!(first.pdf().unwrap(), second.pdf().unwrap());
    assert_eq!(first.pdf().unwrap(), first.pdf().unwrap());
    assert_eq!(first.svg(4), second.svg(4));
    let mut later = make();
    later.at += 1_000;
    assert_ne!(first.pdf().unwrap(), later.pdf().unwrap());
}

#[test]
fn a_label_is_small_and_smaller_in_a_batch() {
    let one = label(people().remove(0).1);
    let pdf = labels(
        std::slice::from_ref(&one),
        &setup(LabelFormat::FourBySix, Dpi::D203),
    )
    .unwrap()
    .pdf()
    .unwrap();
    assert!(pdf.len() <= 30_000, "{} bytes", pdf.len());
    let batch: Vec<LabelInput> = (0..100)
        .map(|at| LabelInput {
            reference: format!("{}", 10_000 + at),
            ..one.clone()
        })
        .collect();
    let pdf = labels(&batch, &setup(LabelFormat::FourBySix, Dpi::D203))
        .unwrap()
        .pdf()
        .unwrap();
    assert!(pdf.len() <= 500_000, "{} bytes each", pdf.len() / 100);
    eprintln!("batch of 100: {} bytes each", pdf.len() / 100);
}

#[test]
fn a_letter_without_a_font_blocks_its_label_by_name() {
    let mut bad = label(people().remove(0).1);
    bad.to.name = "Ann \u{e81}x \u{10330}".into();
    bad.notes = vec!["\u{b95}".into()];
    let good = label(people().remove(0).1);
    let refused = labels(&[good.clone(), bad], &setup(LabelFormat::A6, Dpi::D203));
    let Err(PaperError::Blocked(blocks)) = refused else {
        panic!("it must not print");
    };
    let wanted = |field, letter| Block::NoLetter {
        document: 1,
        field,
        letter,
    };
    assert_eq!(
        blocks,
        [
            wanted(Field::Recipient, '\u{e81}'),
            wanted(Field::Recipient, '\u{10330}'),
            wanted(Field::Note, '\u{b95}'),
        ]
    );
    let sentence = blocks[0].sentence();
    assert_eq!(sentence.id, "paper-letter-without-font");
    assert_eq!(sentence.args["code"], "U+0E81".into());
    assert!(labels(&[good], &setup(LabelFormat::A6, Dpi::D203)).is_ok());
}

#[test]
fn emoji_and_controls_are_dropped_with_a_notice() {
    let mut input = label(people().remove(0).1);
    input.to.name = "Mia \u{1F469}\u{200D}\u{1F680} B\u{0}o\u{202E}e".into();
    let document = labels(&[input], &setup(LabelFormat::A6, Dpi::D203)).unwrap();
    assert_eq!(
        document.notices,
        [Notice::Dropped {
            document: 0,
            field: Field::Recipient,
            codes: "U+1F469 U+0000 U+202E".into()
        }]
    );
    let shown = document.pages[0]
        .items
        .iter()
        .any(|item| matches!(item, Item::Text { line, .. } if line.text == "Mia Boe"));
    assert!(shown);
}

#[test]
fn towers_of_marks_stay_in_their_line() {
    let tower = format!("Z{}algo", "\u{30d}\u{323}".repeat(300));
    let mut input = label(address([&tower, &tower, &tower, "", &tower, "", "1", "AT"]));
    input.service.clone_from(&tower);
    input.notes = vec![tower; 5];
    let document = labels(&[input], &setup(LabelFormat::A6, Dpi::D203)).unwrap();
    let told = |n: &Notice| {
        matches!(
            n,
            Notice::Dropped {
                field: Field::Service,
                ..
            }
        )
    };
    assert!(document.notices.iter().any(told));
    // Two of the five notes have no line.
    let told = |n: &Notice| {
        matches!(
            n,
            Notice::Overlong {
                field: Field::Note,
                ..
            }
        )
    };
    assert!(document.notices.iter().any(told));
    let folder = tempfile::tempdir().unwrap();
    if let Some(pages) = rasterise(folder.path(), &document.pdf().unwrap(), 203, false) {
        assert!(!pages[0].ink_at_edges(24));
    }
}

#[test]
fn a_label_needs_a_recipient_and_a_batch_a_label() {
    let mut input = label(sender());
    input.to = address([""; 8]);
    let refused = labels(&[input], &setup(LabelFormat::A6, Dpi::D203)).unwrap_err();
    assert_eq!(
        refused,
        PaperError::Blocked(vec![Block::NoRecipient { document: 0 }])
    );
    let empty = labels(&[], &setup(LabelFormat::A6, Dpi::D203)).unwrap_err();
    assert_eq!(empty, PaperError::Empty);
}

#[test]
fn a_number_that_is_no_barcode_is_text_with_a_notice() {
    let input = tracked(Symbology::Code128, "Ñ-77");
    let document = labels(&[input], &setup(LabelFormat::A6, Dpi::D203)).unwrap();
    assert_eq!(
        document.notices,
        [Notice::NoBarcode {
            document: 0,
            field: Field::Tracking
        }]
    );
    let folder = tempfile::tempdir().unwrap();
    if let Some(text) = text(folder.path(), &document.pdf().unwrap()) {
        assert!(text.contains("Ñ-77"));
    }
}

/// The preview is the same layout: poppler's picture of the PDF and the SVG have ink in the same
/// places. The SVG is painted by librsvg where it is installed.
#[test]
fn the_preview_is_what_prints() {
    let mut input = label(people().remove(10).1);
    input.logo = Some(logo());
    input.routing = "<&\"'>".into();
    let mut document = labels(&[input], &setup(LabelFormat::FourBySix, Dpi::D203)).unwrap();
    document.title = "<script>&\"'\u{1}".into();
    let svg = document.svg(0).unwrap();
    assert!(svg.contains("&lt;script&gt;&amp;&quot;&#39;</title>"));
    assert!(!svg.contains("<script") && !svg.contains("<text"));
    assert!(svg.len() < 60_000, "{}", svg.len());
    assert!(document.svg(1).is_none());
    let folder = tempfile::tempdir().unwrap();
    let Some(program) = tool("rsvg-convert") else {
        return;
    };
    let file = folder.path().join("page.svg");
    std::fs::write(&file, &svg).unwrap();
    let out = folder.path().join("page.png");
    crate::peers::run(
        std::process::Command::new(program)
            .args(["-w", "812", "-h", "1218", "-o"])
            .arg(&out)
            .arg(&file),
    );
    let Some(pages) = rasterise(folder.path(), &document.pdf().unwrap(), 203, false) else {
        return;
    };
    let decoder = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(out).unwrap()));
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let channels = frame.color_type.samples();
    let preview: Vec<u8> = pixels.chunks_exact(channels).map(|p| p[0]).collect();
    // Two renderers put an edge up to one pixel apart; ink without ink beside it is an error.
    let page = &pages[0];
    let alone = lonely(&page.grey, &preview, page.width) + lonely(&preview, &page.grey, page.width);
    assert!(alone < 20, "{alone} pixels are only in one of both");
}

/// Black pixels of one picture that have no dark pixel of the other within one step.
fn lonely(one: &[u8], other: &[u8], width: usize) -> usize {
    let dark = |at: Option<usize>| at.and_then(|i| other.get(i)).is_some_and(|v| *v < 190);
    let near = |at: usize| {
        [0, width, 2 * width]
            .iter()
            .flat_map(|row| (0..3).map(move |column| row + column))
            .any(|step| dark((at + step).checked_sub(width + 1)))
    };
    let black = one.iter().enumerate().filter(|(_, v)| **v < 64);
    black.filter(|(at, _)| !near(*at)).count()
}

#[test]
fn a_label_is_left_out_of_its_sheet_and_the_others_stay() {
    let inputs: Vec<LabelInput> = (0..5)
        .map(|at| LabelInput {
            code: format!("P000{at}"),
            tracking: None,
            logo: Some(logo()),
            reference: format!("NR-{at}-NR"),
            ..label(people().remove(at).1)
        })
        .collect();
    for (format, places) in [
        (LabelFormat::A6, 1_usize),
        (LabelFormat::A4TwoUp, 2),
        (LabelFormat::A4FourUp, 4),
        (LabelFormat::LetterFourUp, 4),
    ] {
        let pdf = labels(&inputs, &setup(format, Dpi::D203))
            .unwrap()
            .pdf()
            .unwrap();
        for gone in 0..5 {
            let page = u32::try_from(gone / places + 1).unwrap();
            let label = LabelPlace {
                page,
                place: u32::try_from(gone % places + 1).unwrap(),
                places: u32::try_from(places).unwrap(),
            };
            // The fifth stands alone on its page, whatever the sheet; so does each on paper of its own.
            let alone = places == 1 || gone == 4;
            let empty = if alone { vec![page] } else { Vec::new() };
            let rest = leave_out(&pdf, &[label], &empty).unwrap();
            let folder = tempfile::tempdir().unwrap();
            check(folder.path(), &rest);
            let Some(said) = text(folder.path(), &rest) else {
                return;
            };
            for at in 0..5 {
                let there = said.contains(&format!("NR-{at}-NR"));
                assert_eq!(
                    there,
                    at != gone,
                    "{format:?} without {gone}: {at} in {said}"
                );
            }
            let folder = tempfile::tempdir().unwrap();
            let Some(pages) = rasterise(folder.path(), &rest, 203, false) else {
                return;
            };
            let read: Vec<String> = pages.iter().filter_map(zbar).flatten().collect();
            for at in 0..5 {
                let code = format!("CODE-128:P000{at}");
                let found = read.contains(&code);
                assert_eq!(found, at != gone, "{format:?} without {gone}: {read:?}");
            }
            if alone {
                continue;
            }
            // Not one dot is left in its cell.
            let sheet = &pages[gone / places];
            let (columns, at) = (if places == 4 { 2 } else { 1 }, gone % places);
            let (w, h) = (sheet.width / columns, sheet.height / 2);
            let (x, y) = (at % columns * w, at / columns * h);
            assert!(
                !sheet.ink(x + 1..x + w - 1, y + 1..y + h - 1),
                "{format:?} {gone}"
            );
        }
    }
}
