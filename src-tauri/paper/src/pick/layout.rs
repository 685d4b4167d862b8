//! Where things stand on a pick list.

use super::natural::natural_key;
use super::{PickInput, PickLine, PickOrder, by_bin};
use crate::barcode::Symbology;
use crate::display::{Document, Ink, Rect};
use crate::flow::{Column, Flow, Furniture, GUTTER, Piece};
use crate::measure::MM;
use crate::notice::{Field, PaperError};
use crate::text::setter::{Align, LEADING, Look, Setter};
use crate::text::shape::Han;

pub(super) fn list(input: &PickInput) -> Result<Document, PaperError> {
    let mut set = Setter::new();
    let names: Vec<&str> = input.lines.iter().map(|l| l.name.as_str()).collect();
    set.begin(0, Han::of("", &names));
    let mut flow = Flow::new(set, input.paper);
    head(&mut flow, input);
    match input.order {
        PickOrder::ByBin => by_bins(&mut flow, input),
        PickOrder::ByOrder => by_orders(&mut flow, input),
    }
    let running = format!(
        "{} \u{b7} {} {}",
        input.words.title, input.words.batch, input.batch
    );
    let furniture = Furniture {
        running: &running,
        foot: &input.summary,
        page: &input.words.page,
    };
    let (set, pages) = flow.finish(&furniture);
    let (notices, blocks) = set.finish();
    if !blocks.is_empty() {
        return Err(PaperError::Blocked(blocks));
    }
    Ok(Document {
        title: running,
        at: input.at,
        pages,
        notices,
    })
}

/// Title and summary on the left, the batch's barcode on the right.
fn head(flow: &mut Flow, input: &PickInput) {
    let (margin, width, top) = (flow.scale.margin, flow.width(), flow.y);
    let title = flow.scale.title;
    let mut side = 0.0;
    let least = input.dpi.at_least(0.25 * MM);
    let most = input.dpi.at_least(0.34 * MM);
    let encoded = Symbology::Code128.encode(input.batch.trim()).ok();
    let coded = encoded.and_then(|symbol| {
        let dots = symbol.dots(width * 0.5, input.dpi, least, most)?;
        Some((symbol, dots))
    });
    if let Some((symbol, dots)) = coded {
        let wide = symbol.modules() as f32 * f32::from(dots) * input.dpi.dot();
        let x = margin + width - wide - input.dpi.dot();
        if let Some(page) = flow.pages.last_mut() {
            symbol.draw(page, input.dpi, dots, x, top, 28.0);
        }
        let look = Look::new(Field::Bin, flow.scale.body)
            .bold()
            .middle()
            .down_to(5.0);
        let text = format!("{} {}", input.words.batch, input.batch);
        flow.line(&text, look, x, top + 30.0, wide);
        side = wide + 20.0;
    } else if !input.batch.trim().is_empty() {
        flow.set.no_barcode(Field::Bin);
    }
    let look = Look::new(Field::Heading, title).down_to(9.0);
    flow.line(&input.words.title, look, margin, top - 3.0, width - side);
    let look = Look::new(Field::Note, flow.scale.body)
        .ink(flow.scale.quiet())
        .down_to(6.0);
    let below = top - 1.0 + title * LEADING;
    flow.line(&input.summary, look, margin, below, width - side);
    flow.y = top + 30.0 + flow.scale.body * LEADING + 10.0;
}

/// Widths of box, bin, quantity and split; the item has the rest.
const fn widths(narrow: bool) -> [f32; 4] {
    if narrow {
        [12.0, 42.0, 24.0, 66.0]
    } else {
        [14.0, 78.0, 34.0, 132.0]
    }
}

fn columns(flow: &Flow, input: &PickInput, split: bool) -> Vec<Column> {
    let [tick, bin, quantity, orders] = widths(flow.scale.narrow);
    let right = if split { orders + GUTTER } else { 0.0 };
    let item = flow.width() - tick - bin - quantity - right - 3.0 * GUTTER;
    let words = &input.words;
    let column = |head: &str, width: f32, align: Align| Column {
        head: head.to_owned(),
        width,
        align,
    };
    let mut columns = vec![
        column("", tick, Align::Left),
        column(&words.bin, bin, Align::Left),
        column(&words.quantity, quantity, Align::Right),
        column(&words.item, item, Align::Left),
    ];
    if split {
        columns.push(column(&words.for_orders, orders, Align::Left));
    }
    columns
}

