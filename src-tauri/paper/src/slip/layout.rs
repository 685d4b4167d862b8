//! Where things stand on a packing slip.

use super::SlipInput;
use crate::address::{Role, address_lines};
use crate::barcode::Symbology;
use crate::display::{Document, Ink};
use crate::flow::{Column, Flow, Furniture, GUTTER, Piece};
use crate::measure::MM;
use crate::notice::{Field, PaperError};
use crate::text::fit::{Part, stacked};
use crate::text::setter::{Align, LEADING, Look, Setter};
use crate::text::shape::Han;

pub(super) fn slip(input: &SlipInput) -> Result<Document, PaperError> {
    let mut set = Setter::new();
    let to = &input.to;
    set.begin(
        0,
        Han::of(&to.country, &[&to.name, &to.line1, &to.city, &to.company]),
    );
    let mut flow = Flow::new(set, input.paper);
    head(&mut flow, input);
    parties(&mut flow, input);
    goods(&mut flow, input);
    totals(&mut flow, input);
    texts(&mut flow, input);

    let running = format!(
        "{} \u{b7} {} {}",
        input.words.title, input.words.order, input.order
    );
    let foot = sender_line(input);
    let furniture = Furniture {
        running: &running,
        foot: &foot,
        page: &input.words.page,
    };
    let (set, pages) = flow.finish(&furniture);
    let (notices, blocks) = set.finish();
    if !blocks.is_empty() {
        return Err(PaperError::Blocked(blocks));
    }
    Ok(Document {
        title: format!("{} {}", input.words.title, input.order),
        at: input.at,
        pages,
        notices,
    })
}

/// The shop on the left, the document's name on the right.
fn head(flow: &mut Flow, input: &SlipInput) {
    let (margin, width, y) = (flow.scale.margin, flow.width(), flow.y);
    let tall = if flow.scale.narrow { 26.0 } else { 46.0 };
    let title = flow.scale.title;
    let half = width * 0.5;
    let shop = [&input.sender.company, &input.sender.name]
        .into_iter()
        .find(|s| !s.trim().is_empty());
    if let Some(logo) = &input.logo {
        let logo = if flow.scale.narrow {
            logo.without_colour()
        } else {
            logo.clone()
        };
        let (w, h) = logo.inside(half - GUTTER, tall);
        if let Some(page) = flow.pages.last_mut() {
            page.picture(logo, margin, y, w, h);
        }
    } else if let Some(shop) = shop {
        let look = Look::new(Field::Sender, title * 0.8).bold().down_to(8.0);
        flow.line(shop, look, margin, y + title * 0.18, half - GUTTER);
    }
    let look = Look::new(Field::Heading, title).right().down_to(9.0);
    flow.line(&input.words.title, look, margin + half, y, half);
    let used = if input.logo.is_some() {
        tall
    } else {
        title * LEADING
    };
    flow.y = y + used + if flow.scale.narrow { 6.0 } else { 16.0 };
}

/// The recipient on the left; order, day, parcel and the order's barcode on the right.
fn parties(flow: &mut Flow, input: &SlipInput) {
    let (margin, width, top) = (flow.scale.margin, flow.width(), flow.y);
    let half = width * 0.5;
    let small = Look::new(Field::Heading, flow.scale.small)
        .bold()
        .ink(flow.scale.quiet())
        .down_to(5.0);
    flow.line(&input.words.ship_to, small, margin, top, half - GUTTER);
    let below = top + flow.scale.small * LEADING + 2.0;
    let parts: Vec<Part> =
        address_lines(&input.to, &input.sender.country, input.country.as_deref())
            .into_iter()
            .map(|line| Part {
                bold: line.role == Role::Person,
                text: line.text,
                scale: 1.0,
            })
            .collect();
    let size = flow.scale.body + 1.0;
    let look = Look::new(Field::Recipient, size).down_to(6.5);
    let room = if flow.scale.narrow { 84.0 } else { 118.0 };
    let block = flow.set.fit(&parts, look, half - GUTTER, room);
    if let Some(page) = flow.pages.last_mut() {
        flow.set
            .draw_fitted(page, &block, look, margin, below, half - GUTTER);
    }
    let left = below + stacked(&block);

    let mut y = top;
    let facts = [
        (input.words.order.as_str(), input.order.as_str(), true),
        (input.words.date.as_str(), input.date.as_str(), false),
        ("", input.parcel.as_str(), false),
    ];
    for (word, value, strong) in facts {
        if value.trim().is_empty() {
            continue;
        }
        let mut look = Look::new(Field::Reference, flow.scale.body)
            .right()
            .down_to(6.0);
        look.bold = strong;
        let text = format!("{word} {value}");
        flow.line(text.trim(), look, margin + half, y, half);
        y += flow.scale.body * LEADING;
    }
    y = order_code(flow, input, y + 4.0, half);
    flow.y = left.max(y) + if flow.scale.narrow { 8.0 } else { 20.0 };
}

/// The order number as Code 128, at the right edge. Gives its lower end.
fn order_code(flow: &mut Flow, input: &SlipInput, y: f32, room: f32) -> f32 {
    let encoded = Symbology::Code128.encode(input.order.trim());
    let least = input.dpi.at_least(0.25 * MM);
    let most = input.dpi.at_least(0.34 * MM);
    let Some((symbol, dots)) = encoded.ok().and_then(|s| {
        let dots = s.dots(room, input.dpi, least, most)?;
        Some((s, dots))
    }) else {
        if !input.order.trim().is_empty() {
            flow.set.no_barcode(Field::Reference);
        }
        return y;
    };
    let wide = symbol.modules() as f32 * f32::from(dots) * input.dpi.dot();
    let x = flow.scale.margin + flow.width() - wide;
    // A pixel inside the margin: the snap to the dot grid may go either way.
    let x = x - input.dpi.dot();
    let high = if flow.scale.narrow { 26.0 } else { 32.0 };
    if let Some(page) = flow.pages.last_mut() {
        symbol.draw(page, input.dpi, dots, x, y, high);
    }
    y + high + 4.0
}

