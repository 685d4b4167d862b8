//! Regions that are known by how their postcodes begin.

use crate::pattern::Pattern;

/// A state, province or prefecture.
#[derive(Debug)]
pub struct Region {
    names: &'static str,
    /// The names as [`crate::fold::key`] writes them, so that a check folds only what was typed.
    keys: Vec<String>,
    postcodes: Pattern,
}

impl Region {
    /// `names` split by `|`, the first one is written in addresses; `pattern` is what the region's
    /// postcodes begin with. `None` when the pattern is not readable.
    pub(super) fn new(names: &'static str, pattern: &str) -> Option<Self> {
        Pattern::new(pattern).map(|postcodes| Self {
            names,
            keys: names.split('|').map(crate::fold::key).collect(),
            postcodes,
        })
    }

    /// The short form that stands in an address: `CA`, `東京都`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.names().next().unwrap_or_default()
    }

    /// Every name, the short form first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.split('|')
    }

    /// Whether a folded word is one of its names.
    pub(super) fn is_called(&self, key: &str) -> bool {
        self.keys.iter().any(|name| name == key)
    }

    /// Whether a postcode, cleaned, lies in this region.
    pub(super) fn holds(&self, postcode: &str) -> bool {
        self.postcodes.begins(postcode)
    }
}
