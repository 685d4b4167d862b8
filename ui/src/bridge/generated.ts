// Provisional.
export type Address = { name: string; company: string; line1: string; line2: string; line3: string; city: string; region: string; postcode: string; country: string; phone: string };
export type Finding = { field: Field; sentence: Sentence; suggestion: string | null };
export type AddressCheck = { block: Finding[]; warn: Finding[] };
export type Field = "name" | "company" | "line1" | "line2" | "line3" | "city" | "region" | "postcode" | "country";
export type Calendar = { zone: Zone; open: BTreeSet<Weekday>; holidays: Array<string>; cut_off: number; handling_days: number };
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type Fulfilment = "cancelled" | "not_required" | "undelivered" | "delivered" | "partially_delivered" | "shipped" | "partially_shipped" | "in_progress" | "scheduled" | "unfulfilled";
export type HoldKind = "payment" | "fraud" | "address" | "stock" | "awaiting_return" | "customer" | "until_date" | "manual";
export type Life = "draft" | "open" | "completed" | "cancelled";
export type Action = "place" | "cancel" | "complete" | "reopen" | "restore";
export type Quantities = { ordered: number; cancelled: number; reserved: number; backordered: number; picked: number; packed: number; shipped: number; delivered: number; return_requested: number; returned: number; written_off: number };
export type Stage = "untouched" | "in_hand" | "labelled" | "gone";
export type PaymentStatus = "unpaid" | "pending" | "authorized" | "partially_paid" | "paid" | "overpaid" | "partially_refunded" | "refunded" | "voided" | "disputed" | "unknown";
export type PaymentState = "pending" | "authorized" | "captured" | "failed" | "cancelled" | "voided" | "expired" | "reversed";
export type BackorderPolicy = "all_or_nothing" | "as_available";
export type View = "to_ship" | "late" | "on_hold" | "awaiting_payment" | "short" | "needs_you" | "partly_shipped" | "on_the_way" | "open" | "all";
export type AcceptedNumber = { number: string; recognised: Recognised[]; doubt: Sentence | null };
export type NumberPool = { letters: string; country: string; from: number; to: number; next: number; warn_at: number };
export type ZonePlace = { country: string; postcodes: string[] };
export type WeightStep = { up_to: number | null; price: number };
export type PostZone = { name: string; places: ZonePlace[]; rest_of_world: boolean; steps: WeightStep[] };
export type SizeLimit = { length: number; width: number; height: number };
export type PostService = { name: string; tracked: boolean; from_country: string; currency: string; zones: PostZone[]; days_inland: number; days_abroad: number; max_grams: number | null; max_size: SizeLimit | null };
export type Quote = { zone: string; price: Money; tracked: boolean; days: number; inland: boolean };
export type ParcelState = "open" | "labelled" | "handed_over" | "in_transit" | "out_for_delivery" | "ready_for_pickup" | "delivered" | "collected" | "exception" | "returning" | "returned_to_sender" | "lost" | "cancelled";
export type ParcelAction = "label" | "retire_label" | "hand_over" | "take_back" | "deliver" | "await_pickup" | "collect" | "cancel" | "lose" | "come_back";
export type Sentence = { id: string; args?: Record<string, string | number> };
export type SourceCharge = { kind: ChargeKind; label: string; amount: number };
export type SourceTax = { name: string; amount: number; included: boolean | null; collected_by_channel: boolean };
export type SourceLine = { source_id: string; kind: LineKind; sku: string; title: string; options: string; personalisation: string; quantity: number; shipped: number; cancelled: number; unit_price: number | null; discount: number; tax: number | null; grams: number | null; barcode: string; by_shop: boolean; row: number };
export type SourcePayment = { method: string; reference: string; amount: number | null; at: number | null; to_channel: boolean };
export type SourceBuyer = { source_id: string; name: string; email: string; phone: string; company: string; tax_id: string };
export type SourceOrder = { source_id: string; number: string; placed_at: number | null; currency: string; buyer: SourceBuyer; ship_to: Address; bill_to: Address; lines: SourceLine[]; charges: SourceCharge[]; taxes: SourceTax[]; prices_include_tax: boolean | null; total: number | null; paid: SourcePaid; payments: SourcePayment[]; refunded: number | null; shipped: SourceShipped; shipped_at: number | null; tracking: string[]; cancelled: boolean; cancelled_at: number | null; ship_by: number | null; service: string; note: string; gift: boolean; gift_message: string; counter: boolean; tags: string[]; extra: Array<[string, string]>; row: number };
export type RowProblem = { row: number; column: string; cell: string; severity: Severity; sentence: Sentence };
export type ChargeKind = "line" | "shipping" | "fee" | "tip" | "gift_wrap" | "duty" | "discount" | "tax" | "rounding" | "unexplained";
export type SourcePaid = "unpaid" | "pending" | "authorized" | "partly_paid" | "paid" | "partly_refunded" | "refunded" | "voided" | "unknown";
export type SourceShipped = "no" | "partly" | "yes" | "unknown";
export type LineKind = "goods" | "kit" | "digital" | "service" | "gift_card";
export type Severity = "warning" | "refused";
export type MovementKind = "opening" | "received" | "counted" | "handed_over" | "taken_back" | "returned" | "scrapped" | "adjusted" | "transferred" | "sold";
export type Recognised = { carrier: string; carrier_name: string; format: string; check: Check; url: string | null; normalised: string };
export type Check = "valid" | "none" | "wrong";
export type Fate = "new" | "update" | "skip" | "refuse";
export type ReadAs = { path: string; format: string | null; encoding: string | null; separator: string | null; mapping: Array<[string, string]> | null; channel: number | null; start_at: number | null; make_products: boolean };
export type FileColumn = { name: string; examples: string[]; filled: number; field: string | null };
export type PreviewRow = { row: number; number: string; placed_at: number | null; name: string; place: string; lines: string; status: string; total: number | null; currency: string; fate: Fate; history: boolean; remarks: Sentence[]; changes: FieldChange[] };
export type ProblemGroup = { sentence: Sentence; column: string; refuses: boolean; count: number; examples: RowProblem[] };
export type Preview = { file_name: string; sha256: string; format: string; encoding: string; separator: string; columns: FileColumn[]; fields: string[]; rows: number; new: number; updated: number; skipped: number; refused: number; history: number; problems: ProblemGroup[]; unknown_skus: Array<[string, number]>; orders: PreviewRow[]; channel: number | null; channel_name: string; ask_start: boolean; suggested_start: number | null; same_file: number | null };
export type ImportCommit = { read: ReadAs; sha256: string; save_mapping: string | null };
export type Imported = { batch: number; new: number; updated: number; skipped: number; refused: number; ready: number; attention: number; conflicts: number };
export type ImportRow = { id: number; file_name: string; channel: string; kind: string; created: number; updated: number; skipped: number; refused: number; at: number; undone_at: number | null };
export type ImportUndo = { batch: number; only_look: boolean };
export type ImportUndone = { removed: number; restored: number; kept: KeptOrder[] };
export type KeptOrder = { id: number; number: string; sentence: Sentence };
export type RefusedSave = { read: ReadAs; target: string };
export type ProductsPreview = { file_name: string; sha256: string; new: number; updated: number; skipped: number; refused: number; units: number; problems: ProblemGroup[] };
export type ProductsFile = { path: string; sha256: string | null };
export type OrderSort = "ship_by" | "placed" | "total" | "name";
export type OrdersList = { view: View; filters: OrderFilter[]; sort: OrderSort; descending: boolean; after: string | null; limit: number };
export type OrderListRow = { id: number; number: string; channel: string; placed_at: number; ship_by: number | null; name: string; country: string; units: number; total: number; currency: string; amounts_known: boolean; life: Life; payment: PaymentStatus; fulfilment: Fulfilment; ready: boolean; history: boolean; holds: number; needs: number; short: number; gift: boolean; has_note: boolean; service_wish: string; grams: number | null; version: number };
export type OrdersPage = { rows: OrderListRow[]; next: string | null; total: number; more: boolean };
export type ViewCount = { view: View; count: number };
export type OrderLine = { id: number; variant: number | null; kind: LineKind; sku: string; title: string; options: string; personalisation: string; bin: string; ships: boolean; unit_price: number | null; total: number; quantities: Quantities; left_after: number | null };
export type OrderCharge = { kind: ChargeKind; label: string; amount: number };
export type OrderPayment = { out: boolean; method: string; reference: string; state: string; amount: number | null; at: number | null };
export type OrderHold = { id: number; kind: HoldKind; sentence: Sentence; until: number | null; placed_at: number; released_at: number | null };
export type OrderParcel = { id: number; number: string; state: ParcelState; carrier: string; service: string; tracking: string; tracking_url: string; grams: number | null; price: number | null; label: number | null; label_page: number | null; handed_over_at: number | null; delivered_at: number | null; assumed: boolean; lines: ParcelContent[] };
export type ParcelContent = { line: number; title: string; quantity: number };
export type OrderShipment = { id: number; number: string; state: string; elsewhere: boolean; other_orders: number[]; parcels: OrderParcel[] };
export type OrderConflict = { id: number; field: string; ours: string; theirs: string; found_at: number };
export type OrderDocument = { id: number; kind: string; page: number; made_at: number; prints: number };
export type Offer = { command: string; refusal: Sentence | null };
export type OrderDetail = { row: OrderListRow; source_id: string; customer: number | null; buyer_name: string; buyer_email: string; buyer_phone: string; customer_orders: number; ship_to: Address; ship_to_lines: string[]; bill_to: Address | null; address_findings: AddressFinding[]; lines: OrderLine[]; charges: OrderCharge[]; taxes: OrderCharge[]; lines_total: number; credited: number; balance: number; payments: OrderPayment[]; holds: OrderHold[]; shipments: OrderShipment[]; documents: OrderDocument[]; conflicts: OrderConflict[]; not_ready: Sentence[]; offers: Offer[]; note: string; gift_message: string; extra: Array<[string, string]>; tags: string[]; booked_at: number };
export type AddressFinding = { stops: boolean; field: string; sentence: Sentence };
export type TimelineEntry = { seq: number; at: number; happened_at: number | null; who: string; group: string; sentence: Sentence; changes: FieldChange[] };
export type FieldChange = { field: string; before: string; after: string };
export type OrderRef = { id: number };
export type Search = { text: string; limit: number };
export type Hit = { kind: string; id: number; order: number | null; title: string; detail: string; by: string };
export type OrdersHold = { orders: number[]; kind: HoldKind; note: string; until: number | null };
export type OrdersRelease = { orders: number[]; holds: number[]; note: string };
export type OrderCancel = { id: number; units: LineUnits[]; reason: string };
export type LineUnits = { line: number; units: number };
export type OrderEdit = { id: number; version: number; ship_to: Address | null; note: string | null; gift: boolean | null; gift_message: string | null; service: number | null; ship_by: number | null };
export type ConflictSettle = { id: number; take_theirs: boolean };
export type BulkResult = { done: number; refused: BulkRefusal[] };
export type BulkRefusal = { order: number; number: string; sentence: Sentence };
export type LabelFormat = "4x6" | "a6" | "a4_2up" | "a4_4up" | "letter_2up" | "letter_4up";
export type ShippedForm = "amazon" | "ebay" | "woocommerce" | "plain";
export type ShipPlanAsk = { orders: number[] };
export type ShipPlan = { orders: ShipOrder[]; same_address: SameAddress[] };
export type SameAddress = { order: number; others: number[]; numbers: string[] };
export type ShipOrder = { id: number; number: string; name: string; address: string[]; country: string; ship_by: number | null; lines: ShipLine[]; grams: number | null; wish: string; services: ServiceQuote[]; chosen: number | null; stops: Sentence[]; findings: AddressFinding[]; labelled: number[] };
export type ShipLine = { line: number; sku: string; title: string; left: number; reserved: number; grams: number | null };
export type ServiceQuote = { service: number; name: string; carrier: string; tracked: boolean; price: number | null; days: number | null; refusal: Sentence | null };
export type ParcelWish = { lines: LineUnits[]; grams: number | null; tracking: string };
export type LabelWish = { orders: number[]; service: number | null; parcels: ParcelWish[] };
export type LabelsMake = { wishes: LabelWish[]; format: LabelFormat | null; start: number | null };
export type LabelsMade = { document: number | null; parcels: LabelMade[]; refused: BulkRefusal[]; total: number; currency: string };
export type LabelMade = { parcel: number; number: string; orders: number[]; tracking: string; page: number; price: number | null; notices: Sentence[] };
export type LabelPreviewAsk = { orders: number[]; service: number | null; grams: number | null; tracking: string; format: LabelFormat | null };
export type LabelPreview = { svg: string; notices: Sentence[]; refusal: Sentence | null };
export type LabelRetire = { parcel: number; why: string };
export type PickListMake = { orders: number[]; by_order: boolean };
export type PickListMade = { id: number; number: string; document: number; units: number; refused: BulkRefusal[] };
export type SlipsMake = { orders: number[] };
export type DocumentMade = { document: number; pages: number; notices: Sentence[]; refused: BulkRefusal[] };
export type WaitingCarrier = { carrier: string; parcels: WaitingParcel[] };
export type WaitingParcel = { id: number; number: string; orders: number[]; name: string; tracking: string; service: string; labelled_at: number; stop: Sentence | null };
export type HandOver = { carrier: string | null; parcels: number[] };
export type HandedOver = { id: number | null; parcels: number[]; stopped: ParcelStop[] };
export type ParcelStop = { parcel: number; number: string; sentence: Sentence };
export type ParcelRef = { id: number };
export type ShippedFile = { channel: number; form: ShippedForm; only_look: boolean };
export type ShippedFileMade = { document: number | null; name: string; parcels: number };
export type Print = { document: number; page: number | null; reason: string };
export type Printed = { outcome: string; printer: string; sentence: Sentence };
export type ShopStatus = { made: boolean; name: string; zone: string; currency: string; language: string; country: string; sample: boolean; user: string; orders: number; engine: string; place: string; last_backup: string; now: number; version: string };
export type ShopMake = { name: string; country: string; currency: string; zone: string; language: string; user: string };
export type Tile = { what: string; count: number; detail: Sentence | null; tone: string };
export type Need = { id: number; kind: string; sentence: Sentence; order: number | null; number: string; opened_at: number };
export type Today = { now: number; headline: Sentence; detail: Sentence | null; next: string; due_today: number; cut_off_at: number | null; tiles: Tile[]; needs: Need[]; needs_count: number; waiting: WaitingCount[]; days: DaySum[]; imports: ImportRow[] };
export type WaitingCount = { carrier: string; parcels: number };
export type DaySum = { day: number; orders: number; total: number };
export type PrinterChoice = { uri: string; name: string; media: string; copies: number };
export type ShopSettings = { name: string; sender: Address; returns: Address | null; slip_note: string; logo_png: string; zone: string; currency: string; language: string; open_days: [boolean, boolean, boolean, boolean, boolean, boolean, boolean]; holidays: string[]; cut_off_minute: number; handling_days: number; backorder: BackorderPolicy; capture_at_shipping: boolean; label_format: LabelFormat; label_dpi: number; paper: string; label_printer: PrinterChoice; paper_printer: PrinterChoice; backup_folder: string };
export type SettingsSave = { settings: ShopSettings; version: number };
export type Service = { id: number; post: PostService; pool: NumberPool | null; active: boolean; version: number };
export type ServiceSave = { id: number | null; version: number; post: PostService; pool: NumberPool | null; active: boolean };
export type Channel = { id: number; kind: string; name: string; start_at: number | null; on_shelf: string; untold: number; version: number };
export type ChannelSave = { id: number; version: number; name: string; on_shelf: string };
export type BackupMake = { folder: string };
export type FoundPrinter = { uri: string; name: string; state: string };
export type Location = { id: number; name: string };
export type Staff = { id: number; name: string; role: string };
export type Progress = { job: string; done: number; total: number; note: Sentence };
export type NeedRef = { id: number };
export type StockView = "all" | "low" | "not_counted" | "negative";
export type StockList = { view: StockView; text: string; after: string | null; limit: number };
export type StockRow = { id: number; product: number; sku: string; title: string; options: string; bin: string; counted: boolean; on_hand: number; reserved: number; picked: number; available: number | null; short: number; reorder_point: number | null; grams: number | null; cost: number | null; price: number | null; currency: string | null; version: number };
export type StockPage = { rows: StockRow[]; next: string | null; total: number };
export type VariantRef = { id: number };
export type VariantDetail = { row: StockRow; barcodes: string[]; hs_code: string; origin: string; movements: Movement[]; reservations: Reservation[]; waiting: Waiting[] };
export type Movement = { at: number; kind: MovementKind; quantity: number; after: number; order: number | null; order_number: string; parcel: number | null; who: string; note: string };
export type Reservation = { order: number; order_number: string; line: number; quantity: number; picked: number; made_at: number };
export type Waiting = { order: number; order_number: string; quantity: number };
export type StockCount = { variant: number; location: number | null; counted: number; confirm: boolean; note: string };
export type Counted = { booked: boolean; difference: number; losers: Waiting[] };
export type StockMove = { variant: number; location: number | null; kind: MovementKind; quantity: number; note: string };
export type VariantSave = { id: number | null; version: number; sku: string | null; title: string | null; options: string | null; barcodes: string[] | null; bin: string | null; grams: number | null; hs_code: string | null; origin: string | null; price: number | null; cost: number | null; reorder_point: number | null };
export type BackupInfo = { name: string; path: string; bytes: number };
export type Refusal = Sentence;
export type Nothing = {};
export type OrderFilter = { field: "channel"; any: number[] } | { field: "country"; any: string[] } | { field: "payment"; any: PaymentStatus[] } | { field: "fulfilment"; any: Fulfilment[] } | { field: "ship_before"; at: number } | { field: "placed_from"; at: number } | { field: "placed_before"; at: number } | { field: "variant"; id: number } | { field: "customer"; id: number } | { field: "batch"; id: number };