fn goods(flow: &mut Flow, input: &SlipInput) {
    let words = &input.words;
    let priced = !input.gift
        && input
            .lines
            .iter()
            .any(|l| !l.price.is_empty() || !l.amount.is_empty());
    let coded = !flow.scale.narrow && input.lines.iter().any(|l| !l.sku.is_empty());
    let one = |wide: bool, width: f32| if wide { width + GUTTER } else { 0.0 };
    let narrow = flow.scale.narrow;
    let (quantity, sku, money) = if narrow {
        (24.0, 0.0, 50.0)
    } else {
        (34.0, 104.0, 66.0)
    };
    let prices = if narrow {
        one(priced, money)
    } else {
        2.0 * one(priced, money)
    };
    let item = flow.width() - quantity - GUTTER - one(coded, sku) - prices;
    let column = |head: &str, width: f32, align: Align| Column {
        head: head.to_owned(),
        width,
        align,
    };
    let mut columns = vec![
        column(&words.quantity, quantity, Align::Right),
        column(&words.item, item, Align::Left),
    ];
    if coded {
        columns.push(column(&words.sku, sku, Align::Left));
    }
    if priced && !narrow {
        columns.push(column(&words.price, money, Align::Right));
    }
    if priced {
        columns.push(column(&words.amount, money, Align::Right));
    }
    flow.open_table(columns);
    let body = Look::new(Field::Goods, flow.scale.body);
    let quiet = Look::new(Field::Goods, flow.scale.small).ink(flow.scale.quiet());
    for line in &input.lines {
        let mut name = vec![
            Piece::new(&line.name, body),
            Piece::new(&line.options, quiet),
        ];
        if narrow {
            name.push(Piece::new(&line.sku, quiet));
        }
        let mut cells = vec![
            vec![Piece::new(&line.quantity.to_string(), body.bold())],
            name,
        ];
        if coded {
            cells.push(vec![Piece::new(&line.sku, quiet)]);
        }
        if priced && !narrow {
            cells.push(vec![Piece::new(&line.price, body)]);
        }
        if priced {
            cells.push(vec![Piece::new(&line.amount, body)]);
        }
        flow.row(&cells);
    }
    flow.close_table();
}

/// The number of pieces on the left, the money on the right.
fn totals(flow: &mut Flow, input: &SlipInput) {
    flow.y += 5.0;
    let step = flow.scale.body * LEADING + 1.5;
    let totals: &[(String, String)] = if input.gift { &[] } else { &input.totals };
    flow.need(step * totals.len().max(1) as f32);
    let (margin, width, top) = (flow.scale.margin, flow.width(), flow.y);
    let body = Look::new(Field::Goods, flow.scale.body).down_to(6.0);
    flow.line(&input.pieces, body, margin, top, width * 0.4);
    for (at, (word, amount)) in totals.iter().enumerate() {
        let last = at + 1 == totals.len();
        let mut look = body.right();
        look.bold = last;
        let y = flow.y;
        let money = if flow.scale.narrow { 62.0 } else { 84.0 };
        flow.line(amount, look, margin + width - money, y, money);
        flow.line(
            word,
            look,
            margin + width * 0.4,
            y,
            width * 0.6 - money - GUTTER,
        );
        flow.y += step;
    }
    if totals.is_empty() && !input.pieces.is_empty() {
        flow.y += step;
    }
}

/// The gift's message in a frame of its own, then notes and the way back.
fn texts(flow: &mut Flow, input: &SlipInput) {
    let (margin, width) = (flow.scale.margin, flow.width());
    let body = flow.scale.body;
    let head = |field| Look::new(field, flow.scale.small).bold().down_to(5.0);
    let blocks = [
        (
            &input.words.gift_message,
            &input.gift_message,
            Field::GiftMessage,
        ),
        (&input.words.notes, &input.notes, Field::Note),
        (&String::new(), &input.returns, Field::Note),
    ];
    let heads = blocks.map(|(word, _, field)| (word.clone(), head(field)));
    for ((_, text, field), (word, head)) in blocks.iter().zip(heads) {
        if text.trim().is_empty() {
            continue;
        }
        flow.y += if flow.scale.narrow { 6.0 } else { 14.0 };
        let gift = *field == Field::GiftMessage;
        let size = if gift { body + 1.5 } else { body };
        flow.need(flow.scale.small * LEADING + 2.0 * size * LEADING);
        let (from, start) = (flow.y, flow.pages.len());
        let indent = if gift { 10.0 } else { 0.0 };
        if !word.is_empty() {
            flow.line(&word, head, margin + indent, flow.y, width - indent);
            flow.y += flow.scale.small * LEADING + 2.0;
        }
        let look = Look::new(*field, size);
        flow.paragraph(text, look, margin + indent, width - indent);
        // A bar beside the giver's words, where they did not run over a page.
        if gift && start == flow.pages.len() {
            let height = flow.y - from;
            flow.fill(margin, from, 2.0, height, Ink::BLACK);
        }
    }
}

/// The sender in one line for the foot.
fn sender_line(input: &SlipInput) -> String {
    let lines: Vec<String> = address_lines(&input.sender, &input.sender.country, None)
        .into_iter()
        .map(|l| l.text)
        .collect();
    lines.join(" \u{b7} ")
}
