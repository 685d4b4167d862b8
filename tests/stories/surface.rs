//! The surface itself: every command says what it makes stale, and a wrong request says so.

use api::{COMMANDS, Code, Kind};
use serde_json::json;
use std::collections::BTreeSet;
use testkit::{TestShop, for_each_engine};

#[test]
fn every_command_says_what_it_is_made_of() {
    let mut names = BTreeSet::new();
    for command in COMMANDS {
        assert!(names.insert(command.name), "{} stands twice", command.name);
        assert!(!command.doc.trim().is_empty(), "{}", command.name);
        let silent = matches!(command.name, "import_refused_save");
        assert!(
            silent || !command.tags.is_empty(),
            "{} has no tag",
            command.name
        );
        let tags: BTreeSet<_> = command.tags.iter().collect();
        assert_eq!(
            tags.len(),
            command.tags.len(),
            "{} says a tag twice",
            command.name
        );
    }
    assert!(COMMANDS.iter().any(|c| c.kind == Kind::Mutation));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_request_changes_nothing_and_says_so() {
    for_each_engine(async |shop: &mut TestShop| {
        for made in [false, true] {
            if made {
                shop.make().await;
            }
            let events = shop.number("SELECT COUNT(*) FROM event").await;
            for command in COMMANDS {
                for body in [
                    json!({ "no_such_field": 1 }),
                    json!([1, 2]),
                    json!("text"),
                    json!(7),
                    json!({ "id": "x", "orders": "y", "view": 3, "limit": -1 }),
                    json!({ "id": -1, "orders": [1.5] }),
                ] {
                    let answer = shop.host().call(command.name, body.clone()).await;
                    let error = answer.expect_err(command.name);
                    assert_eq!(
                        error.code,
                        Code::Invalid,
                        "{} {body}: {error:?}",
                        command.name
                    );
                }
            }
            let unknown = shop
                .host()
                .call("no_such_command", json!({}))
                .await
                .expect_err("unknown");
            assert_eq!(unknown.code, Code::NotFound);
            assert_eq!(shop.number("SELECT COUNT(*) FROM event").await, events);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_not_found() {
    for_each_engine(async |shop: &mut TestShop| {
        shop.make().await;
        for (name, body) in [
            ("order_get", json!({ "id": 77 })),
            ("order_cancel", json!({ "id": 77 })),
            ("take_back", json!({ "id": 77 })),
            ("parcel_delivered", json!({ "id": 77 })),
            ("label_retire", json!({ "parcel": 77, "why": "x" })),
            ("variant_get", json!({ "id": 77 })),
            ("stock_count", json!({ "variant": 77, "counted": 1 })),
            ("need_close", json!({ "id": 77 })),
            ("import_undo", json!({ "batch": 77 })),
            ("print", json!({ "document": 77 })),
        ] {
            let error = shop.try_call(name, body).await.expect_err(name);
            assert_eq!(error.code, Code::NotFound, "{name}: {error:?}");
        }
    })
    .await;
}
