//! Where things stand on a hand-over list.

use super::{HandOverCarrier, HandOverInput, HandOverParcel};
use crate::display::{Document, Ink};
use crate::flow::{Column, Flow, Furniture, GUTTER, Piece};
use crate::notice::{Field, PaperError};
use crate::text::setter::{Align, LEADING, Look, Setter};
use crate::text::shape::Han;

/// Higher than any paper: what needs so much begins a new page.
const A_PAGE: f32 = 10_000.0;
/// The room for a signature, in points.
const SIGNATURE: f32 = 44.0;

pub(super) fn list(input: &HandOverInput) -> Result<Document, PaperError> {
    let mut set = Setter::new();
    let places: Vec<&str> = input
        .carriers
        .iter()
        .flat_map(|c| &c.parcels)
        .map(|p| p.to.as_str())
        .collect();
    set.begin(0, Han::of("", &places));
    let mut flow = Flow::new(set, input.paper);
    let mut first = true;
    for carrier in input.carriers.iter().filter(|c| !c.parcels.is_empty()) {
        if !first {
            flow.need(A_PAGE);
        }
        first = false;
        section(&mut flow, input, carrier);
    }
    let furniture = Furniture {
        running: &input.words.title,
        foot: &input.foot,
        page: &input.words.page,
    };
    let (set, pages) = flow.finish(&furniture);
    let (notices, blocks) = set.finish();
    if !blocks.is_empty() {
        return Err(PaperError::Blocked(blocks));
    }
    Ok(Document {
        title: input.words.title.clone(),
        at: input.at,
        pages,
        notices,
    })
}

fn section(flow: &mut Flow, input: &HandOverInput, carrier: &HandOverCarrier) {
    let (margin, width) = (flow.scale.margin, flow.width());
    let title = flow.scale.title;
    let heading = format!("{} \u{b7} {}", input.words.title, carrier.name);
    let look = Look::new(Field::Heading, title).bold().down_to(9.0);
    flow.line(&heading, look, margin, flow.y, width);
    flow.y += title * LEADING;
    let look = Look::new(Field::Note, flow.scale.body)
        .ink(flow.scale.quiet())
        .down_to(6.0);
    flow.line(&carrier.summary, look, margin, flow.y, width);
    flow.y += flow.scale.body * LEADING + 10.0;
    flow.open_table(columns(flow, input));
    for parcel in &carrier.parcels {
        let cells = cells(flow, parcel);
        flow.row(&cells);
    }
    flow.close_table();
    signatures(flow, input);
}

fn columns(flow: &Flow, input: &HandOverInput) -> Vec<Column> {
    let words = &input.words;
    let column = |head: &str, width: f32, align: Align| Column {
        head: head.to_owned(),
        width,
        align,
    };
    if flow.scale.narrow {
        // A label roll: the number below the parcel, the weight below the service.
        let service = 66.0;
        let parcel = (flow.width() - service - 2.0 * GUTTER) / 2.0;
        return vec![
            column(&words.parcel, parcel, Align::Left),
            column(&words.to, parcel, Align::Left),
            column(&words.service, service, Align::Left),
        ];
    }
    let [number, tracking, service, weight] = [76.0, 118.0, 96.0, 52.0];
    let to = flow.width() - number - tracking - service - weight - 4.0 * GUTTER;
    vec![
        column(&words.parcel, number, Align::Left),
        column(&words.tracking, tracking, Align::Left),
        column(&words.to, to, Align::Left),
        column(&words.service, service, Align::Left),
        column(&words.weight, weight, Align::Right),
    ]
}

fn cells(flow: &Flow, parcel: &HandOverParcel) -> Vec<Vec<Piece>> {
    let body = flow.scale.body;
    let number = Piece::new(&parcel.number, Look::new(Field::Reference, body).bold());
    let tracking = Piece::new(&parcel.tracking, Look::new(Field::Tracking, body));
    let to = Piece::new(&parcel.to, Look::new(Field::Recipient, body));
    let service = Piece::new(&parcel.service, Look::new(Field::Service, body));
    let weight = Piece::new(&parcel.weight, Look::new(Field::Goods, body));
    if flow.scale.narrow {
        vec![vec![number, tracking], vec![to], vec![service, weight]]
    } else {
        vec![
            vec![number],
            vec![tracking],
            vec![to],
            vec![service],
            vec![weight],
        ]
    }
}

/// Two lines to sign on: the shop's and the carrier's, kept together.
fn signatures(flow: &mut Flow, input: &HandOverInput) {
    let small = flow.scale.small;
    flow.need(SIGNATURE + small * LEADING);
    flow.y += SIGNATURE;
    let (margin, y) = (flow.scale.margin, flow.y);
    let half = (flow.width() - 24.0) / 2.0;
    for (at, word) in [&input.words.from, &input.words.taken]
        .into_iter()
        .enumerate()
    {
        let x = if at == 0 {
            margin
        } else {
            margin + half + 24.0
        };
        flow.fill(x, y, half, 0.9, Ink::BLACK);
        let look = Look::new(Field::Heading, small)
            .ink(flow.scale.quiet())
            .down_to(5.0);
        flow.line(word, look, x, y + 3.0, half);
    }
    flow.y += small * LEADING + 6.0;
}
