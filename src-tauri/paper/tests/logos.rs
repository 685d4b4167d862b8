//! The shop's picture: every kind of PNG is read, hostile ones are refused.

use paper::{Logo, PaperError};

fn png(
    width: u32,
    height: u32,
    kind: png::ColorType,
    depth: png::BitDepth,
    data: &[u8],
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(kind);
    encoder.set_depth(depth);
    if kind == png::ColorType::Indexed {
        encoder.set_palette(vec![0, 0, 0, 200, 30, 30]);
        encoder.set_trns(vec![255, 128]);
    }
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(data).unwrap();
    writer.finish().unwrap();
    file
}

#[test]
fn every_kind_of_png_is_read() {
    use png::BitDepth::{Eight, One, Sixteen};
    use png::ColorType::{Grayscale, GrayscaleAlpha, Indexed, Rgb, Rgba};
    for (kind, depth, bytes) in [
        (Grayscale, Eight, 6),
        (Grayscale, One, 2),
        (Grayscale, Sixteen, 12),
        (GrayscaleAlpha, Eight, 12),
        (Rgb, Eight, 18),
        (Rgb, Sixteen, 36),
        (Rgba, Eight, 24),
        (Rgba, Sixteen, 48),
        (Indexed, One, 2),
    ] {
        let logo = Logo::from_png(&png(3, 2, kind, depth, &vec![0; bytes]));
        assert_eq!(logo.unwrap().size(), (3, 2), "{kind:?} {depth:?}");
    }
}

#[test]
fn large_pictures_are_made_smaller() {
    let file = png(
        1_500,
        300,
        png::ColorType::Grayscale,
        png::BitDepth::Eight,
        &vec![90; 450_000],
    );
    assert_eq!(Logo::from_png(&file).unwrap().size(), (500, 100));
}

#[test]
fn what_is_no_picture_is_refused() {
    let good = png(8, 8, png::ColorType::Rgb, png::BitDepth::Eight, &[7; 192]);
    let mut huge = good.clone();
    // Width and height stand at bytes 16 and 20; the checksum behind them is then wrong, too.
    huge[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let mut flipped = good.clone();
    flipped[45] ^= 0xFF;
    for bad in [
        &b""[..],
        b"GIF89a",
        b"<svg/>",
        &good[..40],
        &good[..good.len() / 2],
        &huge,
        &flipped,
    ] {
        let refused = Logo::from_png(bad);
        assert!(
            matches!(refused, Err(PaperError::Logo(_))),
            "{} bytes",
            bad.len()
        );
    }
    assert_eq!(
        Logo::from_png(b"x").unwrap_err().sentence().id,
        "paper-logo-unreadable"
    );
}
