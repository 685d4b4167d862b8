// Every screen that the window has, and everything that opens over it: its address in the full shop,
// what is done there, what then has to be seen, and the list that has to be long. `rows: "grid"` is the
// windowed list; any other is counted by its elements. A visit that does not see what it came for fails.
import { numbers } from "./files.mjs";
import { importFile } from "./full-shop.mjs";

const wait = (css) => (page) => page.until("return document.querySelector(arguments[0]) !== null", css);
const keys = (...presses) => (page) => page.keys(...presses);
const row = wait('[role=row][aria-rowindex="2"]');
const dialog = wait("[role=dialog]");
/** Clicks the first button, link or entry that begins with these words, or is called so. */
const press =
  (words, inside = "body") =>
  async (page) => {
    const find = `[...document.querySelectorAll(arguments[1])].flatMap((e) => [...e.querySelectorAll("button,a,[role=menuitem],[role=radio],[role=tab]")]).find((e) => e.checkVisibility() && ((e.innerText ?? "").trim().startsWith(arguments[0]) || (e.ariaLabel ?? "").startsWith(arguments[0])))`;
    await page.until(`return ${find} !== undefined`, words, inside);
    await page.clickOn(await page.run(`return ${find}`, words, inside));
  };
/** Types into a field of this label, the first or the one that is asked for. */
const type = (label, text, nth = 0) => async (page) => {
  const find = `return ([...document.querySelectorAll("label")].filter((e) => e.textContent.trim().startsWith(arguments[0])).map((e) => e.control ?? e.querySelector("input")))[arguments[1]]`;
  await page.until(`${find} !== undefined`, label, nth);
  const field = await page.run(find, label, nth);
  await page.send("POST", `/element/${Object.values(field)[0]}/clear`, {});
  await page.typeInto(field, text);
};
/** Turns the switch of this label. */
const flip = (label) => async (page) => page.clickOn(await page.run("return [...document.querySelectorAll('label')].find((e) => e.textContent.trim().startsWith(arguments[0])).control", label));
/** Chooses in the list of this label. */
const choose = (label, option) => async (page) => {
  const find = "return [...document.querySelectorAll('select')].find((e) => e.labels[0]?.textContent.trim().startsWith(arguments[0]))";
  await page.until(`${find} !== undefined`, label);
  await page.run(`const e = (() => { ${find} })(); e.value = [...e.options].find((o) => o.text.startsWith(arguments[1])).value; e.dispatchEvent(new Event("change", { bubbles: true }))`, label, option);
};
/** Scans the first parcels of an order that wait, each when the one before was answered. */
const scan = (order, count) => async (page) => {
  const find = "return [...document.querySelectorAll('main table tbody a')].map((a) => a.textContent.trim()).filter((n) => n.includes(arguments[0]))";
  const numbers = (await page.run(find, order)).slice(0, count);
  // The field keeps the focus: a key that leads to it is pressed once.
  await page.keys("c");
  for (const [at, number] of numbers.entries()) {
    await page.keys(...number, "Enter");
    await page.until("return document.querySelectorAll(\"main ul[aria-label='Scanned so far'] > li\").length > arguments[0]", at);
  }
};
const open = (path) => [wait("form input"), type("File on this computer", path), press("Read")];

/** What has to be seen: the element, and words in it. */
const over = (title) => ["[role=dialog] h2", title];
const head = (title) => ["main h1", title];
const tab = (title) => ["[role=tab][aria-selected=true]", title];
const on = (title) => ["[role=radio][aria-checked=true]", title];
const menu = (words) => ["[role=menu] [role=menuitem]", words];
const panel = (words) => ["main aside h2", words];
const empty = (words) => ["main h2", words];
const told = (words) => ["[aria-live] .toast", words];

const VIEWS = { to_ship: "To ship", late: "Late", on_hold: "On hold", awaiting_payment: "Awaiting payment", short: "Short", needs_you: "Needs you", partly_shipped: "Partly shipped", on_the_way: "On the way", open: "Open", all: "All" };
const STOCK = { all: "All", low: "Low or short", kits: "Sets", not_counted: "Not counted", negative: "Below zero" };
const SETTINGS = { shop: "Shop", locations: "Places", channels: "Channels", services: "Services and zones", calendar: "Calendar", paper: "Paper and printers", appearance: "Appearance", backups: "Data and backups" };
const part = (id) => ["main h2", SETTINGS[id]];
const filters = (...all) => `filters=${encodeURIComponent(JSON.stringify(all))}`;
const number = (block, at = 0) => `#${numbers(block)[at]}`;

