//! Every field of an order, at every stage, changed on either side or on both: which value stands, what is
//! shown, what each choice then does, and that no value is lost. The table is worked out from MODEL.md,
//! "Orders from outside": only theirs changed, take it; only ours, keep ours; both, keep ours, show both,
//! hold; what has left never changes.

mod files;
mod table;

use crate::kiln::{self, label};
use files::{Said, file};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use table::{Case, Expect, Field, Stage, TABLE, Take};
use testkit::{TestShop, for_each_engine};

/// One order of the table.
struct Cell {
    field: Field,
    stage: Stage,
    case: Case,
    expect: Expect,
    take: Take,
    /// The same cell stands here twice: of one order theirs is taken, of the other ours is kept.
    twin: bool,
    id: i64,
}

impl Cell {
    fn name(&self) -> String {
        format!(
            "{:?}, {:?}, changed by {:?}",
            self.field, self.stage, self.case
        )
    }

    /// What stands here before the later file comes.
    fn ours(&self) -> &'static str {
        match self.case {
            Case::Theirs => self.field.first(),
            Case::Ours | Case::Both => self.field.ours(),
            Case::Same => self.field.theirs(),
        }
    }

    fn first(&self, n: usize) -> Said {
        let mut said = Said::new(n);
        said.fulfilled = self.stage == Stage::History;
        said.second = self.field == Field::LineGone;
        if self.field == Field::Gift {
            // Who writes a message gives a gift.
            said.without_message();
        }
        said
    }

    fn later(&self, n: usize) -> Said {
        let mut said = self.first(n);
        if self.case != Case::Ours {
            said.change(self.field);
        }
        said
    }
}

fn cells() -> Vec<Cell> {
    let mut cells = Vec::new();
    for row in &TABLE {
        for (stage, (expects, take)) in Stage::ALL.into_iter().zip(row.stages) {
            for (case, expect) in Case::ALL.into_iter().zip(expects) {
                let chosen = matches!(expect, Expect::Shown | Expect::Late);
                for twin in [false, true] {
                    if expect == Expect::Never || twin && !chosen {
                        continue;
                    }
                    cells.push(Cell {
                        field: row.field,
                        stage,
                        case,
                        expect,
                        take,
                        twin,
                        id: 0,
                    });
                }
            }
        }
    }
    cells
}

async fn take_in(shop: &TestShop, said: &[Said]) -> Value {
    let path = shop.file("orders.csv", file(said));
    let read = json!({ "path": path, "start_at": kiln::START });
    let preview = shop.call("import_preview", read.clone()).await;
    let take = json!({ "read": read, "sha256": preview["sha256"] });
    let taken = shop.call("import_commit", take).await;
    assert_eq!(taken["refused"], json!(0), "{preview}");
    taken
}

/// What a query answers. The rules are looked at after the commands alone: there are hundreds of looks.
async fn look(shop: &TestShop, query: &str, id: i64) -> Value {
    shop.host().call(query, json!({ "id": id })).await.unwrap()
}

async fn detail(shop: &TestShop, id: i64) -> Value {
    look(shop, "order_get", id).await
}

/// Changes the field here, as a person does.
async fn edit(shop: &TestShop, cell: &Cell) {
    let seen = detail(shop, cell.id).await;
    let ours = cell.ours();
    let edit = |field: &str, value: Value| json!({ "id": cell.id, "version": seen["row"]["version"], field: value });
    let units = |line: usize, left: i64| {
        let have = seen["lines"][line]["quantities"]["ordered"]
            .as_i64()
            .unwrap();
        json!({
            "id": cell.id, "reason": "asked by phone",
            "units": [{ "line": seen["lines"][line]["id"], "units": have - left }],
        })
    };
    let (command, body) = match cell.field {
        Field::Address => {
            let mut address = seen["ship_to"].clone();
            address["line1"] = json!(ours);
            ("order_edit", edit("ship_to", address))
        }
        Field::Note => ("order_edit", edit("note", json!(ours))),
        Field::GiftMessage => ("order_edit", edit("gift_message", json!(ours))),
        Field::Gift => ("order_edit", edit("gift", json!(ours == "yes"))),
        Field::Service => {
            let services = shop.call("services_list", json!({})).await;
            ("order_edit", edit("service", services[0]["id"].clone()))
        }
        Field::ShipBy => {
            let at: i64 = ours.parse().unwrap();
            ("order_edit", edit("ship_by", json!(at)))
        }
        Field::MoreUnits | Field::FewerUnits => ("order_cancel", units(0, ours.parse().unwrap())),
        Field::LineGone => ("order_cancel", units(1, ours.parse().unwrap())),
        Field::NewLine
        | Field::Price
        | Field::Shipping
        | Field::Payment
        | Field::BuyerName
        | Field::Email
        | Field::Phone => panic!("{}: nobody can", cell.name()),
    };
    shop.call(command, body).await;
}

