// Every screen with made-up data, without a shop behind it: `npm run gallery`. All people are invented.
import type {
  Channel,
  Fulfilment,
  OrderDetail,
  OrderListRow,
  OrdersList,
  OrdersPage,
  PaymentStatus,
  PickListHead,
  PickListLine,
  Preview,
  PutBack,
  Service,
  SettingsSave,
  ShipPlan,
  ShopStatus,
  StockList,
  StockRow,
  TimelineEntry,
  Today,
  VariantDetail,
} from "$/bridge";
import { Memory } from "$/bridge/memory";

const s = (id: string, args: Record<string, string | number> = {}) => ({ id, args });

const NOW = Date.UTC(2026, 10, 19, 13, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const VAN = Date.UTC(2026, 10, 19, 15, 30);

const PEOPLE: readonly [string, string][] = [
  ["Joris De Smet", "BE"], ["Ελένη Παπαδοπούλου", "GR"], ["佐藤 美咲", "JP"], ["Marta Wiśniewska", "PL"], ["Aoife Ní Bhriain", "IE"], ["Nguyễn Thị Hương", "FR"], ["Claire Dubois", "FR"], ["김서연", "KR"], ["Lars Holmqvist", "SE"], ["Олена Коваленко", "UA"], ["Tom Vermeulen", "BE"], ["ليلى حداد", "DE"], ["Pieter Janssens", "BE"], ["Giulia Ferraro", "IT"], ["Anneke van der Berg", "NL"], ["अनन्या शर्मा", "NL"], ["Søren Kjær", "DK"], ["Beatriz Carvalho", "PT"], ["נועה לוי", "IL"], ["Emma Lindqvist", "SE"], ["Rasmus Tamm", "EE"], ["Σοφία Νικολάου", "CY"], ["Hanna Nowak", "PL"],
];
const SERVICES = ["Small parcel", "Registered letter", "Small parcel", "Express", "Small parcel EU"];

function row(at: number): OrderListRow {
  const [name, country] = PEOPLE[at % PEOPLE.length] ?? ["", ""];
  const short = at === 1 || at === 11 ? 1 : 0;
  return {
    id: 10_477 + at,
    number: String(10_477 + at),
    channel: at % 3 === 0 ? "Web shop" : "Market stall",
    placed_at: NOW - at * 5 * HOUR - 16 * HOUR,
    ship_by: at < 2 ? VAN - DAY : at < 9 ? VAN : at < 16 ? VAN + DAY : VAN + 4 * DAY,
    name,
    country,
    units: 1 + ((at * 7) % 6),
    total: 2400 + ((at * 3777) % 18_500),
    currency: "EUR",
    amounts_known: at !== 20,
    life: "open",
    payment: (at === 12 ? "partially_paid" : at === 17 ? "authorized" : "paid") satisfies PaymentStatus,
    fulfilment: "unfulfilled" satisfies Fulfilment,
    ready: true,
    history: false,
    holds: at === 13 ? 1 : 0,
    needs: at === 15 ? 1 : 0,
    short,
    waits: at === 5,
    gift: at === 6,
    has_note: at === 3 || at === 9,
    service_wish: SERVICES[at % SERVICES.length] ?? "",
    grams: 380 + ((at * 911) % 2600),
    version: 1,
  };
}

const ROWS = Array.from({ length: 120 }, (_, at) => row(at));

function orders(ask: OrdersList): OrdersPage {
  const rows = ask.view === "late" ? ROWS.slice(0, 2) : ask.view === "needs_you" ? [] : ROWS;
  const from = ask.after === null ? 0 : Number(ask.after);
  const page = rows.slice(from, from + ask.limit);
  return { rows: page, next: from + ask.limit < rows.length ? String(from + ask.limit) : null, total: rows.length, more: false };
}

const q = (part: Partial<OrderDetail["lines"][number]["quantities"]>) => ({ ordered: 1, cancelled: 0, reserved: 0, backordered: 0, picked: 0, packed: 0, shipped: 0, delivered: 0, return_requested: 0, returned: 0, written_off: 0, ...part });

function detail(id: number): OrderDetail {
  const base = ROWS.find((r) => r.id === id) ?? row(3);
  return {
    row: { ...base, units: 5 },
    source_id: `gid-${id}`,
    customer: 7,
    buyer_name: base.name,
    buyer_email: "marta@posta.example",
    buyer_phone: "+48 12 555 01 18",
    customer_orders: 4,
    ship_to: { name: base.name, company: "", line1: "ul. Józefa 14/3", line2: "", line3: "", city: "Kraków", region: "", postcode: "31-056", country: "PL", phone: "" },
    ship_to_lines: [base.name, "ul. Józefa 14/3", "31-056 Kraków", "Poland"],
    bill_to: null,
    address_findings: base.id % 5 === 0 ? [{ stops: false, field: "line1", sentence: s("address-house-number-missing") }] : [],
    lines: [
      { id: 1, variant: 1, kind: "goods", sku: "BOWL-INK", title: "Ramen bowl, ink", options: "", personalisation: "", bin: "A3-01", ships: true, unit_price: 3200, total: 6400, quantities: q({ ordered: 2, picked: 2, packed: 2, shipped: 2, delivered: 2 }), parts: [], left_after: 12 },
      { id: 2, variant: 2, kind: "goods", sku: "CUP-ESP2", title: "Espresso cups, set of 2", options: "", personalisation: "", bin: "A1-03", ships: true, unit_price: 3000, total: 3000, quantities: q({ picked: 1, packed: 1, shipped: 1 }), parts: [], left_after: 9 },
      { id: 3, variant: 3, kind: "goods", sku: "TEA-HOJ", title: "Hojicha 100 g", options: "", personalisation: "For grandma", bin: "C1-02", ships: true, unit_price: 1280, total: 1280, quantities: q({ reserved: 1, picked: 1 }), parts: [], left_after: 41 },
      { id: 4, variant: 4, kind: "goods", sku: "TPOT-CEL", title: "Teapot 0.8 l, celadon", options: "Celadon", personalisation: "", bin: "B1-02", ships: true, unit_price: 6800, total: 6800, quantities: q({ backordered: 1 }), parts: [], left_after: null },
    ],
    charges: [
      { kind: "discount", label: "AUTUMN10", amount: -1465 },
      { kind: "shipping", label: "", amount: 990 },
    ],
    taxes: [{ kind: "tax", label: "VAT 21 %", amount: 2651 }],
    lines_total: 17_480,
    credited: 0,
    balance: 0,
    payments: [{ out: false, method: "Card", reference: "ch_1", state: "captured", amount: 17_005, at: base.placed_at }],
    holds: base.holds > 0 ? [{ id: 1, kind: "stock", sentence: s("goods-short", { count: 1 }), until: null, placed_at: NOW - DAY, released_at: null }] : [],
    shipments: [
      {
        id: 1,
        number: `${id}-1`,
        state: "shipped",
        elsewhere: false, place: "",
        other_orders: [],
        parcels: [
          { id: 1, number: `${id}-1`, state: "in_transit", carrier: "Post", service: "Small parcel", tracking: "RR473124829PL", tracking_url: "https://track.example/RR473124829PL", grams: 1860, price: 890, label: 1, label_page: 1, handed_over_at: NOW - DAY, delivered_at: null, assumed: false, moved: false, lines: [{ line: 1, title: "Ramen bowl, ink", quantity: 2 }, { line: 2, title: "Espresso cups, set of 2", quantity: 1 }] },
        ],
      },
    ],
    documents: [
      { id: 1, kind: "label", page: 1, made_at: NOW - DAY, prints: 1 },
      { id: 2, kind: "slip", page: 0, made_at: NOW - DAY, prints: 0 },
    ],
    conflicts: [],
    most_shipments: null,
    product_most_shipments: null,
    shop_most_shipments: 1,
    stops: [],
    signature: null,
    expired_at: null,
    not_ready: base.waits ? [s("not-ready-reserve-from", { day: "2026-11-24" })] : base.short > 0 ? [s("not-ready-short", { short: base.short })] : [],
    offers: [],
    note: base.has_note ? "Please pack the teapot with extra padding, it is a present." : "",
    gift_message: "",
    extra: [["Vendor", "Fern & Kiln"]],
    tags: ["waits happily"],
    booked_at: base.placed_at + HOUR,
  };
}

const TIMELINE: TimelineEntry[] = Array.from({ length: 14 }, (_, at) => ({
  seq: 100 - at,
  at: NOW - at * 3 * HOUR,
  happened_at: null,
  who: at % 3 === 0 ? "Ana" : "",
  group: ["goods", "money", "talk", "other"][at % 4] ?? "other",
  sentence: s(["line-picked", "money-payment", "order-note", "fact-booked"][at % 4] ?? "fact-booked"),
  changes: at % 5 === 1 ? [{ field: "ship_by", before: String(NOW - DAY), after: String(NOW) }] : [],
}));

const VIEW_COUNTS = { to_ship: 120, late: 2, on_hold: 5, awaiting_payment: 7, short: 3, needs_you: 2, partly_shipped: 3, on_the_way: 61, open: 198, all: 10_501 };

const STATUS: ShopStatus = { made: true, name: "Fern & Kiln", zone: "Europe/Brussels", currency: "EUR", language: "en", country: "BE", sample: true, user: "Ana Verbeke", orders: 10_501, engine: "sqlite", place: "/home/ana/Backroom/shop.db", last_backup: "", now: NOW, version: "0.1.0" };

const TODAY: Today = {
  now: NOW,
  headline: s("today-due", { count: 14 }),
  detail: s("hand-over-empty-text"),
  next: "to_ship",
  due_today: 14,
  cut_off_at: VAN,
  tiles: [
    { what: "to_ship", count: 42, detail: s("today-due", { count: 16 }), tone: "calm" },
    { what: "late", count: 2, detail: s("ship-by-late", { count: 1 }), tone: "now" },
    { what: "on_hold", count: 5, detail: null, tone: "calm" },
    { what: "awaiting_payment", count: 7, detail: null, tone: "calm" },
    { what: "hand_over", count: 3, detail: null, tone: "soon" },
    { what: "short", count: 3, detail: null, tone: "soon" },
    { what: "low_stock", count: 4, detail: null, tone: "soon" },
    { what: "on_the_way", count: 61, detail: null, tone: "calm" },
  ],
  needs: [
    { id: 1, kind: "no_lines", sentence: s("order-no-lines"), order: 10_490, number: "10490", opened_at: NOW - 5 * HOUR },
    { id: 2, kind: "pool_low", sentence: s("number-pool-low", { pool: "RR", left: 12 }), order: null, number: "", opened_at: NOW - DAY },
  ],
  needs_count: 2,
  waiting: [
    { carrier: "Post", parcels: 3 },
    { carrier: "Bike courier", parcels: 1 },
  ],
  days: [612, 540, 488, 731, 905, 1120, 842, 655, 598, 702, 811, 948, 1204, 463].map((total, at) => ({ day: Date.UTC(2026, 10, 5 + at, 23), orders: Math.round(total / 63), total: total * 100 })),
  imports: [
    { id: 2, file_name: "orders_export_2026-11-19.csv", channel: "Web shop", kind: "orders", created: 14, updated: 2, skipped: 30, refused: 0, at: NOW - 2 * HOUR, undone_at: null },
    { id: 1, file_name: "orders-2025-old-shop.csv", channel: "Old shop", kind: "orders", created: 2391, updated: 15, skipped: 12, refused: 13, at: NOW - 3 * DAY, undone_at: null },
  ],
};

const CHANNELS: Channel[] = [
  { id: 1, kind: "shopify", name: "Web shop", start_at: NOW - 40 * DAY, on_shelf: null, unasked: 3, active: true, untold: 2, version: 1 },
  { id: 2, kind: "hand", name: "Market stall", start_at: null, on_shelf: null, unasked: 0, active: true, untold: 0, version: 1 },
];

function plan(ids: readonly number[]): ShipPlan {
  return {
    no_sender: null,
    same_address: ids.length > 1 ? [{ order: ids[0] ?? 0, others: [10_500], numbers: ["10500"] }] : [],
    orders: ids.map((id, at) => ({
      id,
      number: String(id),
      name: ROWS.find((r) => r.id === id)?.name ?? "",
      address: ["ul. Józefa 14/3", "31-056 Kraków", "Poland"],
      country: ROWS.find((r) => r.id === id)?.country ?? "PL",
      ship_by: VAN,
      lines: [
        { line: 1, sku: "BOWL-INK", title: "Ramen bowl, ink", left: 2, reserved: 2, grams: 620 },
        { line: 2, sku: "TEA-SEN", title: "Sencha 100 g", left: 1, reserved: 1, grams: 130 },
      ],
      grams: 1370,
      wish: "Standard",
      services: [
        { service: 1, name: "Small parcel EU", carrier: "Post", tracked: false, price: 650, days: 5, refusal: null },
        { service: 2, name: "Registered parcel", carrier: "Post", tracked: true, price: 890, days: 3, refusal: null },
        { service: 3, name: "Express", carrier: "Bike courier", tracked: true, price: 2810, days: 1, refusal: null },
        { service: 4, name: "Letter", carrier: "Post", tracked: false, price: null, days: null, refusal: s("own-post-too-heavy", { service: "Letter", max: 1000, grams: 1370, weight: "1.37 kg" }) },
      ],
      chosen: 1,
      stops: at === 2 ? [s("address-none")] : [],
      signature: null,
      findings: [],
      labelled: [],
      with: [],
      planned: [],
    })),
  };
}

const LABEL = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 280 420"><rect width="280" height="420" fill="#fff"/><g fill="#111" font-family="sans-serif"><text x="18" y="40" font-size="22" font-weight="800">SMALL PARCEL</text><path d="M0 74h280M0 134h280M0 254h280M0 358h280" stroke="#111" stroke-width="1.5"/><text x="18" y="174" font-size="18" font-weight="700">Marta Wiśniewska</text><text x="18" y="194" font-size="14">ul. Józefa 14/3</text><text x="18" y="219" font-size="20" font-weight="800">31-056 KRAKÓW</text><text x="18" y="240" font-size="14">POLAND</text>${Array.from({ length: 60 }, (_, at) => `<rect x="${22 + at * 4}" y="268" width="${1 + ((at * 7) % 3)}" height="58"/>`).join("")}</g><text x="140" y="306" text-anchor="middle" font-size="19" font-weight="700" fill="#a03022" transform="rotate(-8 140 297)">NOT MADE YET</text></svg>`;

const TITLES: readonly [string, string, string][] = [["BOWL-INK", "Ramen bowl, ink", "A3-01"], ["BOWL-CHALK", "Ramen bowl, chalk", "A3-02"], ["MUG-SAGE", "Mug 300 ml, sage", "A2-04"], ["MUG-OAT", "Mug 300 ml, oat", "A2-05"], ["TPOT-CEL", "Teapot 0.8 l, celadon", "B1-02"], ["PLATE-22", "Dinner plate 22 cm, chalk", "A4-01"], ["VASE-RAW", "Tall vase, raw clay", "B2-03"], ["TEA-SEN", "Sencha 100 g", "C1-01"], ["TEA-HOJ", "Hojicha 100 g", "C1-02"], ["CUP-ESP2", "Espresso cups, set of 2", "A1-03"]];
const STOCK: StockRow[] = Array.from({ length: 80 }, (_, at) => {
  const [sku = "", title = "", bin = ""] = TITLES[at % TITLES.length] ?? [];
  const counted = at % 9 !== 7;
  const kit = at % 10 === 5;
  const hand = at === 4 ? -1 : kit ? 0 : (at * 13 + 17) % 47;
  const reserved = kit ? 0 : (at * 5) % 7;
  return { id: at + 1, product: at + 1, sku: at < 10 ? sku : `${sku}-${at}`, title, options: at >= 10 ? "Second batch" : "", bin, kit, counted, on_hand: counted ? hand : 0, reserved, picked: reserved > 3 ? 1 : 0, missing: at === 4 ? 1 : 0, safety: 0, available: kit ? 7 : counted ? hand - reserved - (at === 4 ? 1 : 0) : null, short: at === 1 ? 2 : 0, reorder_point: 4, grams: 380 + at * 10, cost: 900, price: 2400 + at * 100, currency: "EUR", version: 1 };
});
const LISTS: PickListHead[] = Array.from({ length: 3 }, (_, at) => ({ id: at + 1, number: `P${41 - at}`, state: "open", by_order: at === 1, document: 1, made_at: NOW - (at + 1) * HOUR, made_by: "Ana", ended_at: null, orders: 12 - at, units: 60 - at * 9, found: at === 0 ? 9 : 0, lines: 60 - at * 12, open_lines: 54 - at * 6 }));
const PICKS: PickListLine[] = Array.from({ length: 60 }, (_, at) => {
  const [sku = "", title = "", bin = ""] = TITLES[at % TITLES.length] ?? [];
  return { shipment: at + 1, line: at + 1, order: 10_477 + at, order_number: String(10_477 + at), bin: `${bin.slice(0, 1)}${Math.floor(at / 6) + 1}-${String((at % 6) + 1).padStart(2, "0")}`, sku, title, options: at % 4 === 0 ? "Gift wrap" : "", asked: 1 + (at % 3), found: at < 4 ? 1 + (at % 3) : at === 4 ? 0 : null, why: at === 4 ? "missing" : null, open: at > 4, stop: at === 9 ? s("flag-held") : null };
});
const BACKS: PutBack[] = Array.from({ length: 54 }, (_, at) => {
  const [sku = "", title = "", bin = ""] = TITLES[at % TITLES.length] ?? [];
  return { id: at + 1, variant: at + 1, order: 10_477 + at, order_number: String(10_477 + at), sku, title, options: "", bin, units: 1 + (at % 3), made_at: NOW - at * HOUR, done_at: null, done_by: "", gone: false };
});

const part = (row: StockRow, quantity: number) => ({ variant: row.id, sku: row.sku, title: row.title, options: row.options, quantity, available: row.available });

function variant(id: number): VariantDetail {
  const found = STOCK[(id - 1) % STOCK.length] as StockRow;
  return {
    row: found,
    parts: found.kit ? [0, 2].map((at) => part(STOCK[at] as StockRow, 2 - at / 2)) : [],
    in_kits: id === 1 ? [part(STOCK[5] as StockRow, 2)] : [],
    places: [
      { location: 1, name: "Fern & Kiln", bin: found.bin, on_hand: found.on_hand - 3, reserved: found.reserved, picked: found.picked },
      { location: 2, name: "Cellar", bin: "", on_hand: 3, reserved: 0, picked: 0 },
    ],
    barcodes: ["4006381333931"],
    hs_code: "691200",
    origin: "BE",
    most_shipments: id === 2 ? 0 : null,
    shop_most_shipments: 1,
    movements: [
      { at: NOW - HOUR, kind: "transferred", quantity: 3, place: "Cellar", after: 3, order: null, order_number: "", parcel: null, who: "Ana", note: "" },
      { at: NOW - HOUR, kind: "transferred", quantity: -3, place: "Fern & Kiln", after: found.on_hand - 3, order: null, order_number: "", parcel: null, who: "Ana", note: "" },
      { at: NOW - DAY, kind: "handed_over", quantity: -2, place: "Fern & Kiln", after: found.on_hand, order: 10_470, order_number: "10470", parcel: 1, who: "Milan", note: "" },
      { at: NOW - 2 * DAY, kind: "received", quantity: 12, place: "Fern & Kiln", after: found.on_hand + 2, order: null, order_number: "", parcel: null, who: "Ana", note: "Kiln 14" },
      { at: NOW - 9 * DAY, kind: "opening", quantity: found.on_hand - 10, place: "Fern & Kiln", after: found.on_hand - 10, order: null, order_number: "", parcel: null, who: "Ana", note: "" },
    ],
    reservations: found.reserved > 0 ? [{ order: 10_482, order_number: "10482", line: 1, quantity: found.reserved, picked: 0, place: "Fern & Kiln", made_at: NOW - HOUR }] : [],
    waiting: found.short > 0 ? [{ order: 10_488, order_number: "10488", quantity: found.short }] : [],
  };
}

const PREVIEW: Preview = {
  file_name: "orders-2025-old-shop.csv",
  sha256: "0",
  format: "other",
  encoding: "utf-8",
  separator: ";",
  columns: ([["order_id", "#A-2291", "order_number"], ["created", "03/11/2025 18:22", "placed_at"], ["buyer", "Ľubomír Kováč", "buyer_name"], ["mail", "l.kovac@posta.example", "buyer_email"], ["ship_zip", "081 06", "ship_postcode"], ["sku", "BOWL-INK", "sku"], ["total", "1.234,50", "total"], ["vat_class", "B", null]] as const).map(([name, example, field]) => ({ name, examples: [example], filled: 2431, field })),
  fields: ["order_number", "placed_at", "buyer_name", "buyer_email", "ship_postcode", "sku", "total", "quantity", "note"],
  rows: 2431,
  new: 2391,
  updated: 15,
  skipped: 12,
  refused: 13,
  history: 2100,
  problems: [
    { sentence: s("address-postcode-missing"), column: "ship_zip", refuses: true, count: 4, examples: [{ row: 5, column: "ship_zip", cell: "", severity: "refused", sentence: s("address-postcode-missing") }] },
    { sentence: s("address-house-number-missing"), column: "", refuses: false, count: 9, examples: [] },
  ],
  unknown_skus: [["BOWL-INKK", 4], ["MUG-XMAS24", 2]],
  orders: Array.from({ length: 90 }, (_, at) => ({ row: at + 2, number: `A-${2291 + at}`, placed_at: Date.UTC(2025, 10, 3 + (at % 20), 17, 22), name: PEOPLE[(at * 3) % PEOPLE.length]?.[0] ?? "", place: "081 06 Prešov, SK", lines: "2 × BOWL-INK, 1 × TEA-SEN", status: "shipped", total: at === 7 ? null : 8640 + at * 100, currency: "EUR", fate: at === 2 ? ("refuse" as const) : at === 4 ? ("update" as const) : at === 8 ? ("skip" as const) : ("new" as const), history: at % 3 === 0, remarks: at === 2 ? [s("address-postcode-missing")] : at === 5 ? [s("address-house-number-missing")] : [], changes: [] })),
  channel: null,
  sheet: "",
  mapping: { columns: [], decimal_mark: null, day_order: null, currency: null, words: {} },
  choices: {
    decimal: { cells: 41, example: "1.234", read_as: "comma" },
    dates: { cells: 1204, example: "03/11/2025", read_as: null },
    currency: "EUR",
    words: [
      { word: "versandt", column: "status", cells: 2188, read_as: "shipped" },
      { word: "liegt da", column: "status", cells: 12, read_as: null },
    ],
    sheets: [],
  },
  meanings: ["unpaid", "paid", "to_ship", "shipped", "cancelled", "nothing"],
  channel_name: "Old shop",
  ask_channel: false,
  channels: [{ id: 2, name: "Web shop", here: 0 }],
  others: 0,
  ask_start: true,
  ask_shelf: true,
  shelf_orders: 3,
  shelf_units: 5,
  suggested_start: NOW - DAY,
  same_file: null,
};

const SENDER = { name: "Fern & Kiln", company: "", line1: "Brabantdam 118", line2: "", line3: "", city: "Gent", region: "", postcode: "9000", country: "BE", phone: "+32 9 555 01 18" };
const SETTINGS: SettingsSave = {
  version: 1,
  settings: { name: "Fern & Kiln", sender: SENDER, returns: null, slip_note: "Thank you for buying handmade.", logo_png: "", zone: "Europe/Brussels", currency: "EUR", language: "en", open_days: [true, true, true, true, true, false, false], holidays: ["2026-12-25"], cut_off_minute: 870, handling_days: 1, backorder: "all_or_nothing", backorder_most: 2, reserve: "days_before", reserve_days: 7, unpaid_days: 7, capture_at_shipping: true, label_format: "4x6", label_dpi: 203, paper: "a4", label_printer: { uri: "", name: "", media: "", copies: 1 }, paper_printer: { uri: "ipp://localhost:631/printers/office", name: "Office", media: "iso_a4_210x297mm", copies: 1 }, backup_folder: "" },
};
const OWN_POST: Service[] = [
  { id: 1, active: true, version: 1, pool: null, post: { name: "Small parcel EU", tracked: false, from_country: "BE", currency: "EUR", zones: [{ name: "Inland", places: [{ country: "BE", postcodes: [] }], rest_of_world: false, steps: [{ up_to: 2000, price: 450 }] }, { name: "EU", places: [{ country: "PL", postcodes: [] }], rest_of_world: true, steps: [{ up_to: 2000, price: 650 }] }], days_inland: 3, days_abroad: 5, max_grams: 2000, max_size: null } },
  { id: 2, active: true, version: 1, pool: { letters: "RR", country: "BE", from: 47_312_000, to: 47_312_999, next: 47_312_482, warn_at: 20, unsure_since: NOW - DAY }, post: { name: "Registered parcel", tracked: true, from_country: "BE", currency: "EUR", zones: [{ name: "World", places: [], rest_of_world: true, steps: [{ up_to: null, price: 890 }] }], days_inland: 2, days_abroad: 8, max_grams: null, max_size: null } },
];

export function gallery(): Memory {
  const first = new URLSearchParams(location.search).get("first");
  const lang = new URLSearchParams(location.search).get("lang") ?? "en";
  const status = { ...STATUS, language: lang, ...(first === "run" && { made: false, orders: 0, sample: false }), ...(first === "empty" && { orders: 0, sample: false }) };
  const nothing = () => ({});
  const bulk = () => ({ done: 3, refused: [{ order: 10_488, number: "10488", sentence: s("address-none") }] });
  return new Memory(
    {
      shop_status: () => status,
      today: () => TODAY,
      order_views: () => Object.entries(VIEW_COUNTS).map(([view, count]) => ({ view, count })),
      orders_list: orders,
      order_get: ({ id }: { id: number }) => detail(id),
      order_timeline: () => TIMELINE,
      channels_list: () => CHANNELS,
      hand_over_waiting: () => [
        { carrier: "Post", parcels: [0, 1, 2].map((at) => ({ id: at + 1, number: `${10_470 + at}-1`, orders: [10_470 + at], name: PEOPLE[at]?.[0] ?? "", tracking: at === 1 ? "RR473124829BE" : "", service: "Small parcel EU", labelled_at: NOW - at * HOUR, stop: at === 2 ? s("flag-held") : null })) },
      ],
      ship_plan: ({ orders }: { orders: number[] }) => plan(orders),
      label_preview: () => ({ svg: LABEL, notices: [], refusal: null }),
      labels_make: ({ wishes }: { wishes: { orders: number[] }[] }) => ({ document: 1, total: 1300, currency: "EUR", refused: [], parcels: wishes.map((wish, at) => ({ parcel: at + 1, number: `${wish.orders[0]}-1`, orders: wish.orders, tracking: at === 0 ? "RR473124829BE" : "", page: at + 1, price: 650, notices: [] })) }),
      print: () => ({ outcome: "sent", printer: "Office", sentence: s("document-label"), notices: [] }),
      hand_over: ({ parcels }: { parcels: number[] }) => ({ id: 1, parcels, stopped: [] }),
      orders_hold: bulk,
      orders_release: bulk,
      orders_reserve: bulk,
      import_preview: () => PREVIEW,
      import_commit: () => ({ batch: 3, new: 2391, updated: 15, skipped: 12, refused: 13, ready: 291, attention: 9, conflicts: 0 }),
      imports_list: () => TODAY.imports,
      progress: () => [],
      stock_list: (ask: StockList) => {
        const rows = STOCK.filter((r) => (ask.view === "low" ? r.short > 0 : ask.view === "kits" ? r.kit : ask.view === "not_counted" ? !r.counted : ask.view === "negative" ? r.on_hand < 0 : true)).filter((r) => `${r.sku} ${r.title}`.toLowerCase().includes(ask.text.toLowerCase()));
        const from = ask.after === null ? 0 : Number(ask.after);
        return { rows: rows.slice(from, from + ask.limit), next: from + ask.limit < rows.length ? String(from + ask.limit) : null, total: rows.length };
      },
      variant_get: ({ id }: { id: number }) => variant(id),
      settings_get: () => SETTINGS,
      settings_save: (body: SettingsSave) => body,
      locations_list: () => [
        { id: 1, name: "Fern & Kiln", active: true, on_hand: 412, reserved: 38, stop: s("location-has-stock", { name: "Fern & Kiln", variants: 61, reserved: 38 }), version: 3 },
        { id: 2, name: "Cellar", active: true, on_hand: 60, reserved: 0, stop: s("location-has-stock", { name: "Cellar", variants: 12, reserved: 0 }), version: 2 },
        { id: 3, name: "Market stall", active: false, on_hand: 0, reserved: 0, stop: null, version: 4 },
      ],
      services_list: () => OWN_POST,
      printers_list: () => [{ uri: "ipp://localhost:631/printers/office", name: "Office", state: "" }],
      backups_list: () => [
        { name: "backroom-20261119T050000Z-daily.db", path: "/home/ana/Backroom/backups/1", bytes: 14_200_000, made_at: NOW - 3 * 3_600_000, why: "daily", checked_at: NOW - 3 * 3_600_000, whole: true },
        { name: "backroom-20261118T050000Z-daily.db", path: "/home/ana/Backroom/backups/2", bytes: 14_100_000, made_at: NOW - 27 * 3_600_000, why: "daily", checked_at: NOW - 3_600_000, whole: false },
        { name: "backroom-20261117T161200Z-by-hand.db", path: "/home/ana/Backroom/backups/3", bytes: 13_900_000, made_at: NOW - 40 * 3_600_000, why: "by-hand", checked_at: null, whole: false },
      ],
      backup_review: ({ name }: { name: string }) => ({ name, bytes: 14_200_000, made_at: NOW - 3 * 3_600_000, sealed: true, unknown: false, another_shop: false, orders: 4, parcels: 1, documents: 7, entries: 61, newest_at: NOW - 4 * 3_600_000 }),
      search: ({ text }: { text: string }) => ROWS.filter((r) => r.name.toLowerCase().includes(text.toLowerCase()) || r.number.includes(text)).slice(0, 5).map((r) => ({ kind: "order", id: r.id, order: r.id, title: `${r.number}  ${r.name}`, detail: "€141.75", by: "name" })),
      need_close: nothing,
      pick_lists_list: ({ ended }: { ended: boolean }) => ({ rows: ended ? [] : LISTS, next: null, total: ended ? 0 : LISTS.length }),
      pick_list_get: ({ id }: { id: number }) => ({ head: LISTS.find((l) => l.id === id) ?? LISTS[0], lines: PICKS }),
      pick_list_enter: () => ({ head: LISTS[0], lines: PICKS }),
      put_backs_list: ({ done, limit }: { done: boolean; limit: number }) => ({ rows: done ? [] : BACKS.slice(0, limit), next: null, total: done ? 0 : BACKS.length }),
      variant_backorder: ({ id, most_shipments }: { id: number; most_shipments: number | null }) => ({ ...variant(id), most_shipments }),
      stock_count: () => ({ booked: true, difference: 0, losers: [] }),
    },
    new Map([[1, new Blob([LABEL], { type: "image/svg+xml" })]]),
  );
}