/** A new computer, before and after its shop was made. */
export const NEW = [{ name: "first run", at: "", then: [wait("form")], sees: ["main h1", "Your shop"] }];
export const EMPTY = [
  { name: "empty today", at: "#/today", then: [], sees: [empty("No orders yet"), ["main a", "Import orders"]] },
  { name: "empty orders", at: "#/orders", then: [], sees: [empty("No orders yet"), ["main a", "Import orders"]] },
  { name: "empty ship", at: "#/ship", then: [], sees: [empty("No parcel waits"), ["main a", "See what to ship"]] },
  { name: "empty pick lists", at: "#/ship/pick", then: [], sees: [empty("No pick list is open"), ["main a", "See what to ship"]] },
  { name: "empty put-backs", at: "#/ship/back", then: [], sees: empty("Nothing waits to be put back") },
  { name: "empty stock", at: "#/stock", then: [], sees: [empty("No products yet"), ["main a", "Import products"]] },
  { name: "empty import", at: "#/import", then: [], sees: [empty("Choose an order file"), ["main p", "None yet."]] },
  ...Object.keys(SETTINGS).map((id) => ({ name: `empty settings ${id}`, at: `#/settings/${id}`, then: [wait("fieldset, table")], sees: part(id) })),
];

/** Everything that only looks. */
export const looking = (shop) => [
  { name: "today", at: "#/today", then: [wait("nav.tiles")], sees: [head("Today"), ["nav.tiles a", "To ship"], ["main h2", "Needs you"]] },
  ...Object.entries(VIEWS).map(([view, title]) => ({ name: `orders ${view}`, at: `#/orders?view=${view}`, then: [row], sees: tab(title), rows: "grid" })),
  { name: "orders, all selected, peek", at: "#/orders?view=to_ship", then: [row, keys("Ctrl+a"), wait(".bulk .sum"), keys("Space"), wait("main aside ol li")], sees: [[".bulk", "selected"], panel("#")], rows: "grid" },
  { name: "peek of a long order", at: `#/orders?view=all&${filters({ field: "payment", any: ["paid"] })}`, then: [row, keys("Space"), wait("main aside ol li")], sees: [panel("#"), ["main aside h3", "Items"]], rows: "grid" },
  { name: "orders held, peek", at: "#/orders?view=on_hold", then: [row, keys("Space"), wait("main aside ol li")], sees: [panel("#"), ["main aside h3", "Not ready to ship"]], rows: "grid" },
  { name: "orders, filter", at: "#/orders?view=all", then: [row, keys("f")], sees: over("Add a filter"), rows: "grid" },
  { name: "orders, none match", at: `#/orders?view=all&${filters({ field: "country", any: ["PL"] })}`, then: [], sees: [empty("No order fits this filter."), ["main button", "Clear filters"]] },
  { name: "orders, sort menu", at: "#/orders?view=to_ship", then: [row, press("Ship by", "[role=toolbar]")], sees: menu("Placed"), rows: "grid" },
  { name: "orders, hold", at: "#/orders?view=to_ship", then: [row, keys("x", "j", "x", "h")], sees: over("Hold 2 orders") },
  { name: "palette", at: "#/orders", then: [row, keys("Ctrl+k"), dialog, keys(..."fenwick")], sees: ["[role=dialog] [role=option]", "Fenwick"] },
  { name: "palette, transfer", at: "#/stock?find=KT-000", then: [row, wait("aside h2"), keys("Ctrl+k"), dialog, keys(..."transf")], sees: ["[role=dialog] [role=option]", "Transfer to another place"] },
  { name: "keys", at: "#/orders", then: [row, keys("?")], sees: [over("Keys of this screen"), ["[role=dialog] dd", "Make a pick list"]] },

  { name: "order of many lines", at: `#/orders/${shop.long}`, then: [wait("ol li")], sees: head("#20001"), rows: ["main table tbody tr", "main ol li", "aside .doc"] },
  { name: "order of many parcels", at: `#/orders/${shop.pieces}`, then: [wait("ol li")], sees: head("#20002"), rows: "main .parcel" },
  { name: "order held", at: `#/orders/${shop.held}`, then: [wait("ol li")], sees: [head(number("held")), ["main section button", "Ship anyway"], ["aside .banner", "Wants it after the holidays"]] },
  { name: "order shipped", at: `#/orders/${shop.gone}`, then: [wait("ol li")], sees: [head(number("gone")), [".parcel", "Handed over"]] },
  { name: "order held, ship anyway", at: `#/orders/${shop.held}`, then: [wait("ol li"), press("Ship anyway")], sees: [over(`Ship ${number("held")} anyway`), ["[role=dialog] li", "Wants it after the holidays"]] },
  { name: "order short", at: `#/orders/${shop.short}`, then: [wait("ol li"), press("More", "header")], sees: [head(number("short")), menu("When a part is short")] },
  { name: "order short, its rule", at: `#/orders/${shop.short}`, then: [wait("ol li"), keys("r")], sees: [over(`When a part of ${number("short")} is short`), ["[role=dialog] button", "Save the rule"]] },
  { name: "order to nowhere", at: `#/orders/${shop.nowhere}`, then: [wait("ol li")], sees: head(number("nowhere")) },
  { name: "order in conflict", at: `#/orders/${shop.both}`, then: [wait("ol li")], sees: [head(number("both")), [".banner", "Changed here and in the store"], [".banner", "7 Wharf Passage"], [".banner button", "Take theirs"]] },
  { name: "order, more", at: `#/orders/${shop.long}`, then: [wait("ol li"), press("More", "header")], sees: menu("Cancel what has not left") },
  { name: "order, address", at: `#/orders/${shop.nowhere}`, then: [wait("ol li"), keys("e")], sees: [over(`Address of ${number("nowhere")}`), ["[role=dialog] .danger", ""]] },
  { name: "order, note", at: `#/orders/${shop.ready[0]}`, then: [wait("ol li"), keys("n"), dialog, flip("A gift"), type("Ships by", "soon")], sees: [over(`Change ${number("ready")}`), ["[role=dialog] label", "Message for the gift"], ["[role=dialog] .danger", "A day as"]] },
  { name: "order, cancel", at: `#/orders/${shop.long}`, then: [wait("ol li"), keys("Shift+x")], sees: over("Cancel in #20001"), rows: "[role=dialog] li" },
  { name: "parcel, more", at: `#/orders/${shop.pieces}`, then: [wait("ol li"), press("More", ".parcel")], sees: menu("Retire the label") },
  { name: "label, retire", at: `#/orders/${shop.pieces}`, then: [wait("ol li"), press("More", ".parcel"), press("Retire", "[role=menu]")], sees: over("Retire the label of") },
  { name: "label under an edit", at: `#/orders/${shop.moved}`, then: [wait("ol li")], sees: [[".parcel .banner", "The address was changed since this label was made"], [".parcel .banner button", "Keep the label"]] },
  { name: "label under an edit, keep", at: `#/orders/${shop.moved}`, then: [wait("ol li"), press("Keep the label", ".parcel")], sees: [over("Keep the label of"), ["[role=dialog] label", "Why"]] },
  { name: "label under an edit, address", at: `#/orders/${shop.moved}`, then: [wait("ol li"), keys("e"), dialog, press("Keep it", "[role=dialog]")], sees: [["[role=dialog] .banner", "A label with the old address is printed"], ["[role=dialog]", "The parcel goes to the old address."]] },

  { name: "run", at: `#/ship?orders=${shop.ready.join(",")}`, then: [wait("aside img")], sees: [head(`Ship ${shop.ready.length} orders`), ["aside", "Postage for"]], rows: ["nav.run li", "[role=radiogroup] [role=radio]", "aside table tr"] },
  { name: "run, two parcels", at: `#/ship?orders=${shop.ready.slice(0, 3).join(",")}`, then: [wait("aside img"), press("Second parcel")], sees: [["main", "Parcel 2 of 2"], ["main .danger", "A parcel is empty."]] },
  { name: "run, nothing ready", at: `#/ship?orders=${shop.nowhere},${shop.held}`, then: [wait("aside")], sees: [head("Ship 2 orders"), ["main .banner button", "Ship anyway"]] },
  { name: "hand over", at: "#/ship", then: [wait("main table")], sees: [tab("To hand over"), ["main button", "Hand over"]], rows: "main table tbody tr" },
  { name: "hand over, scanned", at: "#/ship", then: [wait("main table"), keys("c", ..."RX1", "Enter")], sees: [["main [role=status]", "RX1 is on no parcel of yours."], ["[aria-label='Scanned so far'] li", "RX1"]], rows: "main table tbody tr" },
  { name: "pick lists", at: "#/ship/pick", then: [row], sees: tab("Pick lists"), rows: "grid" },
  { name: "pick lists, ended", at: "#/ship/pick", then: [row, press("Ended"), row], sees: [on("Ended"), ["[role=gridcell]", "Done"]], rows: "grid" },
  { name: "pick list", at: `#/ship/pick/${shop.list}`, then: [row], sees: head("Pick list P"), rows: "grid" },
  { name: "pick list, found fewer", at: `#/ship/pick/${shop.list}`, then: [row, keys("0")], sees: [over("what did you find?"), ["[role=dialog]", "missing?"]], rows: "grid" },
  { name: "put back", at: "#/ship/back", then: [row], sees: [tab("Back to the shelf"), on("To put back")], rows: "grid" },
  { name: "put back, done", at: "#/ship/back", then: [row, press("Done"), row], sees: [on("Done"), ["[role=gridcell]", "On the shelf"]], rows: "grid" },
  { name: "put back, a part", at: "#/ship/back", then: [row, keys("n")], sees: [["[role=dialog] h2", "Put "], ["[role=dialog] label", "Broken or nowhere"]], rows: "grid" },

  { name: "import", at: "#/import", then: [wait("main table")], sees: [empty("Choose an order file"), ["main h3", "Earlier imports"]], rows: "main table tbody tr" },
  { name: "import, take back", at: "#/import", then: [wait("main table"), press("Take back", "main table")], sees: over("Take back "), rows: "main table tbody tr" },
  { name: "import of products", at: "#/import", then: [wait("main table"), press("Products and counts")], sees: empty("Choose a file of products"), rows: "main table tbody tr" },
  { name: "import of products, previewed", at: "#/import", then: [wait("main table"), press("Products and counts"), ...open(shop.goods)], sees: [["main", "units are booked in"], ["main button", "Import"]] },
  { name: "import, no such file", at: "#/import", then: open("/nowhere.csv"), sees: ["main .banner", "/nowhere.csv"] },
  { name: "import, no table", at: "#/import", then: open(shop.noTable), sees: ["main .banner", "This is a PDF, not a table."] },
  { name: "import, preview", at: "#/import", then: [...open(shop.mixed), row], sees: [["main h2", "Preview"], ["main dl", "need you"]], rows: "grid" },
  { name: "import, refused rows", at: "#/import", then: [...open(shop.mixed), row, press("Look"), press("Need you", "[role=radiogroup]"), row], sees: [on("Need you"), ["main button", "Save left-out rows"], ["main dl dd", "twelve"], ["[role=gridcell]", number("refused")]], rows: "grid" },
  { name: "import, nothing to take", at: "#/import", then: [...open(shop.hopeless), row], sees: [["main header button[aria-disabled=true]", "Import 0 orders"], ["[role=gridcell]", "has no order number"]], rows: "grid" },
  { name: "import, of another shop", at: "#/import", then: [...open(shop.others), row, choose("Into", "Another shop")], sees: [["[role=group] p", "but are other orders"], ["main [role=group]", "A channel of its own"], ["main [role=radio]", "Leave them out"]], rows: "grid" },
  { name: "import, cells to decide", at: "#/import", then: [...open(shop.open), row], sees: [["main section b", "How the cells are read"], ["main section .row.open", "03/08/26"], ["main section .row.open", "1,234"], ["main section .row", "Amounts without a currency"], ["main section .row", "sehr bald"]], rows: "grid" },
  { name: "import, a sheet to choose", at: "#/import", then: [...open(shop.workbook), row, type("Amounts without", "EURO")], sees: [["main section .row", "Sheet"], ["main section .danger", "Three letters"]], rows: "grid" },
  { name: "import, columns to map", at: "#/import", then: [...open(shop.unknown), wait("main select")], sees: [["main header", "Columns"], ["main label", "Remember these columns as"]], rows: "main select" },

  ...Object.entries(STOCK).map(([view, title]) => ({ name: `stock ${view}`, at: `#/stock?view=${view}`, then: [row, wait("aside h2")], sees: [tab(title), panel("")], rows: view === "all" ? ["grid", "aside .entry"] : "grid" })),
  { name: "stock, none match", at: "#/stock?find=nothing-is-called-so", then: [], sees: [empty("No product fits"), ["main button", "Clear filters"]] },
  { name: "stock, count", at: "#/stock", then: [row, wait("aside h2"), keys("c")], sees: over("Count "), rows: "grid" },
  { name: "stock, receive", at: "#/stock", then: [row, wait("aside h2"), keys("r")], sees: over("Units of "), rows: "grid" },
  { name: "stock, edit", at: "#/stock", then: [row, wait("aside h2"), keys("e")], sees: over("Edit product"), rows: "grid" },
  { name: "stock, kept back", at: "#/stock?find=KT-001", then: [row, wait("aside h2"), keys("e"), dialog, type("Kept back", "some")], sees: [over("Edit product"), ["[role=dialog] .danger", "Write a whole number."]] },
  { name: "stock, parts of a set", at: "#/stock?find=KT-RARE", then: [row, wait("aside h2"), press("Make it a set", "aside"), dialog, type("Add a part", "mug")], sees: [over("Parts of Kiln-fired platter"), ["[role=dialog] li", "Stoneware mug"]] },
  { name: "stock, to another place", at: "#/stock?find=KT-001", then: [row, wait("aside h2"), keys("t"), dialog, type("Units", "none")], sees: [["[role=dialog] h2", "to another place"], ["[role=dialog] .danger", "Write a whole number."]] },
  { name: "stock, its rule when short", at: "#/stock", then: [row, wait("aside h2"), keys("b")], sees: [over("When "), ["[role=dialog] p", "strictest rule counts"], ["[role=dialog] button", "Save the rule"]], rows: "grid" },
  { name: "stock, new", at: "#/stock", then: [row, keys("n")], sees: over("New product"), rows: "grid" },

  ...Object.keys(SETTINGS).map((id) => ({ name: `settings ${id}`, at: `#/settings/${id}`, then: [wait("fieldset, table")], sees: part(id), rows: { locations: "main table tbody tr", channels: "main fieldset tbody tr", services: "main table tbody tr", calendar: "main .list li", backups: "main fieldset tbody tr" }[id] })),
  { name: "settings, changed", at: "#/settings/shop", then: [wait("fieldset"), type("Shop’s name", "Kiln")], sees: ["main header", "Changed, not saved"] },
  { name: "settings, reserved when", at: "#/settings/shop", then: [wait("fieldset"), choose("Reserve goods", "some days"), type("Days before ship-by", "some")], sees: [["main header", "Changed, not saved"], ["main .danger", "Write a whole number."]] },
  { name: "settings, logo", at: "#/settings/shop", then: [wait("fieldset"), type("Picture", shop.logo), press("Read", ".logo"), wait(".logo img")], sees: [["main header", "Changed, not saved"], [".logo button", "Take it away"]] },
  { name: "backup, back to it", at: "#/settings/backups", then: [wait("main fieldset table"), press("Restore", "main fieldset table"), wait("[role=dialog] dl")], sees: [over("Go back to a backup"), ["[role=dialog] button", "Restore"]] },
  { name: "backup, not whole", at: "#/settings/backups", then: [wait("main fieldset table"), type("Path of", shop.noTable), press("Look", "main form"), wait("[role=dialog] .banner")], sees: [over("Go back to a backup"), ["[role=dialog] .banner", ""]] },
  { name: "place, renamed", at: "#/settings/locations", then: [wait("table"), press("Rename", "table")], sees: over("Rename") },
  { name: "place, new", at: "#/settings/locations", then: [wait("table"), press("New place")], sees: over("New place") },
  { name: "mapping, renamed", at: "#/settings/channels", then: [wait("fieldset table"), press("Rename", "fieldset table")], sees: over("Another name for") },
  { name: "mapping, forgotten", at: "#/settings/channels", then: [wait("fieldset table"), press("Forget", "fieldset table")], sees: [over("Forget “Supplier"), ["[role=dialog] p", "guessed anew"]] },
  { name: "channel", at: "#/settings/channels", then: [wait("table"), press("Edit", "table tr:nth-child(2)")], sees: [over("Channel "), ["[role=dialog] [role=radio]", "Yes, ours"]] },
  { name: "service", at: "#/settings/services", then: [wait("table"), press("Edit", "table tr:nth-child(2)")], sees: over("Edit Parcel"), rows: "[role=dialog] fieldset" },
  { name: "service, new", at: "#/settings/services", then: [wait("table"), press("New service")], sees: [over("New service"), ["[role=dialog] p", "0 is free."]] },
];