/// Brings every order to its stage.
async fn bring(shop: &TestShop, cells: &[Cell]) {
    let of = |stage: Stage| -> Vec<i64> {
        let cells = cells.iter().filter(|c| c.stage == stage);
        cells.map(|c| c.id).collect()
    };
    let listed = of(Stage::Listed);
    let made = shop
        .call("pick_list_make", json!({ "orders": listed }))
        .await;
    assert!(made["units"].as_i64().unwrap() > 0, "{made}");
    let ids = of(Stage::Labelled);
    assert_eq!(label(shop, &ids).await.1.len(), ids.len());
    let ids = of(Stage::Left);
    let (_, parcels) = label(shop, &ids).await;
    assert_eq!(parcels.len(), ids.len());
    let left = shop.call("hand_over", json!({ "parcels": parcels })).await;
    assert_eq!(left["stopped"], json!([]), "{left}");
    for id in of(Stage::Cancelled) {
        let cancel = json!({ "id": id, "reason": "called off" });
        shop.call("order_cancel", cancel).await;
    }
}

/// Whether the timeline tells a change of the field from one value to the other.
async fn tells(shop: &TestShop, id: i64, verb: &str, [field, before, after]: [&str; 3]) -> bool {
    let entries = look(shop, "order_timeline", id).await;
    let says = |change: &Value, side: &str, value: &str| {
        let text = change[side].as_str().unwrap();
        if value.is_empty() {
            text.is_empty()
        } else {
            text.contains(value)
        }
    };
    entries.as_array().unwrap().iter().any(|entry| {
        let of = entry["sentence"]["id"].as_str().unwrap().starts_with(verb);
        let changes = entry["changes"].as_array().unwrap();
        of && changes.iter().any(|c| {
            c["field"] == json!(field) && says(c, "before", before) && says(c, "after", after)
        })
    })
}

/// What is not as it should be, to be read as one list.
async fn judge(shop: &TestShop, cell: &Cell, wrong: &mut Vec<String>) {
    let name = cell.name();
    let order = detail(shop, cell.id).await;
    let (stands, conflicts, held) = match cell.expect {
        Expect::Taken => (cell.field.theirs(), 0, false),
        Expect::Held => (cell.field.theirs(), 0, true),
        Expect::Kept => (cell.ours(), 0, false),
        Expect::Asked => (cell.ours(), 0, true),
        Expect::Shown => (cell.ours(), 1, true),
        Expect::Late => (cell.ours(), 1, false),
        Expect::Never => unreachable!(),
    };
    if cell.stage != Stage::Cancelled || !cell.field.is_units() {
        let value = cell.field.value(&order, cell.stage);
        if value != stands {
            wrong.push(format!("{name}: {value} stands, not {stands}"));
        }
    }
    let shown = order["conflicts"].as_array().unwrap();
    if shown.len() != conflicts {
        wrong.push(format!("{name}: shown is {shown:?}"));
        return;
    }
    if is_held(&order) != held {
        wrong.push(format!("{name}: held by {}", order["holds"]));
    }
    // Nothing is lost: both values can be read.
    let [field, first, theirs] = cell.field.told();
    match cell.expect {
        Expect::Taken | Expect::Held => {
            let told = tells(shop, cell.id, "event-order-updated", [field, first, theirs]).await;
            if !told {
                wrong.push(format!(
                    "{name}: the timeline does not tell {first} and {theirs}"
                ));
            }
        }
        Expect::Shown | Expect::Late => {
            let (here, there) = (shown[0]["ours"].to_string(), shown[0]["theirs"].to_string());
            // Of a day that a person set, only what it follows from is shown once all has left.
            let day = cell.field == Field::ShipBy && cell.expect == Expect::Late;
            let both = (day || here.contains(cell.ours())) && there.contains(cell.field.theirs());
            if !both {
                wrong.push(format!("{name}: shown is {shown:?}"));
            }
        }
        Expect::Kept | Expect::Asked | Expect::Never => {}
    }
    if cell.case != Case::Theirs && !cell.field.is_units() && cell.field != Field::Service {
        let edited = [cell.field.word(), cell.field.first(), cell.ours()];
        if !tells(shop, cell.id, "event-order-edited", edited).await {
            wrong.push(format!(
                "{name}: the timeline does not tell the edit {edited:?}"
            ));
        }
    }
}

fn is_held(order: &Value) -> bool {
    let holds = order["holds"].as_array().unwrap();
    holds.iter().any(|h| h["released_at"].is_null())
}

