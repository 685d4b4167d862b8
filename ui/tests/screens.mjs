// The screens of the gallery and how each is reached: an address, then keys or clicks.
const wait = (css) => (page) => page.until("return document.querySelector(arguments[0]) !== null", css);
const row = wait('[role=row][aria-rowindex="2"]');

export const SCREENS = {
  today: { at: "#/today", then: [wait("nav.tiles, .tiles")] },
  orders: { at: "#/orders", then: [row] },
  "orders-peek": { at: "#/orders", then: [row, (p) => p.keys("j", "j", "x", "j", "x", "j", "x", "k", "Space"), wait("aside h2")] },
  order: { at: "#/orders/10480", then: [wait("aside")] },
  "order-of-list": { at: "#/orders", then: [row, (p) => p.keys("j", "Enter"), wait("aside"), (p) => p.keys("j"), wait(".steps")] },
  "order-held": { at: "#/orders/10490", then: [wait("aside")] },
  "order-waits": { at: "#/orders/10482", then: [wait("aside")] },
  ship: { at: "#/ship?orders=10479,10480,10481", then: [wait("aside img")] },
  "ship-made": { at: "#/ship?orders=10479,10480,10481", then: [wait("aside img"), (p) => p.keys("Ctrl+Enter"), wait("table a")] },
  "hand-over": { at: "#/ship", then: [wait("table")] },
  "pick-lists": { at: "#/ship/pick", then: [row] },
  "pick-list": { at: "#/ship/pick/1", then: [row, (p) => p.keys("Enter", "j", "j")] },
  "pick-short": { at: "#/ship/pick/1", then: [row, (p) => p.keys("1"), wait("[role=dialog]")] },
  "put-back": { at: "#/ship/back", then: [row] },
  import: { at: "#/import", then: [wait("table")] },
  "import-preview": { at: "#/import", then: [wait("form input"), (p) => p.run("const i=document.querySelector('form input');i.value='/x.csv';i.dispatchEvent(new Event('input',{bubbles:true}))"), (p) => p.click("form button[type=submit]"), row] },
  stock: { at: "#/stock", then: [row, wait("aside h2")] },
  sets: { at: "#/stock?view=kits", then: [row, wait("aside h2")] },
  "set-parts": { at: "#/stock?view=kits", then: [row, wait("aside h2"), (p) => p.click("aside header .buttons button"), wait("[role=dialog]")] },
  "stock-rule": { at: "#/stock", then: [row, wait("aside h2"), (p) => p.keys("b"), wait("[role=dialog]")] },
  transfer: { at: "#/stock", then: [row, wait("aside h2"), (p) => p.click("aside header .buttons button:nth-child(3)"), wait("[role=dialog]")] },
  "settings-locations": { at: "#/settings/locations", then: [wait("table")] },
  "settings-shop": { at: "#/settings/shop", then: [wait("fieldset")] },
  "settings-services": { at: "#/settings/services", then: [wait("table")] },
  "settings-calendar": { at: "#/settings/calendar", then: [wait("fieldset")] },
  "settings-paper": { at: "#/settings/paper", then: [wait("fieldset")] },
  "settings-appearance": { at: "#/settings/appearance", then: [wait("fieldset")] },
  "settings-backups": { at: "#/settings/backups", then: [wait("fieldset")] },
  "restore-dialog": { at: "#/settings/backups", then: [wait("td button"), (p) => p.click("td button"), wait("[role=dialog] dl")] },
  "pool-dialog": { at: "#/settings/services", then: [wait("table"), (p) => p.click("tr:nth-child(2) td button"), wait("[role=dialog]")] },
  "service-dialog": { at: "#/settings/services", then: [wait("table"), (p) => p.click("td button"), wait("[role=dialog]")] },
  palette: { at: "#/orders", then: [row, (p) => p.keys("Ctrl+k"), wait("[role=dialog]"), (p) => p.keys("m", "a", "r", "t", "a"), () => new Promise((r) => setTimeout(r, 300))] },
  keys: { at: "#/orders", then: [row, (p) => p.keys("?"), wait("[role=dialog]")] },
  hold: { at: "#/orders", then: [row, (p) => p.keys("x", "j", "x", "h"), wait("[role=dialog]")] },
  "filter-none": { at: "#/orders?view=needs_you&filters=%5B%7B%22field%22%3A%22country%22%2C%22any%22%3A%5B%22PL%22%5D%7D%5D", then: [wait("h2")] },
  "first-run": { search: "?first=run", at: "", then: [wait("form")] },
  "first-empty": { search: "?first=empty", at: "#/today", then: [wait("aside")] },
};

/** Opens one screen in a theme; problems of the page are kept in `window.__trouble`. */
export async function show(page, url, name, theme, lang = process.env.UI_LANG ?? "en") {
  const { at, search = "", then } = SCREENS[name];
  const query = `${search === "" ? "?" : `${search}&`}lang=${lang}&t=${Date.now()}`;
  await page.go(`${url}/${query}${at}`);
  await page.run("localStorage.setItem('theme', arguments[0])", theme);
  await page.go(`${url}/${query}&again${at}`);
  await page.run(
    "window.__trouble=[];addEventListener('error',e=>__trouble.push(String(e.message)));addEventListener('unhandledrejection',e=>__trouble.push('rejected '+(e.reason?.stack??e.reason)));addEventListener('securitypolicyviolation',e=>__trouble.push('policy '+e.violatedDirective+' '+e.blockedURI+' '+(e.sourceFile??'')+':'+e.lineNumber))",
  );
  await page.until("return document.querySelector('#app')?.children.length > 0");
  for (const step of then) await step(page);
  await new Promise((r) => setTimeout(r, 200));
}
