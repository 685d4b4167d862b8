// Written by `cargo xtask bindings` from src-tauri/api/src/list.rs. Do not edit.

/**
 * A postal address. Every part is kept as it was given; an absent part is the empty string.
 */
export type Address = { 
/**
 * The person.
 */
name: string, 
/**
 * The firm.
 */
company: string, 
/**
 * Street and house number.
 */
line1: string, 
/**
 * Flat, floor, care of.
 */
line2: string, 
/**
 * A third line, where the source has one.
 */
line3: string, 
/**
 * Town; in some countries with its district.
 */
city: string, 
/**
 * State, province, county or prefecture, as given (code or name).
 */
region: string, 
/**
 * Postcode as text: leading zeros matter.
 */
postcode: string, 
/**
 * ISO 3166-1 alpha-2 in capitals, or empty when the source's word was not understood.
 */
country: string, 
/**
 * Telephone, as given.
 */
phone: string, };

/**
 * One remark of the address check.
 */
export type AddressFinding = { 
/**
 * Whether a carrier would refuse it.
 */
stops: boolean, 
/**
 * The address part.
 */
field: string, 
/**
 * In words.
 */
sentence: Sentence, };

/**
 * Why a command did not do what was asked.
 */
export type ApiError = { 
/**
 * The kind.
 */
code: Code, 
/**
 * What happened and what to do next.
 */
message: Sentence, 
/**
 * The field of the request that it is about, or empty.
 */
field: string, 
/**
 * For a log: what the machine said. Never shown first, never with personal data.
 */
trace: string, };

/**
 * What to do with an order of which a part is short.
 */
export type BackorderPolicy = "all_or_nothing" | "as_available" | "at_most";

/**
 * A backup in the shop's own folder.
 */
export type Backup = { 
/**
 * Its file's name.
 */
name: string, 
/**
 * Whole path.
 */
path: string, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * When it was made.
 */
made_at: number | null, 
/**
 * Why: `daily`, `by-hand`, `before-update`, `before-restore`.
 */
why: string, 
/**
 * When all of it was read last.
 */
checked_at: number | null, 
/**
 * Whether every byte was as it was written; only of one that was read.
 */
whole: boolean, };

/**
 * A backup on disk.
 */
export type BackupInfo = { 
/**
 * File name, such as `backroom-20261123T064500Z-daily.db`.
 */
name: string, 
/**
 * Whole path.
 */
path: string, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * When it was made, as its name says.
 */
made_at: number | null, 
/**
 * Why it was made, as its name says: `daily`, `by-hand`, `before-update`, `before-restore`.
 */
why: string, };

/**
 * Make a backup.
 */
export type BackupMake = { 
/**
 * Into this folder; empty: the shop's own, and the second one of the settings.
 */
folder: string, };

/**
 * One backup: of the shop's own folder by its name, or any file.
 */
export type BackupPick = { 
/**
 * A name of the list; empty: the file in `path`.
 */
name: string, 
/**
 * A file anywhere.
 */
path: string, };

/**
 * A backup that was read to its last byte, and what would be lost with it.
 */
export type BackupReview = { 
/**
 * Its file's name.
 */
name: string, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * When it was made, if its name says so.
 */
made_at: number | null, 
/**
 * It carries a checksum, and every byte agrees. Otherwise only its structure could be looked at.
 */
sealed: boolean, 
/**
 * The shop of today cannot be read: what would be lost is not known.
 */
unknown: boolean, 
/**
 * It is a backup of another shop: all of this one would be replaced.
 */
another_shop: boolean, 
/**
 * Orders that it does not know.
 */
orders: number, 
/**
 * Parcels that left since.
 */
parcels: number, 
/**
 * Documents that it does not know.
 */
documents: number, 
/**
 * Entries of the journal that it does not know: everything that was done since.
 */
entries: number, 
/**
 * The last thing that was done in it; absent when nothing was.
 */
newest_at: number | null, };

/**
 * One file that was imported.
 */
export type BatchId = number;

/**
 * One that was not done.
 */
export type BulkRefusal = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * Its number.
 */
number: string, 
/**
 * Why.
 */
sentence: Sentence, };

/**
 * What became of each order of a bulk action.
 */
export type BulkResult = { 
/**
 * Done.
 */
done: number, 
/**
 * Not done, each with its reason.
 */
refused: Array<BulkRefusal>, };

/**
 * One commit, as screens hear of it.
 */
export type Changed = { 
/**
 * The journal's sequence after the commit.
 */
seq: number, 
/**
 * What went stale.
 */
tags: Array<Tag>, 
/**
 * Ids of the things that changed; empty when there are more than 200: then all of the tags.
 */
ids: Array<number>, };

/**
 * A channel.
 */
export type Channel = { 
/**
 * The channel.
 */
id: ChannelId, 
/**
 * `hand`, or the format's word.
 */
kind: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Orders placed before are history.
 */
start_at: number | null, 
/**
 * Whether what it reports shipped, or sold at its till, stood on our shelf; absent while nobody has
 * said.
 */
on_shelf: boolean | null, 
/**
 * Shipments that wait for that answer.
 */
unasked: number, 
/**
 * Whether orders of it are taken in.
 */
active: boolean, 
/**
 * Parcels that it has yet to be told of.
 */
untold: number, 
/**
 * Version, for edits.
 */
version: number, };

/**
 * A channel that a file may be of.
 */
export type ChannelChoice = { 
/**
 * The channel.
 */
id: ChannelId, 
/**
 * Its name.
 */
name: string, 
/**
 * So many of the file's orders came from it before; counted where there are several channels.
 */
here: number, };

/**
 * Where orders come from.
 */
export type ChannelId = number;

/**
 * Change a channel; what is absent stays.
 */
export type ChannelSave = { 
/**
 * The channel.
 */
id: ChannelId, 
/**
 * The version that the person saw.
 */
version: number, 
/**
 * Its name.
 */
name: string | null, 
/**
 * Orders placed before are history, when they come in from now on.
 */
start_at: number | null, 
/**
 * Whether what it reports shipped, or sold at its till, stands on our shelf. What waits for the answer
 * is settled by it; what was booked before stays.
 */
on_shelf: boolean | null, 
/**
 * Whether orders of it are taken in.
 */
active: boolean | null, };

/**
 * What a charge is for. `MODEL.md`, "Money".
 */
export type ChargeKind = "line" | "shipping" | "fee" | "tip" | "gift_wrap" | "duty" | "discount" | "tax" | "rounding" | "unexplained";

/**
 * What a file leaves open.
 */
export type Choices = { 
/**
 * Numbers such as `1,234`.
 */
decimal: DecimalChoice | null, 
/**
 * Dates such as `03/08/26`.
 */
dates: DatesChoice | null, 
/**
 * Amounts name no currency, or only a sign that several share: they are read as this one.
 */
currency: Currency | null, 
/**
 * Words for how far an order is: those that are not known, and all of a file that is read by a mapping.
 */
words: Array<WordChoice>, 
/**
 * The sheets of a workbook that has several.
 */
sheets: Array<string>, };

/**
 * What kind of error it is: what the person, or the program, can do about it.
 */
export type Code = "invalid" | "refused" | "not_found" | "stale" | "in_use" | "cancelled" | "file" | "storage" | "printer" | "internal";

/**
 * Settle a conflict.
 */
export type ConflictSettle = { 
/**
 * The conflict.
 */
id: number, 
/**
 * Take theirs; otherwise ours stays.
 */
take_theirs: boolean, };

/**
 * What a count does.
 */
export type Counted = { 
/**
 * Whether it is booked.
 */
booked: boolean, 
/**
 * Units more (or less, negative) than the books said.
 */
difference: number, 
/**
 * Orders that lose units by it.
 */
losers: Array<Waiting>, };

/**
 * An ISO 4217 code in capitals, such as `EUR`.
 */
export type Currency = string;

/**
 * A person or firm that buys.
 */
export type CustomerId = number;

/**
 * Erase people for good.
 */
export type CustomersErase = { 
/**
 * Them. Whoever they were merged with goes with them.
 */
customers: Array<CustomerId>, 
/**
 * Only say what would go and what would stay.
 */
only_look: boolean, };

/**
 * Dates that their own column does not decide.
 */
export type DatesChoice = { 
/**
 * How many cells.
 */
cells: number, 
/**
 * One of them, if it is among the column's examples.
 */
example: string, 
/**
 * How they are read; absent: they refuse their orders.
 */
read_as: DayOrder | null, };

/**
 * Which number comes first in `03/08/26`.
 */
export type DayOrder = "day_first" | "month_first";

/**
 * One day.
 */
export type DaySum = { 
/**
 * Its beginning in the shop's zone.
 */
day: number, 
/**
 * Orders placed.
 */
orders: number, 
/**
 * Their totals in minor units of the shop's currency; other currencies are left out.
 */
total: number, };

/**
 * Numbers that their own column does not decide.
 */
export type DecimalChoice = { 
/**
 * How many cells.
 */
cells: number, 
/**
 * One of them, if it is among the column's examples.
 */
example: string, 
/**
 * How they are read; absent: they refuse their orders.
 */
read_as: DecimalMark | null, };

/**
 * The mark before the decimals.
 */
export type DecimalMark = "point" | "comma";

/**
 * Exact bytes: a label, a slip.
 */
export type DocumentId = number;

/**
 * A document that was made.
 */
export type DocumentMade = { 
/**
 * The document.
 */
document: DocumentId, 
/**
 * Pages.
 */
pages: number, 
/**
 * What to look at.
 */
notices: Array<Sentence>, 
/**
 * Orders that are not in it.
 */
refused: Array<BulkRefusal>, };

/**
 * What an erasure did, or would do.
 */
export type Erased = { 
/**
 * Whether it was done; not when it was only looked, or something is in the way.
 */
done: boolean, 
/**
 * People, with those they were merged with.
 */
customers: number, 
/**
 * Their orders: these stay, with goods, money and dates, and say nothing of a person any more.
 */
orders: number, 
/**
 * Addresses that are emptied.
 */
addresses: number, 
/**
 * Pages of labels, slips and lists that are emptied.
 */
pages: number, 
/**
 * What the law makes the shop keep.
 */
kept: Array<KeptDocument>, 
/**
 * What is in the way, order by order.
 */
blocked: Array<BulkRefusal>, 
/**
 * Copies of the shop in its own folder that still know these people: backups, and shops that a
 * restore replaced. When one is restored they are erased from it at once.
 */
backups: number, 
/**
 * What else a person should know, or do.
 */
remarks: Array<Sentence>, };

/**
 * What an import does with an order.
 */
export type Fate = "new" | "update" | "skip" | "refuse";

/**
 * What a column of an order file means. A field that may stand once per order is taken
 * from the first row of the order that fills it.
 */
export type Field = "order_id" | "order_number" | "placed_at" | "placed_time" | "placed_zone" | "currency" | "buyer_id" | "buyer_name" | "buyer_first_name" | "buyer_last_name" | "buyer_email" | "buyer_phone" | "buyer_company" | "buyer_tax_id" | "ship_name" | "ship_first_name" | "ship_last_name" | "ship_company" | "ship_line1" | "ship_house" | "ship_line2" | "ship_line3" | "ship_city" | "ship_region" | "ship_postcode" | "ship_country" | "ship_phone" | "ship_address" | "bill_name" | "bill_first_name" | "bill_last_name" | "bill_company" | "bill_line1" | "bill_house" | "bill_line2" | "bill_line3" | "bill_city" | "bill_region" | "bill_postcode" | "bill_country" | "bill_phone" | "bill_address" | "payment_status" | "fulfilment_status" | "order_status" | "paid_at" | "shipped_at" | "cancelled_at" | "ship_by" | "payment_method" | "payment_reference" | "outstanding" | "subtotal" | "shipping" | "shipping_discount" | "tax" | "tax_by_channel" | "tax_name" | "tax_amount" | "discount" | "discount_code" | "fee" | "tip" | "duty" | "gift_wrap" | "total" | "refunded" | "service" | "note" | "gift" | "gift_message" | "tracking" | "tags" | "line_id" | "sku" | "title" | "options" | "personalisation" | "barcode" | "quantity" | "quantity_shipped" | "quantity_cancelled" | "quantity_kept" | "unit_price" | "line_gross" | "line_total" | "line_discount" | "line_tax" | "line_shipping" | "line_shipping_tax" | "line_shipped_at" | "line_status" | "needs_shipping" | "weight" | "products" | "keep";

/**
 * A field before and after.
 */
export type FieldChange = { 
/**
 * The field.
 */
field: string, 
/**
 * Before.
 */
before: string, 
/**
 * After.
 */
after: string, };

/**
 * A column of the file.
 */
export type FileColumn = { 
/**
 * Its header.
 */
name: string, 
/**
 * Up to three values.
 */
examples: Array<string>, 
/**
 * Filled cells.
 */
filled: number, 
/**
 * The field it is read as; absent: left out.
 */
field: string | null, };

