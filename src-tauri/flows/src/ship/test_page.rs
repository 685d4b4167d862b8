//! The printer test page: rulers, a frame and codes for one printer and paper.

use super::document;
use super::paper_words::{Speaker, paper_format};
use super::types::DocumentMade;
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::orders::types::Nothing;
use domain::id::DocumentId;
use domain::{Refusal, Sentence};
use paper::TestInput;
use store::{Event, Tag};

/// Makes the test page for the label paper of the settings.
///
/// # Errors
/// The store's.
pub async fn make(desk: &Desk, _: Nothing) -> Result<DocumentMade> {
    let mut w = desk.write().await?;
    let (settings, _) = desk::settings(w.db()).await?;
    let speaker = Speaker::new(&settings);
    let input = TestInput {
        format: paper_format(settings.label_format),
        dpi: speaker.dpi,
        title: speaker.word("paper-word-test-page"),
        measure: speaker.word("paper-word-test-measure"),
        edge: speaker.say(&Sentence::new("paper-word-test-edge").with("millimetres", 3_i64)),
        scan: speaker.word("paper-word-test-scan"),
        at: w.now(),
    };
    let document = paper::test_page(&input).map_err(|e| Refusal(e.sentence()))?;
    let title = "printer-test.pdf".to_owned();
    let kept = document::keep(&mut w, "test_page", title, &document).await?;
    w.journal(Event::new("test_page_made").thing(kept.id));
    w.stale(&[Tag::Documents]);
    w.commit().await?;
    Ok(DocumentMade {
        document: DocumentId(kept.id),
        pages: kept.pages,
        notices: Vec::new(),
        refused: Vec::new(),
    })
}
