//! Counts of the test runners, read from their last lines.

/// What the runners of one stage said.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that held.
    pub(crate) passed: u32,
    /// Tests that did not.
    pub(crate) failed: u32,
    /// Tests that their runner left out (`#[ignore]`, `skip`).
    pub(crate) ignored: u32,
    /// The reasons that tests printed for doing nothing.
    pub(crate) skipped: Vec<String>,
}

impl Tally {
    /// Takes one line of a runner's output: libtest's `test result: …`, Vitest's `Tests  …`,
    /// and the `skipped: …` of a test that misses what it needs.
    pub(crate) fn read(&mut self, line: &str) {
        let line = plain(line);
        let line = line.trim();
        if let Some(counts) = line.strip_prefix("test result: ") {
            let counts = counts.split_once(". ").map_or(counts, |(_, counts)| counts);
            self.add(counts.split(';'));
        } else if let Some(counts) = line.strip_prefix("Tests ") {
            let counts = counts.split_once(" (").map_or(counts, |(counts, _)| counts);
            self.add(counts.split('|'));
        } else if let Some(reason) = line.strip_prefix("skipped: ")
            && !self.skipped.iter().any(|known| known == reason)
        {
            self.skipped.push(reason.to_owned());
        }
    }

    /// One step that has no runner of its own.
    pub(crate) fn step(&mut self, good: bool) {
        if good {
            self.passed += 1
        } else {
            self.failed += 1
        }
    }

    /// A runner that ended with an error has failed once even if it never printed a count: it did
    /// not compile, or it crashed.
    pub(crate) fn runner(&mut self, good: bool, failed_before: u32) {
        if !good && self.failed == failed_before {
            self.failed += 1;
        }
    }

    fn add<'a>(&mut self, counts: impl Iterator<Item = &'a str>) {
        for count in counts {
            let mut words = count.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else {
                continue;
            };
            let Ok(number) = number.parse::<u32>() else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" | "skipped" | "todo" => self.ignored += number,
                _ => {}
            }
        }
    }
}

/// The line without the colour codes of a terminal.
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(letter) = rest.next() {
        if letter == '\u{1b}' {
            rest.by_ref().find(|letter| letter.is_ascii_alphabetic());
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn read(lines: &[&str]) -> (u32, u32, u32) {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        (tally.passed, tally.failed, tally.ignored)
    }

    #[test]
    fn libtest_counts_are_summed() {
        let lines = [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.00s",
            "test result: FAILED. 11 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ];
        assert_eq!(read(&lines), (14, 2, 1));
    }

    #[test]
    fn vitest_counts_are_read_through_its_colours() {
        let lines = [
            "\u{1b}[2m Test Files \u{1b}[22m \u{1b}[1m\u{1b}[32m2 passed\u{1b}[39m\u{1b}[22m\u{1b}[90m (2)\u{1b}[39m",
            "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m | \u{1b}[32m41 passed\u{1b}[39m | 2 skipped\u{1b}[90m (44)\u{1b}[39m",
        ];
        assert_eq!(read(&lines), (41, 1, 2));
    }

    #[test]
    fn a_test_that_prints_the_words_is_not_a_count() {
        assert_eq!(
            read(&["test tally::passed ... ok", "3 passed", "Tests are good"]),
            (0, 0, 0)
        );
    }

    #[test]
    fn a_reason_is_kept_once() {
        let mut tally = Tally::default();
        tally.read("skipped: ../shared is not here");
        tally.read("skipped: ../shared is not here");
        assert_eq!(tally.skipped, ["../shared is not here"]);
    }

    #[test]
    fn a_runner_that_does_not_compile_is_one_failure() {
        let mut tally = Tally::default();
        tally.runner(false, 0);
        assert_eq!(tally.failed, 1);
        tally
            .read("test result: FAILED. 0 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out");
        tally.runner(false, 1);
        assert_eq!(tally.failed, 3);
    }
}