/**
 * A printer that was found.
 */
export type FoundPrinter = { 
/**
 * IPP address.
 */
uri: string, 
/**
 * Name.
 */
name: string, 
/**
 * State in words, or empty.
 */
state: string, };

/**
 * Where the goods are. The first that fits, in this order of asking.
 */
export type Fulfilment = "cancelled" | "not_required" | "undelivered" | "delivered" | "partially_delivered" | "shipped" | "partially_shipped" | "in_progress" | "scheduled" | "unfulfilled";

/**
 * Hand parcels over.
 */
export type HandOver = { 
/**
 * The carrier whose van stands there. Without parcels all of its labelled ones leave.
 */
carrier: string | null, 
/**
 * Exactly these leave. With a carrier named too, one that goes with another stays.
 */
parcels: Array<ParcelId>, };

/**
 * The moment parcels leave the house.
 */
export type HandOverId = number;

/**
 * Make the list of a hand-over.
 */
export type HandOverListMake = { 
/**
 * The hand-over.
 */
id: HandOverId, };

/**
 * A parcel was scanned at the van.
 */
export type HandOverScan = { 
/**
 * What was scanned or typed: a tracking number, the code on a label without one, a parcel's number or
 * an order's.
 */
code: string, 
/**
 * The carrier whose van stands there; absent: whoever comes.
 */
carrier: string | null, 
/**
 * The hand-over that goes on; absent: this parcel begins one.
 */
hand_over: HandOverId | null, };

/**
 * What left.
 */
export type HandedOver = { 
/**
 * The hand-over; absent when nothing left.
 */
id: HandOverId | null, 
/**
 * Parcels that left.
 */
parcels: Array<ParcelId>, 
/**
 * Parcels that stay, each with its reason.
 */
stopped: Array<ParcelStop>, };

/**
 * What the last check of the shop's data said.
 */
export type Health = { 
/**
 * When it was looked; absent before the first check.
 */
checked_at: number | null, 
/**
 * Nothing was found.
 */
sound: boolean, 
/**
 * The result in one sentence, with what to do next.
 */
sentence: Sentence, 
/**
 * How it was looked: what this kind of check can find.
 */
how: Sentence, 
/**
 * What was found, for whoever helps: tables, rules and ids, never a person.
 */
found: Array<string>, };

/**
 * Something that was found.
 */
export type Hit = { 
/**
 * order, customer, variant, parcel.
 */
kind: string, 
/**
 * Its id.
 */
id: number, 
/**
 * For an order's hit: the order. For a parcel: its order.
 */
order: OrderId | null, 
/**
 * First line. Foreign text.
 */
title: string, 
/**
 * Second line. Foreign text.
 */
detail: string, 
/**
 * What matched: number, name, email, sku, tracking, postcode.
 */
by: string, };

/**
 * Why something must not ship.
 */
export type HoldId = number;

/**
 * The reason of a hold. `MODEL.md`, "Things".
 */
export type HoldKind = "payment" | "fraud" | "address" | "stock" | "awaiting_return" | "customer" | "until_date" | "manual";

/**
 * Take it.
 */
export type ImportCommit = { 
/**
 * As it was previewed.
 */
read: ReadAs, 
/**
 * The preview's hash.
 */
sha256: string, 
/**
 * Save the mapping under this name.
 */
save_mapping: string | null, };

/**
 * An import of the past.
 */
export type ImportRow = { 
/**
 * The import.
 */
id: BatchId, 
/**
 * File.
 */
file_name: string, 
/**
 * Channel.
 */
channel: string, 
/**
 * orders or products.
 */
kind: string, 
/**
 * Made.
 */
created: number, 
/**
 * Changed.
 */
updated: number, 
/**
 * Stayed.
 */
skipped: number, 
/**
 * Left out.
 */
refused: number, 
/**
 * When.
 */
at: number, 
/**
 * Taken back at.
 */
undone_at: number | null, };

/**
 * Take an import back.
 */
export type ImportUndo = { 
/**
 * The import.
 */
batch: BatchId, 
/**
 * Only say what would happen.
 */
only_look: boolean, };

/**
 * What was taken back.
 */
export type ImportUndone = { 
/**
 * Orders removed.
 */
removed: number, 
/**
 * Orders that are again as they were before it.
 */
restored: number, 
/**
 * Products that it made and nothing else uses, removed.
 */
products_removed: number, 
/**
 * Products that it made and that stay, because they are in use or were changed since.
 */
products_kept: number, 
/**
 * Orders that stay, each with its reason.
 */
kept: Array<KeptOrder>, };

/**
 * What was taken.
 */
export type Imported = { 
/**
 * The import.
 */
batch: BatchId, 
/**
 * Made.
 */
new: number, 
/**
 * Changed.
 */
updated: number, 
/**
 * Stayed.
 */
skipped: number, 
/**
 * Left out.
 */
refused: number, 
/**
 * New orders that are ready to leave now.
 */
ready: number, 
/**
 * New orders that are held or need you.
 */
attention: number, 
/**
 * Conflicts that were found.
 */
conflicts: number, };

/**
 * A document that stays.
 */
export type KeptDocument = { 
/**
 * It.
 */
document: DocumentId, 
/**
 * invoice, credit_note.
 */
kind: string, 
/**
 * Its file name.
 */
title: string, 
/**
 * Until then; it is emptied by itself afterwards.
 */
until: number, };

/**
 * An order that an undo leaves.
 */
export type KeptOrder = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * Its number.
 */
number: string, 
/**
 * Why.
 */
sentence: Sentence, };

/**
 * So many of a variant in a kit.
 */
export type KitPart = { 
/**
 * The part (or, asked the other way, the kit).
 */
variant: VariantId, 
/**
 * Its SKU.
 */
sku: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its options.
 */
options: string, 
/**
 * How many in one kit.
 */
quantity: number, 
/**
 * How many of it can be promised; absent while not counted.
 */
available: number | null, };

/**
 * What labels are printed on.
 */
export type LabelFormat = "4x6" | "a6" | "a4_2up" | "a4_4up" | "letter_2up" | "letter_4up";

/**
 * Keep a label although its order was changed since.
 */
export type LabelKeep = { 
/**
 * The parcel.
 */
parcel: ParcelId, 
/**
 * Why, in the person's words.
 */
why: string, };

/**
 * One label.
 */
export type LabelMade = { 
/**
 * The parcel.
 */
parcel: ParcelId, 
/**
 * Its number.
 */
number: string, 
/**
 * Its orders.
 */
orders: Array<OrderId>, 
/**
 * Tracking number, or empty.
 */
tracking: string, 
/**
 * Page, from 1.
 */
page: number, 
/**
 * Postage in minor units; absent when the service has no price yet.
 */
price: number | null, 
/**
 * What to look at on paper (overlong text, dropped signs).
 */
notices: Array<Sentence>, };

/**
 * The preview.
 */
export type LabelPreview = { 
/**
 * SVG of our own making; foreign text only as outlines.
 */
svg: string, 
/**
 * What to look at.
 */
notices: Array<Sentence>, 
/**
 * Why it cannot be printed.
 */
refusal: Sentence | null, };

/**
 * A preview of a label, before it is made: an SVG with "not made yet" across the code.
 */
export type LabelPreviewAsk = { 
/**
 * The orders of the shipment.
 */
orders: Array<OrderId>, 
/**
 * The service.
 */
service: ServiceId | null, 
/**
 * Grams.
 */
grams: number | null, 
/**
 * A typed number.
 */
tracking: string, 
/**
 * Paper.
 */
format: LabelFormat | null, };

/**
 * Retire a label: it is never printed or handed over again, the parcel is free for another.
 */
export type LabelRetire = { 
/**
 * The parcel.
 */
parcel: ParcelId, 
/**
 * Why, in the person's words.
 */
why: string, };

/**
 * Labels for one order (or several orders in one shipment).
 */
export type LabelWish = { 
/**
 * The order; with more than one they are combined in one shipment.
 */
orders: Array<OrderId>, 
/**
 * The service; absent: the plan's choice.
 */
service: ServiceId | null, 
/**
 * The parcels; empty: those that were planned, or one with everything.
 */
parcels: Array<ParcelWish>, };

/**
 * What became of the labels.
 */
export type LabelsMade = { 
/**
 * All labels of this run in one PDF; absent when none was made.
 */
document: DocumentId | null, 
/**
 * The parcels, in order of pages.
 */
parcels: Array<LabelMade>, 
/**
 * Orders without label, each with its reason.
 */
refused: Array<BulkRefusal>, 
/**
 * Postage of all in minor units; absent when none of them has a price.
 */
total: number | null, 
/**
 * Its currency.
 */
currency: Currency, };

/**
 * Make labels.
 */
export type LabelsMake = { 
/**
 * One entry per shipment.
 */
wishes: Array<LabelWish>, 
/**
 * Paper; absent: the setting.
 */
format: LabelFormat | null, 
/**
 * First free place of a part-used sheet, from 1.
 */
start: number | null, };

/**
 * Where an order stands in its life.
 */
export type Life = "draft" | "open" | "completed" | "cancelled";

/**
 * One position of an order.
 */
export type LineId = number;

/**
 * What a line is.
 */
export type LineKind = "goods" | "kit" | "digital" | "service" | "gift_card";

/**
 * Units of a line.
 */
export type LineUnits = { 
/**
 * The line.
 */
line: LineId, 
/**
 * Units.
 */
units: number, };

/**
 * A place with stock.
 */
export type Location = { 
/**
 * The place.
 */
id: LocationId, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is in use.
 */
active: boolean, 
/**
 * Units on hand there.
 */
on_hand: number, 
/**
 * Units promised from there.
 */
reserved: number, 
/**
 * Why it cannot go out of use now; absent: it can, or is.
 */
stop: Sentence | null, 
/**
 * Version, for edits.
 */
version: number, };

/**
 * A place with stock.
 */
export type LocationId = number;

/**
 * Add a place with stock, or change one. Absent fields stay.
 */
export type LocationSave = { 
/**
 * The place; absent: add one.
 */
id: LocationId | null, 
/**
 * The version that the person saw.
 */
version: number, 
/**
 * Its name.
 */
name: string | null, 
/**
 * Whether it is in use.
 */
active: boolean | null, 
/**
 * From now on parcels leave from here first, and what nobody names a place for is here.
 */
first: boolean, };

/**
 * A picture that can be the shop's logo.
 */
export type LogoPicture = { 
/**
 * Its PNG as base64: what `logo_png` of the settings takes.
 */
png: string, };

/**
 * Read a picture for the logo.
 */
export type LogoRead = { 
/**
 * The file: a PNG of at most 200 kB.
 */
path: string, };

/**
 * One column and its meaning.
 */
export type MappedColumn = { 
/**
 * The column's header. Case, blanks and underscores do not matter.
 */
header: string, 
/**
 * Which one, counted from 0, where several columns have that header.
 */
nth: number, 
/**
 * What it means.
 */
field: Field, };

/**
 * How a file is read: found by us, changed by a person, saved for the next file of its kind.
 */
export type Mapping = { 
/**
 * Columns that are read. A column that is not named is left out.
 */
columns: Array<MappedColumn>, 
/**
 * The mark before decimals, where the cells do not decide it.
 */
decimal_mark: DecimalMark | null, 
/**
 * Day or month first, where the cells do not decide it.
 */
day_order: DayOrder | null, 
/**
 * Currency of amounts that have none beside them.
 */
currency: Currency | null, 
/**
 * The source's words for how far an order is, in lower case, where we do not know them.
 */
words: { [key in string]: StatusWord }, };

/**
 * How files of one header are read.
 */
export type MappingId = number;

/**
 * A saved mapping.
 */
export type MappingRef = { 
/**
 * Which one.
 */
id: MappingId, };

/**
 * Another name for a saved mapping.
 */
export type MappingRename = { 
/**
 * Which one.
 */
id: MappingId, 
/**
 * Its new name.
 */
name: string, };

/**
 * A row of the ledger.
 */
export type Movement = { 
/**
 * When.
 */
at: number, 
/**
 * Why.
 */
kind: MovementKind, 
/**
 * Units in (or out, negative).
 */
quantity: number, 
/**
 * The place's name.
 */
place: string, 
/**
 * On hand at that place after it.
 */
after: number, 
/**
 * The order, if for one.
 */
order: OrderId | null, 
/**
 * Its number.
 */
order_number: string, 
/**
 * The parcel, if with one.
 */
parcel: ParcelId | null, 
/**
 * Who.
 */
who: string, 
/**
 * In the person's words.
 */
note: string, };

/**
 * Why stock moved. The ledger only ever grows.
 */
export type MovementKind = "opening" | "received" | "counted" | "handed_over" | "taken_back" | "returned" | "scrapped" | "adjusted" | "transferred" | "sold" | "unsold";

