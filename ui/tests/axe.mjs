// axe-core in WebKitGTK: every screen of a served UI, in every theme. 0 violations are wanted.
//   node tests/axe.mjs                      the gallery (npm run gallery)
//   node tests/axe.mjs FOLDER               another build of it
//   node tests/axe.mjs http://…/#token=…    a shop served by `backroom-cli serve`, each place of the rail
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { SCREENS, show } from "./screens.mjs";
import { serve } from "./serve.mjs";
import { browser } from "./webdriver.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const [target = "node_modules/.gallery", themes = "light,dark", only] = process.argv.slice(2);

/** Runs axe on the page that is open; gives its violations. */
export async function violations(page) {
  await page.run(`${axe};`);
  return page.runAsync(
    `const done = arguments[arguments.length - 1];
     axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(TAGS)} }, resultTypes: ["violations"] })
       .then((r) => done(r.violations.map((v) => ({ id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map((n) => n.target.join(" ") + "  " + n.html.slice(0, 160) + "  " + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? "")) }))))
       .catch((e) => done([{ id: "axe", impact: "failed", help: String(e), nodes: [] }]));`,
  );
}

let found = 0;
let pages = 0;
function report(name, theme, list) {
  pages++;
  for (const violation of list) {
    found += violation.nodes.length || 1;
    console.log(`${name} (${theme}): ${violation.id}, ${violation.impact}: ${violation.help}`);
    for (const node of violation.nodes.slice(0, 4)) console.log(`    ${node}`);
  }
}

const page = await browser();
try {
  if (/^https?:/.test(target)) {
    const start = new URL(target);
    for (const theme of themes.split(",")) {
      await page.go(target);
      await page.run("localStorage.setItem('theme', arguments[0])", theme);
      for (const at of ["#/today", "#/orders?view=all", "#/ship", "#/stock", "#/import", "#/settings/shop"]) {
        await page.go(`${start.origin}${start.pathname}?${theme}${Math.random()}${at}`);
        await page.until("return document.querySelector('h1') !== null");
        await new Promise((r) => setTimeout(r, 600));
        report(at, theme, await violations(page));
      }
    }
  } else {
    const { url, close } = await serve(resolve(target));
    for (const theme of themes.split(","))
      for (const name of only ? only.split(",") : Object.keys(SCREENS)) {
        await show(page, url, name, theme);
        report(name, theme, await violations(page));
      }
    close();
  }
} finally {
  await page.close();
}
console.log(`axe-core: ${found} violations on ${pages} pages`);
process.exitCode = found > 0 ? 1 : 0;
