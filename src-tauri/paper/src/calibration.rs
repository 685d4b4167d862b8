//! A page that shows what a printer does to a label: rulers, the safe frame, codes to scan.

use crate::barcode::Symbology;
use crate::display::{Document, Ink, Page, Rect};
use crate::label::sheet::LabelFormat;
use crate::measure::{Dpi, MM};
use crate::notice::{Field, PaperError};
use crate::text::setter::{LEADING, Look, Setter};
use crate::text::shape::Han;
use domain::Millis;

/// From the edge to the frame, in millimetres.
const FRAME: f32 = 3.0;

/// What the test page says, already spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestInput {
    /// The paper; on sheets a test page is one label of it.
    pub format: LabelFormat,
    /// The printer's resolution.
    pub dpi: Dpi,
    /// `Printer test`.
    pub title: String,
    /// How to measure the rulers.
    pub measure: String,
    /// What the frame means; it is 3 mm inside the edge.
    pub edge: String,
    /// What to do with the codes.
    pub scan: String,
    /// The document's date.
    pub at: Millis,
}

/// The test page for one printer and paper.
///
/// # Errors
/// [`PaperError::Blocked`] if a font lacks a letter of the texts.
pub fn test_page(input: &TestInput) -> Result<Document, PaperError> {
    let (width, height) = input.format.label();
    let dpi = input.dpi;
    let dot = dpi.dot();
    let mut page = Page::new(width, height);
    let mut set = Setter::new();
    set.begin(0, Han::Simplified);
    let inset = FRAME * MM;
    let frame = Rect {
        x: inset,
        y: inset,
        w: width - 2.0 * inset,
        h: height - 2.0 * inset,
    };
    page.frame(frame, 2.0 * dot, Ink::BLACK);
    rulers(&mut page, &mut set, dpi);

    let (left, room) = (34.0, width - 34.0 - 20.0);
    let mut y = 34.0;
    let title = Look::new(Field::Heading, 17.0).bold().down_to(9.0);
    set.line(&mut page, &input.title, title, left, y, room);
    y += 17.0 * LEADING;
    let size = format!(
        "{} dpi \u{b7} {:.1} \u{d7} {:.1} mm",
        dpi.dots(),
        width / MM,
        height / MM
    );
    let look = Look::new(Field::Heading, 8.5);
    set.line(&mut page, &size, look, left, y, room);
    y += 8.5 * LEADING + 8.0;
    for text in [&input.measure, &input.edge, &input.scan] {
        let lines = set.lines(text, look, room);
        y += set.draw_lines(&mut page, &lines, look, left, y, room) + 5.0;
    }
    y += 6.0;
    let least = dpi.at_least(0.25 * MM);
    for dots in [least, least + 1] {
        let text = format!("X{dots}-{}", dpi.dots());
        if let Ok(symbol) = Symbology::Code128.encode(&text) {
            symbol.draw(
                &mut page,
                dpi,
                dots,
                left + 10.0 * f32::from(least) * dot,
                y,
                34.0,
            );
            let small = Look::new(Field::Heading, 7.0);
            set.line(&mut page, &text, small, left, y + 35.0, room);
            y += 50.0;
        }
    }
    let dots = dpi.at_least(0.37 * MM);
    let mut x = left + 4.0;
    for symbology in [Symbology::Qr, Symbology::DataMatrix] {
        if let Ok(symbol) = symbology.encode("BACKROOM-TEST") {
            let side = symbol.draw(&mut page, dpi, dots, x, y, 0.0);
            x += side + 30.0;
        }
    }
    let (notices, blocks) = set.finish();
    if !blocks.is_empty() {
        return Err(PaperError::Blocked(blocks));
    }
    Ok(Document {
        title: input.title.clone(),
        at: input.at,
        pages: vec![page],
        notices,
    })
}

/// Millimetre marks along the frame's top and left, every fifth longer, every tenth longest and
/// numbered. Both count from the corner where they would meet.
fn rulers(page: &mut Page, set: &mut Setter, dpi: Dpi) {
    let (width, height) = (page.width, page.height);
    let thick = 2.0 * dpi.dot();
    let from = 5.0 * MM;
    let small = Look::new(Field::Heading, 6.0);
    let long = |mark: u16| match (mark % 10, mark % 5) {
        (0, _) => 12.0,
        (_, 0) => 8.0,
        (_, _) => 5.0,
    };
    for mark in 10_u16..300 {
        let along = dpi.snap(from + f32::from(mark) * MM);
        let number = (mark % 10 == 0).then(|| mark.to_string());
        if along < width - from {
            page.fill(along, from, thick, long(mark), Ink::BLACK);
            if let Some(number) = &number {
                set.line(page, number, small, along + 2.0, from + 5.5, 14.0);
            }
        }
        if along < height - from {
            page.fill(from, along, long(mark), thick, Ink::BLACK);
            if let Some(number) = &number {
                set.line(page, number, small, from + 4.0, along + 0.5, 14.0);
            }
        }
    }
}
