//! The shop's picture, read from a PNG.

use crate::notice::PaperError;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::sync::Arc;

/// The longest side that is kept, in pixels: at 40 mm this is 380 dpi.
const KEPT: u32 = 600;
/// The largest picture that is read, in pixels.
const READABLE: u64 = 40_000_000;

/// A picture ready for paper: opaque on white, at most 600 pixels on its longer side.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo(Arc<Pixels>);

#[derive(PartialEq, Eq)]
struct Pixels {
    width: u32,
    height: u32,
    /// Grey, one byte per pixel.
    grey: Vec<u8>,
    /// Red, green, blue; empty when the picture has no colour.
    rgb: Vec<u8>,
    id: String,
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo({}x{}, {})", self.0.width, self.0.height, self.0.id)
    }
}

impl Logo {
    /// Reads a PNG. What is transparent becomes white.
    ///
    /// # Errors
    /// [`PaperError::Logo`] when it is no PNG, is damaged, or has more than 40 million pixels.
    pub fn from_png(bytes: &[u8]) -> Result<Self, PaperError> {
        let bad = |e: String| PaperError::Logo(e);
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().map_err(|e| bad(e.to_string()))?;
        let (width, height) = (reader.info().width, reader.info().height);
        if u64::from(width) * u64::from(height) > READABLE {
            return Err(bad(format!("{width} x {height} pixels")));
        }
        let size = reader
            .output_buffer_size()
            .ok_or_else(|| bad("too large".to_owned()))?;
        let mut raw = vec![0; size];
        let frame = reader
            .next_frame(&mut raw)
            .map_err(|e| bad(e.to_string()))?;
        let channels = frame.color_type.samples();
        let rgb: Vec<[u8; 3]> = raw
            .chunks_exact(channels)
            .map(|pixel| match *pixel {
                [g] => [g, g, g],
                [g, a] => [over_white(g, a); 3],
                [r, g, b] => [r, g, b],
                [r, g, b, a] => [over_white(r, a), over_white(g, a), over_white(b, a)],
                _ => [255; 3],
            })
            .collect();
        Ok(Self::from_pixels(width, height, &rgb))
    }

    fn from_pixels(width: u32, height: u32, rgb: &[[u8; 3]]) -> Self {
        let step = width.max(height).div_ceil(KEPT).max(1);
        let (w, h) = ((width / step).max(1), (height / step).max(1));
        let mut pixels = Vec::new();
        for y in 0..h {
            for x in 0..w {
                pixels.push(average(rgb, width, x * step, y * step, step));
            }
        }
        let grey = pixels.iter().map(|p| luminance(*p)).collect();
        let coloured = pixels.iter().any(|[r, g, b]| r != g || g != b);
        let rgb = if coloured {
            pixels.into_iter().flatten().collect()
        } else {
            Vec::new()
        };
        let mut hash = Sha256::new();
        hash.update(w.to_be_bytes());
        hash.update(h.to_be_bytes());
        hash.update(&grey);
        hash.update(&rgb);
        let mut id = String::from("L");
        for byte in hash.finalize().iter().take(6) {
            // Writing to a string cannot fail.
            let _ = write!(id, "{byte:02x}");
        }
        Self(Arc::new(Pixels {
            width: w,
            height: h,
            grey,
            rgb,
            id,
        }))
    }

    /// The same picture without colour, for label printers: a third of the bytes.
    #[must_use]
    pub(crate) fn without_colour(&self) -> Self {
        if self.0.rgb.is_empty() {
            return self.clone();
        }
        let pixels: Vec<[u8; 3]> = self.0.grey.iter().map(|g| [*g; 3]).collect();
        Self::from_pixels(self.0.width, self.0.height, &pixels)
    }

    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        (self.0.width, self.0.height)
    }

    /// A name made of the content: the same picture has the same name.
    pub(crate) fn id(&self) -> &str {
        &self.0.id
    }

    /// One byte per pixel, or three if it has colour.
    pub(crate) fn bytes(&self) -> (&[u8], bool) {
        if self.0.rgb.is_empty() {
            (&self.0.grey, false)
        } else {
            (&self.0.rgb, true)
        }
    }

    /// Width and height in points of the largest drawing inside a box.
    pub(crate) fn inside(&self, width: f32, height: f32) -> (f32, f32) {
        let (w, h) = (self.0.width as f32, self.0.height as f32);
        let scale = (width / w).min(height / h);
        (w * scale, h * scale)
    }
}

fn over_white(value: u8, alpha: u8) -> u8 {
    let (v, a) = (u32::from(value), u32::from(alpha));
    u8::try_from((v * a + 255 * (255 - a) + 127) / 255).unwrap_or(255)
}

/// Rec. 709 luma in integers.
fn luminance([r, g, b]: [u8; 3]) -> u8 {
    let sum = u32::from(r) * 2126 + u32::from(g) * 7152 + u32::from(b) * 722;
    u8::try_from((sum + 5000) / 10_000).unwrap_or(255)
}

fn average(rgb: &[[u8; 3]], width: u32, x: u32, y: u32, step: u32) -> [u8; 3] {
    let mut sum = [0_u32; 3];
    let mut count = 0;
    for row in y..y + step {
        for column in x..(x + step).min(width) {
            let at = u64::from(row) * u64::from(width) + u64::from(column);
            let Some(pixel) = usize::try_from(at).ok().and_then(|at| rgb.get(at)) else {
                continue;
            };
            for (total, value) in sum.iter_mut().zip(pixel) {
                *total += u32::from(*value);
            }
            count += 1;
        }
    }
    sum.map(|total| u8::try_from(total / count.max(1)).unwrap_or(255))
}
