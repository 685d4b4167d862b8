//! Which line of an order here is which line of a file. Pure.

use domain::source::SourceLine;
use store::rows::LineRow;

/// For each line of the file the place of its line among `ours`, each at most once; `None` for one that is
/// new.
///
/// Lines are the same by the channel's line id, else by SKU, price and position. Two lines of one SKU and
/// price that differ in what is written on them are told apart by that first: whoever says most alike is
/// given away before whoever says less.
pub(crate) fn pair(ours: &[LineRow], theirs: &[SourceLine]) -> Vec<Option<usize>> {
    let mut found = vec![None; theirs.len()];
    let mut free: Vec<usize> = (0..ours.len())
        .filter(|i| ours.get(*i).is_some_and(is_sold))
        .collect();
    for alike in [by_id, by_all, by_words, by_place, by_price] {
        for (at, (place, line)) in found.iter_mut().zip(theirs).enumerate() {
            if place.is_some() {
                continue;
            }
            let position = free
                .iter()
                .position(|i| ours.get(*i).is_some_and(|own| alike(own, line, at)));
            *place = position.map(|position| free.remove(position));
        }
    }
    found
}

/// What was sold; what is sent again is a line of ours that no source knows of.
pub(crate) fn is_sold(line: &LineRow) -> bool {
    line.sending == "sale"
}

fn by_id(ours: &LineRow, theirs: &SourceLine, _at: usize) -> bool {
    !theirs.source_id.is_empty() && ours.source_id == theirs.source_id
}

fn without_id(ours: &LineRow, theirs: &SourceLine) -> bool {
    theirs.source_id.is_empty() && ours.source_id.is_empty()
}

fn same_thing(ours: &LineRow, theirs: &SourceLine) -> bool {
    ours.sku == theirs.sku && (!ours.sku.is_empty() || ours.title == theirs.title)
}

fn same_place(ours: &LineRow, at: usize) -> bool {
    ours.position == i64::try_from(at).unwrap_or(-1) + 1
}

fn by_words(ours: &LineRow, theirs: &SourceLine, _at: usize) -> bool {
    without_id(ours, theirs)
        && same_thing(ours, theirs)
        && ours.unit_price == theirs.unit_price
        && ours.title == theirs.title
        && ours.options == theirs.options
        && ours.personalisation == theirs.personalisation
}

fn by_all(ours: &LineRow, theirs: &SourceLine, at: usize) -> bool {
    same_place(ours, at) && by_words(ours, theirs, at)
}

fn by_place(ours: &LineRow, theirs: &SourceLine, at: usize) -> bool {
    without_id(ours, theirs) && same_thing(ours, theirs) && same_place(ours, at)
}

fn by_price(ours: &LineRow, theirs: &SourceLine, _at: usize) -> bool {
    without_id(ours, theirs) && same_thing(ours, theirs) && ours.unit_price == theirs.unit_price
}
