//! Documents: saved as files, or printed.

use crate::args::Print;
use crate::failure::Failure;
use crate::shop::{Shop, list};
use serde_json::{Value, json};
use std::io::{ErrorKind, Write};
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
            "file": file, "name": name, "mime": mime, "bytes": bytes.len(), "notices": list(&saved, "notices"),
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

/// Writes a document into a folder under its own name. A file of that name that is there already stays: the
/// new one gets a number behind its name.
pub(crate) async fn save(shop: &Shop, document: i64, folder: &Path) -> Result<PathBuf, Failure> {
    let (_, name, bytes) = shop.host().document(document, None).await?;
    // A name is a name: whatever it says, the file stands in this folder.
    let name = name.replace(['/', '\\', ':', '\0'], "-");
    let path = write_new(folder, name.trim_start_matches('.'), &bytes)?;
    told(shop, document, None).await?;
    Ok(path)
}

/// A file that was not there: `labels.pdf`, else `labels-2.pdf`, `labels-3.pdf`. Names carry a moment to the
/// second, and a second is long for a computer.
fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    let (stem, ending) = name
        .rsplit_once('.')
        .map_or((name, String::new()), |(stem, ending)| {
            (stem, format!(".{ending}"))
        });
    let mut path = folder.join(name);
    let mut next = 2_u32;
    loop {
        match std::fs::File::create_new(&path) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.sync_all());
                if let Err(error) = written {
                    // Half a paper is worse than none.
                    drop(file);
                    let _ = std::fs::remove_file(&path);
                    return Err(Failure::file(&path, &error));
                }
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists && next < 10_000 => {
                path = folder.join(format!("{stem}-{next}{ending}"));
                next += 1;
            }
            Err(error) => return Err(Failure::file(&path, &error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::write_new;

    #[test]
    fn a_file_that_is_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let name = "labels-20261124T090000Z.pdf";
        let paths: Vec<_> = ["one", "two", "three"]
            .iter()
            .map(|text| write_new(folder.path(), name, text.as_bytes()).unwrap())
            .collect();
        let read: Vec<String> = paths
            .iter()
            .map(|p| std::fs::read_to_string(p).unwrap())
            .collect();
        assert_eq!(read, ["one", "two", "three"]);
        assert!(paths[2].ends_with("labels-20261124T090000Z-3.pdf"));
    }
}
