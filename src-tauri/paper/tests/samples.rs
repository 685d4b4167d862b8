//! Invented people in every script, and the words of an English-speaking shop in Ghent.

use domain::Address;
use paper::barcode::Symbology;
use paper::{
    Dpi, LabelFormat, LabelInput, LabelSetup, LabelWords, Logo, PaperSize, PickInput, PickLine,
    PickOrder, PickWords, SlipInput, SlipLine, SlipWords, Tracking,
};

/// 2026-11-23T14:05:00Z.
pub(crate) const AT: i64 = 1_795_442_700_000;

pub(crate) fn address(parts: [&str; 8]) -> Address {
    let [name, company, line1, line2, city, region, postcode, country] = parts.map(str::to_owned);
    Address {
        name,
        company,
        line1,
        line2,
        city,
        region,
        postcode,
        country,
        ..Address::default()
    }
}

pub(crate) fn sender() -> Address {
    address([
        "",
        "Fern & Kiln",
        "Brabantdam 118",
        "",
        "Gent",
        "",
        "9000",
        "BE",
    ])
}

/// Script and address.
pub(crate) fn people() -> Vec<(&'static str, Address)> {
    [
        (
            "latin",
            [
                "Marta Wiśniewska",
                "",
                "ul. Józefa 14/3",
                "",
                "Kraków",
                "",
                "31-056",
                "PL",
            ],
        ),
        (
            "vietnamese",
            [
                "Nguyễn Thị Hương",
                "",
                "12 Đường Lê Lợi",
                "",
                "Đà Nẵng",
                "",
                "550000",
                "VN",
            ],
        ),
        (
            "greek",
            [
                "Ελένη Παπαδοπούλου",
                "",
                "Οδός Αθηνάς 25",
                "",
                "Θεσσαλονίκη",
                "",
                "546 24",
                "GR",
            ],
        ),
        (
            "cyrillic",
            [
                "Олена Ковальчук",
                "",
                "вул. Шевченка 7, кв. 12",
                "",
                "Львів",
                "",
                "79000",
                "UA",
            ],
        ),
        (
            "arabic",
            [
                "أمل حسن",
                "",
                "شارع التحرير 12",
                "شقة 4",
                "القاهرة",
                "",
                "11511",
                "EG",
            ],
        ),
        (
            "hebrew",
            [
                "רות כהן",
                "",
                "רחוב הרצל 12",
                "דירה 3",
                "תל אביב",
                "",
                "6688101",
                "IL",
            ],
        ),
        (
            "thai",
            [
                "สมหญิง ใจดี",
                "",
                "99/9 ถนนสุขุมวิท",
                "",
                "คลองเตย",
                "กรุงเทพมหานคร",
                "10110",
                "TH",
            ],
        ),
        (
            "devanagari",
            [
                "प्रिया शर्मा",
                "",
                "12 महात्मा गांधी मार्ग",
                "",
                "नई दिल्ली",
                "दिल्ली",
                "110001",
                "IN",
            ],
        ),
        (
            "simplified",
            [
                "王小明",
                "",
                "南京东路100号",
                "",
                "黄浦区",
                "上海市",
                "200001",
                "CN",
            ],
        ),
        (
            "traditional",
            [
                "陳怡君",
                "",
                "信義路五段7號",
                "",
                "信義區",
                "臺北市",
                "110",
                "TW",
            ],
        ),
        (
            "japanese",
            [
                "髙橋 美咲",
                "",
                "神南1-2-3 ハイツ渋谷405",
                "",
                "渋谷区",
                "東京都",
                "150-0041",
                "JP",
            ],
        ),
        (
            "korean",
            [
                "김서연",
                "",
                "테헤란로 152",
                "",
                "강남구",
                "서울특별시",
                "06236",
                "KR",
            ],
        ),
    ]
    .into_iter()
    .map(|(script, parts)| (script, address(parts)))
    .collect()
}

pub(crate) fn words() -> LabelWords {
    LabelWords {
        from: "From".into(),
        to: "To".into(),
        reference: "Order".into(),
    }
}

