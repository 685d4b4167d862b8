// Pictures of every screen of the gallery: node tests/shots.mjs FOLDER OUT [light,dark] [1440x900,1024x700] [screens]
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { SCREENS, show } from "./screens.mjs";
import { serve } from "./serve.mjs";
import { browser } from "./webdriver.mjs";

const [folder = "node_modules/.gallery", out = "shots", themes = "light,dark", sizes = "1440x900,1024x700", only] = process.argv.slice(2);
const { url, close } = await serve(resolve(folder));
mkdirSync(out, { recursive: true });
const page = await browser();
try {
  for (const size of sizes.split(",")) {
    const [width, height] = size.split("x").map(Number);
    await page.resize(width, height);
    for (const theme of themes.split(",")) {
      for (const name of only ? only.split(",") : Object.keys(SCREENS)) {
        try {
          await show(page, url, name, theme);
        } catch (error) {
          console.log(name, theme, String(error));
          process.exitCode = 1;
        }
        writeFileSync(`${out}/${name}-${theme}-${size}.png`, await page.png());
        const trouble = await page.run("return window.__trouble ?? []");
        if (trouble.length > 0) console.log(name, theme, trouble.join(" | "));
      }
    }
  }
} finally {
  await page.close();
  close();
}
