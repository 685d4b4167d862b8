//! Packing slips, pick lists and the printer's test page.

use crate::peers::{check, rasterise, scan, text};
use crate::samples::{AT, picks, slip};
use paper::{
    Dpi, HandOverCarrier, HandOverInput, HandOverParcel, HandOverWords, LabelFormat, Notice,
    PaperError, PaperSize, PickOrder, SlipLine, TestInput, hand_over_list, packing_slip, pick_list,
    test_page,
};

const PAPERS: [PaperSize; 3] = [PaperSize::A4, PaperSize::Letter, PaperSize::FourBySix];

/// Rasterised at 203 and 300 dpi: scans, and no ink in the outer 3 mm.
fn scans(pdf: &[u8], wanted: &[(&str, &str)]) {
    for (dpi, mono, edge) in [(203, true, 24), (300, false, 35)] {
        let folder = tempfile::tempdir().unwrap();
        check(folder.path(), pdf);
        let Some(pages) = rasterise(folder.path(), pdf, dpi, mono) else {
            return;
        };
        assert!(
            pages.iter().all(|p| !p.ink_at_edges(edge)),
            "ink in the margin"
        );
        let Some(found) = scan(folder.path(), &pages) else {
            return;
        };
        for (id, content) in wanted {
            let hit = found.iter().flatten().any(|(i, c)| i == id && c == content);
            assert!(hit, "{content} at {dpi} in {found:?}");
        }
    }
}

#[test]
fn a_slip_says_what_is_in_the_parcel() {
    for paper in PAPERS {
        let mut input = slip();
        input.paper = paper;
        input.dpi = Dpi::D203;
        let document = packing_slip(&input).unwrap();
        assert_eq!(document.notices, []);
        let pdf = document.pdf().unwrap();
        scans(&pdf, &[("]C0", "10482")]);
        let folder = tempfile::tempdir().unwrap();
        let Some(text) = text(folder.path(), &pdf) else {
            return;
        };
        for part in [
            "Packing slip",
            "Marta Wiśniewska",
            "31-056 Kraków",
            "POLAND",
            "Order 10482",
            "Date 23 Nov 2026",
            "Parcel 1 of 2",
            "Ramen bowl",
            "Glaze: tenmoku",
            "BOWL-18",
            "€48.00",
            "€114.00",
            "€162.00",
            "14 pieces",
            "Please ring twice.",
            "Page 1 of 1",
            "Fern & Kiln · Brabantdam 118 · 9000 Gent",
        ] {
            assert!(text.contains(part), "{paper:?}: {part:?} in {text}");
        }
    }
}

#[test]
fn a_gift_shows_no_money() {
    let mut input = slip();
    input.gift = true;
    input.gift_message = "Happy birthday!\nJo".into();
    let folder = tempfile::tempdir().unwrap();
    let document = packing_slip(&input).unwrap();
    let Some(text) = text(folder.path(), &document.pdf().unwrap()) else {
        return;
    };
    assert!(!text.contains('€') && !text.contains("Price") && !text.contains("Total"));
    assert!(text.contains("A message for you") && text.contains("Happy birthday!\nJo"));
}

#[test]
fn long_orders_run_over_pages_and_lose_no_line() {
    for paper in PAPERS {
        let mut input = slip();
        input.paper = paper;
        input.lines = (0..150)
            .map(|at| SlipLine {
                quantity: 1,
                sku: format!("SKU-{at:03}"),
                name: format!("Cup number {at:03}."),
                options: if at % 3 == 0 {
                    "Glaze: ash".into()
                } else {
                    String::new()
                },
                ..SlipLine::default()
            })
            .collect();
        let document = packing_slip(&input).unwrap();
        let count = document.pages.len();
        assert!(count > 3);
        let folder = tempfile::tempdir().unwrap();
        let pdf = document.pdf().unwrap();
        scans(&pdf, &[("]C0", "10482")]);
        let Some(text) = text(folder.path(), &pdf) else {
            return;
        };
        for at in 0..150 {
            assert_eq!(
                text.matches(&format!("Cup number {at:03}.")).count(),
                1,
                "{paper:?} {at}"
            );
        }
        for page in 1..=count {
            assert!(text.contains(&format!("Page {page} of {count}")));
        }
        assert_eq!(
            text.matches("Packing slip · Order 10482").count(),
            count - 1
        );
        // Heads on each page of goods; the last page may have only the texts below them.
        let heads = text.matches("Item").count();
        assert!(heads == count || heads == count - 1, "{heads} of {count}");
    }
}

#[test]
fn a_hostile_slip_is_cut_with_a_notice() {
    let mut input = slip();
    let long = "Very long name ".repeat(700);
    input.lines[0].name.clone_from(&long);
    input.lines[1].sku = "X".repeat(10_000);
    input.notes = long;
    let document = packing_slip(&input).unwrap();
    assert!(
        document
            .notices
            .iter()
            .any(|n| matches!(n, Notice::Overlong { .. }))
    );
    scans(&document.pdf().unwrap(), &[("]C0", "10482")]);
}

#[test]
fn picks_are_walked_bin_by_bin() {
    for paper in PAPERS {
        let mut input = picks();
        input.paper = paper;
        input.dpi = Dpi::D203;
        let document = pick_list(&input).unwrap();
        assert_eq!(document.notices, []);
        let pdf = document.pdf().unwrap();
        scans(&pdf, &[("]C0", "PL-0042")]);
        let folder = tempfile::tempdir().unwrap();
        let Some(text) = text(folder.path(), &pdf) else {
            return;
        };
        let at = |part: &str| {
            text.find(part)
                .unwrap_or_else(|| panic!("{part} in {text}"))
        };
        assert!(at("A-2") < at("A-10") && at("A-10") < at("No bin"));
        assert!(
            text.contains("10482\u{a0}×\u{a0}2") || text.contains("10482 × 2"),
            "{text}"
        );
        assert!(text.contains("Thing BOWL") && text.contains("Page 1 of 1"));
    }
}

