// Fills a new shop through its own commands and imports until every list has at least `MANY` rows.
// All people in it are invented.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { MADE } from "./shop.mjs";

/** So many rows, or a few more, stand in every list. */
export const MANY = 55;

const HEADER = readFileSync(resolve(import.meta.dirname, "../../tests/desktop/samples/orders_export.csv"), "utf8").split("\n")[0].trim().split(",");
const FIRST = ["Orla", "Tomas", "Marguerite", "Bryn", "Ines", "Per", "Amara", "Delphine", "Callum", "Freya", "Hugo", "Sanna", "Rafe", "Zofia", "Łukasz"];
const LAST = ["Fenwick", "Abernethy", "Vasseur", "Hollis", "Caldwell", "Lindqvist", "Whitlock", "Roe", "Osei", "Sørensen", "Montague-Featherstonehaugh", "Eklund", "Dunmore"];
const TOWNS = [["Leeds", "LS6 2AB", "GB"], ["Edinburgh", "EH9 1QT", "GB"], ["Lyon", "69002", "FR"], ["Köln", "50667", "DE"], ["Bristol", "BS6 5QA", "GB"]];
const GOODS = ["Stoneware mug", "Serving bowl", "Linen napkins", "Wool throw", "Bud vase", "Oat soap", "Teapot with a strainer and a bamboo handle, glazed inside and out"];
const SHADES = ["Sea glaze", "Ash glaze", "Oat", "Ink", "Moss"];

const COUNTRIES = "GB FR DE AT CH NL BE LU DK SE NO FI IE ES PT IT PL CZ SK HU RO BG GR HR SI EE LV LT CY MT IS LI MC AD SM US CA MX BR AR CL AU NZ JP KR SG HK TW IN ZA EG MA TN TR IL".split(" ");

const quoted = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const range = (count) => Array.from({ length: count }, (_, at) => at);
const stamp = (at) => `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} +0000`;
const DAY = 86_400_000;

/** The rows of one order in the export of a Shopify shop: the first says all, the others only a line. */
function order(number, at, lines, more = {}) {
  const [city, zip, country] = TOWNS[number % TOWNS.length];
  const name = `${FIRST[number % FIRST.length]} ${LAST[number % LAST.length]}`;
  const street = `${(number % 90) + 1} Chapel Row`;
  const sum = lines.reduce((all, line) => all + line.price * line.units, 0);
  const first = {
    "Financial Status": "paid", "Paid at": stamp(at), "Fulfillment Status": "unfulfilled", "Accepts Marketing": "no", Currency: "GBP",
    Subtotal: sum.toFixed(2), Shipping: "3.95", Taxes: "0.00", Total: (sum + 3.95).toFixed(2), "Discount Amount": "0.00", "Shipping Method": "Standard",
    "Shipping Name": name, "Shipping Street": street, "Shipping Address1": street, "Shipping City": city, "Shipping Zip": zip, "Shipping Country": country,
    "Payment Method": "Shopify Payments", "Refunded Amount": "0.00", "Outstanding Balance": "0.00", Id: String(6_400_000_000_000 + number), Source: "web", ...more,
  };
  return lines.map((line, place) => ({
    Name: `#${number}`, Email: `buyer${number}@example.test`, "Created at": stamp(at), "Lineitem quantity": String(line.units), "Lineitem name": line.title, "Lineitem price": line.price.toFixed(2), "Lineitem sku": line.sku,
    "Lineitem requires shipping": "true", "Lineitem taxable": "true", "Lineitem fulfillment status": "unfulfilled", "Lineitem discount": "0.00", ...(place === 0 ? first : {}),
  }));
}

function write(path, header, rows) {
  writeFileSync(path, [header.join(","), ...rows.map((row) => header.map((column) => quoted(row[column] ?? "")).join(","))].join("\n") + "\n");
  return path;
}

