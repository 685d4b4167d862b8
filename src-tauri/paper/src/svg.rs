//! A page as SVG: every glyph is a path, so the screen needs none of the fonts.

use crate::display::{Ink, Item, Line, Page, Turn};
use crate::fonts::FaceId;
use crate::logo::Logo;
use base64::Engine as _;
use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, SvgSink};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Writing to a string cannot fail, so the results of `write!` are let go in this file.
pub(crate) fn draw(page: &Page, title: &str) -> String {
    let mut glyphs: BTreeMap<(FaceId, u16), usize> = BTreeMap::new();
    let mut body = String::new();
    for item in &page.items {
        match item {
            Item::Fill { rects, ink } => {
                let _ = write!(body, "<path fill=\"{}\" d=\"", colour(*ink));
                for r in rects {
                    let _ = write!(
                        body,
                        "M{} {}h{}v{}h{}z",
                        short(r.x),
                        short(r.y),
                        short(r.w),
                        short(r.h),
                        short(-r.w)
                    );
                }
                body.push_str("\"/>");
            }
            Item::Picture { logo, rect, turn } => {
                let (w, h, turned) = match turn {
                    Turn::None => (rect.w, rect.h, String::new()),
                    Turn::Right => (
                        rect.h,
                        rect.w,
                        format!(
                            " transform=\"translate({} {}) rotate(90)\"",
                            short(rect.x + rect.w),
                            short(rect.y)
                        ),
                    ),
                };
                let (x, y) = match turn {
                    Turn::None => (rect.x, rect.y),
                    Turn::Right => (0.0, 0.0),
                };
                let _ = write!(
                    body,
                    "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{turned} href=\"{}\"/>",
                    short(x),
                    short(y),
                    short(w),
                    short(h),
                    data_url(logo)
                );
            }
            Item::Text {
                line,
                x,
                y,
                size,
                turn,
                ink,
            } => {
                let turned = match turn {
                    Turn::None => "",
                    Turn::Right => " rotate(90)",
                };
                let scale = size / 1000.0;
                let _ = write!(
                    body,
                    "<g fill=\"{}\" transform=\"translate({} {}){turned} scale({scale:.5} -{scale:.5})\">",
                    colour(*ink),
                    short(*x),
                    short(*y),
                );
                text(&mut body, &mut glyphs, line);
                body.push_str("</g>");
            }
        }
    }
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}pt\" height=\"{1}pt\" role=\"img\"><title>{2}</title><defs>",
        short(page.width),
        short(page.height),
        escape(title)
    );
    for ((face, glyph), at) in &glyphs {
        let _ = write!(out, "<path id=\"g{at}\" d=\"{}\"/>", outline(*face, *glyph));
    }
    let _ = write!(
        out,
        "</defs><path fill=\"#fff\" d=\"M0 0h{}v{}H0z\"/>{body}</svg>",
        short(page.width),
        short(page.height)
    );
    out
}

/// Glyph references in thousandths of an em, y upward.
fn text(body: &mut String, glyphs: &mut BTreeMap<(FaceId, u16), usize>, line: &Line) {
    for run in &line.runs {
        let mut pen = run.x;
        for glyph in &run.glyphs {
            let next = glyphs.len();
            let at = *glyphs.entry((run.face, glyph.id)).or_insert(next);
            let _ = write!(
                body,
                "<use href=\"#g{at}\" x=\"{}\"",
                short((pen + glyph.dx) * 1000.0)
            );
            if glyph.dy != 0.0 {
                let _ = write!(body, " y=\"{}\"", short(glyph.dy * 1000.0));
            }
            body.push_str("/>");
            pen += glyph.advance;
        }
    }
}

/// A glyph's outline as path data in thousandths of an em.
fn outline(face: FaceId, glyph: u16) -> String {
    let Some(face) = face.face() else {
        return String::new();
    };
    let mut sink = SvgSink::with_precision(0);
    if let Some(outline) = face
        .font()
        .outline_glyphs()
        .get(GlyphId::new(u32::from(glyph)))
    {
        // A glyph whose outline is damaged draws nothing; the PDF would fail on it first.
        let options = DrawOptions::new().with_ppem(Some(1000.0));
        let _ = outline.draw(&options, DrawMemory::Scratch, &mut sink);
    }
    sink.to_string()
}

fn colour(ink: Ink) -> String {
    if ink == Ink::BLACK {
        return "#000".to_owned();
    }
    if ink == Ink::WHITE {
        return "#fff".to_owned();
    }
    format!("rgb({0:.1}% {0:.1}% {0:.1}%)", ink.0 * 100.0)
}

fn short(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // XML 1.0 has no controls, not even as references.
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

fn data_url(logo: &Logo) -> String {
    let (width, height) = logo.size();
    let (bytes, coloured) = logo.bytes();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(if coloured {
        png::ColorType::Rgb
    } else {
        png::ColorType::Grayscale
    });
    encoder.set_depth(png::BitDepth::Eight);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(bytes));
    if written.is_err() {
        return String::new();
    }
    let text = base64::engine::general_purpose::STANDARD.encode(&file);
    format!("data:image/png;base64,{text}")
}
