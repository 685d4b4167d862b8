// Fills a new shop through its own commands and imports until every list has at least `MANY` rows.
// All people in it are invented.
import { copyFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { COUNTRIES, DAY, exported, foreign, goods, HEADER, hopeless, line, logo, LONG, MANY, mixed, noTable, numbers, open, order, others, PIECES, products, range, stamp, supplier, unknown, workbook, write } from "./files.mjs";
import { MADE } from "./shop.mjs";

/** Imports a file; `more` says what a person would be asked. */
export async function importFile(shop, path, more, keepAs = null) {
  const read = { path, format: null, encoding: null, separator: null, mapping: null, channel: null, start_at: null, on_shelf: null, make_products: true, ...more };
  const preview = await shop.call("import_preview", read);
  return shop.call("import_commit", { read, sha256: preview.sha256, save_mapping: keepAs });
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

  await importFile(shop, write(join(folder, "orders.csv"), HEADER, exported(now)), { start_at: now - 60 * DAY });
  // Files of the past, each with one cancelled order of long ago.
  for (const at of range(MANY)) await importFile(shop, write(join(folder, `past ${at}.csv`), HEADER, order(40_000 + at, now - 50 * DAY, [line(3)], { "Financial Status": "voided", "Cancelled at": stamp(now - 49 * DAY) })), { start_at: now - 60 * DAY });

  for (const at of range(MANY)) await importFile(shop, supplier(folder, at), { start_at: now - 60 * DAY }, `Supplier ${at + 1}`);

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
  await importFile(shop, write(join(folder, "orders again.csv"), HEADER, changed), { start_at: now - 60 * DAY });
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

  return { now, long: id(LONG), pieces: id(PIECES), both: id(numbers("both")[0]), waiting: of("waiting"), moved: moved.row.id, held: id(numbers("held")[0]), held2: id(numbers("held")[1]), gone: id(numbers("gone")[0]), short: id(numbers("short")[0]), nowhere: id(numbers("nowhere")[0]), ready: of("ready"), list: long.id, last: last.id, mixed: mixed(folder, now), unknown: unknown(folder), hopeless: hopeless(folder), noTable: noTable(folder), goods: goods(folder), second: line(2).title, others: others(folder, now), foreign: foreign(folder, now), open: open(folder), workbook: workbook(folder), logo: logo(folder) };
}
