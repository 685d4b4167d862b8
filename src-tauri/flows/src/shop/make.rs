//! The first run: a shop is made.

use super::services::own_post;
use super::status::status;
use super::types::{PrinterChoice, ShopMake, ShopSettings, ShopStatus};
use crate::desk::{Desk, SETTINGS};
use crate::error::{FlowError, Result};
use crate::orders::types::Nothing;
use crate::ship::types::LabelFormat;
use domain::calendar::Zone;
use domain::id::{DeviceId, UserId};
use domain::order::ready::BackorderPolicy;
use domain::own_post::{PostService, PostZone, WeightStep, ZonePlace};
use domain::{Address, Currency, Refusal, Sentence, country};
use store::rows::{ChannelRow, DeviceRow, LocationRow, ServiceRow, StaffRow};
use store::tables::settings;
use store::{Event, Tag, Write};
use words::Lang;

/// Makes the shop: its settings, the first place with stock, the person who works here, the channel
/// for orders by hand, and one service of the own post, so that labels can be made at once. The
/// service asks no postage until the owner writes down what the post charges.
///
/// # Errors
/// [`FlowError::Invalid`] naming the field; refused as `shop-made-already`; the store's.
pub async fn make(desk: &Desk, ask: ShopMake) -> Result<ShopStatus> {
    let settings = settings_of(&ask)?;
    let mut w = desk.write().await?;
    make_in(&mut w, desk, &ask, &settings).await?;
    w.commit().await?;
    // Who works here is known only now.
    let mut reader = desk.store.read().await?;
    let staff = settings::staff(reader.db()).await?;
    let devices = settings::devices(reader.db()).await?;
    drop(reader);
    let device = match desk.actor().device.0 {
        0 => devices.first().map_or(0, |d| d.id),
        id => id,
    };
    desk.sign_in(UserId(staff.first().map_or(0, |s| s.id)), DeviceId(device));
    status(desk, Nothing {}).await
}

async fn make_in(
    w: &mut Write<'_>,
    desk: &Desk,
    ask: &ShopMake,
    shop: &ShopSettings,
) -> Result<()> {
    if settings::get(w.db(), SETTINGS).await?.is_some() {
        return Err(Refusal::new("shop-made-already").into());
    }
    let now = w.now();
    put_settings(w, shop, 0).await?;
    let location = LocationRow {
        id: w.id().await?,
        name: shop.name.clone(),
        active: 1,
        position: 1,
        version: 1,
    };
    settings::add_location(w.db(), location).await?;
    let staff = StaffRow {
        id: w.id().await?,
        name: ask.user.trim().to_owned(),
        role: "owner".to_owned(),
        active: 1,
        version: 1,
    };
    settings::add_staff(w.db(), staff).await?;
    if desk.actor().device.0 == 0 {
        let device = DeviceRow {
            id: w.id().await?,
            name: "?".to_owned(),
            first_seen_at: now,
            last_seen_at: now,
        };
        settings::add_device(w.db(), device).await?;
    }
    let lang = Lang::from_tag(&shop.language);
    let channel = ChannelRow {
        id: w.id().await?,
        kind: "hand".to_owned(),
        name: words::say(lang, &Sentence::new("shop-by-hand")),
        start_at: None,
        on_shelf: None,
        active: 1,
        version: 1,
    };
    settings::add_channel(w.db(), channel).await?;
    let post = first_service(shop);
    let service = ServiceRow {
        id: w.id().await?,
        name: post.name.clone(),
        carrier: own_post(&shop.language),
        tracked: 0,
        definition: serde_json::to_string(&post).unwrap_or_default(),
        active: 1,
        version: 1,
    };
    settings::add_service(w.db(), service).await?;
    w.journal(Event::new("shop_made"));
    w.stale(&[Tag::Shop, Tag::Settings]);
    Ok(())
}

