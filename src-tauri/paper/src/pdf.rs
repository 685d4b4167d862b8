//! The PDF, written by printpdf from the display list.
//!
//! printpdf 0.12 is used as a writer only. Glyphs, not strings, are given to it; the fonts are cut
//! here to the glyphs that the document uses (it would embed them whole); the fonts' names, the
//! dates and the file's /ID are ours, since it would draw them at random.

use crate::display::{Document, Ink, Item, Line, Page, Rect, Run, Turn};
use crate::fonts::FaceId;
use crate::logo::Logo;
use crate::notice::PaperError;
use chrono::{DateTime, Utc};
use lopdf::{Dictionary, Object, StringFormat};
use printpdf as pp;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use subsetter::GlyphRemapper;

/// One face cut to a document's glyphs.
struct Cut {
    id: pp::FontId,
    glyphs: GlyphRemapper,
}

pub(crate) fn write(document: &Document) -> Result<Vec<u8>, PaperError> {
    let mut out = pp::PdfDocument::new(&document.title);
    let cuts = cut_fonts(document, &mut out)?;
    add_pictures(document, &mut out);
    out.pages = document
        .pages
        .iter()
        .map(|page| draw(page, &cuts))
        .collect();
    let options = pp::PdfSaveOptions {
        optimize: true,
        subset_fonts: false,
        // One `re` per bar and one `f` per barcode; printpdf's own rectangle paints each alone.
        secure: false,
        image_optimization: None,
    };
    let mut warnings = Vec::new();
    let mut file = pp::serialize::to_lopdf_doc(&out, &options, &mut warnings);
    if let Some(warning) = warnings
        .iter()
        .find(|w| w.severity != pp::PdfParseErrorSeverity::Info)
    {
        return Err(PaperError::Broken(warning.msg.clone()));
    }
    // Streams are compressed first: the file's /ID is a hash of them.
    file.compress();
    finish(&mut file, document)?;
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|e| PaperError::Broken(e.to_string()))?;
    Ok(bytes)
}

/// Cuts each used face to its used glyphs and adds it under a name made of those glyphs
/// (ISO 32000-1, 9.6.4 wants six capitals and a plus).
fn cut_fonts(
    document: &Document,
    out: &mut pp::PdfDocument,
) -> Result<BTreeMap<FaceId, Cut>, PaperError> {
    let broken = |what: String| PaperError::Broken(what);
    let mut used: BTreeMap<FaceId, BTreeSet<u16>> = BTreeMap::new();
    for item in document.pages.iter().flat_map(|p| &p.items) {
        if let Item::Text { line, .. } = item {
            for run in &line.runs {
                let glyphs = used.entry(run.face).or_default();
                glyphs.extend(run.glyphs.iter().map(|g| g.id));
            }
        }
    }
    let mut cuts = BTreeMap::new();
    for (id, glyphs) in used {
        let face = id
            .face()
            .ok_or_else(|| broken(format!("{id:?} is damaged")))?;
        let sorted: Vec<u16> = glyphs.iter().copied().collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&sorted);
        let data = subsetter::subset(face.data, 0, &remapper)
            .map_err(|e| broken(format!("{}: {e}", face.name)))?;
        let mut warnings = Vec::new();
        let parsed = pp::ParsedFont::from_bytes(&data, 0, &mut warnings)
            .ok_or_else(|| broken(format!("{} cannot be read back", face.name)))?;
        let name = pp::FontId(format!("{}+{}", tag(&sorted), face.name));
        out.resources
            .fonts
            .map
            .insert(name.clone(), pp::PdfFont::new(parsed));
        cuts.insert(
            id,
            Cut {
                id: name,
                glyphs: remapper,
            },
        );
    }
    Ok(cuts)
}

fn tag(glyphs: &[u16]) -> String {
    let mut hash = Sha256::new();
    for glyph in glyphs {
        hash.update(glyph.to_be_bytes());
    }
    hash.finalize()
        .iter()
        .take(6)
        .map(|b| char::from(b'A' + b % 26))
        .collect()
}

fn add_pictures(document: &Document, out: &mut pp::PdfDocument) {
    for item in document.pages.iter().flat_map(|p| &p.items) {
        if let Item::Picture { logo, .. } = item {
            let id = pp::XObjectId(logo.id().to_owned());
            out.resources
                .xobjects
                .map
                .entry(id)
                .or_insert_with(|| pp::XObject::Image(raw(logo)));
        }
    }
}

fn raw(logo: &Logo) -> pp::RawImage {
    let (width, height) = logo.size();
    let (bytes, coloured) = logo.bytes();
    pp::RawImage {
        pixels: pp::RawImageData::U8(bytes.to_vec()),
        width: usize::try_from(width).unwrap_or(0),
        height: usize::try_from(height).unwrap_or(0),
        data_format: if coloured {
            pp::RawImageFormat::RGB8
        } else {
            pp::RawImageFormat::R8
        },
        tag: Vec::new(),
    }
}

