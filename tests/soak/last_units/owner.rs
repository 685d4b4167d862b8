//! The process that owns a shop on SQLite: `backroom-cli serve`.

use crate::door::TOKEN;
use api::{Code, Host, Opening, Place};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use testkit::NOW;

pub(crate) struct Owner {
    child: Child,
    port: u16,
}

impl Owner {
    pub(crate) fn start(folder: &Path) -> Self {
        let mut child = Command::new(program())
            .args(["serve", "--port", "0", "--data"])
            .arg(folder)
            .env("BACKROOM_TOKEN", TOKEN)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        let rest = first.trim().strip_prefix("http://127.0.0.1:").unwrap();
        let port = rest.split_once('/').unwrap().0.parse().unwrap();
        Self { child, port }
    }

    /// The owner's name for [`crate::door::Door::to`].
    pub(crate) fn place(&self) -> String {
        format!("loopback:{}", self.port)
    }

    /// Whether a second process is kept out of the folder, and is told why.
    pub(crate) async fn is_alone(&self, folder: &Path) -> bool {
        let beside = Command::new(program())
            .args(["sample", "--data"])
            .arg(folder)
            .env("LC_ALL", "en_US.UTF-8")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&beside.stderr).trim().to_owned();
        let code = beside.status.code();
        let place = Place::Folder(folder.to_path_buf());
        let opened = Host::open(place, Opening::Desk, Arc::new(|| NOW), "second").await;
        let refused = opened.err().map(|error| error.code) == Some(Code::InUse);
        println!("a second process on the folder: exit code {code:?}, it reads: {said}");
        refused && code == Some(3) && said.contains("open in")
    }

    /// Asks it to end, and waits.
    pub(crate) fn end(mut self) {
        let asked = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(asked.unwrap().success());
        assert!(self.child.wait().unwrap().success());
    }
}

/// `backroom-cli`: the one that `BACKROOM_CLI` names, or the one beside this program. A build of this
/// package alone does not bring it up to date, so without that variable it is built here.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("BACKROOM_CLI").map(PathBuf::from)
        && named.is_file()
    {
        return named;
    }
    let folder = PathBuf::from(std::env::args_os().next().unwrap());
    let folder = std::path::absolute(folder.parent().unwrap()).unwrap();
    let beside = folder.join(format!("backroom-cli{}", std::env::consts::EXE_SUFFIX));
    if !beside.is_file() {
        let profile = folder.file_name().unwrap().to_str().unwrap();
        let profile = if profile == "debug" { "dev" } else { profile };
        let built = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["build", "--quiet", "-p", "cli", "--profile", profile])
            .status();
        assert!(built.unwrap().success(), "backroom-cli does not build");
    }
    beside
}
