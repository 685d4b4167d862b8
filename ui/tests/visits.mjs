// Every screen that the window has, and everything that opens over it: its address in the full shop,
// what is done there, and the list that has to be long. `rows: "grid"` is the windowed list; any other
// is counted by its elements.

const wait = (css) => (page) => page.until("return document.querySelector(arguments[0]) !== null", css);
const keys = (...presses) => (page) => page.keys(...presses);
const row = wait('[role=row][aria-rowindex="2"]');
const dialog = wait("[role=dialog]");
const settle = () => new Promise((r) => setTimeout(r, 150));
/** Clicks the first button, link or entry that begins with these words, or is called so. */
const press =
  (words, inside = "body") =>
  async (page) => {
    const find = `[...document.querySelectorAll(arguments[1])].flatMap((e) => [...e.querySelectorAll("button,a,[role=menuitem],[role=radio],[role=tab]")]).find((e) => e.checkVisibility() && ((e.innerText ?? "").trim().startsWith(arguments[0]) || (e.ariaLabel ?? "").startsWith(arguments[0])))`;
    await page.until(`return ${find} !== undefined`, words, inside);
    await page.clickOn(await page.run(`return ${find}`, words, inside));
    await settle();
  };
/** Types into the field of this label. */
const type = (label, text) => async (page) => {
  const find = "const l = [...document.querySelectorAll('label')].find((e) => e.innerText.trim().startsWith(arguments[0])); return l ? l.control ?? l.querySelector('input') : [...document.querySelectorAll('input')].find((e) => (e.ariaLabel ?? '').startsWith(arguments[0]))";
  await page.typeInto(await page.run(find, label), text);
  await settle();
};
const open = (path) => [wait("form input"), type("File on this computer", path), press("Read")];

const VIEWS = ["to_ship", "late", "on_hold", "awaiting_payment", "short", "needs_you", "partly_shipped", "on_the_way", "open", "all"];
const SETTINGS = ["shop", "locations", "services", "calendar", "paper", "appearance", "backups"];

/** A new computer, before and after its shop was made. */
export const NEW = [{ name: "first run", at: "", then: [wait("form")] }];
export const EMPTY = [
  ...["#/today", "#/orders", "#/ship", "#/ship/pick", "#/ship/back", "#/stock", "#/import"].map((at) => ({ name: `empty ${at}`, at, then: [wait("h1"), settle] })),
  ...SETTINGS.map((part) => ({ name: `empty settings ${part}`, at: `#/settings/${part}`, then: [wait("h2"), settle] })),
];

