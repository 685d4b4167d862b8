//! The shelf, the post and the orders of the sample shop, through the flows that a real shop uses.

use super::goods::GOODS;
use super::made::{self, Made};
use super::orders::{self, Sample};
use crate::desk::{self, Desk};
use crate::error::Result;
use crate::import::commit::{Take, take};
use crate::import::packed::Packed;
use crate::orders::hold::hold;
use crate::orders::types::OrdersHold;
use crate::ship::types::{HandOver, LabelWish, LabelsMake};
use crate::shop::service_save;
use crate::shop::types::{ServiceSave, ShopSettings};
use crate::stock::types::StockCount;
use crate::stock::variants::{NewVariant, make};
use crate::{ship, stock};
use domain::id::{OrderId, VariantId};
use domain::order::HoldKind;
use domain::own_post::{NumberPool, PostService, PostZone, WeightStep, ZonePlace};
use domain::source::SourceOrder;
use domain::time::DAY;
use std::collections::BTreeMap;

/// The neighbours: what a parcel costs there is less than to the rest of the world.
const EUROPE: &[&str] = &[
    "AT", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Fills the shop. `own` says that the shop was made for the sample.
pub(super) async fn fill(desk: &Desk, own: bool) -> Result<()> {
    let mut reader = desk.store.read().await?;
    let shop = desk::settings(reader.db()).await?.0;
    drop(reader);
    let mut made = Made {
        shop: own,
        ..Made::default()
    };
    made.variants = fill_shelf(desk, &shop, &made).await?;
    let letter = service_save(desk, letter(&shop)).await?;
    made.services.push(letter.id.0);
    remember(desk, &made).await?;
    let parcel = service_save(desk, parcel(&shop)).await?;
    made.services.push(parcel.id.0);
    remember(desk, &made).await?;
    let calendar = desk::calendar(&shop)?;
    let sample = orders::all(desk.now(), &calendar, shop.currency, &shop.sender.country);
    let ids = fill_orders(desk, &sample).await?;
    set_states(desk, &sample, &ids).await
}

async fn remember(desk: &Desk, made: &Made) -> Result<()> {
    let mut w = desk.write().await?;
    made::write(w.db(), Some(made)).await?;
    w.commit().await?;
    Ok(())
}

async fn fill_shelf(desk: &Desk, shop: &ShopSettings, made: &Made) -> Result<Vec<i64>> {
    let new: Vec<NewVariant> = GOODS
        .iter()
        .map(|good| NewVariant {
            product_key: String::new(),
            sku: good.sku.to_owned(),
            title: good.title.to_owned(),
            options: good.options.to_owned(),
            barcodes: vec![good.barcode.to_owned()],
            bin: good.bin.to_owned(),
            grams: Some(good.grams),
            size: [None; 3],
            hs_code: good.hs_code.to_owned(),
            origin: good.origin.to_owned(),
            cost: Some(good.cost),
            price: Some(good.price),
            currency: shop.currency.code().to_owned(),
            safety: 0,
            reorder_point: good.reorder_point,
        })
        .collect();
    let mut w = desk.write().await?;
    let ids = make(&mut w, &new).await?;
    for (id, good) in ids.iter().zip(GOODS) {
        let Some(counted) = good.count else { continue };
        let ask = StockCount {
            variant: VariantId(*id),
            location: None,
            counted,
            confirm: false,
            note: String::new(),
        };
        stock::count_in(&mut w, &ask).await?;
    }
    let made = Made {
        variants: ids.clone(),
        ..made.clone()
    };
    made::write(w.db(), Some(&made)).await?;
    w.commit().await?;
    Ok(ids)
}

fn zones(
    home: &str,
    inland: &[(i64, i64)],
    europe: &[(i64, i64)],
    world: &[(i64, i64)],
) -> Vec<PostZone> {
    let steps = |steps: &[(i64, i64)]| {
        steps
            .iter()
            .map(|(up_to, price)| WeightStep {
                up_to: Some(*up_to),
                price: Some(*price),
            })
            .collect()
    };
    let place = |country: &str| ZonePlace {
        country: country.to_owned(),
        postcodes: Vec::new(),
    };
    vec![
        PostZone {
            name: "Inland".to_owned(),
            places: vec![place(home)],
            rest_of_world: false,
            steps: steps(inland),
        },
        PostZone {
            name: "Europe".to_owned(),
            places: EUROPE
                .iter()
                .filter(|c| **c != home)
                .map(|c| place(c))
                .collect(),
            rest_of_world: false,
            steps: steps(europe),
        },
        PostZone {
            name: "World".to_owned(),
            places: Vec::new(),
            rest_of_world: true,
            steps: steps(world),
        },
    ]
}

fn letter(shop: &ShopSettings) -> ServiceSave {
    let zones = zones(
        &shop.sender.country,
        &[(100, 270), (350, 405), (1_000, 535)],
        &[(100, 460), (350, 690), (1_000, 1_080)],
        &[(100, 520), (350, 840), (1_000, 1_390)],
    );
    ServiceSave {
        id: None,
        version: 0,
        post: PostService {
            name: "Sample letter post".to_owned(),
            tracked: false,
            from_country: shop.sender.country.clone(),
            currency: shop.currency,
            zones,
            days_inland: 14,
            days_abroad: 30,
            max_grams: Some(1_000),
            max_size: None,
        },
        pool: None,
        active: true,
    }
}

fn parcel(shop: &ShopSettings) -> ServiceSave {
    let zones = zones(
        &shop.sender.country,
        &[(2_000, 640), (10_000, 830), (30_000, 1_250)],
        &[
            (2_000, 1_190),
            (5_000, 1_490),
            (10_000, 2_150),
            (30_000, 3_400),
        ],
        &[
            (2_000, 2_450),
            (5_000, 3_600),
            (10_000, 5_400),
            (30_000, 9_800),
        ],
    );
    ServiceSave {
        id: None,
        version: 0,
        post: PostService {
            name: "Sample tracked parcel".to_owned(),
            tracked: true,
            from_country: shop.sender.country.clone(),
            currency: shop.currency,
            zones,
            days_inland: 14,
            days_abroad: 30,
            max_grams: Some(30_000),
            max_size: None,
        },
        pool: Some(NumberPool {
            letters: "CE".to_owned(),
            country: shop.sender.country.clone(),
            from: orders::FIRST_SERIAL,
            to: orders::FIRST_SERIAL + 299,
            next: orders::FIRST_SERIAL,
            warn_at: 25,
            unsure_since: None,
        }),
        active: true,
    }
}

/// Takes the orders in and returns their ids by number.
async fn fill_orders(desk: &Desk, sample: &Sample) -> Result<BTreeMap<String, i64>> {
    let start_at = Some(desk.now() - 14 * DAY);
    for (name, file_name, list) in [
        ("Web shop", "sample-web-shop.csv", &sample.web),
        ("Market stall", "sample-market-stall.csv", &sample.stall),
    ] {
        let orders: Vec<SourceOrder> = list.clone();
        take(
            desk,
            Take {
                channel: None,
                kind: "sample".to_owned(),
                channel_name: name.to_owned(),
                start_at,
                on_shelf: Some(false),
                others: None,
                orders: Packed::of(orders)?,
                refused: 0,
                file_name: file_name.to_owned(),
                sha256: String::new(),
                make_products: false,
                mapping: None,
                by: None,
                sample: true,
            },
        )
        .await?;
    }
    let mut reader = desk.store.read().await?;
    let ids = store::tables::sample::orders(reader.db()).await?;
    let heads = store::tables::stock::order_heads(reader.db(), &ids).await?;
    Ok(heads.into_iter().map(|o| (o.number, o.id)).collect())
}

/// Holds some orders, makes labels for some, hands two over: a day that has begun.
async fn set_states(desk: &Desk, sample: &Sample, ids: &BTreeMap<String, i64>) -> Result<()> {
    let id_of = |number: &String| ids.get(number).copied().map(OrderId);
    for (number, kind, note, until) in [
        (
            &sample.held.0,
            HoldKind::Manual,
            "Wants another colour, asked on Tuesday",
            None,
        ),
        (&sample.held.1, HoldKind::Fraud, "", None),
        (
            &sample.held.2,
            HoldKind::UntilDate,
            "",
            Some(desk.now() + 5 * DAY),
        ),
    ] {
        let ask = OrdersHold {
            orders: id_of(number).into_iter().collect(),
            kind,
            note: note.to_owned(),
            until,
        };
        hold(desk, ask).await?;
    }
    let wishes = sample
        .labelled
        .iter()
        .filter_map(id_of)
        .map(|order| LabelWish {
            orders: vec![order],
            service: None,
            parcels: Vec::new(),
        })
        .collect();
    let labels = LabelsMake {
        wishes,
        format: None,
        start: None,
    };
    let made = Box::pin(ship::labels::make(desk, labels)).await?;
    let gone = made.parcels.iter().take(2).map(|p| p.parcel).collect();
    let ask = HandOver {
        parcels: gone,
        carrier: None,
    };
    Box::pin(ship::hand_over::hand_over(desk, ask)).await?;
    Ok(())
}