export type Commands = {
  shop_status: [Nothing, ShopStatus];
  shop_make: [ShopMake, ShopStatus];
  sample_open: [Nothing, ShopStatus];
  sample_remove: [Nothing, ShopStatus];
  today: [Nothing, Today];
  settings_get: [Nothing, SettingsSave];
  settings_save: [SettingsSave, SettingsSave];
  services_list: [Nothing, Service[]];
  service_save: [ServiceSave, Service];
  channels_list: [Nothing, Channel[]];
  channel_save: [ChannelSave, Channel];
  backups_list: [Nothing, BackupInfo[]];
  backup_make: [BackupMake, BackupInfo];
  printers_list: [Nothing, FoundPrinter[]];
  progress: [Nothing, Progress[]];
  job_cancel: [Nothing, Nothing];
  need_close: [NeedRef, Nothing];
  order_views: [Nothing, ViewCount[]];
  orders_list: [OrdersList, OrdersPage];
  order_get: [OrderRef, OrderDetail];
  order_timeline: [OrderRef, TimelineEntry[]];
  search: [Search, Hit[]];
  orders_hold: [OrdersHold, BulkResult];
  orders_release: [OrdersRelease, BulkResult];
  order_cancel: [OrderCancel, OrderDetail];
  order_restore: [OrderRef, OrderDetail];
  order_edit: [OrderEdit, OrderDetail];
  conflict_settle: [ConflictSettle, OrderDetail];
  ship_plan: [ShipPlanAsk, ShipPlan];
  label_preview: [LabelPreviewAsk, LabelPreview];
  pick_list_make: [PickListMake, PickListMade];
  slips_make: [SlipsMake, DocumentMade];
  labels_make: [LabelsMake, LabelsMade];
  label_retire: [LabelRetire, Nothing];
  hand_over_waiting: [Nothing, WaitingCarrier[]];
  hand_over: [HandOver, HandedOver];
  take_back: [ParcelRef, Nothing];
  parcel_delivered: [ParcelRef, Nothing];
  shipped_file: [ShippedFile, ShippedFileMade];
  print: [Print, Printed];
  import_preview: [ReadAs, Preview];
  import_commit: [ImportCommit, Imported];
  imports_list: [Nothing, ImportRow[]];
  import_undo: [ImportUndo, ImportUndone];
  import_refused_save: [RefusedSave, Nothing];
  products_import: [ProductsFile, ProductsPreview];
  stock_list: [StockList, StockPage];
  variant_get: [VariantRef, VariantDetail];
  stock_count: [StockCount, Counted];
  stock_move: [StockMove, VariantDetail];
  variant_save: [VariantSave, VariantDetail];
};

