//! What the sample shop sells: ceramics, and tea to drink from them. All of it invented.

/// One thing on the sample shop's shelf.
pub(super) struct Good {
    pub(super) sku: &'static str,
    pub(super) title: &'static str,
    pub(super) options: &'static str,
    /// EAN-13 with a right check digit, in the range for use within a shop (GS1 prefix 20).
    pub(super) barcode: &'static str,
    pub(super) bin: &'static str,
    pub(super) grams: i64,
    /// Price of one in cents, tax included.
    pub(super) price: i64,
    /// Cost of one in cents.
    pub(super) cost: i64,
    pub(super) hs_code: &'static str,
    pub(super) origin: &'static str,
    /// The opening count; `None` for what was never counted.
    pub(super) count: Option<i64>,
    pub(super) reorder_point: Option<i64>,
}

macro_rules! goods {
    ($($sku:literal $title:literal $options:literal $barcode:literal $bin:literal $grams:literal $price:literal $cost:literal $hs:literal $origin:literal $count:expr, $reorder:expr;)*) => {
        /// The shelf.
        pub(super) const GOODS: &[Good] = &[$(Good {
            sku: $sku, title: $title, options: $options, barcode: $barcode, bin: $bin, grams: $grams,
            price: $price, cost: $cost, hs_code: $hs, origin: $origin, count: $count, reorder_point: $reorder,
        }),*];
    };
}

goods! {
    "BOWL-INK"   "Ramen bowl"            "Glaze: ink"       "2000000000015" "A3-01" 640  3200 1150 "6912.00" "BE" Some(64), Some(12);
    "BOWL-CHALK" "Ramen bowl"            "Glaze: chalk"     "2000000000022" "A3-02" 640  3200 1150 "6912.00" "BE" Some(41), Some(12);
    "BOWL-MOSS"  "Ramen bowl"            "Glaze: moss"      "2000000000039" "A3-03" 640  3400 1200 "6912.00" "BE" Some(9),  Some(12);
    "PLATE-22"   "Dinner plate 22 cm"    "Glaze: oat"       "2000000000046" "A2-01" 710  2600  900 "6912.00" "BE" Some(88), Some(20);
    "PLATE-27"   "Dinner plate 27 cm"    "Glaze: oat"       "2000000000053" "A2-02" 980  3200 1100 "6912.00" "BE" Some(46), Some(16);
    "MUG-OAT"    "Mug 0.3 l"             "Glaze: oat"       "2000000000060" "A1-01" 380  2400  800 "6912.00" "BE" Some(120), Some(24);
    "MUG-INK"    "Mug 0.3 l"             "Glaze: ink"       "2000000000077" "A1-02" 380  2400  800 "6912.00" "BE" Some(73), Some(24);
    "CUP-ESP2"   "Espresso cups, set of 2" "Glaze: chalk"   "2000000000084" "A1-03" 320  3000 1000 "6912.00" "BE" Some(35), Some(10);
    "TPOT-CEL"   "Teapot 0.8 l"          "Glaze: celadon"   "2000000000091" "B1-02" 920  6800 2600 "6912.00" "BE" Some(4),  Some(6);
    "TPOT-INK"   "Teapot 0.8 l"          "Glaze: ink"       "2000000000107" "B1-03" 920  6800 2600 "6912.00" "BE" Some(17), Some(6);
    "VASE-RAW"   "Vase 24 cm"            "Glaze: unglazed"  "2000000000114" "B2-01" 1350 5400 1900 "6912.00" "BE" Some(22), Some(5);
    "VASE-BUD"   "Bud vase 11 cm"        "Glaze: celadon"   "2000000000121" "B2-02" 290  2200  700 "6912.00" "BE" Some(58), Some(10);
    "DISH-SOAP"  "Soap dish"             "Glaze: moss"      "2000000000138" "B3-01" 260  1800  600 "6912.00" "BE" Some(44), Some(10);
    "JAR-TEA"    "Tea jar with lid"      "Glaze: chalk"     "2000000000145" "B3-02" 560  3800 1350 "6912.00" "BE" Some(19), Some(8);
    "TEA-SEN"    "Sencha 100 g"          ""                 "2000000000152" "C1-01" 130  1450  620 "0902.10" "JP" Some(140), Some(30);
    "TEA-HOJ"    "Hojicha 100 g"         ""                 "2000000000169" "C1-02" 130  1280  540 "0902.30" "JP" Some(96), Some(30);
    "TEA-MAT"    "Matcha 30 g"           ""                 "2000000000176" "C1-03" 70   2450 1180 "0902.10" "JP" Some(38), Some(12);
    "TEA-OOL"    "Oolong 100 g"          ""                 "2000000000183" "C2-01" 130  1650  720 "0902.30" "TW" Some(51), Some(15);
    "TEA-ROOI"   "Rooibos 150 g"         ""                 "2000000000190" "C2-02" 180  1100  430 "1212.99" "ZA" Some(80), Some(20);
    "TEA-MINT"   "Peppermint 50 g"       ""                 "2000000000206" "C2-03" 80    890  310 "1211.90" "BE" None, None;
    "WHISK-BAM"  "Bamboo whisk"          ""                 "2000000000213" "C3-01" 60   1900  780 "4602.11" "JP" Some(27), Some(8);
    "SPN-OLV"    "Tea spoon"             "Wood: olive"      "2000000000220" "C3-02" 35    950  320 "4419.90" "IT" Some(66), Some(15);
    "CLOTH-LIN"  "Linen cloth"           "Colour: flax"     "2000000000237" "C3-03" 90   1500  560 "6302.59" "LT" Some(48), Some(12);
    "BOX-GIFT"   "Gift box with straw"   ""                 "2000000000244" "D1-01" 240   600  210 "4819.20" "BE" None, None;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_shelf_is_sound() {
        assert_eq!(GOODS.len(), 24);
        for part in [|g: &Good| g.sku, |g: &Good| g.barcode, |g: &Good| g.bin] {
            let all: BTreeSet<&str> = GOODS.iter().map(part).collect();
            assert_eq!(all.len(), GOODS.len(), "each its own");
        }
        for good in GOODS {
            let digits: Vec<u32> = good
                .barcode
                .chars()
                .map(|c| c.to_digit(10).unwrap())
                .collect();
            // GS1 General Specifications, section 7.9: weights 1 and 3 from the left for 13 digits.
            let sum: u32 = digits
                .iter()
                .enumerate()
                .map(|(at, d)| d * if at % 2 == 0 { 1 } else { 3 })
                .sum();
            assert_eq!((digits.len(), sum % 10), (13, 0), "{}", good.barcode);
            assert!(good.cost < good.price);
        }
    }
}
