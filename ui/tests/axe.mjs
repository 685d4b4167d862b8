// axe-core (WCAG 2.2 A and AA) in WebKitGTK, the engine of the desktop window, on every screen of a
// shop whose lists are long, in every theme. Fails on a violation, on a list that is too short, on an
// address that the window links to and nobody looked at, and on an error or a broken policy of the page.
//   node tests/axe.mjs              everything
//   node tests/axe.mjs WORDS        only the screens whose name has these words
//   SHOTS=FOLDER node tests/axe.mjs leaves pictures of them
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MANY } from "./files.mjs";
import { fill } from "./full-shop.mjs";
import { MADE, serveShop } from "./shop.mjs";
import { changing, EMPTY, looking, NEW } from "./visits.mjs";
import { browser } from "./webdriver.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const OF_COLOURS = ["color-contrast", "link-in-text-block"];
const EVERYTHING = { runOnly: { type: "tag", values: TAGS } };
/** Every rule but those about colours, which are asked of each theme: nothing else changes with one. */
const SHAPES = { ...EVERYTHING, rules: Object.fromEntries(OF_COLOURS.map((rule) => [rule, { enabled: false }])) };
const COLOURS = { runOnly: { type: "rule", values: OF_COLOURS } };
const THEMES = ["light", "dark", "contrast"];
const only = process.argv[2] ?? "";
const shots = process.env.SHOTS;
const [width, height] = (process.env.SIZE ?? "1440x900").split("x").map(Number);

/** How many rows a list has, and how many of them stand in the document. */
const COUNT = `
  if (arguments[0] !== "grid") { const n = document.querySelectorAll(arguments[0]).length; return [n, n]; }
  const grid = document.querySelector("main [role=grid]");
  return [Number(grid.getAttribute("aria-rowcount")) - 1, grid.querySelectorAll("[role=row] > [role=gridcell]:first-child").length];`;
const LISTEN = `
  window.__trouble = [];
  addEventListener("error", (e) => __trouble.push(e.message));
  addEventListener("unhandledrejection", (e) => __trouble.push("rejected: " + e.reason));
  addEventListener("securitypolicyviolation", (e) => __trouble.push("policy: " + e.violatedDirective + " " + e.blockedURI));`;
const RUN = `
  const done = arguments[arguments.length - 1];
  axe.run(arguments[1] === null ? document : { include: [arguments[1]] }, { ...arguments[0], resultTypes: ["violations", "incomplete"] })
    .then((r) => done([r.violations.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.map((n) => n.target.join(" ") + "  " + n.html.slice(0, 160) + "  " + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? "")) })), r.incomplete.filter((i) => i.id === "color-contrast").flatMap((i) => i.nodes.map((n) => n.target.join(" ")))]))
    .catch((e) => done([[{ id: "axe", help: String(e), nodes: [""] }], []]));`;

/** Whether an element with these words is there, on the screen, and nothing lies over it. */
const SEES = `
  const [css, words] = arguments;
  const plain = (text) => text.replace(/\\s+/g, " ");
  return [...document.querySelectorAll(css)].some((e) => {
    if (!e.checkVisibility() || !plain(e.innerText ?? "").includes(words)) return false;
    e.scrollIntoView({ block: "nearest", behavior: "instant" });
    return [...e.getClientRects()].some((r) => {
      const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
      return top !== null && (e.contains(top) || top.contains(e));
    });
  });`;

const faults = [];
const failed = new Set();
const seen = new Set();
const linked = new Map();
const looked = { screens: 0, pages: 0, lists: 0, rows: 0, undecided: 0 };

/** \`#/orders/17?view=late\` is the same screen as any other order. */
const shape = (hash) => hash.replace(/\?.*$/, "").replace(/\d+/g, "N");

function fault(name, text, more = []) {
  faults.push(name);
  failed.add(name.replace(/ \(\w+\)$/, ""));
  console.log(`${name}: ${text}`);
  for (const line of more.slice(0, 4)) console.log(`    ${line}`);
}

