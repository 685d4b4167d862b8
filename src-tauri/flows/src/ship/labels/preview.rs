//! A label before it is made.

use super::{addresses_of, cheapest, services};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::orders::facts;
use crate::ship::paper_words::Speaker;
use crate::ship::sender;
use crate::ship::types::{LabelFormat, LabelPreview, LabelPreviewAsk};
use paper::barcode::Symbology;
use paper::{LabelInput, LabelSetup, PaperError, Tracking};

/// How a label will look, before it is made: from the same layout, nothing is written.
///
/// # Errors
/// The store's.
pub async fn preview(desk: &Desk, ask: LabelPreviewAsk) -> Result<LabelPreview> {
    let mut reader = desk.store.read().await?;
    let db = reader.db();
    let (settings, _) = desk::settings(db).await?;
    let services = services(db).await?;
    let ids: Vec<i64> = ask.orders.iter().map(|o| o.0).collect();
    let orders = facts::load(db, &ids).await?;
    let to = addresses_of(db, &orders)
        .await?
        .into_iter()
        .next()
        .unwrap_or_default();
    let grams = ask
        .grams
        .or_else(|| orders.first().and_then(|f| f.order.grams));
    let service = ask
        .service
        .and_then(|id| services.iter().find(|s| s.row.id == id.0))
        .or_else(|| cheapest(&services, &to, grams));
    let speaker = Speaker::new(&settings);
    let numbers: Vec<&str> = orders.iter().map(|f| f.order.number.as_str()).collect();
    let tracking = ask.tracking.trim();
    let input = LabelInput {
        sender: sender::of_labels(&settings).clone(),
        logo: speaker.logo.clone(),
        service: service.map(|s| s.post.name.clone()).unwrap_or_default(),
        country: speaker.country(&to.country),
        to,
        parcel: String::new(),
        weight: speaker.weight(grams),
        date: speaker.day(desk.now()),
        reference: numbers.join(", "),
        // Its own number is given when it is made.
        code: domain::label_code::of(0),
        tracking: (!tracking.is_empty()).then(|| Tracking {
            number: tracking.to_owned(),
            shown: String::new(),
            symbology: Symbology::Code128,
        }),
        routing: String::new(),
        notes: Vec::new(),
        words: speaker.label(),
    };
    let setup = LabelSetup {
        // The screen shows one label, whatever sheet it will stand on.
        format: match ask.format.unwrap_or(settings.label_format) {
            LabelFormat::FourBySix => paper::LabelFormat::FourBySix,
            LabelFormat::A6
            | LabelFormat::A4TwoUp
            | LabelFormat::A4FourUp
            | LabelFormat::LetterTwoUp
            | LabelFormat::LetterFourUp => paper::LabelFormat::A6,
        },
        dpi: speaker.dpi,
        start: 1,
        title: String::new(),
        at: desk.now(),
    };
    if let Some(refusal) = sender::missing_on_labels(&settings) {
        return Ok(LabelPreview {
            svg: String::new(),
            notices: Vec::new(),
            refusal: Some(refusal),
        });
    }
    Ok(match paper::labels(&[input], &setup) {
        Ok(document) => LabelPreview {
            svg: document.svg(0).unwrap_or_default(),
            notices: document
                .notices
                .iter()
                .map(paper::Notice::sentence)
                .collect(),
            refusal: None,
        },
        Err(error) => {
            let sentence = match &error {
                PaperError::Blocked(blocks) => blocks.first().map(paper::Block::sentence),
                PaperError::Empty | PaperError::Logo(_) | PaperError::Broken(_) => None,
            };
            LabelPreview {
                svg: String::new(),
                notices: Vec::new(),
                refusal: Some(sentence.unwrap_or_else(|| error.sentence())),
            }
        }
    })
}
