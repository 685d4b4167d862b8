//! Where things stand on a label: service, sender, recipient, barcode, the shop's own lines.

use super::{LabelInput, Tracking};
use crate::address::{Role, address_lines};
use crate::barcode::{Symbol, Symbology};
use crate::display::{Ink, Page};
use crate::measure::{Dpi, MM};
use crate::notice::Field;
use crate::text::fit::{Part, Sized, stacked};
use crate::text::setter::{LEADING, Look, Setter};
use crate::text::shape::Han;

/// Where text begins. Label printers and cutters need 3 mm, and letters such as `J` reach a little
/// to the left of their place.
const EDGE: f32 = 4.0 * MM;
/// Between a rule and what stands beside it.
const GAP: f32 = 6.0;
/// The narrowest and widest module of a linear barcode, in points (0.25 and 0.5 mm).
const MODULE: (f32, f32) = (0.25 * MM, 0.5 * MM);

/// Lines of the shop's own.
const NOTES: usize = 3;

/// A label being laid out, band by band.
struct Label<'a> {
    page: Page,
    set: &'a mut Setter,
    input: &'a LabelInput,
    dpi: Dpi,
    width: f32,
}

pub(super) fn label(
    set: &mut Setter,
    document: usize,
    input: &LabelInput,
    dpi: Dpi,
    width: f32,
    height: f32,
) -> Page {
    let to = &input.to;
    let han = Han::of(&to.country, &[&to.name, &to.line1, &to.city, &to.company]);
    set.begin(document, han);
    if to.is_empty() {
        set.block_recipient();
    }
    let mut label = Label {
        page: Page::new(width, height),
        set,
        input,
        dpi,
        width: width - 2.0 * EDGE,
    };
    let header = label.header(EDGE);
    let sender = label.sender(header);
    let footer = label.footer(height - EDGE);
    let code = label.code(footer);
    label.recipient(sender, code);
    label.page
}