/**
 * What only a person can settle.
 */
export type Need = { 
/**
 * Its id.
 */
id: number, 
/**
 * What kind, such as `no_lines`, `conflict`, `pool_low`.
 */
kind: string, 
/**
 * In words.
 */
sentence: Sentence, 
/**
 * The order.
 */
order: OrderId | null, 
/**
 * Its number.
 */
number: string, 
/**
 * Since.
 */
opened_at: number, };

/**
 * Something that needs a person, by its id.
 */
export type NeedRef = { 
/**
 * Its id.
 */
id: number, };

/**
 * What the source called shipped had not left after all.
 */
export type NotSentThere = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * Which of its shipments elsewhere; empty: all of them.
 */
shipments: Array<ShipmentId>, };

/**
 * Nothing to say.
 */
export type Nothing = Record<symbol, never>;

/**
 * A row of S10 numbers, taken one after the other and never twice (UPU standard S10).
 */
export type NumberPool = { 
/**
 * The two letters before the serial: `RR`, `CP`.
 */
letters: string, 
/**
 * The two letters of the country that gave them.
 */
country: string, 
/**
 * First serial, without check digit: 0 to 99,999,999.
 */
from: number, 
/**
 * Last serial.
 */
to: number, 
/**
 * The serial that is taken next; one past `to` when the pool is used up. Only ever grows.
 */
next: number, 
/**
 * Warn when so many or fewer are left.
 */
warn_at: number, 
/**
 * The shop was restored from a backup of this moment where nobody knows which numbers were given
 * since: none is given until the owner has said where the pool goes on.
 */
unsure_since: number | null, };

/**
 * What can be done now, and why the rest cannot.
 */
export type Offer = { 
/**
 * The command, such as `order_cancel`.
 */
command: string, 
/**
 * Why not; absent when it can be done.
 */
refusal: Sentence | null, };

/**
 * Give an order a rule of its own for when a part is short.
 */
export type OrderBackorder = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * The version that the person saw; a newer one refuses the change.
 */
version: number, 
/**
 * In how many shipments it may leave: 1 waits for everything, 0 is as many as it takes, at most
 * 9. Absent: as the shop's rule says.
 */
most_shipments: number | null, };

/**
 * Call off units of lines; `units` empty for all that has not left.
 */
export type OrderCancel = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * Units per line; empty: everything that has not left. When nothing ever left and nothing is
 * kept, the order itself is cancelled.
 */
units: Array<LineUnits>, 
/**
 * In the person's words.
 */
reason: string, 
/**
 * A labelled parcel that loses some of its units keeps its label; otherwise the label is retired.
 */
keep_labels: boolean, };

/**
 * An amount beside the lines.
 */
export type OrderCharge = { 
/**
 * What for.
 */
kind: ChargeKind, 
/**
 * The source's words.
 */
label: string, 
/**
 * Minor units.
 */
amount: number, };

/**
 * Two sides changed the same field.
 */
export type OrderConflict = { 
/**
 * The conflict.
 */
id: number, 
/**
 * The field, a word of the catalogue (`field-ship-to`).
 */
field: string, 
/**
 * What stands here.
 */
ours: string, 
/**
 * What the source says.
 */
theirs: string, 
/**
 * Why theirs cannot be taken; absent when it can.
 */
refusal: Sentence | null, 
/**
 * When it was found.
 */
found_at: number, };

/**
 * Everything of one order.
 */
export type OrderDetail = { 
/**
 * When its goods were let go, because nobody had paid; absent while they are kept.
 */
expired_at: number | null, 
/**
 * The list's row.
 */
row: OrderListRow, 
/**
 * The channel's own id.
 */
source_id: string, 
/**
 * The customer.
 */
customer: CustomerId | null, 
/**
 * The buyer. Foreign text.
 */
buyer_name: string, 
/**
 * E-mail. Foreign text.
 */
buyer_email: string, 
/**
 * Telephone. Foreign text.
 */
buyer_phone: string, 
/**
 * Orders of this customer, this one included.
 */
customer_orders: number, 
/**
 * Where it goes. Foreign text.
 */
ship_to: Address, 
/**
 * The same, as it stands on paper.
 */
ship_to_lines: Array<string>, 
/**
 * Where the bill goes; absent when it is the same.
 */
bill_to: Address | null, 
/**
 * What the address check says: stops first, then warnings.
 */
address_findings: Array<AddressFinding>, 
/**
 * The lines.
 */
lines: Array<OrderLine>, 
/**
 * Amounts beside the lines.
 */
charges: Array<OrderCharge>, 
/**
 * Taxes by name.
 */
taxes: Array<OrderCharge>, 
/**
 * Sum of the lines.
 */
lines_total: number, 
/**
 * Let off.
 */
credited: number, 
/**
 * What is owed: positive the buyer owes.
 */
balance: number, 
/**
 * Payments and refunds.
 */
payments: Array<OrderPayment>, 
/**
 * Holds, active first.
 */
holds: Array<OrderHold>, 
/**
 * Shipments.
 */
shipments: Array<OrderShipment>, 
/**
 * Documents.
 */
documents: Array<OrderDocument>, 
/**
 * Open conflicts.
 */
conflicts: Array<OrderConflict>, 
/**
 * Why it is not ready; empty when it is.
 */
not_ready: Array<Sentence>, 
/**
 * In how many shipments it may leave by a rule of its own: 0 is any number; absent, the rule of
 * its products holds, else the shop's.
 */
most_shipments: number | null, 
/**
 * The same by the strictest rule of what is short; absent, nothing that is short has a rule of its
 * own.
 */
product_most_shipments: number | null, 
/**
 * In how many shipments orders may leave by the shop's rule; 0 is any number.
 */
shop_most_shipments: number, 
/**
 * What stands in the way of its leaving: why it is not ready, but for what somebody signed.
 */
stops: Array<Sentence>, 
/**
 * Who signed that it leaves although it is not ready.
 */
signature: OrderSignature | null, 
/**
 * What can be done.
 */
offers: Array<Offer>, 
/**
 * The buyer's note. Foreign text.
 */
note: string, 
/**
 * The gift's message. Foreign text.
 */
gift_message: string, 
/**
 * Other columns of the source. Foreign text.
 */
extra: Array<[string, string]>, 
/**
 * Tags.
 */
tags: Array<string>, 
/**
 * When it came in.
 */
booked_at: number, };

/**
 * A document of the order.
 */
export type OrderDocument = { 
/**
 * The document.
 */
id: DocumentId, 
/**
 * label, slip, pick_list.
 */
kind: string, 
/**
 * The page that is this order's, from 1; 0 for all of it.
 */
page: number, 
/**
 * When it was made.
 */
made_at: number, 
/**
 * How often it was printed.
 */
prints: number, };

/**
 * Change the fields of an open order that paper or parcels need. Absent fields stay.
 */
export type OrderEdit = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * The version that the person saw; a newer one refuses the edit.
 */
version: number, 
/**
 * New recipient and address.
 */
ship_to: Address | null, 
/**
 * New note.
 */
note: string | null, 
/**
 * Gift or not.
 */
gift: boolean | null, 
/**
 * New gift message.
 */
gift_message: string | null, 
/**
 * Another service.
 */
service: ServiceId | null, 
/**
 * Another ship-by time.
 */
ship_by: number | null, };

/**
 * One narrowing of a list. Several are all to hold.
 */
export type OrderFilter = { "field": "channel", 
/**
 * Channels.
 */
any: Array<ChannelId>, } | { "field": "country", 
/**
 * Countries.
 */
any: Array<string>, } | { "field": "payment", 
/**
 * Words.
 */
any: Array<PaymentStatus>, } | { "field": "fulfilment", 
/**
 * Words.
 */
any: Array<Fulfilment>, } | { "field": "ship_before", 
/**
 * Milliseconds UTC.
 */
at: number, } | { "field": "placed_from", 
/**
 * Milliseconds UTC.
 */
at: number, } | { "field": "placed_before", 
/**
 * Milliseconds UTC.
 */
at: number, } | { "field": "variant", 
/**
 * The variant.
 */
id: VariantId, } | { "field": "customer", 
/**
 * The customer.
 */
id: CustomerId, } | { "field": "batch", 
/**
 * The import.
 */
id: BatchId, };

/**
 * A hold.
 */
export type OrderHold = { 
/**
 * The hold.
 */
id: HoldId, 
/**
 * Why.
 */
kind: HoldKind, 
/**
 * In words.
 */
sentence: Sentence, 
/**
 * Ends by itself at this moment.
 */
until: number | null, 
/**
 * Since.
 */
placed_at: number, 
/**
 * Released at; active when absent.
 */
released_at: number | null, };

/**
 * What was sold, to whom.
 */
export type OrderId = number;

/**
 * One line as the order's page shows it.
 */
export type OrderLine = { 
/**
 * The line.
 */
id: LineId, 
/**
 * Its variant, when the SKU is known.
 */
variant: VariantId | null, 
/**
 * What it is.
 */
kind: LineKind, 
/**
 * SKU.
 */
sku: string, 
/**
 * Title.
 */
title: string, 
/**
 * Options.
 */
options: string, 
/**
 * What the buyer asked to be put on it.
 */
personalisation: string, 
/**
 * Shelf place, or empty.
 */
bin: string, 
/**
 * Whether the shop ships it.
 */
ships: boolean, 
/**
 * Price of one, in minor units, if known.
 */
unit_price: number | null, 
/**
 * Amount of the line in minor units.
 */
total: number, 
/**
 * Its units.
 */
quantities: Quantities, 
/**
 * Free to promise after this order; absent while not counted.
 */
left_after: number | null, 
/**
 * What is fetched for one of a kit; empty for anything else.
 */
parts: Array<OrderLinePart>, };

/**
 * A part of a kit, as it stood when the order was placed.
 */
export type OrderLinePart = { 
/**
 * The part.
 */
variant: VariantId, 
/**
 * SKU.
 */
sku: string, 
/**
 * Title.
 */
title: string, 
/**
 * Options.
 */
options: string, 
/**
 * Shelf place, or empty.
 */
bin: string, 
/**
 * How many in one kit.
 */
quantity: number, };

/**
 * A row of the list.
 */
export type OrderListRow = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * Its number.
 */
number: string, 
/**
 * Where it came from.
 */
channel: string, 
/**
 * When it was placed.
 */
placed_at: number, 
/**
 * To leave by; absent when nothing has to leave.
 */
ship_by: number | null, 
/**
 * The recipient, or the buyer where there is none. Foreign text.
 */
name: string, 
/**
 * Destination, ISO alpha-2, or empty.
 */
country: string, 
/**
 * Units ordered.
 */
units: number, 
/**
 * Total in minor units.
 */
total: number, 
/**
 * Its currency.
 */
currency: Currency, 
/**
 * Whether `total` is whole; otherwise the source did not say all prices.
 */
amounts_known: boolean, 
/**
 * Life.
 */
life: Life, 
/**
 * Money.
 */
payment: PaymentStatus, 
/**
 * Goods.
 */
fulfilment: Fulfilment, 
/**
 * Ready to leave.
 */
ready: boolean, 
/**
 * It came in as history.
 */
history: boolean, 
/**
 * Active holds.
 */
holds: number, 
/**
 * Open "needs you" items.
 */
needs: number, 
/**
 * Units short.
 */
short: number, 
/**
 * Goods are not put aside for it yet: it waits for its day, or for a person.
 */
waits: boolean, 
/**
 * A gift.
 */
gift: boolean, 
/**
 * The buyer left a note.
 */
has_note: boolean, 
/**
 * The delivery that the buyer chose.
 */
service_wish: string, 
/**
 * Weight in grams, as far as known.
 */
grams: number | null, 
/**
 * Its version, for edits.
 */
version: number, };

/**
 * A parcel of a shipment.
 */
export type OrderParcel = { 
/**
 * The parcel.
 */
id: ParcelId, 
/**
 * Its number in the shop, such as `10482-1`.
 */
number: string, 
/**
 * Where it is.
 */
state: ParcelState, 
/**
 * Carrier.
 */
carrier: string, 
/**
 * Service, by name.
 */
service: string, 
/**
 * Tracking number, or empty.
 */
tracking: string, 
/**
 * Where to look it up, or empty.
 */
tracking_url: string, 
/**
 * Grams, if weighed.
 */
grams: number | null, 
/**
 * Postage in minor units of the shop's currency.
 */
price: number | null, 
/**
 * The live label's document.
 */
label: DocumentId | null, 
/**
 * The label's page in it, from 1.
 */
label_page: number | null, 
/**
 * Handed over at.
 */
handed_over_at: number | null, 
/**
 * Delivered at.
 */
delivered_at: number | null, 
/**
 * Delivery was assumed, not seen.
 */
assumed: boolean, 
/**
 * The address was changed under its label, and nobody has said yet whether the label stays.
 */
moved: boolean, 
/**
 * What is in it.
 */
lines: Array<ParcelContent>, };

