//! The keys as TypeScript, so that the window cannot ask for a sentence that does not exist or
//! forget one of its values.

use crate::{Lang, catalogue};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Where the window keeps its copy.
#[must_use]
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/words/keys.ts")
}

/// The whole file.
#[must_use]
pub fn keys() -> String {
    let mut text = String::from(
        "// Written by `cargo run -p words --bin words-keys` from src-tauri/words/parts. Not edited by hand.\n\
         \n\
         /** A value inside a sentence. Numbers stay numbers, so that each language can choose its plural. */\n\
         export type Value = string | number;\n\
         \n\
         /** Every sentence of the catalogue with the values it needs. */\n\
         export interface Words {\n",
    );
    for (key, values) in catalogue::read(catalogue::source(Lang::En)).keys {
        if values.is_empty() {
            let _infallible = writeln!(text, "  \"{key}\": null;");
        } else {
            let fields: Vec<String> = values.iter().map(|v| format!("\"{v}\": Value")).collect();
            let _infallible = writeln!(text, "  \"{key}\": {{ {} }};", fields.join("; "));
        }
    }
    text.push_str("}\n\nexport type Key = keyof Words;\n");
    text
}
