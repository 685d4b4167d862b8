//! Barcodes against decoders and against zint, an independent encoder.

use crate::peers::{Raster, run, scan, tool};
use paper::barcode::{Symbol, Symbology};
use std::process::Command;

/// xorshift64*: the same strings in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let wide = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(wide).unwrap() % sides
    }

    fn text(&mut self, letters: &[u8], most: usize) -> String {
        let length = 1 + self.roll(most);
        (0..length)
            .map(|_| char::from(letters[self.roll(letters.len())]))
            .collect()
    }
}

fn printable() -> Vec<u8> {
    (b' '..=b'~').collect()
}

/// Texts that make Code 128 change its sets in every way.
fn texts(count: usize) -> Vec<String> {
    let mut dice = Dice(20_261_123);
    let kinds: [Vec<u8>; 5] = [
        b"0123456789".to_vec(),
        b"0123456789AB".to_vec(),
        b"00112233445566778899ab-XY".to_vec(),
        printable(),
        (1..=127).collect(),
    ];
    (0..count)
        .map(|at| dice.text(&kinds[at % kinds.len()], 24))
        .collect()
}

fn picture(symbol: &Symbol, folder: &std::path::Path) -> Raster {
    let pixels = 3;
    let (modules, rows): (usize, Vec<Vec<bool>>) = match symbol {
        Symbol::Linear(widths) => {
            let mut row = Vec::new();
            for (at, width) in widths.iter().enumerate() {
                row.extend(std::iter::repeat_n(at % 2 == 0, usize::from(*width)));
            }
            (row.len(), vec![row; 16])
        }
        Symbol::Matrix { width, dark } => {
            (*width, dark.chunks(*width).map(<[bool]>::to_vec).collect())
        }
    };
    let quiet = 12;
    let (width, height) = (
        (modules + 2 * quiet) * pixels,
        (rows.len() + 2 * quiet) * pixels,
    );
    let mut grey = vec![255; width * height];
    for (y, row) in rows.iter().enumerate() {
        for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
            for py in 0..pixels {
                for px in 0..pixels {
                    let (cx, cy) = ((x + quiet) * pixels + px, (y + quiet) * pixels + py);
                    grey[cy * width + cx] = 0;
                }
            }
        }
    }
    Raster {
        file: folder.to_owned(),
        width,
        height,
        grey,
    }
}

fn read_back(symbology: Symbology, texts: &[String], id: &str) {
    let folder = tempfile::tempdir().unwrap();
    let pictures: Vec<Raster> = texts
        .iter()
        .map(|t| picture(&symbology.encode(t).unwrap(), folder.path()))
        .collect();
    let Some(scans) = scan(folder.path(), &pictures) else {
        return;
    };
    for (text, found) in texts.iter().zip(scans) {
        assert_eq!(found.len(), 1, "{text:?}");
        assert_eq!(found[0].1, *text);
        assert!(found[0].0.starts_with(id), "{text:?} is {}", found[0].0);
    }
}

/// Text that survives the line-wise report of the scanner script.
fn reportable(text: &str) -> bool {
    !text.contains(['\n', '\r', '\u{1c}', '\u{1d}', '\u{1e}', '\u{1f}'])
}

#[test]
fn code_128_reads_back() {
    let texts: Vec<String> = texts(400).into_iter().filter(|t| reportable(t)).collect();
    assert!(texts.len() > 300);
    read_back(Symbology::Code128, &texts, "]C0");
}

#[test]
fn qr_and_data_matrix_read_back() {
    let mut dice = Dice(7);
    let texts: Vec<String> = (0..150).map(|_| dice.text(&printable(), 40)).collect();
    read_back(Symbology::DataMatrix, &texts, "]d1");
    let mut texts = texts;
    texts.push("https://example.com/10482?für=佐藤".into());
    read_back(Symbology::Qr, &texts, "]Q");
}