pub(crate) fn label(to: Address) -> LabelInput {
    LabelInput {
        sender: sender(),
        service: "Parcel, tracked".into(),
        to,
        parcel: "Parcel 1 of 2".into(),
        weight: "2.61 kg".into(),
        date: "23 Nov 2026".into(),
        reference: "10482".into(),
        tracking: Some(Tracking {
            number: "RR473124829GB".into(),
            shown: "RR 473 124 829 GB".into(),
            symbology: Symbology::Code128,
        }),
        notes: vec![
            "Fragile: stoneware".into(),
            "Thank you for buying handmade.".into(),
        ],
        words: words(),
        ..LabelInput::default()
    }
}

pub(crate) fn setup(format: LabelFormat, dpi: Dpi) -> LabelSetup {
    LabelSetup {
        format,
        dpi,
        start: 1,
        title: "Labels".into(),
        at: AT,
    }
}

/// A ring and bars, with transparency and colour, drawn here.
pub(crate) fn logo() -> Logo {
    let (width, height) = (240_u32, 80_u32);
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (dx, dy) = (i64::from(x) - 40, i64::from(y) - 40);
            let ring = (400..1300).contains(&(dx * dx + dy * dy));
            let bar = x > 95 && x < 235 && (y / 16) % 2 == 0;
            pixels.extend(if ring || bar {
                [20, 110, 110, 255]
            } else {
                [0, 0, 0, 0]
            });
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    Logo::from_png(&file).unwrap()
}

pub(crate) fn slip() -> SlipInput {
    let line =
        |quantity, name: &str, options: &str, sku: &str, price: &str, amount: &str| SlipLine {
            quantity,
            sku: sku.into(),
            name: name.into(),
            options: options.into(),
            price: price.into(),
            amount: amount.into(),
        };
    SlipInput {
        paper: PaperSize::A4,
        dpi: Dpi::D300,
        sender: sender(),
        logo: Some(logo()),
        to: people().remove(0).1,
        country: None,
        order: "10482".into(),
        date: "23 Nov 2026".into(),
        parcel: "Parcel 1 of 2".into(),
        lines: vec![
            line(
                2,
                "Ramen bowl",
                "Glaze: tenmoku",
                "BOWL-18",
                "€24.00",
                "€48.00",
            ),
            line(12, "Sencha 100 g", "", "TEA-100", "€9.50", "€114.00"),
        ],
        pieces: "14 pieces".into(),
        totals: vec![("Total".into(), "€162.00".into())],
        gift: false,
        gift_message: String::new(),
        notes: "Please ring twice.".into(),
        returns: "You have 30 days to send anything back.".into(),
        words: SlipWords {
            title: "Packing slip".into(),
            ship_to: "Ship to".into(),
            order: "Order".into(),
            date: "Date".into(),
            quantity: "Qty".into(),
            item: "Item".into(),
            sku: "SKU".into(),
            price: "Price".into(),
            amount: "Amount".into(),
            gift_message: "A message for you".into(),
            notes: "Notes".into(),
            page: "Page %1 of %2".into(),
        },
        at: AT,
    }
}

pub(crate) fn picks() -> PickInput {
    let line = |order: &str, bin: &str, sku: &str, quantity| PickLine {
        order: order.into(),
        tote: String::new(),
        bin: bin.into(),
        sku: sku.into(),
        name: format!("Thing {sku}"),
        options: String::new(),
        quantity,
    };
    PickInput {
        paper: PaperSize::A4,
        dpi: Dpi::D300,
        order: PickOrder::ByBin,
        batch: "PL-0042".into(),
        summary: "2 orders, 7 pieces".into(),
        lines: vec![
            line("10490", "A-10", "POT", 1),
            line("10482", "A-2", "BOWL", 2),
            line("10490", "A-2", "BOWL", 3),
            line("10482", "", "CARD", 1),
        ],
        words: PickWords {
            title: "Pick list".into(),
            batch: "Batch".into(),
            bin: "Bin".into(),
            no_bin: "No bin".into(),
            quantity: "Qty".into(),
            item: "Item".into(),
            for_orders: "For orders".into(),
            order: "Order".into(),
            page: "Page %1 of %2".into(),
        },
        at: AT,
    }
}