/** Everything that only looks. */
export const looking = (shop) => [
  { name: "today", at: "#/today", then: [wait("nav.tiles")] },
  ...VIEWS.map((view) => ({ name: `orders ${view}`, at: `#/orders?view=${view}`, then: [row], rows: "grid" })),
  { name: "orders, all selected, peek", at: "#/orders?view=to_ship", then: [row, keys("Ctrl+a"), wait("[role=toolbar] .sum, .bulk"), keys("Space"), wait("main aside h2"), wait("main aside ol li")], rows: "grid" },
  { name: "peek of a long order", at: `#/orders?view=all&filters=${encodeURIComponent('[{"field":"payment","any":["paid"]}]')}`, then: [row, keys("Space"), wait("main aside ol li")], rows: "grid" },
  { name: "orders held, peek", at: "#/orders?view=on_hold", then: [row, keys("Space"), wait("main aside h2"), wait("main aside ol li")], rows: "grid" },
  { name: "orders, filter", at: "#/orders?view=all", then: [row, keys("f"), dialog], rows: "grid" },
  { name: "orders, none match", at: `#/orders?view=all&filters=${encodeURIComponent('[{"field":"country","any":["PL"]}]')}`, then: [wait("main h2, main section h3, main .below *"), settle] },
  { name: "orders, sort menu", at: "#/orders?view=to_ship", then: [row, press("Ship by", "[role=toolbar]"), wait("[role=menu]")], rows: "grid" },
  { name: "orders, hold", at: "#/orders?view=to_ship", then: [row, keys("x", "j", "x", "h"), dialog] },
  { name: "palette", at: "#/orders", then: [row, keys("Ctrl+k"), dialog, keys(..."fenwick"), settle, settle] },
  { name: "keys", at: "#/orders", then: [row, keys("?"), dialog] },

  { name: "order of many lines", at: `#/orders/${shop.long}`, then: [wait("ol li")], rows: ["main table tbody tr", "main ol li", "aside .doc"] },
  { name: "order of many parcels", at: `#/orders/${shop.pieces}`, then: [wait("ol li")], rows: "main .parcel" },
  { name: "order held", at: `#/orders/${shop.held}`, then: [wait("ol li")] },
  { name: "order shipped", at: `#/orders/${shop.gone}`, then: [wait("ol li")] },
  { name: "order held, ship anyway", at: `#/orders/${shop.held}`, then: [wait("ol li"), press("Ship anyway"), dialog] },
  { name: "order short", at: `#/orders/${shop.short}`, then: [wait("ol li"), press("More", "header"), wait("[role=menu]")] },
  { name: "order short, its rule", at: `#/orders/${shop.short}`, then: [wait("ol li"), press("When a part is short", "main"), dialog] },
  { name: "order to nowhere", at: `#/orders/${shop.nowhere}`, then: [wait("ol li")] },
  { name: "order in conflict", at: `#/orders/${shop.both}`, then: [wait("ol li")] },
  { name: "order, more", at: `#/orders/${shop.long}`, then: [wait("ol li"), press("More", "header"), wait("[role=menu]")] },
  { name: "order, address", at: `#/orders/${shop.nowhere}`, then: [wait("ol li"), keys("e"), dialog] },
  { name: "order, note", at: `#/orders/${shop.ready[0]}`, then: [wait("ol li"), keys("n"), dialog] },
  { name: "order, cancel", at: `#/orders/${shop.long}`, then: [wait("ol li"), keys("Shift+x"), dialog], rows: "[role=dialog] li" },
  { name: "parcel, more", at: `#/orders/${shop.pieces}`, then: [wait("ol li"), press("More", ".parcel"), wait("[role=menu]")] },
  { name: "label, retire", at: `#/orders/${shop.pieces}`, then: [wait("ol li"), press("More", ".parcel"), press("Retire", "[role=menu]"), dialog] },

  { name: "run", at: `#/ship?orders=${shop.ready.join(",")}`, then: [wait("aside img")], rows: ["nav.run li", "[role=radiogroup] [role=radio]", "aside table tr"] },
  { name: "run, two parcels", at: `#/ship?orders=${shop.ready.slice(0, 3).join(",")}`, then: [wait("aside img"), press("Second parcel"), settle] },
  { name: "run, nothing ready", at: `#/ship?orders=${shop.nowhere},${shop.held}`, then: [wait("aside")] },
  { name: "hand over", at: "#/ship", then: [wait("main table")], rows: "main table tbody tr" },
  { name: "pick lists", at: "#/ship/pick", then: [row], rows: "grid" },
  { name: "pick lists, ended", at: "#/ship/pick", then: [row, press("Ended"), row], rows: "grid" },
  { name: "pick list", at: `#/ship/pick/${shop.list}`, then: [row], rows: "grid" },
  { name: "pick list, found fewer", at: `#/ship/pick/${shop.list}`, then: [row, keys("0"), dialog], rows: "grid" },
  { name: "put back", at: "#/ship/back", then: [row], rows: "grid" },
  { name: "put back, done", at: "#/ship/back", then: [row, press("Done"), row], rows: "grid" },
  { name: "put back, a part", at: "#/ship/back", then: [row, keys("n"), dialog], rows: "grid" },

  { name: "import", at: "#/import", then: [wait("main table")], rows: "main table tbody tr" },
  { name: "import, take back", at: "#/import", then: [wait("main table"), press("Take back", "main table"), dialog], rows: "main table tbody tr" },
  { name: "import of products", at: "#/import", then: [wait("main table"), press("Products and counts")], rows: "main table tbody tr" },
  { name: "import, no such file", at: "#/import", then: [...open("/nowhere.csv"), settle] },
  { name: "import, preview", at: "#/import", then: [...open(shop.mixed), row], rows: "grid" },
  { name: "import, refused rows", at: "#/import", then: [...open(shop.mixed), row, press("Look"), press("Need you", "[role=radiogroup]"), wait("main .below h2")] },
  { name: "import, columns to map", at: "#/import", then: [...open(shop.unknown), wait("select, [role=combobox]"), settle], rows: "main select, main [role=combobox]" },

  ...["all", "low", "not_counted", "negative"].map((view) => ({ name: `stock ${view}`, at: `#/stock?view=${view}`, then: [row, wait("aside h2")], rows: view === "all" ? ["grid", "aside .entry"] : "grid" })),
  { name: "stock, none match", at: "#/stock?find=nothing-is-called-so", then: [settle, settle] },
  ...["Count", "Receive", "Edit"].map((what) => ({ name: `stock, ${what.toLowerCase()}`, at: "#/stock", then: [row, wait("aside h2"), press(what, "aside"), dialog], rows: "grid" })),
  { name: "stock, parts of a set", at: "#/stock?find=KT-RARE", then: [row, wait("aside h2"), press("Make it a set", "aside"), dialog, type("Add a part", "mug"), settle] },
  { name: "stock, to another place", at: "#/stock?find=KT-001", then: [row, wait("aside h2"), press("Transfer", "aside"), dialog] },
  { name: "stock, new", at: "#/stock", then: [row, press("New product"), dialog], rows: "grid" },

  ...SETTINGS.map((part) => ({ name: `settings ${part}`, at: `#/settings/${part}`, then: [wait("main h2"), wait("fieldset, table")], rows: { locations: "main table tbody tr", services: "main table tbody tr", calendar: "main .list li", backups: "main fieldset li" }[part] })),
  { name: "settings, changed", at: "#/settings/shop", then: [wait("fieldset"), type("Shop’s name", "!")] },
  { name: "location, renamed", at: "#/settings/locations", then: [wait("table"), press("Rename", "table"), dialog] },
  { name: "service", at: "#/settings/services", then: [wait("table"), press("Edit", "table tr:nth-child(2)"), dialog], rows: "[role=dialog] fieldset" },
  { name: "service, new", at: "#/settings/services", then: [wait("table"), press("New service"), dialog] },
];

