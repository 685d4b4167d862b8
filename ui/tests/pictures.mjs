// The README's pictures: the sample shop, and an order file on its way through, in the window's own engine:
//   dbus-run-session -- xvfb-run -a -s "-screen 0 1600x1200x24" node tests/pictures.mjs
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { importFile } from "./full-shop.mjs";
import { MADE, serveShop } from "./shop.mjs";
import { browser } from "./webdriver.mjs";

const OUT = resolve(import.meta.dirname, "../screenshots");
const sample = (name) => resolve(import.meta.dirname, "../../tests/desktop/samples", name);
const POST = {
  name: "Small parcel", tracked: false, from_country: "GB", currency: "GBP", days_inland: 3, days_abroad: 9, max_grams: null, max_size: null,
  zones: [
    { name: "Inland", places: [{ country: "GB", postcodes: [] }], rest_of_world: false, steps: [{ up_to: 2000, price: 395 }] },
    { name: "Rest of the world", places: [], rest_of_world: true, steps: [{ up_to: 2000, price: 1450 }] },
  ],
};

const folder = mkdtempSync(join(tmpdir(), "backroom-pictures-"));
const [made, fresh] = await Promise.all([serveShop(join(folder, "sample")), serveShop(join(folder, "new"))]);
try {
  await made.call("shop_make", MADE);
  await made.call("sample_open");
  await fresh.call("shop_make", MADE);
  await fresh.call("service_save", { id: null, version: 0, post: POST, pool: null, active: true });
  const path = sample("products.csv");
  await fresh.call("products_import", { path, sha256: (await fresh.call("products_import", { path, sha256: null })).sha256 });

  const page = await browser({ width: 1440, height: 900 });
  const shoot = async (host, name, hash, ...steps) => {
    await page.go(host.address);
    await page.run("localStorage.setItem('theme', 'light')");
    await page.go(`${host.origin}/?${Math.random()}${hash}`);
    for (const step of steps) await (typeof step === "string" ? page.until("return document.querySelector(arguments[0]) !== null", step) : step());
    await page.until("return document.getAnimations().every((a) => a.playState !== 'running')");
    // What was filled in last is painted with the next frames.
    await page.runAsync("const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))");
    writeFileSync(join(OUT, `${name}.png`), await page.png());
  };
  await shoot(made, "orders", "#/orders?view=to_ship", '[role=row][aria-rowindex="2"]');
  await shoot(made, "today", "#/today", "nav.tiles");
  await shoot(fresh, "preview", "#/import", "form input", async () => {
    await page.run("const i = document.querySelector('form input'); i.value = arguments[0]; i.dispatchEvent(new Event('input', { bubbles: true }))", sample("orders_export.csv"));
    await page.click("form button[type=submit]");
  }, "[role=row][aria-rowindex='2']");
  const { now } = await fresh.call("shop_status");
  await importFile(fresh, sample("orders_export.csv"), { start_at: now - 30 * 86_400_000 });
  const ready = (await fresh.call("orders_list", { view: "to_ship", filters: [], sort: "placed", descending: false, after: null, limit: 50 })).rows.slice(0, 3).map((row) => row.id);
  await shoot(fresh, "ship", `#/ship?orders=${ready.join(",")}`, "aside img");
  const service = (await fresh.call("services_list")).find((each) => each.post.name === POST.name).id;
  const labels = await fresh.call("labels_make", { wishes: ready.map((order) => ({ orders: [order], service, parcels: [{ lines: [], grams: null, tracking: "" }] })), format: null, start: null });
  await fresh.call("hand_over", { carrier: null, parcels: labels.parcels.map((parcel) => parcel.parcel) });
  await shoot(fresh, "order", `#/orders/${ready[0]}`, "ol li:nth-child(3) .when");
  await page.close();
} finally {
  made.close();
  fresh.close();
  rmSync(folder, { recursive: true, force: true });
}