export const commands = {
  shop_status: ["query", ["shop", "settings"]],
  shop_make: ["mutation", ["shop", "settings"]],
  sample_open: ["mutation", ["shop", "settings", "orders", "stock", "customers"]],
  sample_remove: ["mutation", ["shop", "settings", "orders", "stock", "customers"]],
  today: ["query", ["orders", "shipments", "needs", "imports", "stock"]],
  settings_get: ["query", ["settings"]],
  settings_save: ["mutation", ["settings", "orders"]],
  services_list: ["query", ["settings"]],
  service_save: ["mutation", ["settings"]],
  channels_list: ["query", ["settings", "shipments"]],
  channel_save: ["mutation", ["settings"]],
  backups_list: ["query", ["shop"]],
  backup_make: ["mutation", ["shop"]],
  printers_list: ["query", ["shop"]],
  progress: ["query", ["jobs"]],
  job_cancel: ["mutation", ["jobs"]],
  need_close: ["mutation", ["needs", "orders"]],
  order_views: ["query", ["orders"]],
  orders_list: ["query", ["orders"]],
  order_get: ["query", ["orders", "shipments", "documents", "stock"]],
  order_timeline: ["query", ["orders", "shipments", "documents"]],
  search: ["query", ["orders", "customers", "stock", "shipments"]],
  orders_hold: ["mutation", ["orders", "needs"]],
  orders_release: ["mutation", ["orders", "needs"]],
  order_cancel: ["mutation", ["orders", "shipments", "stock", "needs"]],
  order_restore: ["mutation", ["orders", "stock"]],
  order_edit: ["mutation", ["orders", "shipments", "needs", "customers"]],
  conflict_settle: ["mutation", ["orders", "needs"]],
  ship_plan: ["query", ["orders", "shipments", "settings"]],
  label_preview: ["query", ["orders", "settings"]],
  pick_list_make: ["mutation", ["orders", "shipments", "documents"]],
  slips_make: ["mutation", ["documents"]],
  labels_make: ["mutation", ["orders", "shipments", "documents", "needs", "settings"]],
  label_retire: ["mutation", ["orders", "shipments", "needs"]],
  hand_over_waiting: ["query", ["shipments", "orders"]],
  hand_over: ["mutation", ["orders", "shipments", "stock", "needs"]],
  take_back: ["mutation", ["orders", "shipments", "stock"]],
  parcel_delivered: ["mutation", ["orders", "shipments"]],
  shipped_file: ["mutation", ["shipments", "settings", "documents"]],
  print: ["mutation", ["documents"]],
  import_preview: ["query", ["imports", "orders", "stock"]],
  import_commit: ["mutation", ["imports", "orders", "stock", "customers", "needs", "settings"]],
  imports_list: ["query", ["imports"]],
  import_undo: ["mutation", ["imports", "orders", "stock", "customers", "needs"]],
  import_refused_save: ["query", []],
  products_import: ["mutation", ["stock", "orders", "imports"]],
  stock_list: ["query", ["stock"]],
  variant_get: ["query", ["stock"]],
  stock_count: ["mutation", ["stock", "orders", "needs"]],
  stock_move: ["mutation", ["stock", "orders"]],
  variant_save: ["mutation", ["stock", "orders"]],
} as const;
