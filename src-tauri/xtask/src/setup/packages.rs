//! System packages, by the package manager of the platform.

use crate::postgres::is_root;
use crate::process::{ask, listen, must};
use crate::project::Project;
use anyhow::{Result, bail};
use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::process::Command;

/// What a package is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Compiling and opening the window.
    Build,
    /// An independent program that tests compare with.
    Test,
}

/// A package manager that this project knows names for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manager {
    Apt,
    Dnf,
    Pacman,
    Zypper,
}

/// Debian and Ubuntu: the names that are tried on every run of the tests.
const APT: &[(Purpose, &[&str])] = &[
    (
        Purpose::Build,
        &[
            "build-essential",
            "pkg-config",
            "python3-venv",
            "libwebkit2gtk-4.1-dev",
            "librsvg2-dev",
            "libayatana-appindicator3-dev",
        ],
    ),
    (
        Purpose::Test,
        &[
            "webkit2gtk-driver",
            "xvfb",
            "xauth",
            "dbus",
            "postgresql",
            "cups-ipp-utils",
            "avahi-daemon",
            "zbar-tools",
            "poppler-utils",
            "qpdf",
            "zint",
            "imagemagick",
            "strace",
            "xdotool",
        ],
    ),
];

/// The others build and open the window; the tests' own programs are named for Debian only.
const DNF: &[&str] = &[
    "gcc",
    "gcc-c++",
    "make",
    "pkgconf-pkg-config",
    "webkit2gtk4.1-devel",
    "librsvg2-devel",
    "libappindicator-gtk3-devel",
];
const PACMAN: &[&str] = &[
    "base-devel",
    "webkit2gtk-4.1",
    "librsvg",
    "libappindicator-gtk3",
];
const ZYPPER: &[&str] = &[
    "gcc",
    "gcc-c++",
    "make",
    "pkgconf",
    "webkit2gtk3-devel",
    "librsvg-devel",
    "libappindicator3-1",
];

/// Installs the packages for `purposes` that are missing.
pub(crate) fn install(project: &Project, purposes: &[Purpose]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        // The webview is part of macOS and Windows; the C compiler came with Rust's own set-up.
        return Ok(());
    }
    let Some(manager) = manager(project) else {
        println!(
            "set-up: this package manager is not known here; see README.md for what is needed"
        );
        return Ok(());
    };
    let missing = missing(manager, purposes);
    if missing.is_empty() {
        return Ok(());
    }
    println!("set-up: installing system packages: {}", missing.join(" "));
    if manager == Manager::Apt {
        // An old list of packages is the usual reason for a failed installation; its failure is not.
        listen(&mut as_root(&["apt-get", "update", "-q"])?)?;
    }
    let mut words = match manager {
        Manager::Apt => vec!["apt-get", "install", "-y", "-q", "--no-install-recommends"],
        Manager::Dnf => vec!["dnf", "install", "-y"],
        Manager::Pacman => vec!["pacman", "-S", "--noconfirm", "--needed"],
        Manager::Zypper => vec!["zypper", "--non-interactive", "install"],
    };
    words.extend(missing.iter().map(String::as_str));
    let mut command = as_root(&words)?;
    must(command.env("DEBIAN_FRONTEND", "noninteractive"))
}

fn manager(project: &Project) -> Option<Manager> {
    let known = [
        ("apt-get", Manager::Apt),
        ("dnf", Manager::Dnf),
        ("pacman", Manager::Pacman),
        ("zypper", Manager::Zypper),
    ];
    known
        .into_iter()
        .find(|(program, _)| project.has(program))
        .map(|(_, manager)| manager)
}

fn wanted(manager: Manager, purposes: &[Purpose]) -> Vec<&'static str> {
    let build_only = |names: &'static [&'static str]| {
        if purposes.contains(&Purpose::Build) {
            names.to_vec()
        } else {
            Vec::new()
        }
    };
    match manager {
        Manager::Apt => APT
            .iter()
            .filter(|(purpose, _)| purposes.contains(purpose))
            .flat_map(|(_, names)| names.iter().copied())
            .collect(),
        Manager::Dnf => build_only(DNF),
        Manager::Pacman => build_only(PACMAN),
        Manager::Zypper => build_only(ZYPPER),
    }
}

fn missing(manager: Manager, purposes: &[Purpose]) -> Vec<String> {
    let wanted = wanted(manager, purposes);
    let installed = match manager {
        Manager::Apt => {
            let mut query = Command::new("dpkg-query");
            query
                .args(["--show", "--showformat", "${db:Status-Abbrev} ${Package}\n"])
                .args(&wanted);
            installed_by_dpkg(&listen(&mut query).map(|(_, text)| text).unwrap_or_default())
        }
        Manager::Dnf | Manager::Zypper => present(&wanted, &["rpm", "-q"]),
        Manager::Pacman => present(&wanted, &["pacman", "-Q"]),
    };
    wanted
        .into_iter()
        .filter(|name| !installed.contains(*name))
        .map(str::to_owned)
        .collect()
}

fn present(wanted: &[&str], query: &[&str]) -> BTreeSet<String> {
    let Some((program, args)) = query.split_first() else {
        return BTreeSet::new();
    };
    let is_there = |name: &&&str| ask(Command::new(program).args(args).arg(name)).is_some();
    wanted
        .iter()
        .filter(is_there)
        .map(|name| (*name).to_owned())
        .collect()
}

/// The names that `dpkg-query` calls installed (`ii`).
fn installed_by_dpkg(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter_map(|line| line.strip_prefix("ii"))
        .map(|name| name.trim().to_owned())
        .collect()
}

/// The command as root: as it is, or through `sudo` where somebody can type a password.
fn as_root(words: &[&str]) -> Result<Command> {
    let mut all: Vec<&str> = words.to_vec();
    if !is_root() {
        let silent = ask(Command::new("sudo").args(["-n", "id", "-u"])).is_some();
        if !silent && !std::io::stdin().is_terminal() {
            bail!(
                "this needs root, and nobody is here to type a password. Run: sudo {}",
                words.join(" ")
            );
        }
        all.insert(0, "sudo");
    }
    let mut command = Command::new(all.first().copied().unwrap_or("true"));
    command.args(all.get(1..).unwrap_or_default());
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::{Manager, Purpose, installed_by_dpkg, wanted};

    #[test]
    fn a_removed_package_is_not_installed() {
        let text = "ii  xvfb\nrc  zint\nun  qpdf\ndpkg-query: no packages found matching strace\n";
        let found = installed_by_dpkg(text);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["xvfb"]);
    }

    #[test]
    fn opening_the_window_does_not_install_a_database_server() {
        let names = wanted(Manager::Apt, &[Purpose::Build]);
        assert!(names.contains(&"libwebkit2gtk-4.1-dev"));
        assert!(!names.contains(&"postgresql"));
    }
}