/// A page's operations: shapes and pictures first, then all text in one text section.
fn draw(page: &Page, cuts: &BTreeMap<FaceId, Cut>) -> pp::PdfPage {
    let mut ops = Vec::new();
    let mut ink = None;
    for item in &page.items {
        match item {
            Item::Fill { rects, ink: own } => {
                set_ink(&mut ops, &mut ink, *own);
                ops.extend(rects.iter().map(|r| rectangle(*r, page.height)));
                ops.push(unknown("f", []));
            }
            Item::Picture { logo, rect, turn } => {
                ops.push(picture(logo, *rect, *turn, page.height));
            }
            Item::Text { .. } => {}
        }
    }
    ops.push(pp::Op::StartTextSection);
    let mut font = None;
    for item in &page.items {
        if let Item::Text {
            line,
            x,
            y,
            size,
            turn,
            ink: own,
        } = item
        {
            set_ink(&mut ops, &mut ink, *own);
            let at = Place {
                x: *x,
                y: page.height - y,
                size: *size,
                turn: *turn,
            };
            text(&mut ops, &mut font, line, at, cuts);
        }
    }
    ops.push(pp::Op::EndTextSection);
    let edge = pp::Rect {
        x: pp::Pt(0.0),
        y: pp::Pt(0.0),
        width: pp::Pt(thousandths(page.width)),
        height: pp::Pt(thousandths(page.height)),
        mode: None,
        winding_order: None,
    };
    pp::PdfPage {
        media_box: edge.clone(),
        trim_box: edge.clone(),
        crop_box: edge,
        ops,
    }
}

/// Where a line starts, with y upward.
#[derive(Clone, Copy)]
struct Place {
    x: f32,
    y: f32,
    size: f32,
    turn: Turn,
}

impl Place {
    /// The text matrix of a point `along` em on the baseline and `up` em above it.
    fn matrix(self, along: f32, up: f32) -> pp::Op {
        let (along, up) = (along * self.size, up * self.size);
        let matrix = match self.turn {
            Turn::None => [1.0, 0.0, 0.0, 1.0, self.x + along, self.y + up],
            Turn::Right => [0.0, -1.0, 1.0, 0.0, self.x + up, self.y - along],
        };
        pp::Op::SetTextMatrix {
            matrix: pp::TextMatrix::Raw(matrix.map(thousandths)),
        }
    }
}

type CurrentFont = Option<(FaceId, f32)>;

fn text(
    ops: &mut Vec<pp::Op>,
    font: &mut CurrentFont,
    line: &Line,
    at: Place,
    cuts: &BTreeMap<FaceId, Cut>,
) {
    for run in &line.runs {
        let Some(cut) = cuts.get(&run.face) else {
            continue;
        };
        if *font != Some((run.face, at.size)) {
            ops.push(pp::Op::SetFont {
                font: pp::PdfFontHandle::External(cut.id.clone()),
                size: pp::Pt(thousandths(at.size)),
            });
            *font = Some((run.face, at.size));
        }
        let spoken = run.face.reorders();
        if spoken {
            ops.push(actual_text(&run.text));
        }
        show(ops, run, at, cut);
        if spoken {
            ops.push(pp::Op::EndMarkedContent);
        }
    }
}

/// The glyphs of a run. The pen moves by the width that the file states; what shaping wants beyond
/// it is a number in the text array. A glyph that is shifted gets a matrix of its own.
fn show(ops: &mut Vec<pp::Op>, run: &Run, at: Place, cut: &Cut) {
    let Some(face) = run.face.face() else {
        return;
    };
    let stated = face.stated_advances();
    let mut pen = run.x;
    let mut pending: Vec<pp::Codepoint> = Vec::with_capacity(run.glyphs.len());
    ops.push(at.matrix(pen, 0.0));
    for glyph in &run.glyphs {
        let code = pp::Codepoint {
            gid: cut.glyphs.get(glyph.id).unwrap_or(0),
            offset: thousandths((stated(glyph.id) - glyph.advance) * 1000.0),
            cid: Some(
                run.text
                    .get(glyph.text.clone())
                    .unwrap_or_default()
                    .to_owned(),
            ),
        };
        if glyph.dx == 0.0 && glyph.dy == 0.0 {
            pending.push(code);
        } else {
            flush(ops, &mut pending);
            ops.push(at.matrix(pen + glyph.dx, glyph.dy));
            flush(ops, &mut vec![code]);
            ops.push(at.matrix(pen + glyph.advance, 0.0));
        }
        pen += glyph.advance;
    }
    flush(ops, &mut pending);
}

fn flush(ops: &mut Vec<pp::Op>, glyphs: &mut Vec<pp::Codepoint>) {
    if !glyphs.is_empty() {
        ops.push(pp::Op::ShowText {
            items: vec![pp::TextItem::GlyphIds(std::mem::take(glyphs))],
        });
    }
}

