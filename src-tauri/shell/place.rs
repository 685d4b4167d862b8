//! Where the shop lies: a folder of this computer, or a database that several desks share.

use api::Place;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What the environment says about where the shop lies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Whereabouts {
    /// `BACKROOM_DATA`: another folder than this user's own.
    pub(crate) folder: Option<PathBuf>,
    /// `BACKROOM_DATABASE`: the URL of a PostgreSQL database.
    pub(crate) database: Option<String>,
}

impl Whereabouts {
    /// As this process was started.
    pub(crate) fn of_this_process() -> Self {
        Self::read(|name| std::env::var_os(name))
    }

    fn read(value: impl Fn(&str) -> Option<OsString>) -> Self {
        let filled = |name: &str| value(name).filter(|value| !value.is_empty());
        Self {
            folder: filled("BACKROOM_DATA").map(PathBuf::from),
            database: filled("BACKROOM_DATABASE").and_then(|url| url.into_string().ok()),
        }
    }

    /// The place, where `own` is this user's folder for Backroom on this computer.
    pub(crate) fn place(self, own: &Path) -> Place {
        let folder = self.folder.unwrap_or_else(|| own.join("shop"));
        match self.database {
            Some(url) => Place::Server { url, folder },
            None => Place::Folder(folder),
        }
    }

    /// A short name that is the same for the same shop and different for another, in the letters
    /// that a D-Bus name may have. Two shops may be open beside each other; one shop, once.
    pub(crate) fn tag(&self) -> String {
        let absolute = self
            .folder
            .as_ref()
            .and_then(|folder| std::path::absolute(folder).ok());
        let text = format!("{absolute:?} {:?}", self.database);
        // FNV-1a, 64 bit: the standard library's hasher may change between releases, and an older
        // window must still be found by a newer program.
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("shop{hash:016x}")
    }
}

/// What this computer is called, for the journal; empty if it does not say.
pub(crate) fn name_of_this_computer() -> String {
    let from_file = || std::fs::read_to_string("/etc/hostname").ok();
    let name = ["COMPUTERNAME", "HOSTNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok());
    name.or_else(from_file)
        .unwrap_or_default()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::Whereabouts;
    use std::ffi::OsString;

    #[test]
    fn an_empty_variable_is_no_variable() {
        let place = Whereabouts::read(|name| (name == "BACKROOM_DATA").then(OsString::new));
        assert_eq!(place, Whereabouts::default());
    }

    #[test]
    fn one_shop_has_one_tag_however_its_folder_is_written() {
        let at = |folder: &str| Whereabouts {
            folder: Some(folder.into()),
            database: None,
        };
        let here = std::env::current_dir().expect("a folder");
        assert_eq!(
            at("shop").tag(),
            at(here.join("shop").to_str().expect("UTF-8")).tag()
        );
        assert_ne!(at("shop").tag(), at("other shop").tag());
        assert_ne!(at("shop").tag(), Whereabouts::default().tag());
    }
}