/** Products: plenty of them, some low, some never counted, and one that everybody waits for. */
function products(folder) {
  const rows = range(5 * MANY).map((at) => {
    const low = at >= MANY && at < 2 * MANY;
    const uncounted = at >= 2 * MANY && at < 3 * MANY;
    return {
      SKU: `KT-${String(at).padStart(3, "0")}`, Title: GOODS[at % GOODS.length], Variant: SHADES[at % SHADES.length], "Weight g": String(90 + at), Price: (4 + (at % 40)).toFixed(2), Currency: "GBP",
      Bin: `${"ABCD"[at % 4]}-${String(at % 60).padStart(2, "0")}`, "On hand": uncounted ? "" : low ? "3" : "900", "Reorder at": "5",
    };
  });
  rows.push({ SKU: "KT-RARE", Title: "Kiln-fired platter", Variant: "", "Weight g": "1400", Price: "68.00", Currency: "GBP", Bin: "E-01", "On hand": "0", "Reorder at": "2" });
  return write(join(folder, "products.csv"), ["SKU", "Title", "Variant", "Weight g", "Price", "Currency", "Bin", "On hand", "Reorder at"], rows);
}
const line = (at, units = 1) => ({ sku: `KT-${String(at).padStart(3, "0")}`, title: `${GOODS[at % GOODS.length]} - ${SHADES[at % SHADES.length]}`, price: 4 + (at % 40), units });

/** The numbers of the orders by what becomes of them. */
const BLOCKS = ["ready", "late", "held", "unpaid", "short", "nowhere", "partly", "gone", "waiting", "fetched", "both", "recalled", "refused"];
export const numbers = (block) => range(MANY).map((at) => 10_000 + BLOCKS.indexOf(block) * 100 + at);
const LONG = 20_001;
const PIECES = 20_002;

function exported(now) {
  const recent = now - DAY / 4;
  const rows = BLOCKS.filter((block) => block !== "refused").flatMap((block) =>
    numbers(block).flatMap((number, at) => {
      if (block === "late") return order(number, now - 20 * DAY - at * 60_000, [line(at % MANY), line((at + 7) % MANY, 2)]);
      if (block === "unpaid") return order(number, recent, [line(at % MANY)], { "Financial Status": "pending", "Paid at": "" });
      if (block === "short") return order(number, recent, [{ sku: "KT-RARE", title: "Kiln-fired platter", price: 68, units: 1 }]);
      if (block === "nowhere") return order(number, recent, [line(at % MANY)], { "Shipping City": "", "Shipping Zip": "" });
      // One product that everybody has reserved, so that its panel is long too.
      return order(number, recent - at * 60_000, [line(0), line((at % (MANY - 1)) + 1, 2)], at % 5 === 0 ? { Notes: "Please leave it with the neighbour at no. 5." } : {});
    }),
  );
  rows.push(...order(LONG, recent, range(MANY).map((at) => line(at))), ...order(PIECES, recent, [line(1, MANY)]));
  return rows;
}

/** A file for the preview: new orders, changed ones, and as many that cannot be read. */
export function mixed(folder, now) {
  const rows = [
    ...range(MANY).flatMap((at) => order(30_000 + at, now, [line(at)])),
    ...numbers("ready").flatMap((number, at) => order(number, now - DAY / 4 - at * 60_000, [line(0), line((at % (MANY - 1)) + 1, 2)], { Notes: "Ring twice, please." })),
    ...numbers("refused").flatMap((number) => order(number, now, [line(1)], { Total: "twelve" })),
  ];
  return write(join(folder, "mixed.csv"), HEADER, rows);
}

/** A file of nobody's form: its columns have to be mapped. */
export function unknown(folder) {
  const header = ["Bestellnr", "Datum", "Empfänger", "Straße", "PLZ", "Ort", "Land", "Artikel", "Menge", "Summe", ...range(50).map((at) => `Feld ${at + 1}`)];
  const rows = range(MANY).map((at) => ({ Bestellnr: `B-${at}`, Datum: "2026-11-20", Empfänger: `${FIRST[at % FIRST.length]} ${LAST[at % LAST.length]}`, Straße: `Gasse ${at + 1}`, PLZ: "50667", Ort: "Köln", Land: "DE", Artikel: "KT-001", Menge: "1", Summe: "12,50" }));
  return write(join(folder, "unknown.csv"), header, rows);
}

/** Rows that belong to no order: nothing of this file can be taken. */
function hopeless(folder) {
  return write(join(folder, "hopeless.csv"), HEADER, range(MANY).map((at) => ({ "Financial Status": "paid", "Lineitem name": `Lost ${at}`, "Lineitem quantity": "1" })));
}

