// Every dialog of the window by keys alone, in WebKitGTK on a full shop: node tests/dialogs.mjs [WORDS].
// It opens by its key or by Enter on its button; the focus goes in and stays in; its first button is
// reached; Esc closes it, changes nothing and gives the focus back; Enter in a field does what is said here.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fill } from "./full-shop.mjs";
import { MADE, serveShop } from "./shop.mjs";
import { browser } from "./webdriver.mjs";

const changes = new Set([...readFileSync(new URL("../src/bridge/generated.ts", import.meta.url), "utf8").matchAll(/^ {2}(\w+): \["mutation"/gm)].map(([, name]) => name));
const only = process.argv[2] ?? "";

/** The focus lies on something of this name: a button, a link, an entry, a field by its label. */
const NAMED = `
  const e = document.activeElement;
  const names = [e.ariaLabel, e.labels?.[0]?.textContent, e.innerText].filter(Boolean).map((name) => name.trim());
  return names.some((name) => name.startsWith(arguments[0])) && (arguments[1] === null || e.closest(arguments[1]) !== null);`;
const OPEN = "return document.querySelector('[data-modal]') !== null";
const INSIDE = "return document.activeElement.closest('[data-modal]') !== null";
const FOCUSED = "return document.activeElement.outerHTML.slice(0, 120)";
const SPY = `
  window.__asked = [];
  const real = window.fetch;
  window.fetch = (...args) => { __asked.push(String(args[0]).replace(/^.*\\/rpc\\//, "")); return real(...args); };`;

/** Walks there with Tab. */
const tab =
  (name, inside = null, key = "Tab") =>
  async (page) => {
    for (let presses = 0; presses < 150; presses++) {
      if (await page.run(NAMED, name, inside)) return;
      await page.keys(key);
    }
    throw new Error(`Tab does not reach “${name}”`);
  };
const wait = (css) => (page) => page.until("return document.querySelector(arguments[0]) !== null", css);
const keys = (...presses) => (page) => page.keys(...presses);
const row = wait('[role=row][aria-rowindex="2"]');
const order = wait("ol li");
const product = [row, wait("main aside h2")];
/** An entry of a menu: its button, then down to it. */
const entry = (name) => async (page) => {
  await page.keys("Enter");
  await wait("[role=menu]")(page);
  await tab(name, "[role=menu]", "ArrowDown")(page);
};

/**
 * `to` walks to where the dialog is opened from, `by` opens it. `first` is how its first button begins; none:
 * there is only the cross. `enter` is the field in which Enter is pressed, what is written there, and the
 * command that runs by it; `null`: nothing runs, and the dialog stays.
 */
const dialogs = (shop) => {
  const at = (id) => `#/orders/${id}`;
  return [
    { name: "keys of this screen", at: "#/orders?view=to_ship", to: [row], by: ["?"] },
    { name: "palette", at: "#/orders?view=to_ship", to: [row], by: ["Ctrl+k"] },
    { name: "filter", at: "#/orders?view=all", to: [row], by: ["f"], first: "Filter" },
    { name: "hold", at: "#/orders?view=to_ship", to: [row, keys("x")], by: ["h"], first: "Hold", enter: ["In your words", "Wait", "orders_hold"] },
    { name: "not on the pick list", at: "#/orders?view=on_hold", to: [row, keys("x")], by: ["p"], first: "Understood" },

    { name: "order, address", at: at(shop.nowhere), to: [order], by: ["e"], first: "Save address", enter: ["Telephone", "0117 496 0000", "order_edit"] },
    { name: "order, note", at: at(shop.ready[2]), to: [order], by: ["n"], first: "Save the change", enter: ["Ships by", "2027-01-08", "order_edit"] },
    { name: "order, cancel", at: at(shop.long), to: [order], by: ["Shift+x"], first: "Cancel", enter: ["Reason", "", null] },
    { name: "order, backorder rule", at: at(shop.short), to: [order], by: ["r"], first: "Save the rule" },
    { name: "order, ship anyway", at: at(shop.held), to: [order, tab("Ship anyway", "main")], by: ["Enter"], first: "Sign", enter: ["Why it leaves", "The buyer called", "ship_anyway"] },
    { name: "label, keep", at: at(shop.moved), to: [order, tab("Keep the label", ".parcel")], by: ["Enter"], first: "Keep label", enter: ["Why", "The neighbour takes it", "label_keep"] },
    { name: "label, retire", at: at(shop.pieces), to: [order, tab("More", ".parcel")], by: [entry("Retire"), "Enter"], first: "Retire label", enter: ["Why", "Torn", null] },
    { name: "label, again", at: at(shop.pieces), before: (host) => printed(host, shop.pieces), to: [order, tab("More", ".parcel")], by: [entry("Print label"), "Enter"], first: "Print again", enter: ["Why again", "Torn", "print"] },

    { name: "run, ship anyway", at: `#/ship?orders=${shop.nowhere},${shop.held2}`, to: [wait("aside"), keys("j"), tab("Ship anyway", "main")], by: ["Enter"], first: "Sign", enter: ["Why it leaves", "", null] },
    { name: "pick list, found fewer", at: `#/ship/pick/${shop.list}`, to: [row], by: ["0"], first: "Say it", enter: ["Found", "", "pick_list_enter"] },
    { name: "put back, a part", at: "#/ship/back", to: [row], by: ["n"], first: "Book", enter: ["Back", "", "put_back_done"] },
    { name: "hand over, stopped", at: "#/ship", before: (host) => host.call("orders_hold", { orders: shop.waiting, kind: "customer", note: "", until: null }), to: [wait("main table"), tab("Hand over", "main")], by: ["Enter"], first: "Understood", changes: true },

    { name: "import, take back", at: "#/import", to: [wait("main table"), tab("Take back", "main table")], by: ["Enter"], first: "Take" },

    { name: "stock, count", at: "#/stock?find=KT-001", to: product, by: ["c"], first: "Count", enter: ["Note", "By hand", null] },
    { name: "stock, in or out", at: "#/stock?find=KT-001", to: product, by: ["r"], first: "Book", enter: ["Units", "2", "stock_move"] },
    { name: "stock, transfer", at: "#/stock?find=KT-001", to: product, by: ["t"], first: "Transfer", enter: ["Units", "1", "stock_transfer"] },
    { name: "stock, edit", at: "#/stock?find=KT-001", to: product, by: ["e"], first: "Save", enter: ["Customs code", "6912", "variant_save"] },
    { name: "stock, new", at: "#/stock", to: [row], by: ["n"], first: "Save", enter: ["Product", "", null] },
    { name: "stock, parts of a set", at: "#/stock?find=KT-RARE", to: [...product, tab("Make it a set", "aside")], by: ["Enter"], first: "Save", enter: ["Add a part", "", null] },

    { name: "place, new", at: "#/settings/locations", to: [wait("table"), tab("New place", null, "Shift+Tab")], by: ["Enter"], first: "Save", enter: ["Name", "Attic", "location_save"] },
    { name: "place, renamed", at: "#/settings/locations", to: [wait("table"), tab("Rename", "table")], by: ["Enter"], first: "Save", enter: ["Name", " 1", "location_save"] },
    { name: "channel", at: "#/settings/channels", to: [wait("table"), tab("Edit", "table")], by: ["Enter"], first: "Save", enter: ["Channel", "", "channel_save"] },
    { name: "mapping, renamed", at: "#/settings/channels", to: [wait("fieldset table"), tab("Rename", "fieldset table")], by: ["Enter"], first: "Save", enter: ["Name", " again", "mapping_rename"] },
    { name: "mapping, forgotten", at: "#/settings/channels", to: [wait("fieldset table"), tab("Forget", "fieldset table")], by: ["Enter"], first: "Forget" },
    { name: "service", at: "#/settings/services", to: [wait("table"), tab("Edit", "table")], by: ["Enter"], first: "Save", enter: ["Name", "", "service_save"] },
    { name: "service, new", at: "#/settings/services", to: [wait("table"), tab("New service", null, "Shift+Tab")], by: ["Enter"], first: "Save", enter: ["Name", "", null] },
    { name: "backup, back to it", at: "#/settings/backups", to: [wait("main fieldset table"), tab("Restore", "main table")], by: ["Enter", wait("[role=dialog] dl")], first: "Restore this backup" },
    { name: "backup from a file", at: "#/settings/backups", to: [wait("main fieldset table"), tab("Path of", null, "Shift+Tab"), keys(..."/none.db")], by: ["Enter"], first: "Cancel" },
  ];
};
/** In a shop of its own, which goes by it. */
const SAMPLE = { name: "sample data, removed", at: "#/settings/backups", to: [wait("fieldset"), tab("Remove sample data")], by: ["Enter"], first: "Remove sample data" };

/** The first parcel of an order has a label that was printed once. */
async function printed(host, id) {
  const { shipments } = await host.call("order_get", { id });
  const parcel = shipments.flatMap((each) => each.parcels).find((each) => each.label !== null);
  await host.call("print", { document: parcel.label, page: parcel.label_page, reason: "", way: "printer" });
}

const asked = async (page) => (await page.run("return window.__asked")).filter((name) => changes.has(name));

async function openIt(page, dialog) {
  for (const step of dialog.by) await (typeof step === "string" ? page.keys(step) : step(page));
  await page.until(OPEN).catch(() => Promise.reject(new Error("does not open")));
  await page.until(INSIDE).catch(() => Promise.reject(new Error("the focus does not go in")));
}

async function closed(page, by) {
  await page.until(`return !(() => { ${OPEN} })()`).catch(() => Promise.reject(new Error(`stays open after ${by}`)));
  await page.until("return document.activeElement === window.__from").catch(async () => Promise.reject(new Error(`after ${by} the focus is not where it was but on ${await page.run(FOCUSED)}`)));
}

/** Goes round; every stop has to lie inside, and one of them is the first button. */
async function round(page, first) {
  const step = async (key) => {
    await page.keys(key);
    if (!(await page.run(INSIDE))) throw new Error(`${key} leaves the dialog for ${await page.run(FOCUSED)}`);
    return first === undefined || (await page.run(NAMED, first, "[data-modal] footer"));
  };
  if (first !== undefined && (await page.run("return document.activeElement.closest('[data-modal] > header') !== null"))) throw new Error("the focus arrives on the cross");
  await page.run("window.__begin = document.activeElement");
  let reached = first === undefined || (await page.run(NAMED, first, "[data-modal] footer"));
  for (let stop = 0; stop < 16; stop++) {
    reached = (await step("Tab")) || reached;
    if (await page.run("return document.activeElement === window.__begin")) break;
  }
  await page.run("window.__begin.focus()");
  // Back over the beginning to the end: there the buttons are.
  for (let stop = 0; stop < 6; stop++) reached = (await step("Shift+Tab")) || reached;
  if (!reached) throw new Error(`no key reaches “${first}”`);
}

async function walk(page, host, dialog) {
  if (dialog.before) await dialog.before(host);
  await page.go(`${host.origin}/?${Math.random()}${dialog.at}`);
  await page.run(SPY);
  for (const step of dialog.to) await step(page);
  await page.run("window.__from = document.activeElement");
  await openIt(page, dialog);
  if (!dialog.changes) await page.run("window.__asked.length = 0");
  await round(page, dialog.first);
  await page.keys("Escape");
  await closed(page, "Esc");
  if (!dialog.changes && (await asked(page)).length > 0) throw new Error(`Esc did ${await asked(page)}`);
  if (dialog.enter === undefined) return;
  const [field, text, command] = dialog.enter;
  await openIt(page, dialog);
  await tab(field, "[data-modal]")(page);
  await page.keys(...text);
  await page.run("window.__asked.length = 0");
  await page.keys("Enter");
  if (command === null) {
    await new Promise((r) => setTimeout(r, 200));
    if ((await asked(page)).length > 0 || !(await page.run(OPEN))) throw new Error("Enter does more than nothing");
    return;
  }
  await page.until("return window.__asked.includes(arguments[0])", command).catch(() => Promise.reject(new Error(`Enter in “${field}” does not run ${command}`)));
  await page.until(`return !(() => { ${OPEN} })()`).catch(() => Promise.reject(new Error("stays open after Enter")));
}

const folder = mkdtempSync(join(tmpdir(), "backroom-dialogs-"));
const [full, small] = await Promise.all([serveShop(join(folder, "full")), serveShop(join(folder, "small"))]);
let failed = 0;
let passed = 0;
const begun = Date.now();
try {
  const sample = async () => {
    await small.call("shop_make", MADE);
    await small.call("sample_open");
  };
  const [shop] = await Promise.all([fill(full, folder), sample()]);
  const page = await browser();
  const look = async (host, dialog) => {
    if (!only.split(",").some((words) => dialog.name.includes(words))) return;
    try {
      await walk(page, host, dialog);
      passed++;
    } catch (error) {
      failed++;
      console.log(`${dialog.name}: ${error.message}`);
      if (process.env.SHOTS) writeFileSync(join(process.env.SHOTS, `${dialog.name.replace(/\W+/g, "-")}.png`), await page.png());
    }
  };
  try {
    await page.go(full.address);
    for (const dialog of dialogs(shop)) await look(full, dialog);
    await page.go(small.address);
    await look(small, SAMPLE);
  } finally {
    await page.close();
  }
} finally {
  full.close();
  small.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Tests  ${passed} passed | ${failed} failed`);
console.log(`dialogs: ${passed + failed} opened, walked round and closed by keys alone; ${((Date.now() - begun) / 1000).toFixed(1)} s`);
process.exitCode = failed > 0 ? 1 : 0;
