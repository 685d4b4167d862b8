//! The commands and their types as one TypeScript file.

use crate::error::{ApiError, Code};
use crate::{COMMANDS, CommandInfo, Kind};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations by name, each once.
pub(crate) struct Declarations {
    config: Config,
    found: BTreeMap<String, String>,
}

impl Declarations {
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        // Containers (arrays, options) have no declaration of their own, only an output path tells.
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.found.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            self.found
                .insert(name, format!("{docs}export {}", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// What a command takes and gives, as TypeScript.
#[must_use]
pub fn shape(command: &CommandInfo) -> (String, String) {
    let config = Config::new().with_large_int("number");
    ((command.request)(&config), (command.answer)(&config))
}

/// Every type that a command's shape names, by its name, as TypeScript.
#[must_use]
pub fn types() -> BTreeMap<String, String> {
    let config = Config::new().with_large_int("number");
    let mut all = Declarations {
        config,
        found: BTreeMap::new(),
    };
    for command in COMMANDS {
        (command.declare)(&mut all);
    }
    all.add::<ApiError>();
    all.found
}

/// The whole file `ui/src/bridge/generated.ts`.
#[must_use]
pub fn generate() -> String {
    let config = || Config::new().with_large_int("number");
    let mut all = Declarations {
        config: config(),
        found: BTreeMap::new(),
    };
    for command in COMMANDS {
        (command.declare)(&mut all);
    }
    all.add::<flows::Changed>();
    all.add::<ApiError>();
    all.add::<Code>();
    let mut out = String::from(
        "// Written by `cargo xtask bindings` from src-tauri/api/src/list.rs. Do not edit.\n\n",
    );
    for declaration in all.found.values() {
        let _ = writeln!(out, "{declaration}\n");
    }
    out.push_str("export type Commands = {\n");
    for c in COMMANDS {
        let _ = writeln!(
            out,
            "  /** {} */\n  {}: [{}, {}],",
            c.doc.trim(),
            c.name,
            (c.request)(&config()),
            (c.answer)(&config())
        );
    }
    out.push_str("};\n\nexport const commands = {\n");
    for c in COMMANDS {
        let kind = match c.kind {
            Kind::Query => "query",
            Kind::Mutation => "mutation",
        };
        let tags: Vec<String> = c.tags.iter().map(|t| format!("\"{}\"", t.word())).collect();
        let _ = writeln!(out, "  {}: [\"{kind}\", [{}]],", c.name, tags.join(", "));
    }
    out.push_str("} as const;\n");
    out
}
