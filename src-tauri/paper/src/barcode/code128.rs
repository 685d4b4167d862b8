//! Code 128 with the fewest symbol characters (ISO/IEC 15417, annex E asks for it, this finds it).

use super::{BarcodeError, Symbol};

/// Element widths of each symbol character, bar first (ISO/IEC 15417, table 1), 103 to 105 are
/// the start characters.
const PATTERNS: [&[u8; 6]; 106] = [
    b"212222", b"222122", b"222221", b"121223", b"121322", b"131222", b"122213", b"122312",
    b"132212", b"221213", b"221312", b"231212", b"112232", b"122132", b"122231", b"113222",
    b"123122", b"123221", b"223211", b"221132", b"221231", b"213212", b"223112", b"312131",
    b"311222", b"321122", b"321221", b"312212", b"322112", b"322211", b"212123", b"212321",
    b"232121", b"111323", b"131123", b"131321", b"112313", b"132113", b"132311", b"211313",
    b"231113", b"231311", b"112133", b"112331", b"132131", b"113123", b"113321", b"133121",
    b"313121", b"211331", b"231131", b"213113", b"213311", b"213131", b"311123", b"311321",
    b"331121", b"312113", b"312311", b"332111", b"314111", b"221411", b"431111", b"111224",
    b"111422", b"121124", b"121421", b"141122", b"141221", b"112214", b"112412", b"122114",
    b"122411", b"142112", b"142211", b"241211", b"221114", b"413111", b"241112", b"134111",
    b"111242", b"121142", b"121241", b"114212", b"124112", b"124211", b"411212", b"421112",
    b"421211", b"212141", b"214121", b"412121", b"111143", b"111341", b"131141", b"114113",
    b"114311", b"411113", b"411311", b"113141", b"114131", b"311141", b"411131", b"211412",
    b"211214", b"211232",
];
const STOP: &[u8; 7] = b"2331112";

/// More would be wider than any label.
const LONGEST: usize = 120;

/// What is encoded: an ASCII character or the function character 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Ascii(u8),
    Fnc1,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    A,
    B,
    C,
}

const SETS: [Set; 3] = [Set::A, Set::B, Set::C];

impl Set {
    const fn start(self) -> u8 {
        match self {
            Self::A => 103,
            Self::B => 104,
            Self::C => 105,
        }
    }

    /// The symbol character that changes to this set.
    const fn latch(self) -> u8 {
        match self {
            Self::A => 101,
            Self::B => 100,
            Self::C => 99,
        }
    }

    const fn index(self) -> usize {
        match self {
            Self::A => 0,
            Self::B => 1,
            Self::C => 2,
        }
    }

    /// The value of a character in this set.
    const fn value(self, c: u8) -> Option<u8> {
        match self {
            Self::A if c < 32 => Some(c + 64),
            Self::A if c < 96 => Some(c - 32),
            Self::B if c >= 32 && c < 128 => Some(c - 32),
            Self::A | Self::B | Self::C => None,
        }
    }

    const fn other(self) -> Option<Self> {
        match self {
            Self::A => Some(Self::B),
            Self::B => Some(Self::A),
            Self::C => None,
        }
    }
}

/// The next symbol characters from one place in one set.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// Symbol characters to the end.
    cost: usize,
    emit: Emit,
}

#[derive(Debug, Clone, Copy)]
enum Emit {
    End,
    Fnc1,
    Pair(u8),
    One(u8),
    Shifted(u8),
    Latch(Set),
}

pub(super) fn text(text: &str) -> Result<Symbol, BarcodeError> {
    let parsed: Result<Vec<Unit>, BarcodeError> = text
        .chars()
        .map(|c| match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => Ok(Unit::Ascii(byte)),
            Ok(_) | Err(_) => Err(BarcodeError::Letter(c)),
        })
        .collect();
    units(&parsed?)
}

pub(super) fn units(units: &[Unit]) -> Result<Symbol, BarcodeError> {
    if units.len() > LONGEST {
        return Err(BarcodeError::TooLong);
    }
    let values = values(units).ok_or(BarcodeError::Empty)?;
    let check = values
        .iter()
        .enumerate()
        .map(|(at, value)| usize::from(*value) * at.max(1))
        .sum::<usize>()
        % 103;
    let check = u8::try_from(check).unwrap_or(0);
    let widths = values
        .iter()
        .chain(std::iter::once(&check))
        .filter_map(|value| PATTERNS.get(usize::from(*value)))
        .flat_map(|pattern| pattern.iter())
        .chain(STOP)
        .map(|digit| digit - b'0')
        .collect();
    Ok(Symbol::Linear(widths))
}

