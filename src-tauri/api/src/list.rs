//! The whole surface on one page.

use flows::import::types::*;
use flows::orders::types::*;
use flows::ship::types::*;
use flows::shop::types::*;
use flows::stock::types::*;
use crate::error::ApiError;
use crate::host::{decode, encode};
use flows::Desk;
use serde_json::Value;
use store::Tag;
use ts_rs::{Config, TS};

/// Whether a command only looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It looks.
    Query,
    /// It changes something.
    Mutation,
}

/// One command, as hosts see it.
#[derive(Debug, Clone, Copy)]
pub struct CommandInfo {
    /// Its name: `thing_verb`.
    pub name: &'static str,
    /// One line on what it does.
    pub doc: &'static str,
    /// Whether it only looks.
    pub kind: Kind,
    /// What its answer is made of, or what it makes stale.
    pub tags: &'static [Tag],
    /// The request's type, as TypeScript.
    pub request: fn(&Config) -> String,
    /// The answer's type, as TypeScript.
    pub answer: fn(&Config) -> String,
    /// Adds the declarations that both types need.
    pub(crate) declare: fn(&mut crate::typescript::Declarations),
}

macro_rules! commands {
    ($(#[doc = $doc:literal] $kind:ident $name:ident($req:ty) -> $res:ty [$($tag:ident),*] $(=> $handler:path)?;)*) => {
        /// Every command, in the order of this page.
        pub const COMMANDS: &[CommandInfo] = &[$(CommandInfo {
            name: stringify!($name),
            doc: $doc,
            kind: commands!(@$kind),
            tags: &[$(Tag::$tag),*],
            request: |config| <$req as TS>::name(config),
            answer: |config| <$res as TS>::name(config),
            declare: |to| { to.add::<$req>(); to.add::<$res>(); },
        }),*];

        /// Runs a command by its name: decodes the request, calls the flow, encodes the answer.
        pub(crate) async fn dispatch(desk: &Desk, name: &str, body: Value) -> Result<Value, ApiError> {
            match name {
                $(stringify!($name) => commands!(@run desk, body, $req, $($handler)?),)*
                _ => Err(ApiError::unknown_command(name)),
            }
        }
    };
    (@query) => { Kind::Query };
    (@mutation) => { Kind::Mutation };
    (@run $desk:ident, $body:ident, $req:ty, $handler:path) => {{
        let request: $req = decode($body)?;
        // Boxed, so that the router's own future stays small whatever a flow holds.
        let answer = Box::pin($handler($desk, request)).await?;
        encode(&answer)
    }};
    (@run $desk:ident, $body:ident, $req:ty,) => {
        Err(ApiError::unknown_command(stringify!($req)))
    };
}

commands! {
    /// What every screen needs to know of the shop.
    query shop_status(Nothing) -> ShopStatus [Shop, Settings];
    /// Make the shop: its name, country, currency, zone, language.
    mutation shop_make(ShopMake) -> ShopStatus [Shop, Settings];
    /// Fill an empty shop with sample data.
    mutation sample_open(Nothing) -> ShopStatus [Shop, Settings, Orders, Stock, Customers];
    /// Take the sample data out again.
    mutation sample_remove(Nothing) -> ShopStatus [Shop, Settings, Orders, Stock, Customers];
    /// The day at a look.
    query today(Nothing) -> Today [Orders, Shipments, Needs, Imports, Stock];
    /// The settings.
    query settings_get(Nothing) -> SettingsSave [Settings];
    /// Save the settings.
    mutation settings_save(SettingsSave) -> SettingsSave [Settings, Orders];
    /// The services of the shop's own post.
    query services_list(Nothing) -> Vec<Service> [Settings];
    /// Save a service, and give it a pool of numbers.
    mutation service_save(ServiceSave) -> Service [Settings];
    /// The channels.
    query channels_list(Nothing) -> Vec<Channel> [Settings, Shipments];
    /// Save a channel.
    mutation channel_save(ChannelSave) -> Channel [Settings];
    /// The backups in the shop's own folder, newest first.
    query backups_list(Nothing) -> Vec<store::BackupInfo> [Shop];
    /// Make a backup and check it.
    mutation backup_make(BackupMake) -> store::BackupInfo [Shop];
    /// The printers that this computer knows.
    query printers_list(Nothing) -> Vec<FoundPrinter> [Shop];
    /// What is going on in the background.
    query progress(Nothing) -> Vec<Progress> [Jobs];
    /// Ask the work in the background to stop.
    mutation job_cancel(Nothing) -> Nothing [Jobs];
    /// Mark something that needed a person as settled.
    mutation need_close(NeedRef) -> Nothing [Needs, Orders];

    /// The counts of the preset views.
    query order_views(Nothing) -> Vec<ViewCount> [Orders] => flows::orders::list::views;
    /// A page of orders.
    query orders_list(OrdersList) -> OrdersPage [Orders] => flows::orders::list::list;
    /// Everything of one order.
    query order_get(OrderRef) -> OrderDetail [Orders, Shipments, Documents, Stock];
    /// What happened to an order, newest first.
    query order_timeline(OrderRef) -> Vec<TimelineEntry> [Orders, Shipments, Documents];
    /// Find orders, customers, products and parcels.
    query search(Search) -> Vec<Hit> [Orders, Customers, Stock, Shipments] => flows::orders::list::search;
    /// Hold orders.
    mutation orders_hold(OrdersHold) -> BulkResult [Orders, Needs];
    /// Release holds.
    mutation orders_release(OrdersRelease) -> BulkResult [Orders, Needs];
    /// Cancel an order, or units of it that have not left.
    mutation order_cancel(OrderCancel) -> OrderDetail [Orders, Shipments, Stock, Needs];
    /// Take a cancellation back.
    mutation order_restore(OrderRef) -> OrderDetail [Orders, Stock];
    /// Change the address, the note or the gift of an open order.
    mutation order_edit(OrderEdit) -> OrderDetail [Orders, Shipments, Needs, Customers];
    /// Decide between ours and theirs.
    mutation conflict_settle(ConflictSettle) -> OrderDetail [Orders, Needs];

    /// What has to be known before labels are made.
    query ship_plan(ShipPlanAsk) -> ShipPlan [Orders, Shipments, Settings];
    /// How a label will look.
    query label_preview(LabelPreviewAsk) -> LabelPreview [Orders, Settings];
    /// Make a pick list.
    mutation pick_list_make(PickListMake) -> PickListMade [Orders, Shipments, Documents];
    /// Make packing slips.
    mutation slips_make(SlipsMake) -> DocumentMade [Documents];
    /// Make labels: parcels, numbers, postage, one PDF.
    mutation labels_make(LabelsMake) -> LabelsMade [Orders, Shipments, Documents, Needs, Settings];
    /// Retire a label.
    mutation label_retire(LabelRetire) -> Nothing [Orders, Shipments, Needs];
    /// Labelled parcels that wait, by carrier.
    query hand_over_waiting(Nothing) -> Vec<WaitingCarrier> [Shipments, Orders];
    /// Hand parcels over: now they have left, stock falls, the source is to be told.
    mutation hand_over(HandOver) -> HandedOver [Orders, Shipments, Stock, Needs];
    /// A parcel did not leave after all.
    mutation take_back(ParcelRef) -> Nothing [Orders, Shipments, Stock];
    /// A parcel arrived.
    mutation parcel_delivered(ParcelRef) -> Nothing [Orders, Shipments];
    /// Write what a channel has yet to be told.
    mutation shipped_file(ShippedFile) -> ShippedFileMade [Shipments, Settings, Documents];
    /// Print a document, or open it on screen.
    mutation print(Print) -> Printed [Documents];

    /// What a file would do. Nothing is written.
    query import_preview(ReadAs) -> Preview [Imports, Orders, Stock];
    /// Take a file's orders, all or nothing.
    mutation import_commit(ImportCommit) -> Imported [Imports, Orders, Stock, Customers, Needs, Settings];
    /// The imports of the past, newest first.
    query imports_list(Nothing) -> Vec<ImportRow> [Imports];
    /// Take an import back.
    mutation import_undo(ImportUndo) -> ImportUndone [Imports, Orders, Stock, Customers, Needs];
    /// Save the refused rows as a file.
    query import_refused_save(RefusedSave) -> Nothing [];
    /// What a product file would do; with its hash: do it.
    mutation products_import(ProductsFile) -> ProductsPreview [Stock, Orders, Imports];

    /// A page of products with their stock.
    query stock_list(StockList) -> StockPage [Stock];
    /// A variant, and the rows behind its numbers.
    query variant_get(VariantRef) -> VariantDetail [Stock];
    /// Count what lies on the shelf.
    mutation stock_count(StockCount) -> Counted [Stock, Orders, Needs];
    /// Bring units in or out by hand.
    mutation stock_move(StockMove) -> VariantDetail [Stock, Orders];
    /// Change or make a variant.
    mutation variant_save(VariantSave) -> VariantDetail [Stock, Orders];
}
