//! The real app in a window, with a computer's folders of its own, driven through `tauri-driver`.

use crate::page::Page;
use crate::webdriver::Session;
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::Permissions;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The variables that `cargo xtask test --only desktop` sets.
const APP: &str = "BACKROOM_APP";
const CLI: &str = "BACKROOM_CLI";
const DRIVER: &str = "BACKROOM_DRIVER";
const SHOTS: &str = "BACKROOM_SHOTS";

/// The titles of GTK's file dialogs in English, unless the page gives its own.
const DIALOG: &str = "^(Open File|Open Files|Save File|Select Folder|Open|Save|Choose .*)$";

/// A running Backroom. Dropping it closes the window and removes its folders; after a failure it
/// first leaves a picture and the page's source in `target/shots`.
#[derive(Debug)]
pub struct App {
    name: &'static str,
    page: Page,
    driver: Child,
    home: TempDir,
    /// From asking for the window until the page's script can be reached.
    pub started_in: Duration,
}

impl App {
    /// Opens the window on a new, empty computer. `name` is the test's, for what it leaves behind.
    ///
    /// # Errors
    /// When a program is missing or does not start.
    pub fn open(name: &'static str) -> Result<Self> {
        Self::open_at(name, TempDir::with_prefix("backroom ")?)
    }

    /// Opens the window on a computer whose folders are there already.
    ///
    /// # Errors
    /// When a program is missing or does not start.
    pub fn open_at(name: &'static str, home: TempDir) -> Result<Self> {
        let (port, native) = (free_port()?, free_port()?);
        let folder = |name: &str| home.path().join(name);
        let path = put_viewer(home.path())?;
        let mut driver = Command::new(program(DRIVER)?)
            .arg(format!("--port={port}"))
            .arg(format!("--native-port={native}"))
            .env("BACKROOM_DATA", folder("shop"))
            .env("XDG_DATA_HOME", folder("data"))
            .env("XDG_CONFIG_HOME", folder("config"))
            .env("XDG_CACHE_HOME", folder("cache"))
            .env("PATH", path)
            .env("LANG", "en_US.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // A group of its own, so that the driver behind this driver can be ended with it.
            .process_group(0)
            .spawn()
            .context("tauri-driver does not start")?;
        if let Err(error) = listens(port, &mut driver).and_then(|()| listens(native, &mut driver)) {
            end_group(&mut driver);
            return Err(error);
        }
        let begun = Instant::now();
        let wish = json!({"browserName": "wry", "tauri:options": {"application": program(APP)?}});
        let session = Session::new(port, &wish);
        let session = match session {
            Ok(session) => session,
            Err(error) => {
                let _ = driver.kill();
                let _ = driver.wait();
                return Err(error);
            }
        };
        let page = Page::new(session);
        let app = Self {
            name,
            page,
            driver,
            home,
            started_in: begun.elapsed(),
        };
        Ok(app)
    }

    /// The page in the window.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The shop's folder.
    #[must_use]
    pub fn shop(&self) -> PathBuf {
        self.home.path().join("shop")
    }

    /// The documents that were opened in this computer's viewer, by name.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn viewed(&self) -> Result<BTreeMap<String, Vec<u8>>> {
        let mut all = BTreeMap::new();
        for entry in std::fs::read_dir(self.home.path().join(VIEWER))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            all.insert(name.into_owned(), std::fs::read(&path)?);
        }
        Ok(all)
    }

    /// Answers the file dialog that is open or about to open, with keys only: a slash opens its line
    /// for a path, Enter takes it.
    ///
    /// # Errors
    /// When no dialog comes, or it does not go.
    pub fn answer_dialog(&self, path: &Path) -> Result<()> {
        let path = path.to_str().context("the path is not UTF-8")?;
        let dialog = self.page.wait("a file dialog", || Ok(open_dialog()))?;
        // No window manager gives the dialog the keyboard here.
        keyboard(&["windowfocus", "--sync", &dialog])?;
        // The line completes what is typed and swallows keys while it does: what it holds in the
        // end is the path only if it was typed in peace.
        keyboard(&["key", "slash"])?;
        keyboard(&["key", "ctrl+a"])?;
        keyboard(&["type", "--delay", "35", path])?;
        keyboard(&["key", "Return"])?;
        self.page.wait("the dialog to go", || {
            Ok(open_dialog().is_none().then_some(()))
        })
    }

    /// Closes the window and hands the computer's folders over, for looking at them or opening anew.
    ///
    /// # Errors
    /// When the window does not close.
    pub fn close(mut self) -> Result<TempDir> {
        self.end();
        let replacement = TempDir::new()?;
        Ok(std::mem::replace(&mut self.home, replacement))
    }

    fn end(&mut self) {
        // The driver closes the window. A second start before the app has ended would only bring
        // the first window to the front and end.
        let _ = self.page.session().close();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) && is_running(self.home.path()) {
            std::thread::sleep(Duration::from_millis(10));
        }
        end_group(&mut self.driver);
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Some(folder) = std::env::var_os(SHOTS).map(PathBuf::from)
        {
            let _ = self.page.shoot(&folder.join(format!("{}.png", self.name)));
            let source = self.page.session().text("source").unwrap_or_default();
            let _ = std::fs::write(folder.join(format!("{}.html", self.name)), source);
        }
        self.end();
    }
}

