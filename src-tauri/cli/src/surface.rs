//! Every command of Backroom: listed, and run by name.

use crate::failure::Failure;
use crate::shop::{Shop, Way};
use crate::terminal::line;
use api::{COMMANDS, Kind, Sentence, typescript};
use serde_json::{Value, json};
use std::io::Read;

/// How the shop has to be open for a command.
pub(crate) fn way(name: &str) -> Way {
    match COMMANDS.iter().find(|c| c.name == name).map(|c| c.kind) {
        Some(Kind::Mutation) => Way::Change,
        // What is no command is refused by the router, and has changed nothing.
        Some(Kind::Query) | None => Way::Look,
    }
}

/// Lists every command.
pub(crate) fn list(as_json: bool) {
    if !as_json {
        let widest = COMMANDS.iter().map(|c| c.name.len()).max().unwrap_or(0);
        for command in COMMANDS {
            line(format_args!(
                "{:widest$}  {}",
                command.name,
                command.doc.trim()
            ));
        }
        return;
    }
    let commands: Vec<Value> = COMMANDS
        .iter()
        .map(|command| {
            let (request, answer) = typescript::shape(command);
            json!({
                "name": command.name,
                "doc": command.doc.trim(),
                "kind": match command.kind { Kind::Query => "query", Kind::Mutation => "mutation" },
                "tags": command.tags,
                "request": request,
                "answer": answer,
            })
        })
        .collect();
    line(format_args!(
        "{:#}",
        json!({ "commands": commands, "types": typescript::types() })
    ));
}

/// Runs a command by name. Its answer is always JSON.
pub(crate) async fn call(shop: &Shop, name: &str, body: Option<&str>) -> Result<(), Failure> {
    let mut input = String::new();
    let body = match body {
        Some("-") => {
            std::io::stdin()
                .read_to_string(&mut input)
                .map_err(|error| Failure::file(std::path::Path::new("-"), &error))?;
            input.as_str()
        }
        Some(body) => body,
        None => "{}",
    };
    let body = serde_json::from_str(body).map_err(|error| {
        Failure::Usage(Sentence::new("cli-not-json").with("problem", error.to_string()))
    })?;
    line(format_args!("{:#}", shop.call(name, body).await?));
    Ok(())
}