/// Start and data characters of the shortest symbol: for each place and set, the cheapest way to
/// the end, found backwards.
fn values(units: &[Unit]) -> Option<Vec<u8>> {
    let end = Step {
        cost: 0,
        emit: Emit::End,
    };
    let mut table = vec![[end; 3]];
    for at in (0..units.len()).rev() {
        let near = table.last().copied()?;
        let far = table
            .len()
            .checked_sub(2)
            .and_then(|i| table.get(i))
            .copied();
        let direct = SETS.map(|set| best(units, at, set, near, far));
        // A latch leads to a set that then encodes something: two latches in a row never help.
        let row = SETS.map(|set| {
            let own = direct.get(set.index()).copied().flatten();
            // Where it costs the same, digits pair up at once and B is taken before A, as the
            // encoders of scanners' makers do.
            [Set::C, Set::B, Set::A]
                .into_iter()
                .filter(|other| *other != set)
                .filter_map(|other| {
                    let there = direct.get(other.index()).copied().flatten()?;
                    Some(Step {
                        cost: there.cost + 1,
                        emit: Emit::Latch(other),
                    })
                })
                .fold(own, |best, step| match best {
                    Some(b) if b.cost < step.cost => Some(b),
                    Some(b) if b.cost == step.cost && !matches!(step.emit, Emit::Latch(Set::C)) => {
                        Some(b)
                    }
                    Some(_) | None => Some(step),
                })
        });
        let [a, b, c] = row;
        table.push([a?, b?, c?]);
    }
    table.reverse();
    // Ties go to set C, then B: the sets that printers and zint prefer.
    let first = table.first()?;
    let start = [Set::C, Set::B, Set::A]
        .into_iter()
        .min_by_key(|set| first.get(set.index()).map_or(usize::MAX, |step| step.cost))?;
    let mut out = vec![start.start()];
    let (mut set, mut at) = (start, 0);
    loop {
        match table.get(at)?.get(set.index())?.emit {
            Emit::End => return Some(out),
            Emit::Fnc1 => {
                out.push(102);
                at += 1;
            }
            Emit::Pair(value) => {
                out.push(value);
                at += 2;
            }
            Emit::One(value) => {
                out.push(value);
                at += 1;
            }
            Emit::Shifted(value) => {
                out.extend([98, value]);
                at += 1;
            }
            Emit::Latch(other) => {
                out.push(other.latch());
                set = other;
            }
        }
    }
}

/// The cheapest step that stays in `set`. `near` is the table one unit on, `far` two units on.
fn best(
    units: &[Unit],
    at: usize,
    set: Set,
    near: [Step; 3],
    far: Option<[Step; 3]>,
) -> Option<Step> {
    let stay = near.get(set.index())?.cost;
    let c = match units.get(at)? {
        Unit::Fnc1 => {
            return Some(Step {
                cost: stay + 1,
                emit: Emit::Fnc1,
            });
        }
        Unit::Ascii(c) => *c,
    };
    if let Some(value) = set.value(c) {
        return Some(Step {
            cost: stay + 1,
            emit: Emit::One(value),
        });
    }
    if let Some(value) = set.other().and_then(|other| other.value(c)) {
        return Some(Step {
            cost: stay + 2,
            emit: Emit::Shifted(value),
        });
    }
    let Some(Unit::Ascii(next)) = units.get(at + 1) else {
        return None;
    };
    (set == Set::C && c.is_ascii_digit() && next.is_ascii_digit()).then_some(())?;
    Some(Step {
        cost: far?.get(set.index())?.cost + 1,
        emit: Emit::Pair((c - b'0') * 10 + (next - b'0')),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<u8> {
        let units: Vec<Unit> = text.bytes().map(Unit::Ascii).collect();
        values(&units).unwrap()
    }

    #[test]
    fn digits_go_in_pairs_and_letters_in_b() {
        assert_eq!(of("1234"), [105, 12, 34]);
        assert_eq!(of("Ab1"), [104, 33, 66, 17]);
        // S10: start B, R R, to C, four pairs, then a digit and two letters in B.
        assert_eq!(
            of("RR473124829GB"),
            [104, 50, 50, 99, 47, 31, 24, 82, 100, 25, 39, 34]
        );
        // One control between small letters is shifted, not latched.
        assert_eq!(of("a\tb"), [104, 65, 98, 73, 66]);
    }

    #[test]
    fn what_it_has_not_is_refused() {
        assert_eq!(text("\u{e9}"), Err(BarcodeError::Letter('\u{e9}')));
        assert_eq!(text(&"1".repeat(121)), Err(BarcodeError::TooLong));
    }

    #[test]
    fn the_check_character_closes_the_symbol() {
        // By hand: start B 104, then A 33, I 41, M 45 with weights 1, 2, 3:
        // 104 + 33 + 82 + 135 = 354, and 354 mod 103 = 45.
        let Symbol::Linear(widths) = text("AIM").unwrap() else {
            panic!("linear");
        };
        let check: Vec<u8> = b"113123".iter().map(|d| d - b'0').collect();
        assert_eq!(widths[24..30], check);
        assert_eq!(widths.len(), 5 * 6 + 7);
    }
}
