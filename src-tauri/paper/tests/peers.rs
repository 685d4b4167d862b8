//! Independent programs that read what we write: poppler, qpdf, zbar, zint, zxing-cpp.
//!
//! They are looked for in `BACKROOM_PEERS` (a folder of programs, or a Python environment that has
//! `zxing-cpp`) and on the path. Where one is missing the test says so and passes, except in CI.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The program, or `None` after saying that it is missing.
pub(crate) fn tool(name: &str) -> Option<PathBuf> {
    let peers = std::env::var_os("BACKROOM_PEERS").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = peers
        .iter()
        .flat_map(|p| [p.clone(), p.join("bin")])
        .chain(std::env::split_paths(&path));
    let found = folders.map(|f| f.join(name)).find(|p| p.is_file());
    missing(found.is_some(), name);
    found
}

/// A Python that can import zxing-cpp, or `None` after saying that there is none.
pub(crate) fn zxing() -> Option<PathBuf> {
    let peers = std::env::var_os("BACKROOM_PEERS").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = peers
        .iter()
        .flat_map(|p| [p.clone(), p.join("bin")])
        .chain(std::env::split_paths(&path))
        .map(|f| f.join("python3"))
        .filter(|p| p.is_file())
        .find(|p| {
            let asked = Command::new(p).args(["-c", "import zxingcpp"]).output();
            asked.is_ok_and(|o| o.status.success())
        });
    missing(found.is_some(), "python3 with zxing-cpp");
    found
}

fn missing(found: bool, name: &str) {
    if !found {
        assert!(
            std::env::var_os("CI").is_none(),
            "{name} is missing, and CI must check with it"
        );
        eprintln!("skipped: {name} is not here");
    }
}

/// What a program prints; its failure is the test's.
pub(crate) fn run(command: &mut Command) -> String {
    let out = command.output().unwrap();
    assert!(
        out.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8(out.stdout).unwrap()
}

/// A rasterised page: 0 is black.
pub(crate) struct Raster {
    pub(crate) file: PathBuf,
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) grey: Vec<u8>,
}

impl Raster {
    /// Whether there is any ink in the rectangle, in pixels.
    pub(crate) fn ink(&self, x: std::ops::Range<usize>, y: std::ops::Range<usize>) -> bool {
        y.clone()
            .any(|row| x.clone().any(|col| self.grey[row * self.width + col] < 250))
    }

    /// Ink within `margin` pixels of an edge.
    pub(crate) fn ink_at_edges(&self, margin: usize) -> bool {
        let (w, h) = (self.width, self.height);
        self.ink(0..w, 0..margin)
            || self.ink(0..w, h - margin..h)
            || self.ink(0..margin, 0..h)
            || self.ink(w - margin..w, 0..h)
    }
}

/// Pages of a PDF as poppler paints them. `None` without poppler.
pub(crate) fn rasterise(folder: &Path, pdf: &[u8], dpi: u16, mono: bool) -> Option<Vec<Raster>> {
    let program = tool("pdftoppm")?;
    let name = format!("r{dpi}{}", if mono { "m" } else { "g" });
    let file = folder.join("in.pdf");
    std::fs::write(&file, pdf).unwrap();
    let kind = if mono { "-mono" } else { "-gray" };
    run(Command::new(program)
        .args(["-r", &dpi.to_string(), kind])
        .arg(&file)
        .arg(folder.join(&name)));
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| {
            let known = p.extension().is_some_and(|e| e == "pgm" || e == "pbm");
            let own = p.file_name().unwrap().to_string_lossy();
            known && own.starts_with(&format!("{name}-"))
        })
        .collect();
    files.sort();
    Some(files.into_iter().map(read_pnm).collect())
}

fn read_pnm(file: PathBuf) -> Raster {
    let bytes = std::fs::read(&file).unwrap();
    let bits = bytes.starts_with(b"P4");
    let mut at = 2;
    let mut number = || {
        while bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        let from = at;
        while bytes[at].is_ascii_digit() {
            at += 1;
        }
        std::str::from_utf8(&bytes[from..at])
            .unwrap()
            .parse::<usize>()
            .unwrap()
    };
    let (width, height) = (number(), number());
    if !bits {
        assert_eq!(number(), 255);
    }
    let data = &bytes[at + 1..];
    let grey = if bits {
        let stride = width.div_ceil(8);
        (0..height)
            .flat_map(|y| {
                (0..width).map(move |x| {
                    let set = data[y * stride + x / 8] & (0x80 >> (x % 8)) != 0;
                    if set { 0 } else { 255 }
                })
            })
            .collect()
    } else {
        data.to_vec()
    };
    Raster {
        file,
        width,
        height,
        grey,
    }
}

/// What a scanner says about one picture: symbology identifier (ISO/IEC 15424) and content.
pub(crate) type Scan = (String, String);

/// What zxing-cpp reads in each picture.
pub(crate) fn scan(folder: &Path, rasters: &[Raster]) -> Option<Vec<Vec<Scan>>> {
    const SCRIPT: &str = r"
import sys, zxingcpp
for name in sys.argv[2:]:
    with open(name, 'rb') as f:
        f.readline()
        w, h = map(int, f.readline().split())
        f.readline()
        data = f.read(w * h)
    picture = memoryview(data).cast('B', shape=[h, w])
    found = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    print('\x1e'.join(r.symbology_identifier + '\x1f' + r.text for r in found))
";
    let python = zxing()?;
    let mut command = Command::new(python);
    command.args(["-c", SCRIPT, "-"]);
    for (at, raster) in rasters.iter().enumerate() {
        // One plain form for all: zxing-cpp takes pixels, not files.
        let file = folder.join(format!("scan-{at}.pgm"));
        let mut bytes = format!("P5\n{} {}\n255\n", raster.width, raster.height).into_bytes();
        bytes.extend(&raster.grey);
        std::fs::write(&file, bytes).unwrap();
        command.arg(file);
    }
    let out = run(&mut command);
    let pages: Vec<Vec<Scan>> = out
        .strip_suffix('\n')
        .unwrap_or_default()
        .split('\n')
        .map(|line| {
            line.split('\u{1e}')
                .filter_map(|one| one.split_once('\u{1f}'))
                .map(|(id, text)| (id.to_owned(), text.to_owned()))
                .collect()
        })
        .collect();
    assert_eq!(pages.len(), rasters.len());
    Some(pages)
}

/// What zbar reads in one picture, as `CODE-128:…` and `QR-Code:…`.
pub(crate) fn zbar(raster: &Raster) -> Option<Vec<String>> {
    let program = tool("zbarimg")?;
    let out = Command::new(program)
        .arg("-q")
        .arg(&raster.file)
        .output()
        .unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    Some(text.lines().map(str::to_owned).collect())
}

/// The text that poppler extracts from all pages.
pub(crate) fn text(folder: &Path, pdf: &[u8]) -> Option<String> {
    let program = tool("pdftotext")?;
    let file = folder.join("text.pdf");
    std::fs::write(&file, pdf).unwrap();
    Some(run(Command::new(program)
        .arg("-enc")
        .arg("UTF-8")
        .arg(file)
        .arg("-")))
}

/// qpdf finds nothing wrong.
pub(crate) fn check(folder: &Path, pdf: &[u8]) {
    if let Some(program) = tool("qpdf") {
        let file = folder.join("check.pdf");
        std::fs::write(&file, pdf).unwrap();
        run(Command::new(program).arg("--check").arg(file));
    }
}