/// Where this computer's viewer keeps what it was given.
const VIEWER: &str = "viewer";

/// A viewer for documents that only keeps them. Answers with the search path that finds it first.
fn put_viewer(home: &Path) -> Result<OsString> {
    let (bin, kept) = (home.join("bin"), home.join(VIEWER));
    std::fs::create_dir_all(&bin)?;
    std::fs::create_dir_all(&kept)?;
    let viewer = bin.join("xdg-open");
    let script = format!("#!/bin/sh\nexec cp -- \"$1\" '{}/'\n", kept.display());
    std::fs::write(&viewer, script)?;
    std::fs::set_permissions(&viewer, Permissions::from_mode(0o755))?;
    let before = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(bin).chain(std::env::split_paths(&before));
    Ok(std::env::join_paths(all)?)
}

/// The file dialog's window, as X11 counts it: GTK marks it as one of kind "dialog".
fn open_dialog() -> Option<String> {
    let found = Command::new("xdotool")
        .args(["search", "--onlyvisible", "--name", DIALOG])
        .output();
    let text = String::from_utf8(found.ok()?.stdout).ok()?;
    text.lines().next().map(str::to_owned)
}

fn keyboard(args: &[&str]) -> Result<()> {
    let done = Command::new("xdotool")
        .args(args)
        .output()
        .context("xdotool does not start")?;
    if !done.status.success() {
        bail!(
            "xdotool {args:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    Ok(())
}

/// Whether an app of this computer is running: one that was started with its folders.
fn is_running(home: &Path) -> bool {
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return false;
    };
    let home = home.as_os_str().as_encoded_bytes();
    let app = std::env::var(APP).unwrap_or_default();
    processes.flatten().any(|process| {
        let same =
            std::fs::read_link(process.path().join("exe")).is_ok_and(|exe| exe == Path::new(&app));
        let environment = std::fs::read(process.path().join("environ")).unwrap_or_default();
        same && environment.windows(home.len()).any(|part| part == home)
    })
}

/// Ends the driver and what it has started.
fn end_group(driver: &mut Child) {
    let group = format!("-{}", driver.id());
    let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
    let _ = driver.wait();
}

/// What `backroom-cli` prints for a shop; the window has to be closed for a change.
///
/// # Errors
/// When it ends with an error, with what it said.
pub fn cli(shop: &Path, args: &[&str]) -> Result<String> {
    let done = Command::new(program(CLI)?)
        .arg("--data")
        .arg(shop)
        .args(args)
        .output()?;
    if !done.status.success() {
        bail!(
            "backroom-cli {args:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    Ok(String::from_utf8(done.stdout)?)
}

/// A built program, named by a variable.
fn program(variable: &str) -> Result<String> {
    let path = std::env::var(variable)
        .with_context(|| format!("{variable} is not set; use: cargo xtask test --only desktop"))?;
    if !Path::new(&path).is_file() {
        bail!("{variable}: {path} is not there");
    }
    Ok(path)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn listens(port: u16, driver: &mut Child) -> Result<()> {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(20) {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        if let Some(status) = driver.try_wait()? {
            bail!("tauri-driver ended with {status}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    bail!("tauri-driver does not listen")
}