async function look(page, host, visit) {
  if (visit.before) await visit.before(host);
  if (visit.at !== null) {
    await page.go(`${host.origin}/?${Math.random()}${visit.at}`);
    await page.run(LISTEN);
  }
  try {
    for (const step of visit.then) await step(page);
    if (visit.sees === undefined) throw new Error("the visit does not say what it wants to see");
    for (const [css, words] of typeof visit.sees[0] === "string" ? [visit.sees] : visit.sees) await page.until(SEES, css, words).catch(() => Promise.reject(new Error(`“${words}” is not to be seen in ${css}`)));
  } catch (error) {
    fault(visit.name, String(error));
    if (shots) writeFileSync(join(shots, `${visit.name.replace(/\W+/g, "-")}-lost.png`), await page.png());
    return;
  }
  looked.screens++;
  seen.add(shape(await page.run("return location.hash")));
  for (const href of await page.run("return [...document.querySelectorAll('a[href^=\"#/\"]')].map((a) => a.getAttribute('href'))")) if (!linked.has(shape(href))) linked.set(shape(href), visit.name);
  for (const list of [visit.rows ?? []].flat()) {
    const [rows, shown] = await page.run(COUNT, list);
    looked.lists++;
    looked.rows += rows;
    if (rows < MANY) fault(visit.name, `${list} has ${rows} rows, ${MANY} are wanted`);
    if (shown < 8) fault(visit.name, `only ${shown} rows of ${list} stand in the document`);
  }
  // What still fades in has no colour yet.
  await page.until("return document.getAnimations().every((a) => a.playState !== 'running')");
  if (!(await page.run("return typeof axe === 'object'"))) await page.run(`${axe};`);
  // Under a dialog or a menu stands a screen that has a visit of its own; its colours are asked there.
  const top = await page.run("return ['[role=dialog]', '[role=menu]'].find((css) => document.querySelector(css) !== null) ?? null");
  const ask = async (theme, rules, inside) => {
    const [violations, undecided] = await page.runAsync(RUN, rules, inside);
    looked.undecided += undecided.length;
    if (process.env.UNDECIDED) for (const each of undecided) console.log(`undecided ${visit.name} (${theme}): ${each}`);
    for (const violation of violations) fault(`${visit.name} (${theme})`, `${violation.id}: ${violation.help}, ${violation.nodes.length} times`, violation.nodes);
  };
  for (const theme of THEMES) {
    await page.run("const r = document.documentElement; r.classList.add('no-transitions'); r.dataset.theme = arguments[0]", theme);
    looked.pages++;
    const first = theme === THEMES[0];
    if (first && top !== null) await ask(theme, SHAPES, null);
    await ask(theme, first && top === null ? EVERYTHING : COLOURS, top);
    if (shots) writeFileSync(join(shots, `${visit.name.replace(/\W+/g, "-")}-${theme}.png`), await page.png());
  }
  const trouble = await page.run("return window.__trouble ?? []");
  if (trouble.length > 0) fault(visit.name, "the page is in trouble", trouble);
}

const wanted = (visits) => visits.filter((each) => only.split(",").some((words) => each.name.includes(words)));

/** Looks at what is in the queue, in a window of its own, until nothing is. */
async function tour(host, queue) {
  const page = await browser({ width, height });
  try {
    await page.go(host.address);
    for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
      const begun = Date.now();
      await look(page, host, visit);
      if (process.env.TIMES) console.log(`${((Date.now() - begun) / 1000).toFixed(1)} s  ${visit.name}`);
    }
  } finally {
    await page.close();
  }
}

const begun = Date.now();
const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
const folder = mkdtempSync(join(tmpdir(), "backroom-screens-"));
if (shots) mkdirSync(shots, { recursive: true });
const [small, full] = await Promise.all([serveShop(join(folder, "small")), serveShop(join(folder, "full"))]);
try {
  const beginnings = async () => {
    await tour(small, wanted(NEW));
    await small.call("shop_make", MADE);
    await tour(small, wanted(EMPTY));
  };
  const [shop] = await Promise.all([fill(full, folder), beginnings()]);
  console.log(`the shop is full after ${seconds()}`);
  // Two windows at once: one draws while the other is read.
  const queue = wanted(looking(shop));
  await Promise.all([tour(full, queue), tour(full, queue)]);
  await tour(full, wanted(changing(shop)));
  if (only === "") for (const [address, from] of linked) if (!seen.has(address)) fault(from, `links to ${address}, which nobody looked at`);
} finally {
  small.close();
  full.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Tests  ${Math.max(0, looked.screens - failed.size)} passed | ${failed.size} failed`);
console.log(`axe-core: ${faults.length} faults; ${looked.screens} screens in ${THEMES.length} themes, ${looked.lists} lists with ${looked.rows} rows, each at least ${MANY}; ${looked.undecided} contrasts undecided; ${seconds()}`);
process.exitCode = faults.length > 0 ? 1 : 0;