impl Label<'_> {
    /// A rule across the label; gives where the next band may begin.
    fn rule(&mut self, y: f32) -> f32 {
        let thick = f32::from(self.dpi.at_least(1.05)) * self.dpi.dot();
        let y = self.dpi.snap(y);
        self.page.fill(EDGE, y, self.width, thick, Ink::BLACK);
        y + thick
    }

    /// Service, parcel n of m, weight and day; at the right the order number for the bench's
    /// scanner. Gives the height of its lower rule.
    fn header(&mut self, top: f32) -> f32 {
        let side = self.small_code(top);
        let room = self.width - side;
        let look = Look::new(Field::Service, 21.0).bold().down_to(11.0);
        let below = [&self.input.parcel, &self.input.weight, &self.input.date];
        let below: Vec<&str> = below
            .into_iter()
            .map(|s| s.trim())
            .filter(|s| !s.is_empty())
            .collect();
        let service = &self.input.service;
        self.set
            .line(&mut self.page, service, look, EDGE, top + 1.5, room);
        let look = Look::new(Field::Service, 8.5).down_to(6.0);
        let text = below.join(" \u{b7} ");
        self.set
            .line(&mut self.page, &text, look, EDGE, top + 27.0, room);
        self.rule(top + 42.0)
    }

    /// The order number as a Data Matrix in the upper right corner; gives the width it needs.
    fn small_code(&mut self, top: f32) -> f32 {
        let Ok(symbol) = Symbology::DataMatrix.encode(self.input.reference.trim()) else {
            return 0.0;
        };
        let least = self.dpi.at_least(0.37 * MM);
        let modules = symbol.modules() as f32;
        // The corner is white around it: its own quiet zone of two modules is enough to fit.
        let Some(dots) = (least..least * 3)
            .rev()
            .find(|d| modules * f32::from(*d) * self.dpi.dot() <= 35.0)
        else {
            return 0.0;
        };
        let side = modules * f32::from(dots) * self.dpi.dot();
        let x = EDGE + self.width - side - self.dpi.dot();
        symbol.draw(&mut self.page, self.dpi, dots, x, top, side);
        side + 10.0
    }

    /// The sender, small, and the shop's picture at the right.
    fn sender(&mut self, top: f32) -> f32 {
        let mut room = self.width;
        let height = 52.0;
        if let Some(logo) = &self.input.logo {
            let logo = logo.without_colour();
            let (w, h) = logo.inside(84.0, height - 6.0);
            let x = EDGE + self.width - w;
            let y = top + GAP + (height - 4.0 - h) / 2.0;
            self.page.picture(logo, x, y, w, h);
            room -= w + 10.0;
        }
        let word = Look::new(Field::Heading, 6.5).bold();
        let from = &self.input.words.from;
        self.set.line(
            &mut self.page,
            &from.to_uppercase(),
            word,
            EDGE,
            top + GAP - 2.0,
            room,
        );
        let sender = &self.input.sender;
        // Mail abroad says where it comes from, too.
        let home = if sender.country == self.input.to.country {
            &sender.country
        } else {
            ""
        };
        let parts: Vec<Part> = address_lines(sender, home, None)
            .into_iter()
            .map(|line| Part {
                bold: matches!(line.role, Role::Person | Role::Firm),
                text: line.text,
                scale: 1.0,
            })
            .collect();
        let look = Look::new(Field::Sender, 8.0).down_to(6.0);
        let block = self.set.fit(&parts, look, room, height - 9.0);
        self.set
            .draw_fitted(&mut self.page, &block, look, EDGE, top + GAP + 7.0, room);
        self.rule(top + GAP + height)
    }

    /// The recipient between two rules: as large as it fits, in the middle of the height.
    fn recipient(&mut self, top: f32, bottom: f32) {
        let to = &self.input.to;
        let abroad = to.country != self.input.sender.country && !to.country.is_empty();
        let lines = address_lines(
            to,
            &self.input.sender.country,
            self.input.country.as_deref(),
        );
        let parts: Vec<Part> = lines
            .into_iter()
            .map(|line| {
                let (bold, scale) = match line.role {
                    Role::Person => (true, 1.0),
                    Role::Firm | Role::Street => (false, 1.0),
                    Role::Town => (true, 1.12),
                    Role::Country => (true, 1.0),
                };
                Part {
                    text: line.text,
                    bold,
                    scale,
                }
            })
            .collect();
        let side = self.corner(top, bottom, abroad);
        let room = self.width - side;
        let word = Look::new(Field::Heading, 6.5).bold();
        let first = top + GAP - 2.0;
        let height = bottom - first - 9.0 - 4.0;
        let mut look = Look::new(Field::Recipient, 18.0).down_to(7.5);
        let block = self.set.fit(&parts, look, room, height);
        let rtl = reads_from_right(&block);
        let mut x = EDGE;
        let mut heading = word;
        if rtl {
            look = look.right();
            heading = heading.right();
            x += side;
        }
        let to_word = self.input.words.to.to_uppercase();
        self.set
            .line(&mut self.page, &to_word, heading, x, first, room);
        let free = (height - stacked(&block)).max(0.0);
        self.set.draw_fitted(
            &mut self.page,
            &block,
            look,
            x,
            first + 9.0 + free * 0.3,
            room,
        );
        if abroad {
            let code = Look::new(Field::Recipient, 34.0).bold();
            let code = if rtl { code } else { code.right() };
            let country = &to.country;
            let y = bottom - 34.0 * LEADING;
            self.set
                .line(&mut self.page, country, code, EDGE, y, self.width);
        }
    }

    /// The routing note in the recipient's upper corner; gives the width that the corner and the
    /// country code below it need.
    fn corner(&mut self, top: f32, bottom: f32, abroad: bool) -> f32 {
        let mut side: f32 = if abroad && bottom - top > 60.0 {
            56.0
        } else {
            0.0
        };
        let routing = self.input.routing.trim();
        if !routing.is_empty() {
            let look = Look::new(Field::Routing, 13.0).bold().down_to(8.0);
            let text = self.set.width(routing, look).min(92.0);
            let (w, h) = (text + 12.0, 21.0);
            let x = EDGE + self.width - w;
            let y = top + GAP;
            self.page.fill(x, y, w, h, Ink::BLACK);
            let white = look.ink(Ink::WHITE).middle();
            self.set
                .line(&mut self.page, routing, white, x + 6.0, y + 2.2, text + 0.1);
            side = side.max(w + 8.0);
        }
        side
    }

    /// The large barcode, built upward from `bottom`; gives the height of its upper rule.
    fn code(&mut self, bottom: f32) -> f32 {
        let (symbol, shown, field) = self.number();
        let size = 12.5;
        let text_top = bottom - GAP - size * LEADING + 2.0;
        let look = Look::new(field, size).bold().middle().down_to(7.0);
        let Some((symbol, dots)) = symbol else {
            if shown.is_empty() {
                return self.rule(bottom - 1.0) - 1.0;
            }
            self.set
                .line(&mut self.page, &shown, look, EDGE, text_top, self.width);
            return self.open(text_top - GAP);
        };
        let across = symbol.modules() as f32 * f32::from(dots) * self.dpi.dot();
        let x = (self.page.width - across) / 2.0;
        if matches!(symbol, Symbol::Matrix { .. }) {
            let top = text_top - across - 4.0;
            symbol.draw(&mut self.page, self.dpi, dots, x, top, across);
            self.set
                .line(&mut self.page, &shown, look, EDGE, text_top, self.width);
            return self.open(top - GAP);
        }
        // Carriers ask for 19 mm; an order number of our own needs less.
        let high = if field == Field::Tracking { 62.0 } else { 40.0 };
        let top = text_top - high - 3.0;
        symbol.draw(&mut self.page, self.dpi, dots, x, top, high);
        self.set
            .line(&mut self.page, &shown, look, EDGE, text_top, self.width);
        self.open(top - GAP - 1.0)
    }

    /// The upper rule of a band that was built upward.
    fn open(&mut self, y: f32) -> f32 {
        self.rule(y);
        self.dpi.snap(y)
    }

    /// What the large barcode holds, what is printed below it, and which field that is.
    fn number(&mut self) -> (Option<(Symbol, u16)>, String, Field) {
        let (field, symbology, number, shown) = match &self.input.tracking {
            Some(Tracking {
                number,
                shown,
                symbology,
            }) => {
                let shown = if shown.trim().is_empty() {
                    grouped(number)
                } else {
                    shown.clone()
                };
                (Field::Tracking, *symbology, number.trim(), shown)
            }
            None if !self.input.code.trim().is_empty() => {
                let code = self.input.code.trim();
                let shown = domain::label_code::shown(code);
                (Field::Reference, Symbology::Code128, code, shown)
            }
            None => {
                let number = self.input.reference.trim();
                let shown = format!("{} {number}", self.input.words.reference);
                // `№ 5` and its like are no Code 128, but any text is a QR code.
                let symbology = if number.is_ascii() {
                    Symbology::Code128
                } else {
                    Symbology::Qr
                };
                (Field::Reference, symbology, number, shown)
            }
        };
        if number.is_empty() {
            return (None, String::new(), field);
        }
        let fits = symbology.encode(number).ok().and_then(|symbol| {
            let least = self.dpi.at_least(if symbology.is_linear() {
                MODULE.0
            } else {
                0.37 * MM
            });
            let most = self.dpi.at_least(if symbology.is_linear() {
                MODULE.1
            } else {
                1.0 * MM
            });
            let room = if symbology.is_linear() {
                self.page.width - 8.0
            } else {
                96.0
            };
            let dots = symbol.dots(room, self.dpi, least, most)?;
            Some((symbol, dots))
        });
        if fits.is_none() {
            self.set.no_barcode(field);
        }
        (fits, shown.trim().to_owned(), field)
    }

    /// The order number and the shop's own lines, built upward from `bottom`.
    fn footer(&mut self, bottom: f32) -> f32 {
        let all = self.input.notes.iter().map(|n| n.trim());
        let mut notes: Vec<&str> = all.filter(|n| !n.is_empty()).collect();
        if notes.len() > NOTES {
            let rest = notes.split_off(NOTES).join(" ");
            self.set.overlong(Field::Note, &rest);
        }
        let reference = self.input.reference.trim();
        // What is not the large barcode itself stands below it.
        let other = self.input.tracking.is_some() || !self.input.code.trim().is_empty();
        let named = !reference.is_empty() && other;
        if notes.is_empty() && !named {
            return bottom;
        }
        let (large, small) = (9.0, 7.5);
        let mut height = small * LEADING * notes.len() as f32;
        if named {
            height += large * LEADING;
        }
        let mut y = bottom - height;
        let top = self.open(y - GAP + 1.0);
        if named {
            let text = format!("{} {reference}", self.input.words.reference);
            let look = Look::new(Field::Reference, large).bold().down_to(6.0);
            self.set
                .line(&mut self.page, text.trim(), look, EDGE, y, self.width);
            y += large * LEADING;
        }
        for note in notes {
            let look = Look::new(Field::Note, small).down_to(5.5);
            self.set
                .line(&mut self.page, note, look, EDGE, y, self.width);
            y += small * LEADING;
        }
        top
    }
}

/// A block reads from the right when most of its lines do; a country's name in capitals and a
/// postcode do not count against it.
fn reads_from_right(block: &[Sized]) -> bool {
    let rtl = block.iter().filter(|(line, _)| line.rtl).count();
    rtl > 0 && 2 * rtl >= block.len().saturating_sub(1)
}

/// A number in groups of four from the left, which people read back without errors.
fn grouped(number: &str) -> String {
    if number.contains([' ', '(']) || number.len() <= 8 {
        // The brackets of GS1 stand apart from the data before them.
        return number.replace('(', " (").trim_start().to_owned();
    }
    let letters: Vec<char> = number.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|g| g.iter().collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_read_in_groups() {
        assert_eq!(grouped("053341209988"), "0533 4120 9988");
        assert_eq!(grouped("SN-2041"), "SN-2041");
        assert_eq!(grouped("(00)340434160094021005"), "(00)340434160094021005");
        assert_eq!(grouped("(420)31056(92)0123"), "(420)31056 (92)0123");
    }
}