/** A file that is called so and is none. */
function noTable(folder) {
  const path = join(folder, "no-table.csv");
  writeFileSync(path, "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
  return path;
}

/** Products that are still to come. */
function goods(folder) {
  const rows = range(MANY).map((at) => ({ SKU: `NEW-${at}`, Title: `New ${GOODS[at % GOODS.length]}`, "Weight g": "120", Price: "9.00", Currency: "GBP", Bin: `F-${at}`, "On hand": "10" }));
  return write(join(folder, "new goods.csv"), ["SKU", "Title", "Weight g", "Price", "Currency", "Bin", "On hand"], rows);
}

async function importFile(shop, path, start) {
  const read = { path, format: null, encoding: null, separator: null, mapping: null, channel: null, start_at: start, on_shelf: null, make_products: true };
  const preview = await shop.call("import_preview", read);
  return shop.call("import_commit", { read, sha256: preview.sha256, save_mapping: null });
}

async function everyRow(shop, name, body) {
  const rows = [];
  for (let after = null; ; ) {
    const page = await shop.call(name, { ...body, after, limit: 200 });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

/** Makes and fills the shop; answers with the ids that addresses need. */
export async function fill(shop, folder) {
  await shop.call("shop_make", MADE);
  const { now } = await shop.call("shop_status");
  const file = products(folder);
  await shop.call("products_import", { path: file, sha256: (await shop.call("products_import", { path: file, sha256: null })).sha256 });

  const zone = (country, at, all) => ({ name: `Zone ${at + 1}`, places: [{ country, postcodes: [] }], rest_of_world: at === all.length - 1, steps: [{ up_to: 2000, price: 395 + at * 10 }, { up_to: null, price: 1450 }] });
  for (const at of range(MANY + 10)) {
    const post = { name: `Parcel ${at + 1}`, tracked: at % 2 === 1, from_country: "GB", currency: "GBP", zones: (at === 0 ? COUNTRIES : COUNTRIES.slice(0, 3)).map(zone), days_inland: 3, days_abroad: 9, max_grams: null, max_size: null };
    await shop.call("service_save", { id: null, version: 0, post, pool: null, active: at % 9 !== 4 });
  }
  const settings = await shop.call("settings_get");
  settings.settings.holidays = range(MANY).map((at) => new Date(now + (at + 30) * 7 * DAY).toISOString().slice(0, 10));
  await shop.call("settings_save", settings);

  await importFile(shop, write(join(folder, "orders.csv"), HEADER, exported(now)), now - 60 * DAY);
  // Files of the past, each with one cancelled order of long ago.
  for (const at of range(MANY)) await importFile(shop, write(join(folder, `past ${at}.csv`), HEADER, order(40_000 + at, now - 50 * DAY, [line(3)], { "Financial Status": "voided", "Cancelled at": stamp(now - 49 * DAY) })), now - 60 * DAY);

  const all = await everyRow(shop, "orders_list", { view: "all", filters: [], sort: "placed", descending: true });
  const ids = new Map(all.map((row) => [row.number, row.id]));
  const id = (number) => {
    const found = ids.get(`#${number}`);
    if (found === undefined) throw new Error(`order #${number} is not in the shop`);
    return found;
  };
  const of = (block) => numbers(block).map(id);

  // Addresses that were corrected here, and then changed there.
  for (const order of of("both")) {
    const { row, ship_to } = await shop.call("order_get", { id: order });
    await shop.call("order_edit", { id: order, version: row.version, ship_to: { ...ship_to, line1: "7 Wharf Passage" }, note: null, gift: null, gift_message: null, service: null, ship_by: null });
  }
  const changed = numbers("both").flatMap((number, at) => order(number, now - DAY / 4 - at * 60_000, [line(0), line((at % (MANY - 1)) + 1, 2)], { "Shipping Address1": "9 Mill Street", "Shipping Street": "9 Mill Street" }));
  await importFile(shop, write(join(folder, "orders again.csv"), HEADER, changed), now - 60 * DAY);
  await shop.call("orders_hold", { orders: of("held"), kind: "customer", note: "Wants it after the holidays", until: null });
  const labels = async (wishes) => {
    const made = await shop.call("labels_make", { wishes, format: null, start: null });
    if (made.refused.length > 0) throw new Error(`labels refused: ${JSON.stringify(made.refused.slice(0, 2))}`);
    return made.parcels.map((parcel) => parcel.parcel);
  };
  const services = await shop.call("services_list");
  const service = services.find((each) => each.active && !each.post.tracked).id;
  const whole = (order) => ({ orders: [order], service, parcels: [{ lines: [], grams: null, tracking: "" }] });
  // Parcels that came back after their store had been told: somebody has to say so there.
  const recalled = await labels(of("recalled").map(whole));
  await shop.call("hand_over", { carrier: null, parcels: recalled });
  const channel = (await shop.call("channels_list")).find((each) => each.untold > 0);
  await shop.call("shipped_file", { channel: channel.id, form: "plain", only_look: false });
  for (const parcel of recalled) await shop.call("take_back", { id: parcel });
  const partly = [];
  for (const order of of("partly")) {
    const { lines } = await shop.call("order_get", { id: order });
    partly.push({ orders: [order], service, parcels: [{ lines: [{ line: lines[0].id, units: 1 }], grams: null, tracking: "" }] });
  }
  await shop.call("hand_over", { carrier: null, parcels: await labels([...partly, ...of("gone").map(whole)]) });
  await labels(of("waiting").map(whole));
  // One of them goes elsewhere since its label was printed.
  const moved = await shop.call("order_get", { id: of("waiting").at(-1) });
  await shop.call("order_edit", { id: moved.row.id, version: moved.row.version, ship_to: { ...moved.ship_to, line1: "7 Wharf Passage" }, note: null, gift: null, gift_message: null, service: null, ship_by: null });
  const pieces = await shop.call("order_get", { id: id(PIECES) });
  await labels([{ orders: [id(PIECES)], service, parcels: range(MANY).map(() => ({ lines: [{ line: pieces.lines[0].id, units: 1 }], grams: 300, tracking: "" })) }]);

  // Pick lists: ended ones whose orders were then called off, open ones, and a long one.
  for (const order of of("fetched")) {
    const list = await shop.call("pick_list_make", { orders: [order], by_order: false });
    await shop.call("pick_list_finish", { id: list.id, rest: "found" });
    await shop.call("order_cancel", { id: order, units: [], reason: "Changed their mind" });
  }
  let last = null;
  for (const order of of("late")) last = await shop.call("pick_list_make", { orders: [order], by_order: false });
  const long = await shop.call("pick_list_make", { orders: of("ready"), by_order: true });
  // Half of what goes back lies on its shelf again: one order had two lines.
  const backs = await everyRow(shop, "put_backs_list", { done: false });
  for (const back of backs.slice(0, Math.floor(backs.length / 2))) await shop.call("put_back_done", { id: back.id, units: null, gone: 0 });

  for (const at of range(MANY)) {
    await shop.call(at % 2 === 0 ? "orders_hold" : "orders_release", at % 2 === 0 ? { orders: [id(LONG)], kind: "manual", note: `Look ${at}`, until: null } : { orders: [id(LONG)], holds: [], note: "" });
    await shop.call("slips_make", { orders: [id(LONG)] });
  }
  const [stocked] = (await shop.call("stock_list", { view: "all", text: "KT-000", after: null, limit: 1 })).rows;
  for (const at of range(MANY)) await shop.call("stock_move", { variant: stocked.id, location: null, kind: "received", quantity: at + 1, note: "From the kiln" });
  for (const at of range(MANY)) await shop.call("location_save", { id: null, version: 0, name: `Store room ${at + 1}`, active: null, first: false });
  // More units broke than the books knew of.
  const below = (await everyRow(shop, "stock_list", { view: "all", text: "" })).filter((row) => Number(row.sku.slice(3)) >= 4 * MANY);
  for (const row of below) await shop.call("stock_move", { variant: row.id, location: null, kind: "scrapped", quantity: -row.on_hand - 2, note: "Fell off the shelf" });
  const [mug, bowl] = (await shop.call("stock_list", { view: "all", text: "KT-0", after: null, limit: 2 })).rows;
  for (const at of range(MANY)) {
    const { row } = await shop.call("variant_save", { sku: `SET-${at}`, title: `Breakfast for ${at + 2}`, grams: 900, price: 2900 });
    await shop.call("variant_save", { id: row.id, version: row.version, parts: [{ variant: mug.id, quantity: at + 2 }, { variant: bowl.id, quantity: 1 }] });
  }
  const { path } = await shop.call("backup_make", { folder: "" });
  for (const at of range(MANY)) copyFileSync(path, join(dirname(path), basename(path).replace(/\d{6}(?=\D*$)/, String(100_000 + at))));

  return { now, long: id(LONG), pieces: id(PIECES), both: id(numbers("both")[0]), waiting: of("waiting"), moved: moved.row.id, held: id(numbers("held")[0]), gone: id(numbers("gone")[0]), short: id(numbers("short")[0]), nowhere: id(numbers("nowhere")[0]), ready: of("ready"), list: long.id, last: last.id, mixed: mixed(folder, now), unknown: unknown(folder), hopeless: hopeless(folder), noTable: noTable(folder), goods: goods(folder), second: line(2).title };
}