/// Takes theirs, or keeps ours, and looks what that did.
async fn choose(shop: &TestShop, cell: &Cell, wrong: &mut Vec<String>) {
    let name = cell.name();
    let before = detail(shop, cell.id).await;
    let conflict = before["conflicts"][0]["id"].clone();
    let settle = |theirs: bool| json!({ "id": conflict, "take_theirs": theirs });
    let mut taken = !cell.twin;
    if let (Take::No(why), false) = (cell.take, cell.twin) {
        let refused = shop.try_call("conflict_settle", settle(true)).await;
        let refused = refused.map_err(|error| error.message.id);
        let offered = &before["conflicts"][0]["refusal"]["id"];
        if offered != &json!(why) || refused != Err(why.to_owned()) {
            wrong.push(format!("{name}: refused is {refused:?}, offered {offered}"));
            return;
        }
        taken = false;
    }
    let after = match shop.try_call("conflict_settle", settle(taken)).await {
        Ok(after) => after,
        Err(error) => {
            wrong.push(format!("{name}: chosen {taken}, {error:?}"));
            return;
        }
    };
    if after["conflicts"] != json!([]) {
        wrong.push(format!("{name}: still shown, {}", after["conflicts"]));
    }
    let (stands, held) = match (taken, cell.take) {
        (true, Take::Free) => (cell.field.theirs(), false),
        (true, Take::Held) => (cell.field.theirs(), true),
        (true, Take::No(_) | Take::Never) => unreachable!("{name}"),
        (false, _) => (cell.ours(), false),
    };
    if cell.stage != Stage::Cancelled || !cell.field.is_units() {
        let value = cell.field.value(&after, cell.stage);
        if value != stands {
            wrong.push(format!(
                "{name}: chosen {taken}, {value} stands, not {stands}"
            ));
        }
    }
    if is_held(&after) != held {
        wrong.push(format!(
            "{name}: chosen {taken}, held by {}",
            after["holds"]
        ));
    }
    let entries = look(shop, "order_timeline", cell.id).await.to_string();
    if !entries.contains(cell.field.theirs()) {
        wrong.push(format!(
            "{name}: chosen {taken}, the timeline has lost theirs"
        ));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_field_at_each_stage_changed_on_either_side() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let mut cells = cells();
        let first: Vec<Said> = cells.iter().enumerate().map(|(n, c)| c.first(n)).collect();
        let taken = take_in(shop, &first).await;
        assert_eq!(taken["new"], json!(cells.len()), "{taken}");
        let ids: BTreeMap<String, i64> = kiln::numbers(shop).await;
        for (n, cell) in cells.iter_mut().enumerate() {
            cell.id = ids[&Said::number(n)];
        }
        for cell in &cells {
            if cell.case != Case::Theirs {
                edit(shop, cell).await;
            }
        }
        bring(shop, &cells).await;
        let later: Vec<Said> = cells.iter().enumerate().map(|(n, c)| c.later(n)).collect();
        take_in(shop, &later).await;
        let mut wrong = Vec::new();
        for cell in &cells {
            judge(shop, cell, &mut wrong).await;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        for cell in &cells {
            if matches!(cell.expect, Expect::Shown | Expect::Late) {
                choose(shop, cell, &mut wrong).await;
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        // Settled is settled: the store still says the same, and nobody is asked again.
        let again = take_in(shop, &later).await;
        assert_eq!(again["conflicts"], json!(0), "{again}");
        let open = "SELECT COUNT(*) FROM conflict WHERE settled_at IS NULL";
        assert_eq!(shop.number(open).await, 0);
        // Taking a cancellation back brings back what each side wants of the units.
        for cell in cells
            .iter()
            .filter(|c| c.stage == Stage::Cancelled && c.field.is_units())
        {
            let back = shop.call("order_restore", json!({ "id": cell.id })).await;
            let stands = match cell.expect {
                Expect::Taken => cell.field.theirs(),
                Expect::Held
                | Expect::Kept
                | Expect::Asked
                | Expect::Shown
                | Expect::Late
                | Expect::Never => cell.ours(),
            };
            let value = cell.field.value(&back, cell.stage);
            if value != stands {
                wrong.push(format!("{}: {value} comes back, not {stands}", cell.name()));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_changed_here_has_a_reason() {
    for_each_engine(async |shop| {
        kiln::open(shop).await;
        let mut past = Said::new(1);
        past.fulfilled = true;
        take_in(shop, &[Said::new(0), past]).await;
        let ids = kiln::numbers(shop).await;
        for row in &TABLE {
            let nobody = row.stages.iter().all(|(e, _)| e[1] == Expect::Never);
            assert_eq!(nobody, !row.why.is_empty(), "{:?}: {}", row.field, row.why);
            if nobody {
                let edit =
                    json!({ "id": ids[&Said::number(0)], "version": 1, row.field.word(): "x" });
                let error = shop
                    .try_call("order_edit", edit)
                    .await
                    .expect_err("no such field");
                assert_eq!(error.code, api::Code::Invalid, "{:?}: {error:?}", row.field);
            }
        }
        let past = ids[&Said::number(1)];
        let seen = detail(shop, past).await;
        let edit = json!({ "id": past, "version": seen["row"]["version"], "note": "x" });
        assert_eq!(
            kiln::refused(shop, "order_edit", edit).await,
            "not-ready-not-open"
        );
        let cancel = json!({ "id": past, "reason": "x" });
        assert_eq!(
            kiln::refused(shop, "order_cancel", cancel).await,
            "not-ready-not-open"
        );
    })
    .await;
}