#[test]
fn gs1_128_reads_back_as_gs1() {
    let folder = tempfile::tempdir().unwrap();
    let texts = gs1_texts(100);
    let pictures: Vec<Raster> = texts
        .iter()
        .map(|t| picture(&Symbology::Gs1128.encode(t).unwrap(), folder.path()))
        .collect();
    let Some(scans) = scan(folder.path(), &pictures) else {
        return;
    };
    for (text, found) in texts.iter().zip(scans) {
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].0, "]C1", "{text}");
        // Identifiers without brackets; the separator only after 420, 92 and 10.
        let bare = found[0].1.replace('\u{1d}', "");
        assert_eq!(bare, text.replace(['(', ')'], ""), "{text}");
    }
}

fn gs1_texts(count: usize) -> Vec<String> {
    let mut dice = Dice(420);
    (0..count)
        .map(|at| {
            let digits = |dice: &mut Dice, n: usize| -> String {
                (0..n)
                    .map(|_| char::from(b'0' + u8::try_from(dice.roll(10)).unwrap()))
                    .collect()
            };
            match at % 4 {
                0 => format!("(00){}", digits(&mut dice, 18)),
                1 => format!("(420){}(92){}", digits(&mut dice, 5), digits(&mut dice, 22)),
                2 => format!(
                    "(01){}(10){}(17)261231",
                    digits(&mut dice, 14),
                    dice.text(b"ABCdef123-/", 9)
                ),
                _ => format!("(403){}", dice.text(b"0123456789ABC", 20)),
            }
        })
        .collect()
}

/// zint's rows are hexadecimal, four modules a digit, filled up with light.
fn zint(args: &[&str], text: &str) -> Option<String> {
    let program = tool("zint")?;
    let out = run(Command::new(program)
        .args(args)
        .args(["--dump", "-d", text]));
    let row = out.lines().next()?.replace(' ', "");
    let bits: String = row
        .chars()
        .map(|c| format!("{:04b}", c.to_digit(16).unwrap()))
        .collect();
    Some(bits.trim_end_matches('0').to_owned())
}

fn bits(symbol: &Symbol) -> String {
    let Symbol::Linear(widths) = symbol else {
        panic!("a linear barcode");
    };
    widths
        .iter()
        .enumerate()
        .map(|(at, w)| if at % 2 == 0 { "1" } else { "0" }.repeat(usize::from(*w)))
        .collect()
}

#[test]
fn code_128_is_never_longer_than_zints_and_mostly_the_same() {
    let mut same = 0;
    let texts: Vec<String> = texts(300)
        .into_iter()
        .filter(|t| t.bytes().all(|b| (b' '..=b'~').contains(&b) && b != b'\\'))
        .collect();
    for text in &texts {
        let Some(theirs) = zint(&["--barcode=20"], text) else {
            return;
        };
        let ours = bits(&Symbology::Code128.encode(text).unwrap());
        assert!(
            ours.len() <= theirs.len(),
            "{text:?} is longer than it need be"
        );
        same += usize::from(ours == theirs);
    }
    // Where ours is shorter or two of one length exist, the scanners above judge.
    assert!(same * 4 >= texts.len() * 3, "{same} of {}", texts.len());
}

#[test]
fn gs1_128_agrees_with_zint() {
    let mut same = 0;
    let texts: Vec<String> = gs1_texts(80)
        .into_iter()
        // zint refuses a wrong check digit, and these digits are dice.
        .filter(|t| !t.starts_with("(00)") && !t.starts_with("(01)"))
        .collect();
    for text in &texts {
        let theirs = text.replace('(', "[").replace(')', "]");
        let Some(theirs) = zint(&["--barcode=16"], &theirs) else {
            return;
        };
        let ours = bits(&Symbology::Gs1128.encode(text).unwrap());
        assert!(ours.len() <= theirs.len(), "{text:?}");
        same += usize::from(ours == theirs);
    }
    assert!(same * 4 >= texts.len() * 3, "{same} of {}", texts.len());
}
