//! Every story runs on both engines.

use crate::{Database, TestShop};

/// Runs a story in an empty shop on SQLite, and in another on PostgreSQL when
/// `BACKROOM_TEST_POSTGRES` names a server. Each shop must be sound at the end.
///
/// # Panics
/// When the story fails.
pub async fn for_each_engine(story: impl AsyncFn(&mut TestShop)) {
    let mut shop = TestShop::in_folder().await;
    story(&mut shop).await;
    shop.end().await;
    match Database::make().await {
        Some(database) => {
            let mut shop = TestShop::on_server(database).await;
            story(&mut shop).await;
            shop.end().await;
        }
        None => println!("skipped: BACKROOM_TEST_POSTGRES names no server"),
    }
}