/**
 * A payment or refund, as the source reports it.
 */
export type OrderPayment = { 
/**
 * Money that went back.
 */
out: boolean, 
/**
 * Method in the source's words.
 */
method: string, 
/**
 * The provider's reference.
 */
reference: string, 
/**
 * State word.
 */
state: string, 
/**
 * Minor units, if known.
 */
amount: number | null, 
/**
 * When, if known.
 */
at: number | null, };

/**
 * An order by its id.
 */
export type OrderRef = { 
/**
 * The order.
 */
id: OrderId, };

/**
 * A shipment.
 */
export type OrderShipment = { 
/**
 * The shipment.
 */
id: ShipmentId, 
/**
 * Its number in the shop.
 */
number: string, 
/**
 * planned, picking, packed, cancelled, or what its parcels say.
 */
state: string, 
/**
 * The source shipped it.
 */
elsewhere: boolean, 
/**
 * The place that it leaves from; empty while the shop has one place.
 */
place: string, 
/**
 * Other orders in it (combined).
 */
other_orders: Array<OrderId>, 
/**
 * Its parcels.
 */
parcels: Array<OrderParcel>, };

/**
 * A signature that stands.
 */
export type OrderSignature = { 
/**
 * Who signed.
 */
who: string, 
/**
 * Why, in the person's words.
 */
why: string, 
/**
 * What stood against it then.
 */
reasons: Array<Sentence>, 
/**
 * When.
 */
at: number, };

/**
 * What a list of orders may be sorted by.
 */
export type OrderSort = "ship_by" | "placed" | "total" | "name";

/**
 * Hold some orders.
 */
export type OrdersHold = { 
/**
 * The orders.
 */
orders: Array<OrderId>, 
/**
 * Why.
 */
kind: HoldKind, 
/**
 * In the person's words, or empty.
 */
note: string, 
/**
 * Ends by itself.
 */
until: number | null, };

/**
 * A page of orders.
 */
export type OrdersList = { 
/**
 * The preset view.
 */
view: View, 
/**
 * Narrowings; all hold.
 */
filters: Array<OrderFilter>, 
/**
 * Sort; `All` offers only `placed`.
 */
sort: OrderSort, 
/**
 * Greatest first.
 */
descending: boolean, 
/**
 * Where the last page ended (`OrdersPage::next`); the first page when absent.
 */
after: string | null, 
/**
 * How many, 1 to 200.
 */
limit: number, };

/**
 * One page.
 */
export type OrdersPage = { 
/**
 * The rows.
 */
rows: Array<OrderListRow>, 
/**
 * Ask with this for the next page; absent at the end.
 */
next: string | null, 
/**
 * How many fit; exact up to 1,000 with filters, always exact without.
 */
total: number, 
/**
 * Whether there are more than `total` says.
 */
more: boolean, };

/**
 * Release holds.
 */
export type OrdersRelease = { 
/**
 * All active holds of these orders…
 */
orders: Array<OrderId>, 
/**
 * …and these single holds.
 */
holds: Array<HoldId>, 
/**
 * In the person's words, or empty.
 */
note: string, };

/**
 * Put goods aside now for orders that wait for it.
 */
export type OrdersReserve = { 
/**
 * The orders.
 */
orders: Array<OrderId>, };

/**
 * What a person says of orders that only share a number with orders here.
 */
export type Others = "same" | "leave";

/**
 * Units of a line in a parcel.
 */
export type ParcelContent = { 
/**
 * The line.
 */
line: LineId, 
/**
 * Its title.
 */
title: string, 
/**
 * Units.
 */
quantity: number, };

/**
 * One parcel of a plan.
 */
export type ParcelDraft = { 
/**
 * What goes in.
 */
lines: Array<LineUnits>, 
/**
 * Grams with box; absent: the lines' own weights.
 */
grams: number | null, 
/**
 * The service; absent: the order's.
 */
service: ServiceId | null, };

/**
 * One box with one label.
 */
export type ParcelId = number;

/**
 * One of several parcels that could be meant.
 */
export type ParcelMeant = { 
/**
 * The parcel.
 */
parcel: ParcelId, 
/**
 * Its number; another channel's parcel may have the same.
 */
number: string, 
/**
 * Who receives it. Foreign text.
 */
name: string, 
/**
 * The channel of its order.
 */
channel: string, };

/**
 * A parcel by its id.
 */
export type ParcelRef = { 
/**
 * The parcel.
 */
id: ParcelId, };

/**
 * Where a parcel is.
 */
export type ParcelState = "open" | "labelled" | "handed_over" | "in_transit" | "out_for_delivery" | "ready_for_pickup" | "delivered" | "collected" | "exception" | "returning" | "returned_to_sender" | "lost" | "cancelled";

/**
 * A parcel that must not leave.
 */
export type ParcelStop = { 
/**
 * The parcel.
 */
parcel: ParcelId, 
/**
 * Its number.
 */
number: string, 
/**
 * Why.
 */
sentence: Sentence, };

/**
 * One parcel to be labelled.
 */
export type ParcelWish = { 
/**
 * A parcel that was planned; absent: one that is laid out now, instead of those planned.
 */
parcel?: ParcelId, 
/**
 * What goes in; empty: what was planned, or everything of the order that is there and not in
 * another parcel.
 */
lines: Array<LineUnits>, 
/**
 * Grams with box; absent: the lines' own weights.
 */
grams: number | null, 
/**
 * A number that was typed or scanned; empty: from the service's pool, or none.
 */
tracking: string, };

/**
 * Lay out the parcels of an order, or of several orders that leave together. It replaces what was
 * planned for them; an order that is named alone leaves alone.
 */
export type ParcelsPlan = { 
/**
 * The orders; more than one are combined.
 */
orders: Array<OrderId>, 
/**
 * The parcels; empty: no plan, one parcel with everything. Units that no parcel names go in one
 * of their own.
 */
parcels: Array<ParcelDraft>, };

/**
 * So many of a variant in a kit.
 */
export type PartSave = { 
/**
 * The part.
 */
variant: VariantId, 
/**
 * How many in one kit, 1 to 1,000.
 */
quantity: number, };

/**
 * What the money says.
 */
export type PaymentStatus = "unpaid" | "pending" | "authorized" | "partially_paid" | "paid" | "overpaid" | "partially_refunded" | "refunded" | "voided" | "disputed" | "unknown";

/**
 * What was found for one line.
 */
export type PickAnswer = { 
/**
 * The shipment.
 */
shipment: ShipmentId, 
/**
 * The order's line.
 */
line: LineId, 
/**
 * Units that were fetched.
 */
found: number, 
/**
 * Why fewer than asked; needed then.
 */
why: ShortReason | null, 
/**
 * Where they lay, if not where the list said: from now on that is their place.
 */
bin: string | null, };

/**
 * Take the answer of one line back.
 */
export type PickAnswerUndo = { 
/**
 * The list.
 */
id: PickListId, 
/**
 * The shipment.
 */
shipment: ShipmentId, 
/**
 * The order's line.
 */
line: LineId, };

/**
 * A pick list with its lines in walking order.
 */
export type PickListDetail = { 
/**
 * The list.
 */
head: PickListHead, 
/**
 * Its lines.
 */
lines: Array<PickListLine>, };

/**
 * Answer lines of a pick list.
 */
export type PickListEnter = { 
/**
 * The list.
 */
id: PickListId, 
/**
 * The answers.
 */
lines: Array<PickAnswer>, };

/**
 * End a pick list.
 */
export type PickListFinish = { 
/**
 * The list.
 */
id: PickListId, 
/**
 * The lines that nobody answered.
 */
rest: PickRest, };

/**
 * A pick list with its sums.
 */
export type PickListHead = { 
/**
 * The list.
 */
id: PickListId, 
/**
 * Its number.
 */
number: string, 
/**
 * Where it stands.
 */
state: PickListState, 
/**
 * Grouped by order, not by shelf place.
 */
by_order: boolean, 
/**
 * Its PDF.
 */
document: DocumentId | null, 
/**
 * When it was made.
 */
made_at: number, 
/**
 * Who made it.
 */
made_by: string, 
/**
 * When its last line was answered.
 */
ended_at: number | null, 
/**
 * Orders on it.
 */
orders: number, 
/**
 * Units on it.
 */
units: number, 
/**
 * Units that were fetched.
 */
found: number, 
/**
 * Lines on it.
 */
lines: number, 
/**
 * Lines that nobody answered yet.
 */
open_lines: number, };

/**
 * A list of what to fetch from the shelves.
 */
export type PickListId = number;

/**
 * One line of a list.
 */
export type PickListLine = { 
/**
 * The shipment that it is fetched for.
 */
shipment: ShipmentId, 
/**
 * The order's line.
 */
line: LineId, 
/**
 * The order.
 */
order: OrderId, 
/**
 * Its number.
 */
order_number: string, 
/**
 * Shelf place, or empty.
 */
bin: string, 
/**
 * SKU.
 */
sku: string, 
/**
 * Title. Foreign text.
 */
title: string, 
/**
 * Options. Foreign text.
 */
options: string, 
/**
 * Units to fetch; 0 when they are no longer wanted.
 */
asked: number, 
/**
 * Units that were fetched; absent until somebody answers.
 */
found: number | null, 
/**
 * Why fewer.
 */
why: ShortReason | null, 
/**
 * Whether it has yet to be answered.
 */
open: boolean, 
/**
 * Why it must not leave although it is on the list: put it aside.
 */
stop: Sentence | null, };

/**
 * The pick list that was made.
 */
export type PickListMade = { 
/**
 * The list; absent when none of the orders could be put on one.
 */
id: PickListId | null, 
/**
 * Its number, or empty.
 */
number: string, 
/**
 * Its PDF.
 */
document: DocumentId | null, 
/**
 * Units on it.
 */
units: number, 
/**
 * Orders that are not on it, each with its reason.
 */
refused: Array<BulkRefusal>, };

/**
 * Make a pick list of what is ready in these orders.
 */
export type PickListMake = { 
/**
 * The orders.
 */
orders: Array<OrderId>, 
/**
 * By order, not by shelf place.
 */
by_order: boolean, };

/**
 * A pick list by its id.
 */
export type PickListRef = { 
/**
 * The list.
 */
id: PickListId, };

/**
 * Where a pick list stands.
 */
export type PickListState = "open" | "done" | "cancelled";

/**
 * A page of pick lists, newest first.
 */
export type PickListsList = { 
/**
 * Those that ended, not those that are open.
 */
ended: boolean, 
/**
 * Where the last page ended.
 */
after: string | null, 
/**
 * How many, 1 to 200.
 */
limit: number, };

/**
 * One page.
 */
export type PickListsPage = { 
/**
 * The lists.
 */
rows: Array<PickListHead>, 
/**
 * Ask with this for the next page.
 */
next: string | null, 
/**
 * How many there are.
 */
total: number, };

/**
 * What becomes of the lines that nobody answered when a list ends.
 */
export type PickRest = "found" | "left";

/**
 * The numbers of a variant at one place.
 */
export type PlaceLevel = { 
/**
 * The place.
 */
location: LocationId, 
/**
 * Its name.
 */
name: string, 
/**
 * Shelf place there.
 */
bin: string, 
/**
 * Sum of movements there.
 */
on_hand: number, 
/**
 * Promised from there.
 */
reserved: number, 
/**
 * Fetched there, not handed over.
 */
picked: number, };

/**
 * A parcel that was planned and has no label yet.
 */
export type PlannedParcel = { 
/**
 * The parcel.
 */
id: ParcelId, 
/**
 * Its number.
 */
number: string, 
/**
 * What is in it.
 */
lines: Array<LineUnits>, 
/**
 * Grams, if weighed.
 */
grams: number | null, 
/**
 * The service, if chosen.
 */
service: ServiceId | null, };

/**
 * Where the numbers of a service go on that a restore stopped.
 */
export type PoolContinue = { 
/**
 * The service.
 */
service: ServiceId, 
/**
 * The number that was given last, as it stands on the label (S10, with its check digit); empty: none was
 * given since the backup.
 */
last: string, };

/**
 * One service of the shop's own post.
 */
export type PostService = { 
/**
 * The owner's name for it, as it stands on the label.
 */
name: string, 
/**
 * Whether a label needs a number.
 */
tracked: boolean, 
/**
 * ISO 3166-1 alpha-2 of the country that parcels leave from.
 */
from_country: string, 
/**
 * Currency of every price.
 */
currency: Currency, 
/**
 * Zones in order; the first that fits is asked.
 */
zones: Array<PostZone>, 
/**
 * Days until a parcel counts as delivered inland (untracked services).
 */
days_inland: number, 
/**
 * The same for other countries.
 */
days_abroad: number, 
/**
 * The heaviest parcel in grams, if the service has a limit.
 */
max_grams: number | null, 
/**
 * The largest parcel, if the service has a limit.
 */
max_size: SizeLimit | null, };

