//! Five years of a shop's orders, the same for the same seed.

use testkit::Order;

/// The desk's clock: 2026-11-23T06:45:00Z.
pub(crate) const NOW: i64 = testkit::NOW;

/// Orders placed from here on are work: the newest half per cent of five years is about nine days.
pub(crate) const START: i64 = NOW - 9 * 86_400_000;

const SKUS: usize = 1_200;
const GIVEN: [&str; 24] = [
    "Ida", "Jonas", "Mara", "Élodie", "Søren", "Zofia", "Anton", "Greta", "Luís", "Noor", "Petra",
    "Quentin", "Rosa", "Samuel", "Tove", "Ulla", "Viktor", "Wanda", "Xaver", "Yara", "Aylin",
    "Bela", "Cosima", "Dag",
];
const FAMILY: [&str; 32] = [
    "Sommer", "Winter", "Kowalska", "Müller", "Brandt", "Okafor", "Novák", "Berg", "Lund", "Costa",
    "Dubois", "Ek", "Fischer", "Groß", "Haas", "Ivanova", "Jansen", "Klein", "Lange", "Moreau",
    "Nagy", "Ortiz", "Peters", "Quist", "Rossi", "Schmidt", "Toth", "Unger", "Vogel", "Weiss",
    "Young", "Zimmer",
];

/// Makes orders, oldest first.
pub(crate) struct Seller {
    dice: u64,
    size: u32,
    next: u32,
    /// Sum of 1/k up to each SKU: Zipf's law.
    zipf: Vec<f64>,
    customers: u32,
}

impl Seller {
    pub(crate) fn new(seed: u64, size: u32) -> Self {
        let mut sum = 0.0;
        let zipf = (1..=SKUS)
            .map(|k| {
                sum += 1.0 / f64::from(u32::try_from(k).unwrap());
                sum
            })
            .collect();
        Self {
            dice: seed.wrapping_mul(2_862_933_555_777_941_757).wrapping_add(3),
            size,
            next: 0,
            zipf,
            customers: 0,
        }
    }

    /// The next so many, fewer at the end of the five years.
    pub(crate) fn next(&mut self, most: u32) -> Vec<Order> {
        let n = most.min(self.size - self.next);
        (0..n).map(|_| self.order()).collect()
    }

    /// Orders beyond the five years, placed now.
    pub(crate) fn fresh(&mut self, n: u32) -> Vec<Order> {
        self.size += n;
        self.next(n)
    }

    fn roll(&mut self, sides: u64) -> u64 {
        self.dice = self
            .dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.dice >> 33) % sides
    }

    fn order(&mut self) -> Order {
        let n = self.next;
        self.next += 1;
        let newest = n * 200 >= self.size * 199;
        let buyer = if self.customers > 0 && self.roll(10) < 4 {
            u32::try_from(self.roll(u64::from(self.customers))).unwrap()
        } else {
            self.customers += 1;
            self.customers - 1
        };
        let name = format!(
            "{} {} {}",
            GIVEN[buyer as usize % GIVEN.len()],
            FAMILY[(buyer as usize / GIVEN.len()) % FAMILY.len()],
            FAMILY[(buyer as usize / 7) % FAMILY.len()],
        );
        let country = ["DE", "DE", "DE", "DE", "AT", "FR", "NL", "US"][buyer as usize % 8];
        // 0.05 % of all are held: a tenth of the open ones has no postcode.
        let zip = if newest && n.is_multiple_of(10) {
            String::new()
        } else {
            format!("{:05}", 10_000 + buyer % 80_000)
        };
        let day = if newest {
            "2026-11-20 11:00:00 +0100".to_owned()
        } else {
            let at = u64::from(n) * 1_810 / u64::from(self.size);
            let (year, month, day) = (2021 + at / 365, 1 + (at % 365) / 31, 1 + (at % 365) % 28);
            format!(
                "{}-{:02}-{day:02} 10:{:02}:00 +0100",
                year.min(2025),
                month.min(12),
                n % 60
            )
        };
        let mut order = Order::new(100_000 + n)
            .cell("Created at", &day)
            .cell("Email", &format!("buyer{buyer}@example.test"))
            .to(
                &name,
                &format!("Street {}", buyer % 900 + 1),
                &zip,
                "Town",
                country,
            );
        for _ in 0..3 {
            let sku = self.sku();
            order = order.line(
                &format!("SKU-{sku:04}"),
                1 + i64::try_from(self.roll(2)).unwrap(),
                500 + sku * 3,
            );
        }
        if newest { order } else { order.fulfilled() }
    }

    fn sku(&mut self) -> i64 {
        let whole = *self.zipf.last().unwrap();
        let at =
            whole * f64::from(u32::try_from(self.roll(1 << 30)).unwrap()) / f64::from(1_u32 << 30);
        i64::try_from(self.zipf.partition_point(|sum| *sum < at)).unwrap()
    }
}