/// Saves the settings over a version; returns the new one.
pub(crate) async fn put_settings(
    w: &mut Write<'_>,
    shop: &ShopSettings,
    version: i64,
) -> Result<i64> {
    let text = serde_json::to_string(shop)
        .map_err(|e| store::StoreError::Damaged(format!("the settings cannot be written: {e}")))?;
    Ok(settings::put(w.db(), SETTINGS, &text, version).await?)
}

/// A letter or parcel without a number, to anywhere, at no price: what it costs is not known until
/// the owner says it.
fn first_service(shop: &ShopSettings) -> PostService {
    let lang = Lang::from_tag(&shop.language);
    let any = vec![WeightStep {
        up_to: None,
        price: None,
    }];
    PostService {
        name: words::say(lang, &Sentence::new("shop-first-service")),
        tracked: false,
        from_country: shop.sender.country.clone(),
        currency: shop.currency,
        zones: vec![
            PostZone {
                name: words::say(lang, &Sentence::new("shop-zone-inland")),
                places: vec![ZonePlace {
                    country: shop.sender.country.clone(),
                    postcodes: Vec::new(),
                }],
                rest_of_world: false,
                steps: any.clone(),
            },
            PostZone {
                name: words::say(lang, &Sentence::new("shop-zone-world")),
                places: Vec::new(),
                rest_of_world: true,
                steps: any,
            },
        ],
        days_inland: 14,
        days_abroad: 30,
        max_grams: None,
        max_size: None,
    }
}

/// Where people measure in inches and print on Letter paper (CLDR, territories of paper size
/// US-Letter).
const LETTER: &[&str] = &[
    "US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "SV", "NI", "CR", "PA", "DO", "PR", "BZ",
];

fn settings_of(ask: &ShopMake) -> Result<ShopSettings> {
    let invalid = |field, id: &str| FlowError::Invalid {
        field,
        sentence: Sentence::new(id),
    };
    let name = ask.name.trim();
    if name.is_empty() || name.chars().count() > 100 {
        return Err(invalid("name", "settings-name-missing"));
    }
    let country = country::find(ask.country.trim())
        .ok_or_else(|| invalid("country", "settings-country-unknown"))?;
    if ask.currency == Currency::none() {
        return Err(invalid("currency", "settings-currency-missing"));
    }
    let zone = Zone::new(&ask.zone).ok_or_else(|| invalid("zone", "settings-zone-unknown"))?;
    if !["en", "de"].contains(&ask.language.as_str()) {
        return Err(invalid("language", "settings-language-unknown"));
    }
    if ask.user.trim().is_empty() || ask.user.chars().count() > 100 {
        return Err(invalid("user", "settings-user-missing"));
    }
    let letter = LETTER.contains(&country.code);
    let media = if letter {
        "na_letter_8.5x11in"
    } else {
        "iso_a4_210x297mm"
    };
    let printer = |media: &str| PrinterChoice {
        media: media.to_owned(),
        copies: 1,
        ..PrinterChoice::default()
    };
    Ok(ShopSettings {
        name: name.to_owned(),
        sender: Address {
            company: name.to_owned(),
            line1: ask.street.trim().to_owned(),
            postcode: ask.postcode.trim().to_owned(),
            city: ask.city.trim().to_owned(),
            country: country.code.to_owned(),
            ..Address::default()
        },
        returns: None,
        slip_note: String::new(),
        logo_png: String::new(),
        zone: zone.name().to_owned(),
        currency: ask.currency,
        language: ask.language.clone(),
        open_days: [true, true, true, true, true, false, false],
        holidays: Vec::new(),
        cut_off_minute: 15 * 60,
        handling_days: 1,
        backorder: BackorderPolicy::AllOrNothing,
        backorder_most: 2,
        reserve: super::types::at_confirmation(),
        reserve_days: super::types::a_week(),
        unpaid_days: super::types::a_week(),
        capture_at_shipping: false,
        label_format: if letter {
            LabelFormat::FourBySix
        } else {
            LabelFormat::A6
        },
        label_dpi: 203,
        paper: if letter { "letter" } else { "a4" }.to_owned(),
        label_printer: printer(""),
        paper_printer: printer(media),
        backup_folder: String::new(),
    })
}
