//! The files, and what must come of each. Read by the tests of the reader and of the terminal.

/// What must come of a file.
pub(crate) enum Expect {
    /// The whole file is refused with this sentence.
    File(&'static str),
    /// So many orders, and at least these sentences.
    Orders(u32, &'static [&'static str]),
}

pub(crate) struct Case {
    pub(crate) family: &'static str,
    pub(crate) defect: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) expect: Expect,
}

#[derive(Default)]
pub(crate) struct Corpus(Vec<Case>);

impl Corpus {
    pub(crate) fn file(
        &mut self,
        family: &'static str,
        defect: &'static str,
        bytes: impl Into<Vec<u8>>,
        id: &'static str,
    ) {
        self.0.push(Case {
            family,
            defect,
            bytes: bytes.into(),
            expect: Expect::File(id),
        });
    }

    pub(crate) fn orders(
        &mut self,
        family: &'static str,
        defect: &'static str,
        bytes: impl Into<Vec<u8>>,
        count: u32,
        ids: &'static [&'static str],
    ) {
        self.0.push(Case {
            family,
            defect,
            bytes: bytes.into(),
            expect: Expect::Orders(count, ids),
        });
    }
}

pub(crate) const HEAD: &str = "order,date,sku,title,qty,price,total,currency\n";

/// One good order and one with `row` in it.
pub(crate) fn beside(row: &str) -> String {
    format!("{HEAD}1,2026-08-14,A,Cup,1,2.50,2.50,EUR\n{row}\n")
}

pub(crate) fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        })
        .collect()
}

pub(crate) fn corpus() -> Vec<Case> {
    use super::content::*;
    use super::form::*;
    let mut c = Corpus::default();
    encodings(&mut c);
    kinds(&mut c);
    sizes(&mut c);
    quotes(&mut c);
    shapes(&mut c);
    numbers(&mut c);
    dates(&mut c);
    texts(&mut c);
    formulas(&mut c);
    groups(&mut c);
    recognised(&mut c);
    workbooks(&mut c);
    c.0
}