/**
 * Places that cost the same.
 */
export type PostZone = { 
/**
 * The owner's name for it.
 */
name: string, 
/**
 * The places; empty with `rest_of_world`.
 */
places: Array<ZonePlace>, 
/**
 * Whether every other country belongs here.
 */
rest_of_world: boolean, 
/**
 * Prices, lightest first.
 */
steps: Array<WeightStep>, };

/**
 * What an import would do: the same pure function makes this and the commit.
 */
export type Preview = { 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Hash of its bytes; the commit is refused when the file changed since.
 */
sha256: string, 
/**
 * The format's word.
 */
format: string, 
/**
 * The encoding's word.
 */
encoding: string, 
/**
 * The separator, or empty for a workbook.
 */
separator: string, 
/**
 * Its columns.
 */
columns: Array<FileColumn>, 
/**
 * The fields that columns can be read as, for a mapped file.
 */
fields: Array<string>, 
/**
 * The sheet of a workbook, or empty.
 */
sheet: string, 
/**
 * The mapping that it was read with, as it would be saved.
 */
mapping: Mapping, 
/**
 * What its cells leave open.
 */
choices: Choices, 
/**
 * What a source's word can mean.
 */
meanings: Array<StatusWord>, 
/**
 * Rows without the header.
 */
rows: number, 
/**
 * Orders to make.
 */
new: number, 
/**
 * Orders to change.
 */
updated: number, 
/**
 * Orders that stay.
 */
skipped: number, 
/**
 * Orders left out.
 */
refused: number, 
/**
 * Of the new ones: history.
 */
history: number, 
/**
 * Problems by remedy.
 */
problems: Array<ProblemGroup>, 
/**
 * SKUs that no product has, with how many lines want each; the first 200.
 */
unknown_skus: Array<[string, number]>, 
/**
 * The first 500 orders, refused and changed ones first.
 */
orders: Array<PreviewRow>, 
/**
 * The channel it will be booked to; absent: one will be made.
 */
channel: ChannelId | null, 
/**
 * Its name.
 */
channel_name: string, 
/**
 * Which channel has to be said: there are several of the kind. Nothing can be taken before.
 */
ask_channel: boolean, 
/**
 * The channels of the kind that are in use.
 */
channels: Array<ChannelChoice>, 
/**
 * Orders that carry a number of the channel and are plainly other orders. While there are some and nobody
 * has said what becomes of them, nothing can be taken.
 */
others: number, 
/**
 * The start date has to be asked: the channel's first import.
 */
ask_start: boolean, 
/**
 * Whose shelf its goods stood on has to be asked: units left that could have been ours, and nobody
 * has said yet.
 */
ask_shelf: boolean, 
/**
 * In so many orders.
 */
shelf_orders: number, 
/**
 * So many units.
 */
shelf_units: number, 
/**
 * A start date to suggest.
 */
suggested_start: number | null, 
/**
 * An earlier import of exactly these bytes.
 */
same_file: BatchId | null, };

/**
 * One order of the preview.
 */
export type PreviewRow = { 
/**
 * First row of the file.
 */
row: number, 
/**
 * Number. Foreign text.
 */
number: string, 
/**
 * Placed.
 */
placed_at: number | null, 
/**
 * Buyer or recipient. Foreign text.
 */
name: string, 
/**
 * Postcode, town, country. Foreign text.
 */
place: string, 
/**
 * `2 × MUG, 1 × CARD`. Foreign text.
 */
lines: string, 
/**
 * The source's words in ours: shipped, paid, cancelled…
 */
status: string, 
/**
 * Total in minor units, if known.
 */
total: number | null, 
/**
 * Currency.
 */
currency: Currency, 
/**
 * What happens to it.
 */
fate: Fate, 
/**
 * It comes in as history.
 */
history: boolean, 
/**
 * It will be held, or needs you, in words.
 */
remarks: Array<Sentence>, 
/**
 * For an update: what changes.
 */
changes: Array<FieldChange>, };

/**
 * Print a document.
 */
export type Print = { 
/**
 * The document.
 */
document: DocumentId, 
/**
 * One page, from 1; absent: all.
 */
page: number | null, 
/**
 * Why again; needed for a label that was printed before.
 */
reason: string, 
/**
 * Whereto.
 */
way: PrintWay, };

/**
 * Where a document goes.
 */
export type PrintWay = "printer" | "printer_only" | "file";

/**
 * What became of it.
 */
export type Printed = { 
/**
 * sent (to a printer), viewer (the PDF is to be opened on screen) or saved (as a file).
 */
outcome: string, 
/**
 * The printer's name, or empty.
 */
printer: string, 
/**
 * In words.
 */
sentence: Sentence, 
/**
 * What else a person should know: retired labels that were left out, and what the printer says of its
 * paper.
 */
notices: Array<Sentence>, };

/**
 * Where labels and lists go.
 */
export type PrinterChoice = { 
/**
 * The printer's IPP address; empty: open the PDF on screen.
 */
uri: string, 
/**
 * Its name for people.
 */
name: string, 
/**
 * IPP media keyword, such as `iso_a4_210x297mm`.
 */
media: string, 
/**
 * Copies, 1 to 9.
 */
copies: number, };

/**
 * What the shop has settled about people's data.
 */
export type Privacy = { 
/**
 * For so many years the law makes the shop keep invoices and credit notes, 0 to 30. With 0 an
 * erasure takes them too.
 */
keep_invoices_years: number, 
/**
 * The version that the person saw.
 */
version: number, };

/**
 * Problems with one remedy.
 */
export type ProblemGroup = { 
/**
 * The sentence of the group.
 */
sentence: Sentence, 
/**
 * Column, or empty.
 */
column: string, 
/**
 * Whether they refuse their orders.
 */
refuses: boolean, 
/**
 * How many.
 */
count: number, 
/**
 * The first few, with their cells.
 */
examples: Array<RowProblem>, };

/**
 * What is sold, before size and colour are chosen.
 */
export type ProductId = number;

/**
 * A product file.
 */
export type ProductsFile = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * The preview's hash; absent to only look.
 */
sha256: string | null, };

/**
 * What a product file would do, or did.
 */
export type ProductsPreview = { 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Hash of its bytes.
 */
sha256: string, 
/**
 * Variants to make.
 */
new: number, 
/**
 * Variants to change.
 */
updated: number, 
/**
 * Variants that stay.
 */
skipped: number, 
/**
 * Rows left out.
 */
refused: number, 
/**
 * Units that opening counts bring.
 */
units: number, 
/**
 * Problems by remedy.
 */
problems: Array<ProblemGroup>, };

/**
 * Work in the background.
 */
export type Progress = { 
/**
 * The job's word: `import`, `sample`.
 */
job: string, 
/**
 * Done so far.
 */
done: number, 
/**
 * Of so many; 0 when not known yet.
 */
total: number, 
/**
 * What is being done, in words.
 */
note: Sentence, };

/**
 * Units that were fetched and are no longer wanted.
 */
export type PutBack = { 
/**
 * The put-back.
 */
id: PutBackId, 
/**
 * The variant, if known.
 */
variant: VariantId | null, 
/**
 * The order they were fetched for.
 */
order: OrderId, 
/**
 * Its number.
 */
order_number: string, 
/**
 * SKU.
 */
sku: string, 
/**
 * Title. Foreign text.
 */
title: string, 
/**
 * Options. Foreign text.
 */
options: string, 
/**
 * Where they belong, or empty.
 */
bin: string, 
/**
 * Units.
 */
units: number, 
/**
 * Since.
 */
made_at: number, 
/**
 * Back on the shelf since; to be done when absent.
 */
done_at: number | null, 
/**
 * Who put them back.
 */
done_by: string, 
/**
 * They never came back and left the ledger.
 */
gone: boolean, };

/**
 * What became of a put-back.
 */
export type PutBackBooked = { 
/**
 * What was booked, each of which can be taken back.
 */
done: Array<PutBackId>, 
/**
 * Units that are still to be put back.
 */
left: number, };

/**
 * Units are back on the shelf.
 */
export type PutBackDone = { 
/**
 * The put-back.
 */
id: PutBackId, 
/**
 * Units that lie on the shelf again; absent: all but those that are gone.
 */
units: number | null, 
/**
 * Units that are broken or nowhere: they leave the ledger.
 */
gone: number, };

/**
 * Units that were fetched and go back to the shelf.
 */
export type PutBackId = number;

/**
 * A put-back by its id.
 */
export type PutBackRef = { 
/**
 * The put-back.
 */
id: PutBackId, };

/**
 * A page of put-backs: what is to be done, oldest first, or what was done, newest first.
 */
export type PutBacksList = { 
/**
 * What was done.
 */
done: boolean, 
/**
 * Where the last page ended.
 */
after: string | null, 
/**
 * How many, 1 to 200.
 */
limit: number, };

/**
 * One page.
 */
export type PutBacksPage = { 
/**
 * The put-backs.
 */
rows: Array<PutBack>, 
/**
 * Ask with this for the next page.
 */
next: string | null, 
/**
 * How many there are.
 */
total: number, };

/**
 * Units of one line. Every field is net: what was taken back is taken off again.
 */
export type Quantities = { 
/**
 * What was sold.
 */
ordered: number, 
/**
 * Called off.
 */
cancelled: number, 
/**
 * Held for this line on the shelf or in the tote.
 */
reserved: number, 
/**
 * Wanted, and not there.
 */
backordered: number, 
/**
 * Fetched from the shelf; includes what was shipped.
 */
picked: number, 
/**
 * In a box; includes what was shipped.
 */
packed: number, 
/**
 * Handed over.
 */
shipped: number, 
/**
 * Arrived.
 */
delivered: number, 
/**
 * Announced to come back.
 */
return_requested: number, 
/**
 * Came back.
 */
returned: number, 
/**
 * Shipped, and did not and will not reach the customer.
 */
written_off: number, };

/**
 * How a file is to be read. Absent parts are found out.
 */
export type ReadAs = { 
/**
 * Where the file lies on this computer.
 */
path: string, 
/**
 * A known format's word (`shopify`, …) or `mapped`.
 */
format: string | null, 
/**
 * `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`.
 */
encoding: string | null, 
/**
 * `,`, `;`, tab or `|`.
 */
separator: string | null, 
/**
 * The sheet of a workbook; absent: the first with cells.
 */
sheet: string | null, 
/**
 * Column to field, for a mapped file: the file's header → our field's word, or empty for a column that is
 * left out. Of several columns with one header the first entry is the first.
 */
mapping: Array<[string, string]> | null, 
/**
 * A saved mapping by its name, instead of the one that was saved for such a file.
 */
saved: string | null, 
/**
 * The mark before decimals, where a column's own cells do not decide it.
 */
decimal_mark: DecimalMark | null, 
/**
 * Day or month first, where a column's own cells do not decide it.
 */
day_order: DayOrder | null, 
/**
 * The currency of amounts that name none.
 */
currency: Currency | null, 
/**
 * What the source's words for how far an order is mean.
 */
words: Array<[string, StatusWord]>, 
/**
 * The channel to book to; absent: the only one of this format, the one that the file's orders prove, or
 * one that is made when there is none.
 */
channel: ChannelId | null, 
/**
 * The name of a channel to be made for this file, instead of one that is here.
 */
new_channel: string | null, 
/**
 * What becomes of orders that carry a number of the channel and are plainly other orders; absent: nothing
 * of the file is taken while there are any.
 */
others: Others | null, 
/**
 * Orders placed before are history. Asked at a channel's first import.
 */
start_at: number | null, 
/**
 * Whether what this channel reports shipped, or sold at its till, stood on our shelf. Kept with the
 * channel; absent: as it was said before.
 */
on_shelf: boolean | null, 
/**
 * Make products from unknown SKUs ("not counted").
 */
make_products: boolean, };

/**
 * Save the refused rows of a file as a file of their own.
 */
export type RefusedSave = { 
/**
 * As it was previewed.
 */
read: ReadAs, 
/**
 * Where to write.
 */
target: string, };

/**
 * Units promised to an order.
 */
export type Reservation = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * Its number.
 */
order_number: string, 
/**
 * The line.
 */
line: LineId, 
/**
 * Units.
 */
quantity: number, 
/**
 * Of these, fetched.
 */
picked: number, 
/**
 * The place's name.
 */
place: string, 
/**
 * Since.
 */
made_at: number, };

/**
 * When a shop puts goods aside.
 */
export type ReserveWhen = "at_confirmation" | "by_hand" | "days_before";

/**
 * Something in a file that a person should know, with the cell that shows it.
 */
