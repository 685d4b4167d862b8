//! "Ship anyway": what somebody may sign for, what nobody may, and how far a signature goes.

use crate::kiln::{self, label, numbers, refused, stock, told};
use serde_json::{Value, json};
use testkit::{TestShop, for_each_engine};

async fn detail(shop: &TestShop, id: i64) -> Value {
    shop.call("order_get", json!({ "id": id })).await
}

async fn ask(shop: &TestShop, id: i64) -> Value {
    let version = detail(shop, id).await["row"]["version"].clone();
    json!({ "id": id, "version": version, "why": "The buyer called" })
}

fn sentences(sentences: &Value) -> Vec<&str> {
    let sentences = sentences.as_array().unwrap();
    sentences
        .iter()
        .map(|s| s["id"].as_str().unwrap())
        .collect()
}

/// Why the order's page says that it cannot be signed for.
fn offered(order: &Value, command: &str) -> Value {
    let offers = order["offers"].as_array().unwrap();
    let offer = offers.iter().find(|o| o["command"] == json!(command));
    offer.unwrap()["refusal"]["id"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_order_leaves_when_somebody_signs_for_it() {
    for_each_engine(async |shop| {
        let variants = kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let id = numbers(shop).await["1001"];
        assert_eq!(
            refused(shop, "ship_anyway", ask(shop, id).await).await,
            "sign-not-needed"
        );
        let hold = json!({ "orders": [id], "kind": "customer", "note": "wants blue" });
        shop.call("orders_hold", hold.clone()).await;
        let (made, _) = label(shop, &[id]).await;
        assert_eq!(
            made["refused"][0]["sentence"]["id"],
            json!("not-ready-held")
        );
        let mut without = ask(shop, id).await;
        without["why"] = json!("  ");
        let error = shop.try_call("ship_anyway", without).await.unwrap_err();
        assert_eq!(error.field, "why", "{error:?}");
        let mut stale = ask(shop, id).await;
        stale["version"] = json!(1);
        let error = shop.try_call("ship_anyway", stale).await.unwrap_err();
        assert_eq!(error.code, api::Code::Stale);

        let signed = shop.call("ship_anyway", ask(shop, id).await).await;
        assert_eq!(
            sentences(&signed["not_ready"]),
            ["not-ready-held"],
            "it is not ready"
        );
        assert_eq!(signed["row"]["ready"], json!(false));
        assert_eq!(signed["stops"], json!([]), "and leaves all the same");
        let signature = &signed["signature"];
        assert_eq!(
            (&signature["who"], &signature["why"]),
            (&json!("Ida"), &json!("The buyer called"))
        );
        assert_eq!(sentences(&signature["reasons"]), ["held-note"]);
        assert_eq!(offered(&signed, "labels_make"), Value::Null);
        assert_eq!(offered(&signed, "ship_anyway"), json!("sign-done"));
        let list = shop.call("pick_list_make", json!({ "orders": [id] })).await;
        assert_eq!(list["refused"], json!([]), "{list}");
        let plan = shop.call("ship_plan", json!({ "orders": [id] })).await;
        assert_eq!(plan["orders"][0]["stops"], json!([]), "{plan}");
        let (_, parcels) = label(shop, &[id]).await;
        // What comes later is not covered.
        shop.call("orders_hold", hold).await;
        let here = json!({ "parcels": parcels });
        let stopped = shop.call("hand_over", here.clone()).await;
        assert_eq!(
            stopped["stopped"][0]["sentence"]["id"],
            json!("hand-over-held")
        );
        let holds = detail(shop, id).await["holds"].clone();
        let newest = holds
            .as_array()
            .unwrap()
            .iter()
            .map(|h| h["id"].as_i64().unwrap())
            .max();
        shop.call("orders_release", json!({ "holds": [newest] }))
            .await;
        // It leaves, and the signature with it; what is taken back has it again.
        for _ in 0..2 {
            let left = shop.call("hand_over", here.clone()).await;
            assert_eq!(left["stopped"], json!([]), "{left}");
            assert_eq!(stock(shop, variants["MUG"]).await.0, 8);
            assert_eq!(detail(shop, id).await["signature"], Value::Null);
            shop.call("take_back", json!({ "id": parcels[0] })).await;
            assert_eq!(detail(shop, id).await["signature"]["who"], json!("Ida"));
        }
        // Withdrawn, the hold stands in the way again.
        shop.call("ship_anyway_withdraw", json!({ "id": id })).await;
        assert_eq!(
            refused(shop, "ship_anyway_withdraw", json!({ "id": id })).await,
            "sign-none"
        );
        let stopped = shop.call("hand_over", here).await;
        assert_eq!(
            stopped["stopped"][0]["sentence"]["id"],
            json!("hand-over-held")
        );
        let told = told(shop, id).await;
        for event in ["event-shipping-signed", "event-signature-withdrawn"] {
            assert!(told.contains(&event.to_owned()), "{told:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_sign_for_what_and_what_nobody_may() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        kiln::import(shop, &kiln::yesterday()).await;
        let ids = numbers(shop).await;
        // A carrier refuses 1011's address; nothing of 1004 is there; 1009 left elsewhere.
        for (number, why) in [
            ("1011", "sign-never-address"),
            ("1004", "sign-never-nothing"),
            ("1009", "sign-never-over"),
        ] {
            let id = ids[number];
            assert_eq!(refused(shop, "ship_anyway", ask(shop, id).await).await, why);
            assert_eq!(offered(&detail(shop, id).await, "ship_anyway"), json!(why));
        }
        // 1005 is not paid: the owner's word counts, nobody else's.
        let unpaid = ids["1005"];
        for (role, why) in [
            ("packer", "sign-not-packer"),
            ("support", "sign-owner-only"),
        ] {
            shop.plant(&format!("UPDATE staff SET role = '{role}'"))
                .await;
            assert_eq!(
                refused(shop, "ship_anyway", ask(shop, unpaid).await).await,
                why
            );
        }
        // Of the nine CUP of 1008 three are there: customer service may send these.
        let short = ids["1008"];
        let signed = shop.call("ship_anyway", ask(shop, short).await).await;
        assert_eq!(signed["stops"], json!([]), "{signed}");
        shop.plant("UPDATE staff SET role = 'owner'").await;
        let (made, parcels) = label(shop, &[short]).await;
        assert_eq!(made["refused"], json!([]), "{made}");
        shop.call("hand_over", json!({ "parcels": parcels })).await;
        let rest = detail(shop, short).await;
        assert_eq!(rest["row"]["fulfilment"], json!("partially_shipped"));
        assert_eq!(rest["row"]["short"], json!(6));
        assert_eq!(rest["signature"], Value::Null, "the rest is not signed for");
        assert_eq!(sentences(&rest["stops"]), ["not-ready-short"]);
        let signed = shop.call("ship_anyway", ask(shop, unpaid).await).await;
        assert_eq!(signed["stops"], json!([]));
        let (made, _) = label(shop, &[unpaid]).await;
        assert_eq!(made["parcels"].as_array().unwrap().len(), 1, "{made}");
        // Cancelled, the signature ends with what it stood for.
        shop.call("order_cancel", json!({ "id": unpaid })).await;
        let back = shop.call("order_restore", json!({ "id": unpaid })).await;
        assert_eq!(back["signature"], Value::Null, "{back}");
        assert_eq!(sentences(&back["stops"]), ["not-ready-money"]);
    })
    .await;
}