/// One row and its box to tick.
fn row(flow: &mut Flow, cells: &[Vec<Piece>]) {
    let top = flow.row(cells);
    let side = flow.scale.body;
    let rect = Rect {
        x: flow.scale.margin,
        y: top + 1.0,
        w: side,
        h: side,
    };
    if let Some(page) = flow.pages.last_mut() {
        page.frame(rect, 0.9, Ink::BLACK);
    }
}

fn item(flow: &Flow, name: &str, options: &str, sku: &str) -> Vec<Piece> {
    let body = Look::new(Field::Goods, flow.scale.body);
    let quiet = Look::new(Field::Goods, flow.scale.small).ink(flow.scale.quiet());
    let below: Vec<&str> = [sku, options]
        .into_iter()
        .filter(|s| !s.trim().is_empty())
        .collect();
    vec![
        Piece::new(name, body),
        Piece::new(&below.join(" \u{b7} "), quiet),
    ]
}

fn place(flow: &Flow, input: &PickInput, bin: &str) -> Piece {
    let look = Look::new(Field::Bin, flow.scale.body);
    if bin.trim().is_empty() {
        Piece::new(&input.words.no_bin, look.ink(flow.scale.quiet()))
    } else {
        Piece::new(bin, look.bold())
    }
}

fn count(flow: &Flow, quantity: i64) -> Piece {
    let look = Look::new(Field::Goods, flow.scale.body).bold();
    Piece::new(&quantity.to_string(), look)
}

fn by_bins(flow: &mut Flow, input: &PickInput) {
    flow.open_table(columns(flow, input, true));
    for group in by_bin(&input.lines) {
        let split: Vec<String> = group
            .shares
            .iter()
            .map(|(order, tote, quantity)| {
                let tote = if tote.is_empty() {
                    String::new()
                } else {
                    format!(" [{tote}]")
                };
                format!("{order}{tote}\u{a0}\u{d7}\u{a0}{quantity}")
            })
            .collect();
        let orders = Look::new(Field::Reference, flow.scale.small);
        let cells = [
            Vec::new(),
            vec![place(flow, input, &group.bin)],
            vec![count(flow, group.quantity)],
            item(flow, &group.name, &group.options, &group.sku),
            vec![Piece::new(&split.join(", "), orders)],
        ];
        row(flow, &cells);
    }
    flow.close_table();
}

fn by_orders(flow: &mut Flow, input: &PickInput) {
    let mut orders: Vec<(&str, &str)> = Vec::new();
    for line in &input.lines {
        let own = (line.order.as_str(), line.tote.as_str());
        if !orders.contains(&own) {
            orders.push(own);
        }
    }
    orders.sort_by_cached_key(|o| natural_key(o.0));
    flow.open_table(columns(flow, input, false));
    for (order, tote) in orders {
        let mut lines: Vec<&PickLine> = input
            .lines
            .iter()
            .filter(|l| l.order == order && l.tote == tote)
            .collect();
        lines.sort_by_cached_key(|l| {
            let bin = l.bin.trim();
            (bin.is_empty(), natural_key(bin), natural_key(&l.sku))
        });
        let size = flow.scale.body + 1.5;
        // A heading stays with its first row.
        flow.y += 8.0;
        flow.need(size * LEADING + flow.scale.body * LEADING * 3.0);
        let tote = if tote.is_empty() {
            String::new()
        } else {
            format!(" \u{b7} {tote}")
        };
        let text = format!("{} {order}{tote}", input.words.order);
        let look = Look::new(Field::Reference, size).bold().down_to(6.0);
        let (margin, width) = (flow.scale.margin, flow.width());
        flow.line(&text, look, margin, flow.y, width);
        flow.y += size * LEADING;
        for line in lines {
            let cells = [
                Vec::new(),
                vec![place(flow, input, &line.bin)],
                vec![count(flow, line.quantity)],
                item(flow, &line.name, &line.options, &line.sku),
            ];
            row(flow, &cells);
        }
    }
    flow.close_table();
}
