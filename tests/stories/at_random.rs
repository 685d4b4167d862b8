//! A shop in which people do whatever they can, in any order; after each thing everything still adds up.

use crate::kiln::{self, numbers};
use api::Code;
use serde_json::{Value, json};
use testkit::{Order, TestShop, for_each_engine};

/// A small generator (Knuth, MMIX): the same seed is the same story, on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        if from.is_empty() {
            None
        } else {
            Some(from[self.roll(from.len())])
        }
    }
}

const SKUS: [&str; 5] = ["MUG", "CUP", "TEE", "POT", "UNKNOWN"];

/// How many things happen in each story.
const STEPS: usize = 60;

#[tokio::test(flavor = "multi_thread")]
async fn whatever_people_do_it_adds_up() {
    // Three stories, or thirty when `BACKROOM_LONG` is set.
    let last = if std::env::var_os("BACKROOM_LONG").is_some() {
        30
    } else {
        3
    };
    for seed in 1..=last {
        println!("seed {seed}");
        for_each_engine(async |shop| {
            let variants = kiln::open(shop).await;
            let variants: Vec<i64> = variants.into_values().collect();
            let mut dice = Dice(seed);
            let (mut done, mut refused) = (0, 0);
            for step in 0..STEPS {
                shop.advance(60_000);
                let (name, body) = next(shop, &mut dice, &variants, step).await;
                match shop.try_call(name, body.clone()).await {
                    Ok(_) => done += 1,
                    Err(error) => {
                        let answer = matches!(
                            error.code,
                            Code::Refused | Code::Invalid | Code::NotFound | Code::Stale
                        );
                        assert!(answer, "seed {seed}, step {step}: {name} {body}: {error:?}");
                        refused += 1;
                    }
                }
            }
            println!("seed {seed}: {done} done, {refused} refused");
            assert!(
                done > STEPS / 3,
                "seed {seed}: only {done} of {STEPS} were done"
            );
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_people_do_it_adds_up_where_goods_are_reserved_later() {
    for seed in 101..=102 {
        for_each_engine(async |shop| {
            let variants = kiln::open(shop).await;
            let variants: Vec<i64> = variants.into_values().collect();
            let mut dice = Dice(seed);
            let mut settings = shop.call("settings_get", json!({})).await;
            settings["settings"]["reserve"] = json!("by_hand");
            shop.call("settings_save", settings).await;
            let mut reserved = 0;
            for step in 0..STEPS {
                shop.advance(3 * 3_600_000);
                let (name, body) = match dice.roll(8) {
                    0 => reserving_rule(shop, &mut dice).await,
                    1 | 2 => {
                        let orders: Vec<i64> = numbers(shop).await.into_values().collect();
                        ("orders_reserve", json!({ "orders": orders }))
                    }
                    3 => {
                        shop.host().daily().await.unwrap();
                        shop.check("the daily work").await;
                        continue;
                    }
                    _ => next(shop, &mut dice, &variants, step).await,
                };
                match shop.try_call(name, body.clone()).await {
                    Ok(answer) if name == "orders_reserve" => {
                        reserved += answer["done"].as_i64().unwrap();
                    }
                    Ok(_) => {}
                    Err(error) => {
                        let answer = matches!(
                            error.code,
                            Code::Refused | Code::Invalid | Code::NotFound | Code::Stale
                        );
                        assert!(answer, "seed {seed}, step {step}: {name} {body}: {error:?}");
                    }
                }
            }
            assert!(reserved > 0, "seed {seed}: nothing waited for anybody");
        })
        .await;
    }
}

/// Another rule for when goods are put aside.
async fn reserving_rule(shop: &TestShop, dice: &mut Dice) -> (&'static str, Value) {
    let mut settings = shop.call("settings_get", json!({})).await;
    let when = ["by_hand", "days_before", "days_before", "at_confirmation"];
    settings["settings"]["reserve"] = json!(when[dice.roll(when.len())]);
    settings["settings"]["reserve_days"] = json!(dice.roll(4));
    settings["settings"]["handling_days"] = json!(dice.roll(6));
    ("settings_save", settings)
}

async fn next(
    shop: &TestShop,
    dice: &mut Dice,
    variants: &[i64],
    step: usize,
) -> (&'static str, Value) {
    let orders: Vec<i64> = numbers(shop).await.into_values().collect();
    if orders.len() < 4 || dice.roll(9) == 0 {
        return import(shop, dice, step).await;
    }
    let order = dice.pick(&orders).unwrap();
    let parcels = parcels(shop, order).await;
    match dice.roll(20) {
        18 => split_or_combine(shop, dice, order, &orders).await,
        19 => ("parcels_plan", json!({ "orders": [order] })),
        14 | 15 => answer_a_list(shop, dice).await,
        16 => undo_an_answer(shop, dice).await,
        17 => put_back(shop, dice).await,
        0 => (
            "orders_hold",
            json!({ "orders": [order], "kind": "manual" }),
        ),
        1 => ("orders_release", json!({ "orders": [order] })),
        2 => ("order_cancel", json!({ "id": order })),
        3 => cancel_some(shop, dice, order).await,
        4 => ("order_restore", json!({ "id": order })),
        5 => ("pick_list_make", json!({ "orders": orders })),
        6 | 7 => ("labels_make", json!({ "wishes": [{ "orders": [order] }] })),
        8 | 9 => ("hand_over", json!({ "parcels": parcels })),
        10 => (
            "take_back",
            json!({ "id": dice.pick(&parcels).unwrap_or(1) }),
        ),
        11 => (
            "parcel_delivered",
            json!({ "id": dice.pick(&parcels).unwrap_or(1) }),
        ),
        12 => {
            let counted = dice.roll(12);
            (
                "stock_count",
                json!({ "variant": dice.pick(variants).unwrap(), "counted": counted, "confirm": true }),
            )
        }
        _ => (
            "label_retire",
            json!({ "parcel": dice.pick(&parcels).unwrap_or(1), "why": "torn" }),
        ),
    }
}

/// A line of the newest pick lists, whatever became of it.
async fn line_of_a_list(shop: &TestShop, dice: &mut Dice) -> Option<(Value, Value)> {
    let mut lists = Vec::new();
    for ended in [false, true] {
        let ask = json!({ "ended": ended, "limit": 3 });
        let page = shop.call("pick_lists_list", ask).await;
        lists.extend(page["rows"].as_array().unwrap().clone());
    }
    if lists.is_empty() {
        return None;
    }
    let list = lists[dice.roll(lists.len())]["id"].clone();
    let detail = shop.call("pick_list_get", json!({ "id": list })).await;
    let lines = detail["lines"].as_array().unwrap();
    if lines.is_empty() {
        return None;
    }
    Some((list, lines[dice.roll(lines.len())].clone()))
}

async fn answer_a_list(shop: &TestShop, dice: &mut Dice) -> (&'static str, Value) {
    let Some((list, line)) = line_of_a_list(shop, dice).await else {
        return ("pick_list_finish", json!({ "id": 1, "rest": "found" }));
    };
    if dice.roll(4) == 0 {
        let rest = ["found", "left"][dice.roll(2)];
        return ("pick_list_finish", json!({ "id": list, "rest": rest }));
    }
    let asked = usize::try_from(line["asked"].as_i64().unwrap()).unwrap();
    let answer = json!({
        "shipment": line["shipment"], "line": line["line"], "found": dice.roll(asked + 1), "why": "missing",
    });
    ("pick_list_enter", json!({ "id": list, "lines": [answer] }))
}

async fn undo_an_answer(shop: &TestShop, dice: &mut Dice) -> (&'static str, Value) {
    let (list, line) = line_of_a_list(shop, dice).await.unwrap_or_default();
    let body = json!({
        "id": list.as_i64().unwrap_or(1), "shipment": line["shipment"].as_i64().unwrap_or(1),
        "line": line["line"].as_i64().unwrap_or(1),
    });
    ("pick_list_undo", body)
}

/// One parcel for some units of the order's lines, or one for two orders.
async fn split_or_combine(
    shop: &TestShop,
    dice: &mut Dice,
    order: i64,
    orders: &[i64],
) -> (&'static str, Value) {
    if dice.roll(2) == 0 {
        let other = dice.pick(orders).unwrap();
        return ("parcels_plan", json!({ "orders": [order, other] }));
    }
    let detail = shop.call("order_get", json!({ "id": order })).await;
    let lines = detail["lines"].as_array().unwrap();
    let line = &lines[dice.roll(lines.len().max(1)) % lines.len()]["id"];
    let parcel = json!({ "lines": [{ "line": line, "units": 1 + dice.roll(2) }] });
    (
        "parcels_plan",
        json!({ "orders": [order], "parcels": [parcel] }),
    )
}

async fn put_back(shop: &TestShop, dice: &mut Dice) -> (&'static str, Value) {
    let done = dice.roll(3) == 0;
    let ask = json!({ "done": done, "limit": 50 });
    let rows = shop.call("put_backs_list", ask).await["rows"].clone();
    let ids: Vec<i64> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["id"].as_i64().unwrap())
        .collect();
    let id = dice.pick(&ids).unwrap_or(1);
    if done {
        return ("put_back_undo", json!({ "id": id }));
    }
    let (units, gone) = (dice.roll(3), dice.roll(2));
    (
        "put_back_done",
        json!({ "id": id, "units": units, "gone": gone }),
    )
}

async fn parcels(shop: &TestShop, order: i64) -> Vec<i64> {
    let order = shop.call("order_get", json!({ "id": order })).await;
    let shipments = order["shipments"].as_array().unwrap().clone();
    shipments
        .iter()
        .flat_map(|s| s["parcels"].as_array().unwrap())
        .map(|p| p["id"].as_i64().unwrap())
        .collect()
}

async fn cancel_some(shop: &TestShop, dice: &mut Dice, order: i64) -> (&'static str, Value) {
    let detail = shop.call("order_get", json!({ "id": order })).await;
    let lines: Vec<i64> = detail["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| l["id"].as_i64().unwrap())
        .collect();
    let line = dice.pick(&lines).unwrap_or(1);
    (
        "order_cancel",
        json!({ "id": order, "units": [{ "line": line, "units": 1 + dice.roll(2) }] }),
    )
}

/// New orders, and old ones that the source changed meanwhile.
async fn import(shop: &TestShop, dice: &mut Dice, step: usize) -> (&'static str, Value) {
    let mut orders = Vec::new();
    for n in 0..3 {
        let known = dice.roll(3) == 0;
        let number = if known {
            100 + dice.roll(step + 1) * 10
        } else {
            100 + step * 10 + n
        };
        let mut order = Order::new(u32::try_from(number).unwrap());
        for _ in 0..=dice.roll(3) {
            let units = i64::try_from(1 + dice.roll(3)).unwrap();
            order = order.line(SKUS[dice.roll(SKUS.len())], units, 1_000);
        }
        orders.push(match dice.roll(8) {
            0 => order.unpaid(),
            1 => order.fulfilled(),
            2 => order.cancelled(),
            3 => order.to("No Street", "", "10969", "Berlin", "DE"),
            _ => order,
        });
    }
    let path = shop.file("orders_export.csv", testkit::shopify_file(&orders));
    let read = json!({ "path": path, "start_at": kiln::START });
    let preview = shop.call("import_preview", read.clone()).await;
    (
        "import_commit",
        json!({ "read": read, "sha256": preview["sha256"] }),
    )
}
