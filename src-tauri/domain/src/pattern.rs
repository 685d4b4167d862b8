//! A small pattern language for postcodes and tracking numbers.
//!
//! It reads the part of regular expressions that the address and carrier tables use: literal
//! characters, `\d`, classes such as `[A-HJ-N]` and `[ \-]`, groups, `|`, `?`, `{n}` and `{n,m}`.
//! Texts are short (a postcode, a scan), so plain backtracking is enough, and the domain needs no
//! regular-expression library.

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Pattern(Node);

#[derive(Debug)]
enum Node {
    /// One character out of these inclusive ranges.
    Class(Vec<(char, char)>),
    /// One after the other.
    Sequence(Vec<Node>),
    /// The first that fits.
    Either(Vec<Node>),
    /// The same thing `min` to `max` times.
    Repeat {
        node: Box<Node>,
        min: usize,
        max: usize,
    },
}

impl Pattern {
    /// Compiles a pattern; `None` when it uses anything outside the small language.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let mut chars = Chars(text.chars().collect(), 0);
        let node = either(&mut chars)?;
        chars.peek().is_none().then_some(Self(node))
    }

    /// Whether the whole text fits.
    pub(crate) fn matches(&self, text: &str) -> bool {
        let chars: Vec<char> = text.chars().collect();
        self.0.run(&chars, 0, &mut |at| at == chars.len())
    }

    /// Whether the text begins with something that fits.
    pub(crate) fn begins(&self, text: &str) -> bool {
        let chars: Vec<char> = text.chars().collect();
        self.0.run(&chars, 0, &mut |_| true)
    }
}

impl Node {
    /// Tries every way to fit from `at` on; `then` decides whether the rest fits as well.
    fn run(&self, text: &[char], at: usize, then: &mut dyn FnMut(usize) -> bool) -> bool {
        match self {
            Self::Class(ranges) => {
                text.get(at)
                    .is_some_and(|c| ranges.iter().any(|(from, to)| from <= c && c <= to))
                    && then(at + 1)
            }
            Self::Sequence(nodes) => sequence_fits(nodes, text, at, then),
            Self::Either(nodes) => nodes.iter().any(|node| node.run(text, at, then)),
            Self::Repeat { node, min, max } => repeat_fits(node, *min, *max, text, at, then),
        }
    }
}

fn sequence_fits(
    nodes: &[Node],
    text: &[char],
    at: usize,
    then: &mut dyn FnMut(usize) -> bool,
) -> bool {
    match nodes.split_first() {
        None => then(at),
        Some((first, rest)) => {
            first.run(text, at, &mut |next| sequence_fits(rest, text, next, then))
        }
    }
}

fn repeat_fits(
    node: &Node,
    min: usize,
    max: usize,
    text: &[char],
    at: usize,
    then: &mut dyn FnMut(usize) -> bool,
) -> bool {
    // A round that consumed nothing is not tried again, so an empty group cannot loop.
    let more = max > 0
        && node.run(text, at, &mut |next| {
            next > at && repeat_fits(node, min.saturating_sub(1), max - 1, text, next, then)
        });
    more || (min == 0 && then(at))
}

/// The pattern's own characters and the place of reading.
struct Chars(Vec<char>, usize);

impl Chars {
    fn peek(&self) -> Option<char> {
        self.0.get(self.1).copied()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.1 += 1;
        Some(c)
    }

    fn skip(&mut self, wanted: char) -> bool {
        let is = self.peek() == Some(wanted);
        if is {
            self.1 += 1;
        }
        is
    }
}

fn either(chars: &mut Chars) -> Option<Node> {
    let mut nodes = vec![sequence(chars)?];
    while chars.skip('|') {
        nodes.push(sequence(chars)?);
    }
    if nodes.len() == 1 {
        return nodes.pop();
    }
    Some(Node::Either(nodes))
}

