//! Where this checkout keeps what its commands need.

use anyhow::{Context, Result};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The checkout that a command works on.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The checkout that this binary was compiled in.
    pub(crate) fn here() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .context("xtask lies two folders below the root")?;
        Ok(Self {
            root: root.to_path_buf(),
        })
    }

    /// A path inside the checkout.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Tools that only this checkout uses; git-ignored.
    pub(crate) fn tools(&self) -> PathBuf {
        self.at(".tools")
    }

    /// The Python of the virtual environment that holds tools from PyPI.
    pub(crate) fn python(&self) -> PathBuf {
        self.tools().join(if cfg!(windows) {
            "venv/Scripts/python.exe"
        } else {
            "venv/bin/python"
        })
    }

    /// A program built in the debug profile.
    pub(crate) fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.at("target")
            .join(profile)
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// A command started in the root, with this checkout's tools first on the search path, and no
    /// standard input: nothing here may wait for a person who is not there.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.resolve(program));
        command
            .current_dir(&self.root)
            .stdin(Stdio::null())
            .env("PATH", self.search_path());
        // What cargo told this process about itself would look to a nested cargo like a change.
        for (name, _) in std::env::vars_os() {
            let name_text = name.to_string_lossy();
            if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        command
    }

    /// `cargo` with the flags that a run without a person needs.
    pub(crate) fn cargo(&self, args: &[&str]) -> Command {
        let mut command = self.command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
        command.args(args.first());
        if std::env::var_os("CI").is_some() && args.first().is_some_and(|verb| *verb != "fmt") {
            command.arg("--locked");
        }
        command.args(args.get(1..).unwrap_or_default());
        command
    }

    /// `npm` in the folder of the UI.
    pub(crate) fn npm(&self, args: &[&str]) -> Command {
        let mut command = self.command("npm");
        command.current_dir(self.at("ui")).args(args);
        command
    }

    /// The folders of tools, then the search path of this process.
    fn search_path(&self) -> OsString {
        let own = [self.tools().join("bin"), self.tools().join("node/bin")];
        let given = std::env::var_os("PATH").unwrap_or_default();
        let all = own.into_iter().chain(std::env::split_paths(&given));
        std::env::join_paths(all).unwrap_or(given)
    }

    /// The program's full path: a `PATH` given to a child does not decide where it is itself found.
    fn resolve(&self, program: &str) -> PathBuf {
        if Path::new(program).components().count() > 1 {
            return PathBuf::from(program);
        }
        let endings: &[&str] = if cfg!(windows) {
            &[".exe", ".cmd", ""]
        } else {
            &[""]
        };
        std::env::split_paths(&self.search_path())
            .flat_map(|folder| {
                endings
                    .iter()
                    .map(move |end| folder.join(format!("{program}{end}")))
            })
            .find(|path| path.is_file())
            .unwrap_or_else(|| PathBuf::from(program))
    }

    /// Whether a program can be found.
    pub(crate) fn has(&self, program: &str) -> bool {
        self.resolve(program).is_absolute()
    }
}
