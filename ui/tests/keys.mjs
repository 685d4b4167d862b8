// The list by keyboard only, in WebKitGTK on the gallery: node tests/keys.mjs [FOLDER]. Fails loudly.
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { show } from "./screens.mjs";
import { serve } from "./serve.mjs";
import { browser } from "./webdriver.mjs";

const { url, close } = await serve(resolve(process.argv[2] ?? "node_modules/.gallery"));
const page = await browser();
const cursor = () => page.run("const g=document.querySelector('[role=grid]');return document.getElementById(g.getAttribute('aria-activedescendant'))?.getAttribute('aria-rowindex')");
const selected = () => page.run("return [...document.querySelectorAll('[role=row][aria-selected=true]')].map(r=>r.getAttribute('aria-rowindex'))");
const rows = () => page.run("return document.querySelectorAll('[role=rowgroup] [role=row][aria-selected]').length");
const hash = () => page.run("return location.hash");
const settle = () => new Promise((r) => setTimeout(r, 150));
try {
  await show(page, url, "orders", "light");
  assert.equal(await cursor(), "2", "the cursor starts on the first order");
  await page.keys("j", "j", "k");
  assert.equal(await cursor(), "3");
  await page.keys("x", "Shift+j", "Shift+j");
  await settle();
  assert.deepEqual(await selected(), ["3", "4", "5"], "x selects, Shift J extends");
  await page.keys("Escape");
  await settle();
  assert.deepEqual(await selected(), [], "Esc clears the selection");
  await page.keys("Space");
  await page.until("return document.querySelector('main aside h2') !== null");
  await page.keys("Escape");
  await page.until("return document.querySelector('main aside') === null");

  // 120 rows, never more than 60 in the document, wherever the list is scrolled to.
  for (let top = 0; top <= 3800; top += 380) {
    await page.run("const s=[...document.querySelectorAll('[role=rowgroup]')].at(-1);s.scrollTop=arguments[0]", top);
    await settle();
    const count = await rows();
    assert.ok(count > 10 && count <= 60, `${count} rows in the document at ${top}`);
  }
  await page.keys("End");
  await settle();
  assert.equal(await cursor(), "121", "End goes to the last row that is here");
  await page.keys("Home");

  await page.keys("2");
  await page.until("return location.hash.includes('view=late')");
  await page.keys("1");
  await page.until("return document.querySelectorAll('[role=row][aria-selected]').length > 10");

  // Letters typed into the palette fire nothing; Esc gives the focus back.
  await page.keys("Ctrl+k");
  await page.until("return document.querySelector('[role=dialog] input') !== null");
  await page.keys("g", "k", "x");
  assert.match(await hash(), /orders/);
  await page.keys("Escape");
  await page.until("return document.querySelector('[role=dialog]') === null");
  await page.keys("g", "k");
  await page.until("return location.hash === '#/stock'");
  await page.keys("g", "o");
  await page.until("return document.querySelectorAll('[role=row][aria-selected]').length > 10");

  // An order of the list, the next, the one before; Esc is one step back, however many were looked at.
  await page.keys("Home", "j", "Enter");
  await page.until("return document.querySelector('.steps') !== null");
  const opened = await hash();
  await page.keys("j");
  await page.until("return location.hash !== arguments[0]", opened);
  await page.keys("k");
  await page.until("return location.hash === arguments[0]", opened);
  await page.keys("Escape");
  await page.until("return location.hash.startsWith('#/orders?') || location.hash === '#/orders'");
  await page.until("return document.querySelectorAll('[role=row][aria-selected]').length > 10");
  await page.keys("Home");

  // From the list to labels: select two, ship, make. Enter alone makes nothing.
  await page.keys("x", "j", "x", "b");
  await page.until("return location.hash.startsWith('#/ship?orders=') && document.querySelector('aside img') !== null");
  await page.keys("Enter");
  await settle();
  assert.ok(await page.run("return document.querySelector('aside img') !== null"), "Enter alone makes no label");
  // What is also due is taken in, and what was typed for the first parcel stays.
  const inRun = () => page.run("return document.querySelectorAll('nav.run ul')[0].children.length");
  await page.keys("w", "7", "0", "0");
  const before = await inRun();
  await page.run("document.querySelectorAll('nav.run ul')[1].querySelector('button').click()");
  await page.until("return document.querySelectorAll('nav.run ul')[0].children.length === arguments[0]", before + 1);
  assert.equal(await page.run("return document.activeElement.value ?? document.querySelector('.middle input').value"), "700", "the weight stays");
  await page.keys("Ctrl+Enter");
  await page.until("return document.querySelector('table a[href^=\"#/orders/\"]') !== null");
  console.log("Tests  1 passed (1)");
  console.log("keys: list, palette and a run of two orders by keyboard, at most 60 rows in the document");
} finally {
  await page.close();
  close();
}
