//! The whole surface on one page.

use crate::error::ApiError;
use crate::host::{decode, encode};
use flows::Desk;
use flows::Tag;
use flows::customers::types::*;
use flows::health::Health;
use flows::import::mappings::{MappingRef, MappingRename, SavedMapping};
use flows::import::types::*;
use flows::orders::types::*;
use flows::ship::hand_over::{HandOverScan, Scanned};
use flows::ship::hand_over_list::HandOverListMake;
use flows::ship::types::*;
use flows::shop::types::*;
use flows::stock::types::*;
use serde_json::Value;
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
    query shop_status(Nothing) -> ShopStatus [Shop, Settings] => flows::shop::status;
    /// Make the shop: its name, country, currency, zone, language.
    mutation shop_make(ShopMake) -> ShopStatus [Shop, Settings] => flows::shop::make;
    /// Fill an empty shop with sample data.
    mutation sample_open(Nothing) -> ShopStatus [Shop, Settings, Orders, Shipments, Stock, Customers, Imports, Documents, Needs] => flows::sample::open;
    /// Take the sample data out again.
    mutation sample_remove(Nothing) -> ShopStatus [Shop, Settings, Orders, Shipments, Stock, Customers, Imports, Documents, Needs] => flows::sample::remove;
    /// The day at a look.
    query today(Nothing) -> Today [Orders, Shipments, Needs, Imports, Stock] => flows::shop::today;
    /// The settings.
    query settings_get(Nothing) -> SettingsSave [Settings] => flows::shop::settings_get;
    /// Save the settings.
    mutation settings_save(SettingsSave) -> SettingsSave [Settings, Orders, Stock] => flows::shop::settings_save;
    /// Read a picture for the logo. Nothing is saved.
    query logo_read(LogoRead) -> LogoPicture [Settings] => flows::shop::logo_read;
    /// The services of the shop's own post.
    query services_list(Nothing) -> Vec<Service> [Settings] => flows::shop::services_list;
    /// Save a service, and give it a pool of numbers.
    mutation service_save(ServiceSave) -> Service [Settings] => flows::shop::service_save;
    /// Say where a service's numbers go on after a backup was restored.
    mutation pool_continue(PoolContinue) -> Service [Settings, Needs] => flows::shop::pool_continue;
    /// The channels.
    query channels_list(Nothing) -> Vec<Channel> [Settings, Shipments, Needs] => flows::shop::channels_list;
    /// Save a channel.
    mutation channel_save(ChannelSave) -> Channel [Settings, Orders, Stock, Needs] => flows::shop::channel_save;
    /// The places with stock, in the order in which they ship.
    query locations_list(Nothing) -> Vec<Location> [Settings, Stock] => flows::shop::locations_list;
    /// Add a place with stock, change one, or take it out of use.
    mutation location_save(LocationSave) -> Vec<Location> [Settings, Stock, Orders] => flows::shop::location_save;
    /// The backups in the shop's own folder, newest first.
    query backups_list(Nothing) -> Vec<Backup> [Shop] => flows::shop::backups_list;
    /// Read a backup to its last byte, and say what would be lost if it took the shop's place.
    mutation backup_review(BackupPick) -> BackupReview [Shop] => flows::shop::backup_review;
    /// Put a backup in the shop's place. The shop as it is is backed up first.
    mutation backup_restore(BackupPick) -> ShopStatus [Shop, Settings, Orders, Shipments, Stock, Customers, Imports, Documents, Jobs, Needs] => flows::shop::restore_refused;
    /// Make a backup and check it.
    mutation backup_make(BackupMake) -> flows::BackupInfo [Shop] => flows::shop::backup_make;
    /// What the last check of the shop's data said.
    query health(Nothing) -> Health [Shop] => flows::health::health;
    /// Look at all of the shop's data: damage, and stored values that their rows contradict.
    mutation health_check(Nothing) -> Health [Shop, Needs] => flows::health::health_check;
    /// The printers that this computer knows.
    query printers_list(Nothing) -> Vec<FoundPrinter> [Shop] => flows::shop::printers_list;
    /// What is going on in the background.
    query progress(Nothing) -> Vec<Progress> [Jobs] => flows::shop::progress;
    /// Ask the work in the background to stop.
    mutation job_cancel(Nothing) -> Nothing [Jobs] => flows::shop::job_cancel;
    /// Mark something that needed a person as settled.
    mutation need_close(NeedRef) -> Nothing [Needs, Orders] => flows::shop::need_close;

    /// Erase people for good: names, addresses, notes, pages, search. Orders, stock and money stay.
    mutation customers_erase(CustomersErase) -> Erased [Customers, Orders, Shipments, Documents, Needs] => flows::customers::erase;
    /// How long invoices have to be kept.
    query privacy_get(Nothing) -> Privacy [Settings] => flows::customers::privacy_get;
    /// Settle how long invoices have to be kept.
    mutation privacy_save(Privacy) -> Privacy [Settings] => flows::customers::privacy_save;

    /// The counts of the preset views.
    query order_views(Nothing) -> Vec<ViewCount> [Orders] => flows::orders::list::views;
    /// A page of orders.
    query orders_list(OrdersList) -> OrdersPage [Orders] => flows::orders::list::list;
    /// Everything of one order.
    query order_get(OrderRef) -> OrderDetail [Orders, Shipments, Documents, Stock] => flows::orders::detail::get;
    /// What happened to an order, newest first.
    query order_timeline(OrderRef) -> Vec<TimelineEntry> [Orders, Shipments, Documents] => flows::orders::timeline::timeline;
    /// Find orders, customers, products and parcels.
    query search(Search) -> Vec<Hit> [Orders, Customers, Stock, Shipments] => flows::orders::list::search;
    /// Hold orders.
    mutation orders_hold(OrdersHold) -> BulkResult [Orders, Needs] => flows::orders::hold::hold;
    /// Release holds.
    mutation orders_release(OrdersRelease) -> BulkResult [Orders, Needs] => flows::orders::hold::release;
    /// Put goods aside now for orders that wait for their day or for a person.
    mutation orders_reserve(OrdersReserve) -> BulkResult [Orders, Stock] => flows::orders::reserving::reserve_now;
    /// Sign that an order leaves although it is not ready.
    mutation ship_anyway(ShipAnyway) -> OrderDetail [Orders, Shipments] => flows::orders::signing::sign;
    /// Take such a signature back.
    mutation ship_anyway_withdraw(OrderRef) -> OrderDetail [Orders, Shipments] => flows::orders::signing::withdraw;
    /// Cancel an order, or units of it that have not left.
    mutation order_cancel(OrderCancel) -> OrderDetail [Orders, Shipments, Stock, Needs] => flows::orders::cancel::cancel;
    /// Take a cancellation back.
    mutation order_restore(OrderRef) -> OrderDetail [Orders, Stock, Needs] => flows::orders::cancel::restore;
    /// What the source called shipped has not left after all: its shipments are taken back.
    mutation order_not_sent_there(NotSentThere) -> OrderDetail [Orders, Shipments, Stock, Needs] => flows::orders::not_sent::not_sent;
    /// Change the address, the note or the gift of an open order.
    mutation order_edit(OrderEdit) -> OrderDetail [Orders, Shipments, Needs, Customers] => flows::orders::edit::edit;
    /// Give an order a rule of its own for when a part is short, or take it back.
    mutation order_backorder(OrderBackorder) -> OrderDetail [Orders] => flows::orders::backorder::backorder;
    /// Decide between ours and theirs.
    mutation conflict_settle(ConflictSettle) -> OrderDetail [Orders, Shipments, Stock, Needs] => flows::orders::conflict::settle;

    /// What has to be known before labels are made.
    query ship_plan(ShipPlanAsk) -> ShipPlan [Orders, Shipments, Settings] => flows::ship::plan::plan;
    /// Lay out parcels before there is a label: split an order, combine several, or neither again.
    mutation parcels_plan(ParcelsPlan) -> ShipPlan [Orders, Shipments] => flows::ship::parcel_plan::set;
    /// How a label will look.
    query label_preview(LabelPreviewAsk) -> LabelPreview [Orders, Settings] => flows::ship::labels::preview;
    /// Make a pick list.
    mutation pick_list_make(PickListMake) -> PickListMade [Orders, Shipments, Documents] => flows::ship::pick::make;
    /// A page of pick lists, newest first.
    query pick_lists_list(PickListsList) -> PickListsPage [Shipments] => flows::ship::pick_lists::list;
    /// A pick list with its lines in walking order.
    query pick_list_get(PickListRef) -> PickListDetail [Shipments, Orders, Stock] => flows::ship::pick_lists::get;
    /// Say what was found for lines of a pick list.
    mutation pick_list_enter(PickListEnter) -> PickListDetail [Orders, Shipments, Stock, Needs] => flows::ship::picking::enter;
    /// Take the answer of one line back.
    mutation pick_list_undo(PickAnswerUndo) -> PickListDetail [Orders, Shipments, Stock, Needs] => flows::ship::picking::undo;
    /// End a pick list.
    mutation pick_list_finish(PickListFinish) -> PickListDetail [Orders, Shipments, Stock, Needs] => flows::ship::picking::finish;
    /// A page of what goes back to the shelf.
    query put_backs_list(PutBacksList) -> PutBacksPage [Shipments, Orders, Stock] => flows::ship::put_back::list;
    /// Units are back on the shelf.
    mutation put_back_done(PutBackDone) -> PutBackBooked [Stock, Shipments] => flows::ship::put_back::done;
    /// They were not put back after all.
    mutation put_back_undo(PutBackRef) -> Nothing [Stock, Shipments] => flows::ship::put_back::undo;
    /// Make packing slips.
    mutation slips_make(SlipsMake) -> SlipsMade [Documents, Orders, Shipments, Needs] => flows::ship::slips::make;
    /// Make labels: parcels, numbers, postage, one PDF.
    mutation labels_make(LabelsMake) -> LabelsMade [Orders, Shipments, Stock, Documents, Needs, Settings] => flows::ship::labels::make;
    /// Retire a label.
    mutation label_retire(LabelRetire) -> Nothing [Orders, Shipments, Needs] => flows::ship::labels::retire;
    /// Keep a label although its order was changed since, signed.
    mutation label_keep(LabelKeep) -> Nothing [Orders, Shipments, Needs] => flows::ship::labels::keep;
    /// Labelled parcels that wait, by carrier.
    query hand_over_waiting(Nothing) -> Vec<WaitingCarrier> [Shipments, Orders] => flows::ship::hand_over::waiting;
    /// Hand parcels over: now they have left, stock falls, the source is to be told.
    mutation hand_over(HandOver) -> HandedOver [Orders, Shipments, Stock, Needs] => flows::ship::hand_over::hand_over;
    /// A parcel was scanned at the van: it has left, or the sentence says why not.
    mutation hand_over_scan(HandOverScan) -> Scanned [Orders, Shipments, Stock, Needs] => flows::ship::hand_over::scan;
    /// Make the list of a hand-over, for the carrier to sign.
    mutation hand_over_list_make(HandOverListMake) -> DocumentMade [Documents] => flows::ship::hand_over_list::make;
    /// A parcel did not leave after all.
    mutation take_back(ParcelRef) -> Nothing [Orders, Shipments, Stock, Needs] => flows::ship::hand_over::take_back;
    /// A parcel arrived.
    mutation parcel_delivered(ParcelRef) -> Nothing [Orders, Shipments] => flows::ship::delivered::by_hand;
    /// Write what a channel has yet to be told.
    mutation shipped_file(ShippedFile) -> ShippedFileMade [Shipments, Settings, Documents] => flows::ship::shipped_file::make;
    /// Make the printer test page for the label paper.
    mutation test_page_make(Nothing) -> DocumentMade [Documents] => flows::ship::test_page::make;
    /// Print a document, or open it on screen.
    mutation print(Print) -> Printed [Documents] => flows::ship::print::print;

    /// What a file would do. Nothing is written.
    query import_preview(ReadAs) -> Preview [Imports, Orders, Stock, Settings] => flows::import::preview::preview;
    /// Take a file's orders, all or nothing.
    mutation import_commit(ImportCommit) -> Imported [Imports, Orders, Stock, Customers, Needs, Settings] => flows::import::preview::commit;
    /// The imports of the past, newest first.
    query imports_list(Nothing) -> Vec<ImportRow> [Imports] => flows::import::preview::list;
    /// Take an import back.
    mutation import_undo(ImportUndo) -> ImportUndone [Imports, Orders, Stock, Customers, Needs, Settings] => flows::import::undo::undo;
    /// The saved ways of reading files of other columns, the last used first.
    query mappings_list(Nothing) -> Vec<SavedMapping> [Imports, Settings] => flows::import::mappings::list;
    /// Give a saved mapping another name.
    mutation mapping_rename(MappingRename) -> Vec<SavedMapping> [Imports] => flows::import::mappings::rename;
    /// Forget a saved mapping. What came in by it stays.
    mutation mapping_forget(MappingRef) -> Vec<SavedMapping> [Imports] => flows::import::mappings::forget;
    /// Save the refused rows as a file.
    query import_refused_save(RefusedSave) -> Nothing [] => flows::import::left_out::refused_save;
    /// What a product file would do; with its hash: do it.
    mutation products_import(ProductsFile) -> ProductsPreview [Stock, Orders, Imports] => flows::import::products::products;

    /// A page of products with their stock.
    query stock_list(StockList) -> StockPage [Stock] => flows::stock::list;
    /// A variant, and the rows behind its numbers.
    query variant_get(VariantRef) -> VariantDetail [Stock] => flows::stock::variant_get;
    /// Count what lies on the shelf.
    mutation stock_count(StockCount) -> Counted [Stock, Orders, Needs] => flows::stock::count;
    /// Bring units in or out by hand.
    mutation stock_move(StockMove) -> VariantDetail [Stock, Orders, Needs] => flows::stock::move_by_hand;
    /// Carry units from one place to another.
    mutation stock_transfer(StockTransfer) -> VariantDetail [Stock, Orders] => flows::stock::transfer;
    /// Change or make a variant.
    mutation variant_save(VariantSave) -> VariantDetail [Stock, Orders] => flows::stock::variant_save;
    /// Give a product a rule of its own for when it is short, or take it back.
    mutation variant_backorder(VariantBackorder) -> VariantDetail [Stock, Orders] => flows::stock::variant_backorder;
}