export type RowProblem = { 
/**
 * Row of the file (see [`SourceLine::row`]); 0 when it is about the whole file.
 */
row: number, 
/**
 * The column's header, or empty.
 */
column: string, 
/**
 * The cell as it came, at most 200 characters.
 */
cell: string, 
/**
 * Warning or refusal.
 */
severity: Severity, 
/**
 * What is wrong and what to do. Problems with the same sentence id are fixed by the same act.
 */
sentence: Sentence, };

/**
 * Orders that could go in one parcel.
 */
export type SameAddress = { 
/**
 * The order of the run.
 */
order: OrderId, 
/**
 * Others to the same place.
 */
others: Array<OrderId>, 
/**
 * Their numbers.
 */
numbers: Array<string>, };

/**
 * A saved mapping as the settings list it.
 */
export type SavedMapping = { 
/**
 * Which one.
 */
id: MappingId, 
/**
 * What a person called it.
 */
name: string, 
/**
 * The channel whose files it reads; empty: none is left.
 */
channel: string, 
/**
 * The headers of the columns that it reads.
 */
columns: Array<string>, 
/**
 * When a file was last taken by it, or it was saved.
 */
used_at: number, };

/**
 * What became of a scan.
 */
export type ScanOutcome = "handed" | "gone" | "stopped" | "foreign" | "retired" | "several" | "unknown";

/**
 * What became of a scan.
 */
export type Scanned = { 
/**
 * In one word.
 */
outcome: ScanOutcome, 
/**
 * In words.
 */
sentence: Sentence, 
/**
 * The parcel, when it is one of the shop's.
 */
parcel: ParcelId | null, 
/**
 * Its number, or what was scanned.
 */
number: string, 
/**
 * The parcels that could be meant, when they are several.
 */
meant: Array<ParcelMeant>, 
/**
 * The hand-over that the next scan goes on with.
 */
hand_over: HandOverId | null, 
/**
 * Labelled parcels that wait still, of the carrier when one was named.
 */
left: number, };

/**
 * Search over everything.
 */
export type Search = { 
/**
 * Any part of a number, the beginning of a name, e-mail, SKU, tracking number or postcode.
 */
text: string, 
/**
 * How many at most, 1 to 50.
 */
limit: number, };

/**
 * One sentence of the catalogue with its values. `id` is a key of `words/en.ftl`.
 */
export type Sentence = { 
/**
 * The key in the catalogue.
 */
id: string, 
/**
 * The values that the sentence names.
 */
args?: { [key in string]: Value }, };

/**
 * A service of the shop's own post.
 */
export type Service = { 
/**
 * The service.
 */
id: ServiceId, 
/**
 * Zones, weight steps, prices (see `PostService`).
 */
post: PostService, 
/**
 * The pool its numbers come from.
 */
pool: NumberPool | null, 
/**
 * Can be chosen.
 */
active: boolean, 
/**
 * Version, for edits.
 */
version: number, };

/**
 * What a carrier, or the shop's own post, offers.
 */
export type ServiceId = number;

/**
 * What a service would cost for an order.
 */
export type ServiceQuote = { 
/**
 * The service.
 */
service: ServiceId, 
/**
 * Its name.
 */
name: string, 
/**
 * Carrier.
 */
carrier: string, 
/**
 * Whether it needs a tracking number.
 */
tracked: boolean, 
/**
 * Price in minor units of the shop's currency; absent when it cannot be used, or when nobody has
 * said a price yet.
 */
price: number | null, 
/**
 * Days on the way.
 */
days: number | null, 
/**
 * Why it cannot be used.
 */
refusal: Sentence | null, };

/**
 * Save a service.
 */
export type ServiceSave = { 
/**
 * The service; absent: a new one.
 */
id: ServiceId | null, 
/**
 * The version that the person saw.
 */
version: number, 
/**
 * Its definition.
 */
post: PostService, 
/**
 * A new pool of numbers for it.
 */
pool: NumberPool | null, 
/**
 * Can be chosen.
 */
active: boolean, };

/**
 * The settings with their version.
 */
export type SettingsSave = { 
/**
 * The settings.
 */
settings: ShopSettings, 
/**
 * The version that the person saw.
 */
version: number, };

/**
 * How bad a problem with a row is.
 */
export type Severity = "warning" | "refused";

/**
 * Sign that an order leaves although it is not ready.
 */
export type ShipAnyway = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * The version that the person saw: nobody signs for what came since.
 */
version: number, 
/**
 * Why, in the person's words.
 */
why: string, };

/**
 * A line that is left to ship.
 */
export type ShipLine = { 
/**
 * The line.
 */
line: LineId, 
/**
 * SKU.
 */
sku: string, 
/**
 * Title. Foreign text.
 */
title: string, 
/**
 * Units left.
 */
left: number, 
/**
 * Of these, units that are there.
 */
reserved: number, 
/**
 * Grams of one.
 */
grams: number | null, };

/**
 * One order of the run.
 */
export type ShipOrder = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * Its number.
 */
number: string, 
/**
 * Recipient. Foreign text.
 */
name: string, 
/**
 * The address as on paper. Foreign text.
 */
address: Array<string>, 
/**
 * Destination, ISO alpha-2.
 */
country: string, 
/**
 * To leave by.
 */
ship_by: number | null, 
/**
 * What is left to ship.
 */
lines: Array<ShipLine>, 
/**
 * Sum of known weights in grams; absent when one is missing.
 */
grams: number | null, 
/**
 * The delivery that the buyer chose.
 */
wish: string, 
/**
 * The services with their price, cheapest first, then those without one, impossible ones last.
 */
services: Array<ServiceQuote>, 
/**
 * The service that would be taken.
 */
chosen: ServiceId | null, 
/**
 * Why it cannot be labelled now; empty when it can.
 */
stops: Array<Sentence>, 
/**
 * Who signed that it leaves although it is not ready.
 */
signature: OrderSignature | null, 
/**
 * Remarks of the address check.
 */
findings: Array<AddressFinding>, 
/**
 * Parcels with a live label that wait to be handed over.
 */
labelled: Array<ParcelId>, 
/**
 * Orders that are planned to leave with it in the same parcels.
 */
with: Array<OrderId>, 
/**
 * The parcels that were planned for it, its companions' units too.
 */
planned: Array<PlannedParcel>, };

/**
 * The plan of a run.
 */
export type ShipPlan = { 
/**
 * One per order, in the asked order.
 */
orders: Array<ShipOrder>, 
/**
 * Other ready orders to the same recipient and address as one of these.
 */
same_address: Array<SameAddress>, 
/**
 * Why no label can be made at all: the shop has no whole address to send from.
 */
no_sender: Sentence | null, };

/**
 * What has to be known before labels are made for these orders.
 */
export type ShipPlanAsk = { 
/**
 * The orders.
 */
orders: Array<OrderId>, };

/**
 * Goods of one or more orders that leave together.
 */
export type ShipmentId = number;

/**
 * Write what a channel has yet to be told.
 */
export type ShippedFile = { 
/**
 * The channel.
 */
channel: ChannelId, 
/**
 * The form.
 */
form: ShippedForm, 
/**
 * Write it without remembering that they were told.
 */
only_look: boolean, };

/**
 * The file.
 */
export type ShippedFileMade = { 
/**
 * The document with the file's bytes; absent when nothing was to be told.
 */
document: DocumentId | null, 
/**
 * Suggested file name.
 */
name: string, 
/**
 * Parcels in it.
 */
parcels: number, 
/**
 * Parcels that this form cannot tell of, each with its reason. They are still to be told.
 */
left_out: Array<ParcelStop>, };

/**
 * The form of a "shipped" file.
 */
export type ShippedForm = "amazon" | "ebay" | "woocommerce" | "plain";

/**
 * Make the shop.
 */
export type ShopMake = { 
/**
 * Its name.
 */
name: string, 
/**
 * Country, ISO alpha-2.
 */
country: string, 
/**
 * Currency.
 */
currency: Currency, 
/**
 * IANA zone.
 */
zone: string, 
/**
 * `en` or `de`.
 */
language: string, 
/**
 * Who works here.
 */
user: string, 
/**
 * Street and number of the sender; may stay empty until the first label.
 */
street: string, 
/**
 * The sender's postcode.
 */
postcode: string, 
/**
 * The sender's town.
 */
city: string, };

/**
 * Everything a shop can set that this version honours.
 */
export type ShopSettings = { 
/**
 * The shop's name.
 */
name: string, 
/**
 * Sender on labels and slips.
 */
sender: Address, 
/**
 * Where returns go; absent: the sender.
 */
returns: Address | null, 
/**
 * A line at the foot of slips.
 */
slip_note: string, 
/**
 * PNG of at most 200 kB as base64, or empty.
 */
logo_png: string, 
/**
 * IANA zone.
 */
zone: string, 
/**
 * Currency.
 */
currency: Currency, 
/**
 * `en` or `de`.
 */
language: string, 
/**
 * Weekdays that are worked, Monday first.
 */
open_days: [boolean, boolean, boolean, boolean, boolean, boolean, boolean], 
/**
 * Days off, `YYYY-MM-DD`.
 */
holidays: Array<string>, 
/**
 * Orders before this minute of the day leave the same day.
 */
cut_off_minute: number, 
/**
 * Working days from order to hand-over.
 */
handling_days: number, 
/**
 * What to do when a part is short.
 */
backorder: BackorderPolicy, 
/**
 * In how many shipments an order may leave, 2 to 9; counts for `at_most` alone.
 */
backorder_most: number, 
/**
 * When goods are put aside for an order. What is promised when this changes stays promised.
 */
reserve: ReserveWhen, 
/**
 * How many calendar days before the day of ship-by, 0 to 365; counts for `days_before` alone.
 */
reserve_days: number, 
/**
 * For how many days after it was placed goods are kept for an order that nobody has paid, 0 to 365;
 * 0 keeps them without end.
 */
unpaid_days: number, 
/**
 * Authorized counts as paid.
 */
capture_at_shipping: boolean, 
/**
 * Label paper.
 */
label_format: LabelFormat, 
/**
 * Printer's dots per inch for labels: 203 or 300.
 */
label_dpi: number, 
/**
 * `a4` or `letter`, for slips and lists.
 */
paper: string, 
/**
 * Where labels go.
 */
label_printer: PrinterChoice, 
/**
 * Where slips and lists go.
 */
paper_printer: PrinterChoice, 
/**
 * A second folder for backups, or empty.
 */
backup_folder: string, };

/**
 * What every screen needs to know of the shop.
 */
export type ShopStatus = { 
/**
 * Whether the first run is behind us.
 */
made: boolean, 
/**
 * The shop's name.
 */
name: string, 
/**
 * IANA zone.
 */
zone: string, 
/**
 * Currency.
 */
currency: Currency, 
/**
 * `en` or `de`.
 */
language: string, 
/**
 * Country, ISO alpha-2.
 */
country: string, 
/**
 * Sample data is in it.
 */
sample: boolean, 
/**
 * Who works here now.
 */
user: string, 
/**
 * Orders in all.
 */
orders: number, 
/**
 * `sqlite` or `postgres`.
 */
engine: string, 
/**
 * Where it is kept, for a person.
 */
place: string, 
/**
 * The newest backup's name, or empty.
 */
last_backup: string, 
/**
 * The desk's clock.
 */
now: number, 
/**
 * Backroom's version.
 */
version: string, };

/**
 * Why fewer units were fetched than were asked.
 */
export type ShortReason = "missing" | "damaged" | "other";

/**
 * The largest parcel that the service takes, in millimetres.
 */
export type SizeLimit = { 
/**
 * Longest side.
 */
length: number, 
/**
 * Middle side.
 */
width: number, 
/**
 * Shortest side.
 */
height: number, };

/**
 * What to look at on one order's slip.
 */
export type SlipNotice = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * Its number.
 */
number: string, 
/**
 * In words.
 */
sentence: Sentence, };

/**
 * The packing slips that were made.
 */
export type SlipsMade = { 
/**
 * All of them in one PDF; absent when none could be made.
 */
document: DocumentId | null, 
/**
 * Pages.
 */
pages: number, 
/**
 * What to look at.
 */
notices: Array<SlipNotice>, 
/**
 * Orders without slip, each with its reason.
 */
refused: Array<BulkRefusal>, };

/**
 * Packing slips for orders.
 */
export type SlipsMake = { 
/**
 * The orders.
 */
orders: Array<OrderId>, };

/**
 * What a source's word means. A person may choose it for a word that we do not know.
 */
export type StatusWord = "unpaid" | "payment_pending" | "authorized" | "partly_paid" | "paid" | "to_ship" | "partly_shipped" | "shipped" | "not_shipped" | "complete" | "cancelled" | "partly_refunded" | "refunded" | "voided" | "nothing";

/**
 * A count of what lies on the shelf.
 */