/** What changes the shop, in this order. */
export const changing = (shop) => [
  { name: "orders, refused", at: "#/orders?view=to_ship", before: (host) => host.call("pick_list_finish", { id: shop.last, rest: "left" }), then: [row, keys("Ctrl+a"), wait(".bulk"), keys("p"), dialog], rows: "[role=dialog] li a" },
  { name: "labels made", at: `#/ship?orders=${shop.ready.join(",")}`, then: [wait("aside img"), keys("Ctrl+Enter"), wait("main table a[href^='#/orders/']")], rows: "main table tbody tr" },
  { name: "labels handed over, toast", at: null, then: [keys("o"), wait("[aria-live] .toast")], rows: "main table tbody tr" },
  { name: "hand over, stopped", at: "#/ship", before: (host) => host.call("orders_hold", { orders: shop.waiting, kind: "customer", note: "Not before Monday", until: null }), then: [wait("main table"), press("Hand over"), dialog], rows: "[role=dialog] li" },
  { name: "import done", at: "#/import", then: [...open(shop.mixed), row, keys("Ctrl+Enter"), wait("main dl + .row, main .page dl")] },
  { name: "toast of a refusal", at: `#/orders/${shop.gone}`, then: [wait("ol li"), press("More", ".parcel"), press("Print label", "[role=menu]"), settle, settle] },
];