fn sequence(chars: &mut Chars) -> Option<Node> {
    let mut nodes = Vec::new();
    while let Some(c) = chars.peek() {
        if c == '|' || c == ')' {
            break;
        }
        let one = single(chars)?;
        nodes.push(repeated(chars, one)?);
    }
    Some(Node::Sequence(nodes))
}

fn single(chars: &mut Chars) -> Option<Node> {
    match chars.take()? {
        '(' => {
            if chars.skip('?') && !chars.skip(':') {
                return None;
            }
            let inner = either(chars)?;
            chars.skip(')').then_some(inner)
        }
        '[' => {
            let mut ranges = Vec::new();
            while !chars.skip(']') {
                ranges.extend(class_part(chars)?);
            }
            (!ranges.is_empty()).then_some(Node::Class(ranges))
        }
        '\\' => escaped(chars.take()?).map(|range| Node::Class(vec![range])),
        '*' | '+' | '.' | '^' | '$' | '{' | '}' | ']' | ')' | '?' | '|' => None,
        c => Some(Node::Class(vec![(c, c)])),
    }
}

fn class_part(chars: &mut Chars) -> Option<Vec<(char, char)>> {
    let from = match chars.take()? {
        '\\' => match chars.take()? {
            'd' => return Some(vec![('0', '9')]),
            c => c,
        },
        '^' => return None,
        c => c,
    };
    if chars.peek() == Some('-') && chars.0.get(chars.1 + 1) != Some(&']') {
        chars.take();
        let to = chars.take()?;
        return (from <= to).then(|| vec![(from, to)]);
    }
    Some(vec![(from, from)])
}

fn escaped(c: char) -> Option<(char, char)> {
    match c {
        'd' => Some(('0', '9')),
        c if c.is_ascii_alphanumeric() => None,
        c => Some((c, c)),
    }
}

fn repeated(chars: &mut Chars, node: Node) -> Option<Node> {
    let (min, max) = if chars.skip('?') {
        (0, 1)
    } else if chars.skip('{') {
        let min = number(chars)?;
        let max = if chars.skip(',') { number(chars)? } else { min };
        if !chars.skip('}') || max < min {
            return None;
        }
        (min, max)
    } else {
        return Some(node);
    };
    Some(Node::Repeat {
        node: Box::new(node),
        min,
        max,
    })
}

fn number(chars: &mut Chars) -> Option<usize> {
    let mut digits = String::new();
    while let Some(c) = chars.peek().filter(char::is_ascii_digit) {
        digits.push(c);
        chars.take();
    }
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_language_fits_what_it_says() {
        for (pattern, good, bad) in [
            (r"\d{5}", "10115", "1011"),
            (r"\d{5}(?:[ \-](\d{4}))?", "22162-1010", "22162-101"),
            (r"[A-CE]\d[\dA-Z]? ?\d", "C12 3", "D12 3"),
            (
                r"(?:LIMA \d{1,2}|CALLAO 0?\d)|[0-2]\d{4}",
                "CALLAO 07",
                "CALLAO 117",
            ),
            (r"A(B|C|)D", "AD", "ABCD"),
            (r"\d{2,4}X", "123X", "1X"),
        ] {
            let pattern = Pattern::new(pattern).unwrap();
            assert!(pattern.matches(good), "{good}");
            assert!(!pattern.matches(bad), "{bad}");
        }
    }

    #[test]
    fn beginnings_are_told_from_the_whole() {
        let pattern = Pattern::new(r"9[0-5]|96[01]").unwrap();
        assert!(pattern.begins("94103"));
        assert!(pattern.begins("96150"));
        assert!(!pattern.begins("96701"));
        assert!(!pattern.matches("94103"));
    }

    #[test]
    fn what_it_does_not_know_is_refused_not_guessed() {
        for text in [
            "a*", "a+", ".", "^a", "[^a]", "(?=a)", "(a", "a)", "[a", r"\w", "a{3", "a{3,1}",
        ] {
            assert!(Pattern::new(text).is_none(), "{text}");
        }
    }
}