export type StockCount = { 
/**
 * The variant.
 */
variant: VariantId, 
/**
 * The place; absent: the first.
 */
location: LocationId | null, 
/**
 * Units on the shelf (what was fetched and waits in a tote is not counted).
 */
counted: number, 
/**
 * Book it although orders lose units; without it the answer names them and nothing changes.
 */
confirm: boolean, 
/**
 * In the person's words.
 */
note: string, };

/**
 * A page of the stock list.
 */
export type StockList = { 
/**
 * Which.
 */
view: StockView, 
/**
 * Beginning of a word of title, SKU or barcode; empty for all.
 */
text: string, 
/**
 * Only what is kept at this place, with its numbers there; absent: everywhere.
 */
location: LocationId | null, 
/**
 * Where the last page ended.
 */
after: string | null, 
/**
 * How many, 1 to 200.
 */
limit: number, };

/**
 * Bring units in or out by hand.
 */
export type StockMove = { 
/**
 * The variant.
 */
variant: VariantId, 
/**
 * The place; absent: the first.
 */
location: LocationId | null, 
/**
 * received, scrapped or adjusted.
 */
kind: MovementKind, 
/**
 * Units; out is negative.
 */
quantity: number, 
/**
 * In the person's words.
 */
note: string, 
/**
 * Book it although orders lose units; without it the refusal names them and nothing changes.
 */
confirm?: boolean, };

/**
 * One page.
 */
export type StockPage = { 
/**
 * The rows.
 */
rows: Array<StockRow>, 
/**
 * Ask with this for the next page.
 */
next: string | null, 
/**
 * How many fit, up to 1,000.
 */
total: number, };

/**
 * A row of the list.
 */
export type StockRow = { 
/**
 * The variant.
 */
id: VariantId, 
/**
 * Its product.
 */
product: ProductId, 
/**
 * SKU.
 */
sku: string, 
/**
 * Title.
 */
title: string, 
/**
 * Options.
 */
options: string, 
/**
 * Shelf place: of the place asked for, else of the first that has one.
 */
bin: string, 
/**
 * Whether it is put together from parts: it has no stock of its own, and can be promised as
 * often as its scarcest part allows.
 */
kit: boolean, 
/**
 * Whether it was ever counted (of a kit: any of its parts); otherwise no number here means
 * anything.
 */
counted: boolean, 
/**
 * Sum of movements.
 */
on_hand: number, 
/**
 * Promised to orders.
 */
reserved: number, 
/**
 * Fetched, not handed over.
 */
picked: number, 
/**
 * Not found by a picker since the last count; promised to nobody.
 */
missing: number, 
/**
 * Kept back for safety; promised to nobody.
 */
safety: number, 
/**
 * Can be promised: on hand − reserved − missing − safety; absent while not counted.
 */
available: number | null, 
/**
 * Units that orders wait for.
 */
short: number, 
/**
 * Reorder at or under this.
 */
reorder_point: number | null, 
/**
 * Grams of one.
 */
grams: number | null, 
/**
 * Cost of one in minor units.
 */
cost: number | null, 
/**
 * Price of one in minor units.
 */
price: number | null, 
/**
 * Currency of cost and price.
 */
currency: Currency | null, 
/**
 * Version, for edits.
 */
version: number, };

/**
 * Carry units from one place to another.
 */
export type StockTransfer = { 
/**
 * The variant.
 */
variant: VariantId, 
/**
 * Where they are.
 */
from: LocationId, 
/**
 * Where they go.
 */
to: LocationId, 
/**
 * Units, at least 1.
 */
quantity: number, 
/**
 * In the person's words.
 */
note: string, 
/**
 * Carry them although orders lose units by it; without it the refusal names them and nothing
 * changes.
 */
confirm?: boolean, };

/**
 * Which variants a list shows.
 */
export type StockView = "all" | "low" | "kits" | "not_counted" | "negative";

/**
 * What a query's answer is made of, and what a mutation makes stale.
 */
export type Tag = "orders" | "shipments" | "stock" | "customers" | "imports" | "documents" | "settings" | "jobs" | "needs" | "shop";

/**
 * A count on Today that opens a list.
 */
export type Tile = { 
/**
 * The view's word, or `hand_over`, `low_stock`.
 */
what: string, 
/**
 * How many.
 */
count: number, 
/**
 * A line under it.
 */
detail: Sentence | null, 
/**
 * Whether it wants to be looked at: calm, soon or now.
 */
tone: string, };

/**
 * One thing that happened.
 */
export type TimelineEntry = { 
/**
 * The journal's sequence.
 */
seq: number, 
/**
 * When it was booked.
 */
at: number, 
/**
 * When it happened, if earlier.
 */
happened_at: number | null, 
/**
 * Who.
 */
who: string, 
/**
 * money, goods, talk or other: the timeline's filter.
 */
group: string, 
/**
 * What happened, in words.
 */
sentence: Sentence, 
/**
 * The change: before and after, if any, field by field.
 */
changes: Array<FieldChange>, };

/**
 * The day at a look.
 */
export type Today = { 
/**
 * The desk's clock.
 */
now: number, 
/**
 * The next best thing to do, in one sentence.
 */
headline: Sentence, 
/**
 * A second line.
 */
detail: Sentence | null, 
/**
 * The command or view that does it: a view's word, `hand_over`, `import`, or empty.
 */
next: string, 
/**
 * Orders ready that are due today or earlier.
 */
due_today: number, 
/**
 * The next cut-off, if still to come today.
 */
cut_off_at: number | null, 
/**
 * The counts.
 */
tiles: Array<Tile>, 
/**
 * The newest 50 things that need a person.
 */
needs: Array<Need>, 
/**
 * How many there are.
 */
needs_count: number, 
/**
 * Parcels that wait, by carrier.
 */
waiting: Array<WaitingCount>, 
/**
 * Orders of the last 14 days: the day's beginning, count, sum in the shop's currency.
 */
days: Array<DaySum>, 
/**
 * The newest imports.
 */
imports: Array<ImportRow>, };

/**
 * A value inside a sentence. Numbers stay numbers, so that each language can choose its plural.
 */
export type Value = number | string;

/**
 * Give a product a rule of its own for when it is short.
 */
export type VariantBackorder = { 
/**
 * The variant.
 */
id: VariantId, 
/**
 * The version that the person saw; a newer one refuses the change.
 */
version: number, 
/**
 * In how many shipments an order may leave of which this is short: 1 waits for everything, 0 is as
 * many as it takes, at most 9. Absent: as the shop's rule says. An order's own rule goes before it,
 * and the strictest of all that is short counts.
 */
most_shipments: number | null, };

/**
 * A variant, and the rows behind each of its numbers.
 */
export type VariantDetail = { 
/**
 * The list's row.
 */
row: StockRow, 
/**
 * Barcodes.
 */
barcodes: Array<string>, 
/**
 * HS code, or empty.
 */
hs_code: string, 
/**
 * Country of origin, ISO alpha-2, or empty.
 */
origin: string, 
/**
 * In how many shipments an order may leave of which this is short: 1 waits for everything, 0 is as
 * many as it takes. Absent: as the shop's rule says.
 */
most_shipments: number | null, 
/**
 * The shop's rule, in the same numbers.
 */
shop_most_shipments: number, 
/**
 * What a kit is put together from; empty for anything else.
 */
parts: Array<KitPart>, 
/**
 * The kits that it is a part of, with how many of it are in one.
 */
in_kits: Array<KitPart>, 
/**
 * Its numbers at each place in use, in the order in which they ship.
 */
places: Array<PlaceLevel>, 
/**
 * Why on hand is what it is: newest first, the last 200.
 */
movements: Array<Movement>, 
/**
 * Why reserved is what it is: every active one.
 */
reservations: Array<Reservation>, 
/**
 * Who waits for units.
 */
waiting: Array<Waiting>, };

/**
 * One thing that can be counted: a product in one size and colour.
 */
export type VariantId = number;

/**
 * A variant by its id.
 */
export type VariantRef = { 
/**
 * The variant.
 */
id: VariantId, };

/**
 * Change or make a variant. Absent fields stay.
 */
export type VariantSave = { 
/**
 * The variant; absent: make one.
 */
id: VariantId | null, 
/**
 * The version that the person saw.
 */
version: number, 
/**
 * SKU.
 */
sku: string | null, 
/**
 * Title.
 */
title: string | null, 
/**
 * Options.
 */
options: string | null, 
/**
 * Barcodes, all of them.
 */
barcodes: Array<string> | null, 
/**
 * Shelf place at `location`.
 */
bin: string | null, 
/**
 * Which place the shelf place is at; absent: the first.
 */
location: LocationId | null, 
/**
 * What it is put together from, all of it; an empty list makes it goods again.
 */
parts: Array<PartSave> | null, 
/**
 * Grams of one.
 */
grams: number | null, 
/**
 * HS code.
 */
hs_code: string | null, 
/**
 * Country of origin.
 */
origin: string | null, 
/**
 * Price of one in minor units of the shop's currency.
 */
price: number | null, 
/**
 * Cost of one in minor units of the shop's currency.
 */
cost: number | null, 
/**
 * Reorder at or under this.
 */
reorder_point: number | null, 
/**
 * Units that are promised to nobody, 0 to 1,000,000: against counts that are wrong and goods that break.
 */
safety: number | null, };

/**
 * A preset view.
 */
export type View = "to_ship" | "late" | "on_hold" | "awaiting_payment" | "short" | "needs_you" | "partly_shipped" | "on_the_way" | "open" | "all";

/**
 * The counts of the preset views.
 */
export type ViewCount = { 
/**
 * The view.
 */
view: View, 
/**
 * Orders in it.
 */
count: number, };

/**
 * An order that waits for units.
 */
export type Waiting = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * Its number.
 */
order_number: string, 
/**
 * Units.
 */
quantity: number, };

/**
 * What waits to be handed over, by carrier.
 */
export type WaitingCarrier = { 
/**
 * Carrier.
 */
carrier: string, 
/**
 * Labelled parcels.
 */
parcels: Array<WaitingParcel>, };

/**
 * Parcels of one carrier.
 */
export type WaitingCount = { 
/**
 * Carrier.
 */
carrier: string, 
/**
 * Labelled, not handed over.
 */
parcels: number, };

/**
 * A labelled parcel.
 */
export type WaitingParcel = { 
/**
 * The parcel.
 */
id: ParcelId, 
/**
 * Its number.
 */
number: string, 
/**
 * Its orders.
 */
orders: Array<OrderId>, 
/**
 * Recipient. Foreign text.
 */
name: string, 
/**
 * Tracking number, or empty.
 */
tracking: string, 
/**
 * Service.
 */
service: string, 
/**
 * Since.
 */
labelled_at: number, 
/**
 * Why it must not leave; absent when it may.
 */
stop: Sentence | null, };

/**
 * The price up to a weight.
 */
export type WeightStep = { 
/**
 * The heaviest parcel at this price, in grams; `None` for any weight, known or not.
 */
up_to: number | null, 
/**
 * Minor units of the service's currency; 0 is free, `None` is not said yet.
 */
price: number | null, };

/**
 * A word for how far an order is.
 */
export type WordChoice = { 
/**
 * The word, in lower case.
 */
word: string, 
/**
 * The header of its column.
 */
column: string, 
/**
 * How many cells say it.
 */
cells: number, 
/**
 * What it is read as; absent: it is not known, and means nothing.
 */
read_as: StatusWord | null, };

/**
 * A country of a zone, whole or only where postcodes begin so.
 */
export type ZonePlace = { 
/**
 * ISO 3166-1 alpha-2.
 */
country: string, 
/**
 * How postcodes begin (`07`, `BT`); spaces and capitals do not matter. Empty: all of them.
 */
postcodes: Array<string>, };