/** What changes the shop, in this order. */
export const changing = (shop) => [
  { name: "orders, refused", at: "#/orders?view=to_ship", before: (host) => host.call("pick_list_finish", { id: shop.last, rest: "left" }), then: [row, keys("Ctrl+a"), wait(".bulk"), keys("p")], sees: over("Not on the pick list"), rows: "[role=dialog] li a" },
  { name: "orders, every one refused", at: "#/orders?view=on_hold", then: [row, keys("Ctrl+a"), wait(".bulk"), keys("p")], sees: [over("Not on the pick list"), ["[role=dialog] li", number("held")]], rows: "[role=dialog] li a" },
  { name: "order signed for", at: `#/orders/${shop.held}`, before: (host) => sign(host, shop.held), then: [wait("ol li")], sees: ["main section", "Leaves although it is not ready, signed by Ada Penrose"] },
  { name: "run, signed for", at: `#/ship?orders=${shop.held}`, then: [wait("aside img")], sees: [".banner", "Leaves although it is not ready, signed by Ada Penrose"] },
  { name: "run, a sheet of labels", at: `#/ship?orders=${shop.ready.slice(0, 5).join(",")}`, before: (host) => labelsOn(host, "a4_4up"), then: [wait("aside img")], sees: ["aside .foot label", "First free label"] },
  { name: "run, layout kept", at: `#/ship?orders=${shop.ready[1]}`, before: (host) => labelsOn(host, "4x6"), then: [wait("aside img"), press("Second parcel"), type(shop.second, "1", 0), type(shop.second, "1", 1), press("Keep this layout")], sees: [[".add", "Kept"], told("are kept as laid out")] },
  { name: "label kept", at: `#/orders/${shop.moved}`, then: [wait("ol li"), press("Keep the label", ".parcel"), dialog, type("Why", "The neighbour takes it"), press("Keep label", "[role=dialog]")], sees: [told("stays"), ["main ol li", "kept although the order was changed"]] },
  { name: "hand over, scanned away", at: "#/ship", then: [wait("main table"), scan("20002", 2)], sees: [["main [role=status]", "is handed over."], ["[aria-label='Scanned so far'] button", "It did not leave"]] },
  { name: "labels made", at: `#/ship?orders=${shop.ready.join(",")}`, then: [wait("aside img"), keys("Ctrl+Enter"), wait("main table a[href^='#/orders/']")], sees: ["main h2", "labels made"], rows: "main table tbody tr" },
  { name: "labels handed over, toast", at: null, then: [keys("o")], sees: [["main h2", "parcels handed over"], told("handed over")], rows: "main table tbody tr" },
  { name: "hand over, stopped", at: "#/ship", before: (host) => host.call("orders_hold", { orders: shop.waiting, kind: "customer", note: "Not before Monday", until: null }), then: [wait("main table"), press("Hand over")], sees: ["[role=dialog] h2", "stay here"], rows: "[role=dialog] li" },
  { name: "import done", at: "#/import", then: [...open(shop.mixed), row, keys("Ctrl+Enter")], sees: [["main h2", "orders imported"], ["main a", "to ship"]] },
  { name: "import, which shop", at: "#/import", before: (host) => importFile(host, shop.others, { new_channel: "Kiln & Thread wholesale", start_at: shop.now }), then: [...open(shop.foreign), row], sees: [["[role=group] .warn", "Into"], ["[role=group]", "There are several shops of this kind."]], rows: "grid" },
  { name: "toast of a refusal", at: `#/orders/${shop.gone}`, then: [wait("ol li"), press("More", ".parcel"), press("Print label", "[role=menu]")], sees: ["[aria-live] .toast, [role=dialog] h2", ""] },
];

async function labelsOn(host, format) {
  const stored = await host.call("settings_get");
  await host.call("settings_save", { ...stored, settings: { ...stored.settings, label_format: format } });
}

async function sign(host, id) {
  const { row } = await host.call("order_get", { id });
  await host.call("ship_anyway", { id, version: row.version, why: "The buyer called" });
}
