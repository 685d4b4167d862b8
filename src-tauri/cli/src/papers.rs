//! Documents: saved as files, or printed.

use crate::args::Print;
use crate::failure::Failure;
use crate::shop::{Shop, list};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Prints a document, or saves it.
pub(crate) async fn print(shop: &Shop, ask: &Print) -> Result<(), Failure> {
    if let Some(file) = &ask.out {
        let (mime, name, bytes) = shop.host().document(ask.document, ask.page).await?;
        std::fs::write(file, &bytes).map_err(|error| Failure::file(file, &error))?;
        let saved = told(shop, ask.document, ask.page).await?;
        let mut lines = vec![file.display().to_string()];
        lines.extend(notices(shop, &saved));
        let told = json!({
            "file": file, "name": name, "mime": mime, "bytes": bytes.len(), "notices": saved["notices"],
        });
        shop.answer(&told, &lines);
        return Ok(());
    }
    let printed = shop
        .call(
            "print",
            json!({ "document": ask.document, "page": ask.page, "reason": ask.reason, "way": "printer_only" }),
        )
        .await?;
    let said = printed
        .get("sentence")
        .map_or_else(String::new, |s| shop.say_value(s));
    let mut lines = vec![said];
    lines.extend(notices(shop, &printed));
    shop.answer(&printed, &lines);
    Ok(())
}

/// What else is to be known of a print: labels that were left out, what the printer says.
fn notices(shop: &Shop, printed: &Value) -> Vec<String> {
    let all = list(printed, "notices").iter();
    all.map(|notice| format!("! {}", shop.say_value(notice)))
        .collect()
}

/// Writes down that a document was saved: from a file to paper is one step, and the shop should know.
async fn told(shop: &Shop, document: i64, page: Option<i64>) -> Result<Value, Failure> {
    let saved = json!({ "document": document, "page": page, "way": "file" });
    shop.call("print", saved).await
}

/// Writes a document into a folder under its own name. An older file of that name is replaced: the
/// names of documents carry their moment.
pub(crate) async fn save(shop: &Shop, document: i64, folder: &Path) -> Result<PathBuf, Failure> {
    let (_, name, bytes) = shop.host().document(document, None).await?;
    std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    // A name is a name: whatever it says, the file stands in this folder.
    let name = name.replace(['/', '\\', ':', '\0'], "-");
    let path = folder.join(name.trim_start_matches('.'));
    std::fs::write(&path, bytes).map_err(|error| Failure::file(&path, &error))?;
    told(shop, document, None).await?;
    Ok(path)
}