export type Commands = {
  /** What every screen needs to know of the shop. */
  shop_status: [Nothing, ShopStatus],
  /** Make the shop: its name, country, currency, zone, language. */
  shop_make: [ShopMake, ShopStatus],
  /** Fill an empty shop with sample data. */
  sample_open: [Nothing, ShopStatus],
  /** Take the sample data out again. */
  sample_remove: [Nothing, ShopStatus],
  /** The day at a look. */
  today: [Nothing, Today],
  /** The settings. */
  settings_get: [Nothing, SettingsSave],
  /** Save the settings. */
  settings_save: [SettingsSave, SettingsSave],
  /** Read a picture for the logo. Nothing is saved. */
  logo_read: [LogoRead, LogoPicture],
  /** The services of the shop's own post. */
  services_list: [Nothing, Array<Service>],
  /** Save a service, and give it a pool of numbers. */
  service_save: [ServiceSave, Service],
  /** Say where a service's numbers go on after a backup was restored. */
  pool_continue: [PoolContinue, Service],
  /** The channels. */
  channels_list: [Nothing, Array<Channel>],
  /** Save a channel. */
  channel_save: [ChannelSave, Channel],
  /** The places with stock, in the order in which they ship. */
  locations_list: [Nothing, Array<Location>],
  /** Add a place with stock, change one, or take it out of use. */
  location_save: [LocationSave, Array<Location>],
  /** The backups in the shop's own folder, newest first. */
  backups_list: [Nothing, Array<Backup>],
  /** Read a backup to its last byte, and say what would be lost if it took the shop's place. */
  backup_review: [BackupPick, BackupReview],
  /** Put a backup in the shop's place. The shop as it is is backed up first. */
  backup_restore: [BackupPick, ShopStatus],
  /** Make a backup and check it. */
  backup_make: [BackupMake, BackupInfo],
  /** What the last check of the shop's data said. */
  health: [Nothing, Health],
  /** Look at all of the shop's data: damage, and stored values that their rows contradict. */
  health_check: [Nothing, Health],
  /** The printers that this computer knows. */
  printers_list: [Nothing, Array<FoundPrinter>],
  /** What is going on in the background. */
  progress: [Nothing, Array<Progress>],
  /** Ask the work in the background to stop. */
  job_cancel: [Nothing, Nothing],
  /** Mark something that needed a person as settled. */
  need_close: [NeedRef, Nothing],
  /** Erase people for good: names, addresses, notes, pages, search. Orders, stock and money stay. */
  customers_erase: [CustomersErase, Erased],
  /** How long invoices have to be kept. */
  privacy_get: [Nothing, Privacy],
  /** Settle how long invoices have to be kept. */
  privacy_save: [Privacy, Privacy],
  /** The counts of the preset views. */
  order_views: [Nothing, Array<ViewCount>],
  /** A page of orders. */
  orders_list: [OrdersList, OrdersPage],
  /** Everything of one order. */
  order_get: [OrderRef, OrderDetail],
  /** What happened to an order, newest first. */
  order_timeline: [OrderRef, Array<TimelineEntry>],
  /** Find orders, customers, products and parcels. */
  search: [Search, Array<Hit>],
  /** Hold orders. */
  orders_hold: [OrdersHold, BulkResult],
  /** Release holds. */
  orders_release: [OrdersRelease, BulkResult],
  /** Put goods aside now for orders that wait for their day or for a person. */
  orders_reserve: [OrdersReserve, BulkResult],
  /** Sign that an order leaves although it is not ready. */
  ship_anyway: [ShipAnyway, OrderDetail],
  /** Take such a signature back. */
  ship_anyway_withdraw: [OrderRef, OrderDetail],
  /** Cancel an order, or units of it that have not left. */
  order_cancel: [OrderCancel, OrderDetail],
  /** Take a cancellation back. */
  order_restore: [OrderRef, OrderDetail],
  /** What the source called shipped has not left after all: its shipments are taken back. */
  order_not_sent_there: [NotSentThere, OrderDetail],
  /** Change the address, the note or the gift of an open order. */
  order_edit: [OrderEdit, OrderDetail],
  /** Give an order a rule of its own for when a part is short, or take it back. */
  order_backorder: [OrderBackorder, OrderDetail],
  /** Decide between ours and theirs. */
  conflict_settle: [ConflictSettle, OrderDetail],
  /** What has to be known before labels are made. */
  ship_plan: [ShipPlanAsk, ShipPlan],
  /** Lay out parcels before there is a label: split an order, combine several, or neither again. */
  parcels_plan: [ParcelsPlan, ShipPlan],
  /** How a label will look. */
  label_preview: [LabelPreviewAsk, LabelPreview],
  /** Make a pick list. */
  pick_list_make: [PickListMake, PickListMade],
  /** A page of pick lists, newest first. */
  pick_lists_list: [PickListsList, PickListsPage],
  /** A pick list with its lines in walking order. */
  pick_list_get: [PickListRef, PickListDetail],
  /** Say what was found for lines of a pick list. */
  pick_list_enter: [PickListEnter, PickListDetail],
  /** Take the answer of one line back. */
  pick_list_undo: [PickAnswerUndo, PickListDetail],
  /** End a pick list. */
  pick_list_finish: [PickListFinish, PickListDetail],
  /** A page of what goes back to the shelf. */
  put_backs_list: [PutBacksList, PutBacksPage],
  /** Units are back on the shelf. */
  put_back_done: [PutBackDone, PutBackBooked],
  /** They were not put back after all. */
  put_back_undo: [PutBackRef, Nothing],
  /** Make packing slips. */
  slips_make: [SlipsMake, SlipsMade],
  /** Make labels: parcels, numbers, postage, one PDF. */
  labels_make: [LabelsMake, LabelsMade],
  /** Retire a label. */
  label_retire: [LabelRetire, Nothing],
  /** Keep a label although its order was changed since, signed. */
  label_keep: [LabelKeep, Nothing],
  /** Labelled parcels that wait, by carrier. */
  hand_over_waiting: [Nothing, Array<WaitingCarrier>],
  /** Hand parcels over: now they have left, stock falls, the source is to be told. */
  hand_over: [HandOver, HandedOver],
  /** A parcel was scanned at the van: it has left, or the sentence says why not. */
  hand_over_scan: [HandOverScan, Scanned],
  /** Make the list of a hand-over, for the carrier to sign. */
  hand_over_list_make: [HandOverListMake, DocumentMade],
  /** A parcel did not leave after all. */
  take_back: [ParcelRef, Nothing],
  /** A parcel arrived. */
  parcel_delivered: [ParcelRef, Nothing],
  /** Write what a channel has yet to be told. */
  shipped_file: [ShippedFile, ShippedFileMade],
  /** Make the printer test page for the label paper. */
  test_page_make: [Nothing, DocumentMade],
  /** Print a document, or open it on screen. */
  print: [Print, Printed],
  /** What a file would do. Nothing is written. */
  import_preview: [ReadAs, Preview],
  /** Take a file's orders, all or nothing. */
  import_commit: [ImportCommit, Imported],
  /** The imports of the past, newest first. */
  imports_list: [Nothing, Array<ImportRow>],
  /** Take an import back. */
  import_undo: [ImportUndo, ImportUndone],
  /** The saved ways of reading files of other columns, the last used first. */
  mappings_list: [Nothing, Array<SavedMapping>],
  /** Give a saved mapping another name. */
  mapping_rename: [MappingRename, Array<SavedMapping>],
  /** Forget a saved mapping. What came in by it stays. */
  mapping_forget: [MappingRef, Array<SavedMapping>],
  /** Save the refused rows as a file. */
  import_refused_save: [RefusedSave, Nothing],
  /** What a product file would do; with its hash: do it. */
  products_import: [ProductsFile, ProductsPreview],
  /** A page of products with their stock. */
  stock_list: [StockList, StockPage],
  /** A variant, and the rows behind its numbers. */
  variant_get: [VariantRef, VariantDetail],
  /** Count what lies on the shelf. */
  stock_count: [StockCount, Counted],
  /** Bring units in or out by hand. */
  stock_move: [StockMove, VariantDetail],
  /** Carry units from one place to another. */
  stock_transfer: [StockTransfer, VariantDetail],
  /** Change or make a variant. */
  variant_save: [VariantSave, VariantDetail],
  /** Give a product a rule of its own for when it is short, or take it back. */
  variant_backorder: [VariantBackorder, VariantDetail],
};

export const commands = {
  shop_status: ["query", ["shop", "settings"]],
  shop_make: ["mutation", ["shop", "settings"]],
  sample_open: ["mutation", ["shop", "settings", "orders", "shipments", "stock", "customers", "imports", "documents", "needs"]],
  sample_remove: ["mutation", ["shop", "settings", "orders", "shipments", "stock", "customers", "imports", "documents", "needs"]],
  today: ["query", ["orders", "shipments", "needs", "imports", "stock"]],
  settings_get: ["query", ["settings"]],
  settings_save: ["mutation", ["settings", "orders", "stock"]],
  logo_read: ["query", ["settings"]],
  services_list: ["query", ["settings"]],
  service_save: ["mutation", ["settings"]],
  pool_continue: ["mutation", ["settings", "needs"]],
  channels_list: ["query", ["settings", "shipments", "needs"]],
  channel_save: ["mutation", ["settings", "orders", "stock", "needs"]],
  locations_list: ["query", ["settings", "stock"]],
  location_save: ["mutation", ["settings", "stock", "orders"]],
  backups_list: ["query", ["shop"]],
  backup_review: ["mutation", ["shop"]],
  backup_restore: ["mutation", ["shop", "settings", "orders", "shipments", "stock", "customers", "imports", "documents", "jobs", "needs"]],
  backup_make: ["mutation", ["shop"]],
  health: ["query", ["shop"]],
  health_check: ["mutation", ["shop", "needs"]],
  printers_list: ["query", ["shop"]],
  progress: ["query", ["jobs"]],
  job_cancel: ["mutation", ["jobs"]],
  need_close: ["mutation", ["needs", "orders"]],
  customers_erase: ["mutation", ["customers", "orders", "shipments", "documents", "needs"]],
  privacy_get: ["query", ["settings"]],
  privacy_save: ["mutation", ["settings"]],
  order_views: ["query", ["orders"]],
  orders_list: ["query", ["orders"]],
  order_get: ["query", ["orders", "shipments", "documents", "stock"]],
  order_timeline: ["query", ["orders", "shipments", "documents"]],
  search: ["query", ["orders", "customers", "stock", "shipments"]],
  orders_hold: ["mutation", ["orders", "needs"]],
  orders_release: ["mutation", ["orders", "needs"]],
  orders_reserve: ["mutation", ["orders", "stock"]],
  ship_anyway: ["mutation", ["orders", "shipments"]],
  ship_anyway_withdraw: ["mutation", ["orders", "shipments"]],
  order_cancel: ["mutation", ["orders", "shipments", "stock", "needs"]],
  order_restore: ["mutation", ["orders", "stock", "needs"]],
  order_not_sent_there: ["mutation", ["orders", "shipments", "stock", "needs"]],
  order_edit: ["mutation", ["orders", "shipments", "needs", "customers"]],
  order_backorder: ["mutation", ["orders"]],
  conflict_settle: ["mutation", ["orders", "shipments", "stock", "needs"]],
  ship_plan: ["query", ["orders", "shipments", "settings"]],
  parcels_plan: ["mutation", ["orders", "shipments"]],
  label_preview: ["query", ["orders", "settings"]],
  pick_list_make: ["mutation", ["orders", "shipments", "documents"]],
  pick_lists_list: ["query", ["shipments"]],
  pick_list_get: ["query", ["shipments", "orders", "stock"]],
  pick_list_enter: ["mutation", ["orders", "shipments", "stock", "needs"]],
  pick_list_undo: ["mutation", ["orders", "shipments", "stock", "needs"]],
  pick_list_finish: ["mutation", ["orders", "shipments", "stock", "needs"]],
  put_backs_list: ["query", ["shipments", "orders", "stock"]],
  put_back_done: ["mutation", ["stock", "shipments"]],
  put_back_undo: ["mutation", ["stock", "shipments"]],
  slips_make: ["mutation", ["documents", "orders", "shipments", "needs"]],
  labels_make: ["mutation", ["orders", "shipments", "stock", "documents", "needs", "settings"]],
  label_retire: ["mutation", ["orders", "shipments", "needs"]],
  label_keep: ["mutation", ["orders", "shipments", "needs"]],
  hand_over_waiting: ["query", ["shipments", "orders"]],
  hand_over: ["mutation", ["orders", "shipments", "stock", "needs"]],
  hand_over_scan: ["mutation", ["orders", "shipments", "stock", "needs"]],
  hand_over_list_make: ["mutation", ["documents"]],
  take_back: ["mutation", ["orders", "shipments", "stock", "needs"]],
  parcel_delivered: ["mutation", ["orders", "shipments"]],
  shipped_file: ["mutation", ["shipments", "settings", "documents"]],
  test_page_make: ["mutation", ["documents"]],
  print: ["mutation", ["documents"]],
  import_preview: ["query", ["imports", "orders", "stock", "settings"]],
  import_commit: ["mutation", ["imports", "orders", "stock", "customers", "needs", "settings"]],
  imports_list: ["query", ["imports"]],
  import_undo: ["mutation", ["imports", "orders", "stock", "customers", "needs", "settings"]],
  mappings_list: ["query", ["imports", "settings"]],
  mapping_rename: ["mutation", ["imports"]],
  mapping_forget: ["mutation", ["imports"]],
  import_refused_save: ["query", []],
  products_import: ["mutation", ["stock", "orders", "imports"]],
  stock_list: ["query", ["stock"]],
  variant_get: ["query", ["stock"]],
  stock_count: ["mutation", ["stock", "orders", "needs"]],
  stock_move: ["mutation", ["stock", "orders", "needs"]],
  stock_transfer: ["mutation", ["stock", "orders"]],
  variant_save: ["mutation", ["stock", "orders"]],
  variant_backorder: ["mutation", ["stock", "orders"]],
} as const;
