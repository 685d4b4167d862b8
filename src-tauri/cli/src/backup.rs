//! Backups, and putting one back.

use crate::args::Args;
use crate::failure::Failure;
use crate::shop::{Shop, folder, now, text};
use crate::terminal::line;
use api::Sentence;
use serde_json::json;
use std::path::Path;

/// Makes a backup and says where it is.
pub(crate) async fn backup(shop: &Shop, to: Option<&Path>) -> Result<(), Failure> {
    let to = match to {
        Some(to) => {
            let to = std::path::absolute(to).map_err(|error| Failure::file(to, &error))?;
            std::fs::create_dir_all(&to).map_err(|error| Failure::file(&to, &error))?;
            to.display().to_string()
        }
        None => String::new(),
    };
    let made = shop.call("backup_make", json!({ "folder": to })).await?;
    shop.answer(&made, &[text(&made, "path").to_owned()]);
    Ok(())
}

/// Puts a backup in the place of the shop.
pub(crate) async fn restore(args: &Args, file: &Path) -> Result<(), Failure> {
    if args.database.is_some() {
        return Err(Failure::Said(Sentence::new("cli-restore-server")));
    }
    let folder = folder(args)?;
    api::restore(file, &folder, now()).await?;
    let place = folder.display().to_string();
    if args.json {
        line(format_args!("{:#}", json!({ "restored": place })));
    } else {
        let said = Sentence::new("cli-restored").with("place", place);
        line(words::say(crate::failure::lang(), &said));
    }
    Ok(())
}