/// What the following glyphs say (ISO 32000-1, 14.9.4), as UTF-16 with its mark.
fn actual_text(text: &str) -> pp::Op {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    let data = units.flat_map(u16::to_be_bytes).collect();
    let string = pp::DictItem::String {
        data,
        literal: false,
    };
    pp::Op::BeginMarkedContentWithProperties {
        tag: "Span".to_owned(),
        properties: pp::DictItem::Dict {
            map: BTreeMap::from([("ActualText".to_owned(), string)]),
        },
    }
}

fn set_ink(ops: &mut Vec<pp::Op>, current: &mut Option<Ink>, ink: Ink) {
    if *current != Some(ink) {
        let grey = pp::Greyscale {
            percent: ink.0,
            icc_profile: None,
        };
        ops.push(pp::Op::SetFillColor {
            col: pp::Color::Greyscale(grey),
        });
        *current = Some(ink);
    }
}

fn rectangle(rect: Rect, height: f32) -> pp::Op {
    let edges = [rect.x, height - rect.y - rect.h, rect.w, rect.h];
    unknown("re", edges.map(|e| pp::DictItem::Real(thousandths(e))))
}

fn unknown<const N: usize>(key: &str, value: [pp::DictItem; N]) -> pp::Op {
    pp::Op::Unknown {
        key: key.to_owned(),
        value: value.into(),
    }
}

fn picture(logo: &Logo, rect: Rect, turn: Turn, height: f32) -> pp::Op {
    let bottom = height - rect.y - rect.h;
    // printpdf scales an image to its pixels; these factors bring it to the rectangle.
    let (w, h) = logo.size();
    let (w, h) = (w as f32, h as f32);
    let mut transform = pp::XObjectTransform {
        dpi: Some(72.0),
        ..pp::XObjectTransform::default()
    };
    match turn {
        Turn::None => {
            transform.translate_x = Some(pp::Pt(rect.x));
            transform.translate_y = Some(pp::Pt(bottom));
            transform.scale_x = Some(rect.w / w);
            transform.scale_y = Some(rect.h / h);
        }
        Turn::Right => {
            transform.translate_x = Some(pp::Pt(rect.x));
            transform.translate_y = Some(pp::Pt(bottom + rect.h));
            transform.scale_x = Some(rect.h / w);
            transform.scale_y = Some(rect.w / h);
            transform.rotate = Some(pp::XObjectRotation {
                angle_ccw_degrees: -90.0,
                rotation_center_x: pp::Px(0),
                rotation_center_y: pp::Px(0),
            });
        }
    }
    pp::Op::UseXobject {
        id: pp::XObjectId(logo.id().to_owned()),
        transform,
    }
}

/// Three decimals: at most 0.0005 pt off, a seven-hundredth of a 203 dpi dot, for half the bytes.
fn thousandths(points: f32) -> f32 {
    (points * 1000.0).round() / 1000.0
}

/// Version, dates, /ID, and that the printer must not scale.
fn finish(file: &mut lopdf::Document, document: &Document) -> Result<(), PaperError> {
    // ISO 32000-1, table 150: PrintScaling came with 1.6; printpdf says 1.3.
    file.version = "1.6".to_owned();
    let broken = |e: lopdf::Error| PaperError::Broken(e.to_string());
    let mut hash = Sha256::new();
    hash.update(document.title.as_bytes());
    hash.update(document.at.to_be_bytes());
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    let id: Vec<u8> = hash.finalize().iter().take(16).copied().collect();
    let id = Object::String(id, StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![id.clone(), id]));

    let date = DateTime::<Utc>::from_timestamp_millis(document.at).unwrap_or_default();
    let date = date.format("D:%Y%m%d%H%M%SZ").to_string();
    let info = file.trailer.get(b"Info").and_then(Object::as_reference);
    let info = info.map_err(broken)?;
    let mut entries = Dictionary::new();
    if let Ok(old) = file.get_dictionary(info)
        && let Ok(title) = old.get(b"Title")
    {
        entries.set("Title", title.clone());
    }
    for (key, text) in [
        ("CreationDate", date.as_str()),
        ("ModDate", date.as_str()),
        ("Creator", "Backroom"),
        ("Producer", "Backroom"),
    ] {
        let text = Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
        entries.set(key, text);
    }
    file.objects.insert(info, Object::Dictionary(entries));

    // A label that is scaled to fit loses its dot grid, and with it the scanner.
    let root = file.trailer.get(b"Root").and_then(Object::as_reference);
    let root = root.map_err(broken)?;
    let mut preferences = Dictionary::new();
    preferences.set("PrintScaling", Object::Name(b"None".to_vec()));
    let catalog = file.get_object_mut(root).and_then(Object::as_dict_mut);
    catalog
        .map_err(broken)?
        .set("ViewerPreferences", Object::Dictionary(preferences));
    Ok(())
}
