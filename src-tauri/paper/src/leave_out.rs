//! Labels that may not be printed any more, taken out of a finished document: the others stay exactly
//! where they were.

use crate::PaperError;
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId};
use std::collections::BTreeMap;

/// Where one label stands in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LabelPlace {
    /// The page, from 1.
    pub page: u32,
    /// The place on it, from 1, left to right and then down.
    pub place: u32,
    /// The labels that a page has room for: 1, 2 (below each other) or 4.
    pub places: u32,
}

/// The PDF without these labels: a page with nothing else on it (`empty`) is left out, on a sheet the
/// place stays white. What was there is not covered but taken out of the file.
///
/// # Errors
/// [`PaperError::Broken`] for bytes that are no PDF of ours. A file must keep one page.
pub fn leave_out(pdf: &[u8], labels: &[LabelPlace], empty: &[u32]) -> Result<Vec<u8>, PaperError> {
    let mut file = Document::load_mem(pdf).map_err(broken)?;
    let pages: BTreeMap<u32, ObjectId> = file.get_pages();
    for (page, id) in &pages {
        let cells: Vec<Cell> = labels
            .iter()
            .filter(|l| l.page == *page && !empty.contains(page))
            .map(|l| cell(&file, *id, *l))
            .collect::<Result<_, _>>()?;
        if !cells.is_empty() {
            clear(&mut file, *id, &cells)?;
        }
    }
    let gone: Vec<u32> = pages.into_keys().filter(|p| empty.contains(p)).collect();
    file.delete_pages(&gone);
    file.prune_objects();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|error| PaperError::Broken(error.to_string()))?;
    Ok(bytes)
}

fn broken(error: lopdf::Error) -> PaperError {
    PaperError::Broken(error.to_string())
}

/// A part of a page, in the page's own points.
#[derive(Debug, Clone, Copy)]
struct Cell {
    left: f32,
    bottom: f32,
    right: f32,
    top: f32,
}

impl Cell {
    fn has(&self, (x, y): (f32, f32)) -> bool {
        (self.left..self.right).contains(&x) && (self.bottom..self.top).contains(&y)
    }
}

/// The part of a sheet that belongs to a label: see the sheets in `label/sheet.rs`, whose rows are always
/// two.
fn cell(file: &Document, page: ObjectId, label: LabelPlace) -> Result<Cell, PaperError> {
    let edges = file
        .get_dictionary(page)
        .and_then(|page| page.get(b"MediaBox"))
        .and_then(Object::as_array)
        .map_err(broken)?;
    let edges: Vec<f32> = edges.iter().map(number).collect();
    let [left, bottom, right, top] = edges.as_slice() else {
        return Err(PaperError::Broken("a page without edges".to_owned()));
    };
    let (columns, rows) = match label.places {
        4 => (2, 2),
        2 => (1, 2),
        _ => (1, 1),
    };
    let at = label.place.max(1) - 1;
    let (column, row) = (at % columns, (at / columns).min(rows - 1));
    let width = (right - left) / columns as f32;
    let height = (top - bottom) / rows as f32;
    let (x, y) = (left + column as f32 * width, top - row as f32 * height);
    Ok(Cell {
        left: x,
        bottom: y - height,
        right: x + width,
        top: y,
    })
}

/// Takes out of a page what is drawn in these parts.
fn clear(file: &mut Document, page: ObjectId, cells: &[Cell]) -> Result<(), PaperError> {
    let drawn = file.get_page_content(page);
    let content = Content::decode(&drawn).map_err(broken)?;
    let operations = keep(content.operations, |point| {
        cells.iter().any(|c| c.has(point))
    });
    let rest = Content { operations }.encode().map_err(broken)?;
    file.change_page_content(page, rest).map_err(broken)
}

/// How points are moved: `[a b c d e f]` of ISO 32000-1, 8.3.3.
#[derive(Debug, Clone, Copy)]
struct Matrix([f32; 6]);

impl Matrix {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn of(operation: &Operation) -> Self {
        let mut all = [0.0; 6];
        for (to, from) in all.iter_mut().zip(&operation.operands) {
            *to = number(from);
        }
        Self(all)
    }

    fn point(self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// First this, then the other.
    fn then(self, next: Self) -> Self {
        let [a, b, c, d, _, _] = next.0;
        let [p, q, r, s, e, f] = self.0;
        let (x, y) = next.point(e, f);
        Self([
            p * a + q * c,
            p * b + q * d,
            r * a + s * c,
            r * b + s * d,
            x,
            y,
        ])
    }
}

fn number(object: &Object) -> f32 {
    object.as_float().unwrap_or(0.0)
}

/// The operations that draw nothing at points that are `out`. `pdf.rs` writes them: each bar and rule is a
/// `re` on a path of its own batch, each text begins with a matrix, each picture is one `Do`.
fn keep(operations: Vec<Operation>, out: impl Fn((f32, f32)) -> bool) -> Vec<Operation> {
    let spoken = hidden_spans(&operations, &out);
    let mut kept = Vec::with_capacity(operations.len());
    let (mut now, mut saved) = (Matrix::SAME, Vec::new());
    let (mut path, mut hidden) = (false, false);
    let mut spans: Vec<bool> = Vec::new();
    for (at, operation) in operations.into_iter().enumerate() {
        let stays = match operation.operator.as_str() {
            "q" => {
                saved.push(now);
                true
            }
            "Q" => {
                now = saved.pop().unwrap_or(now);
                true
            }
            "cm" => {
                now = Matrix::of(&operation).then(now);
                true
            }
            "re" => {
                let [x, y, w, h, ..] = Matrix::of(&operation).0;
                let stays = !out(now.point(x + w / 2.0, y + h / 2.0));
                path |= stays;
                stays
            }
            // A path of which nothing is left is not filled.
            "f" => std::mem::take(&mut path),
            "Do" => !out(now.point(0.5, 0.5)),
            "Tm" => {
                let [.., x, y] = Matrix::of(&operation).0;
                hidden = out(now.point(x, y));
                !hidden
            }
            "Tj" | "TJ" => !hidden,
            "BDC" => {
                let gone = spoken.contains(&at);
                spans.push(gone);
                !gone
            }
            "EMC" => !spans.pop().unwrap_or(false),
            _ => true,
        };
        if stays {
            kept.push(operation);
        }
    }
    kept
}

/// Where a span begins that says in letters what is drawn at points that are `out`.
fn hidden_spans(operations: &[Operation], out: &impl Fn((f32, f32)) -> bool) -> Vec<usize> {
    let first_point = |from: usize| {
        let inside = operations.iter().skip(from);
        inside
            .take_while(|o| o.operator != "EMC")
            .find(|o| o.operator == "Tm")
            .map(|o| Matrix::of(o).0)
    };
    operations
        .iter()
        .enumerate()
        .filter(|(_, o)| o.operator == "BDC")
        .filter(|(at, _)| first_point(*at).is_some_and(|[.., x, y]| out((x, y))))
        .map(|(at, _)| at)
        .collect()
}