#[test]
fn picks_by_order_keep_each_order_together() {
    let mut input = picks();
    input.order = PickOrder::ByOrder;
    let folder = tempfile::tempdir().unwrap();
    let Some(text) = text(folder.path(), &pick_list(&input).unwrap().pdf().unwrap()) else {
        return;
    };
    let at = |part: &str| text.find(part).unwrap();
    assert!(at("Order 10482") < at("Order 10490"));
    assert!(at("Thing CARD") < at("Order 10490") && at("Order 10490") < at("Thing POT"));
    input.lines.clear();
    assert_eq!(pick_list(&input).unwrap_err(), PaperError::Empty);
}

#[test]
fn a_long_pick_list_keeps_its_margins() {
    let mut input = picks();
    let line = input.lines[0].clone();
    for at in 0..200 {
        let mut line = line.clone();
        line.bin = format!("C-{}", at / 2);
        line.order = format!("{}", 20_000 + at);
        input.lines.push(line);
    }
    for (paper, order) in [
        (PaperSize::A4, PickOrder::ByBin),
        (PaperSize::Letter, PickOrder::ByOrder),
        (PaperSize::FourBySix, PickOrder::ByBin),
    ] {
        input.paper = paper;
        input.order = order;
        let document = pick_list(&input).unwrap();
        assert!(document.pages.len() > 2);
        scans(&document.pdf().unwrap(), &[("]C0", "PL-0042")]);
    }
}

#[test]
fn the_test_page_scans_and_measures() {
    for (format, dpi, raster) in [
        (LabelFormat::FourBySix, Dpi::D203, 203),
        (LabelFormat::A6, Dpi::D300, 300),
    ] {
        let document = test_page(&TestInput {
            format,
            dpi,
            title: "Printer test".into(),
            measure: "Measure the rulers.".into(),
            edge: "The frame is 3 mm inside the edge.".into(),
            scan: "Scan these codes.".into(),
            at: AT,
        })
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let pdf = document.pdf().unwrap();
        let Some(pages) = rasterise(folder.path(), &pdf, raster, true) else {
            return;
        };
        let Some(found) = scan(folder.path(), &pages) else {
            return;
        };
        let mut texts: Vec<&str> = found[0].iter().map(|s| s.1.as_str()).collect();
        texts.sort_unstable();
        let least = if dpi == Dpi::D203 { 2 } else { 3 };
        let (one, two) = (
            format!("X{least}-{raster}"),
            format!("X{}-{raster}", least + 1),
        );
        assert_eq!(
            texts,
            ["BACKROOM-TEST", "BACKROOM-TEST", one.as_str(), two.as_str()]
        );
    }
}

/// Two carriers: 60 parcels of the post, which run over a page, and one of a courier.
fn hand_over(paper: PaperSize) -> HandOverInput {
    let parcel = |n: usize| HandOverParcel {
        number: format!("10{n:03}-1"),
        tracking: format!("RR{n:08}5DE"),
        to: "31-056 Krak\u{f3}w, Poland".into(),
        service: "Standard".into(),
        weight: "2.61 kg".into(),
    };
    HandOverInput {
        paper,
        foot: "Fern & Kiln \u{b7} 23 Nov 2026".into(),
        carriers: vec![
            HandOverCarrier {
                name: "Own post".into(),
                summary: "23 Nov 2026: 60 parcels, 156.60 kg".into(),
                parcels: (0..60).map(parcel).collect(),
            },
            HandOverCarrier {
                name: "Courier".into(),
                summary: "23 Nov 2026: 1 parcel, 2.61 kg".into(),
                parcels: vec![parcel(900)],
            },
        ],
        words: HandOverWords {
            title: "Hand-over list".into(),
            parcel: "Parcel".into(),
            tracking: "Tracking number".into(),
            to: "To".into(),
            service: "Service".into(),
            weight: "Weight".into(),
            from: "Handed over by".into(),
            taken: "Taken over by, date and time".into(),
            page: "Page %1 of %2".into(),
        },
        at: AT,
    }
}

#[test]
fn a_hand_over_list_has_every_parcel_and_a_page_to_sign_for_each_carrier() {
    for paper in PAPERS {
        let document = hand_over_list(&hand_over(paper)).unwrap();
        assert_eq!(document.notices, [], "{paper:?}");
        let pdf = document.pdf().unwrap();
        assert_eq!(pdf, document.pdf().unwrap());
        scans(&pdf, &[]);
        let folder = tempfile::tempdir().unwrap();
        let Some(text) = text(folder.path(), &pdf) else {
            return;
        };
        for n in (0..60).chain([900]) {
            assert!(text.contains(&format!("10{n:03}-1")), "{paper:?}: {n}");
            assert!(text.contains(&format!("RR{n:08}5DE")), "{paper:?}: {n}");
        }
        let times = |part: &str| text.matches(part).count();
        assert_eq!(
            (times("Handed over by"), times("Taken over by")),
            (2, 2),
            "{text}"
        );
        // The courier's page holds nothing of the post.
        let last = text
            .trim_end_matches('\u{c}')
            .rsplit('\u{c}')
            .next()
            .unwrap();
        assert!(
            last.contains("Courier") && last.contains("10900-1"),
            "{last}"
        );
        assert!(!last.contains("Own post"), "{last}");
    }
    let mut nothing = hand_over(PaperSize::A4);
    nothing.carriers.iter_mut().for_each(|c| c.parcels.clear());
    assert!(matches!(hand_over_list(&nothing), Err(PaperError::Empty)));
}
