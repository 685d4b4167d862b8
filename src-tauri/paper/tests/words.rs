//! Every sentence that the room can say is in both catalogues.

use paper::{Block, Field, Notice, PaperError};
use std::path::Path;

const FIELDS: [Field; 11] = [
    Field::Recipient,
    Field::Sender,
    Field::Service,
    Field::Reference,
    Field::Tracking,
    Field::Routing,
    Field::Note,
    Field::GiftMessage,
    Field::Goods,
    Field::Bin,
    Field::Heading,
];

#[test]
fn every_sentence_is_in_both_languages() {
    let mut ids: Vec<String> = Vec::new();
    let mut fields: Vec<String> = Vec::new();
    for field in FIELDS {
        ids.push(field.key().to_owned());
        let sentences = [
            Notice::Dropped {
                document: 0,
                field,
                codes: String::new(),
            }
            .sentence(),
            Notice::Overlong {
                document: 0,
                field,
                missing: String::new(),
            }
            .sentence(),
            Notice::NoBarcode { document: 0, field }.sentence(),
            Block::NoLetter {
                document: 0,
                field,
                letter: 'x',
            }
            .sentence(),
        ];
        for sentence in sentences {
            let domain::say::Value::Text(name) = &sentence.args["field"] else {
                panic!("a name");
            };
            fields.push(format!("[{name}]"));
            ids.push(sentence.id);
        }
    }
    ids.push(Block::NoRecipient { document: 0 }.sentence().id);
    for error in [
        PaperError::Empty,
        PaperError::Logo(String::new()),
        PaperError::Broken(String::new()),
    ] {
        ids.push(error.sentence().id);
    }
    let parts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../words/parts");
    for language in ["en", "de"] {
        let text = std::fs::read_to_string(parts.join(format!("paper.{language}.ftl"))).unwrap();
        for id in &ids {
            let has = text.lines().any(|l| l.starts_with(&format!("{id} =")));
            assert!(has, "{id} in {language}");
        }
        for field in &fields {
            assert!(text.contains(field.as_str()), "{field} in {language}");
        }
    }
}
