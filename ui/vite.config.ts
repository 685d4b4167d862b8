import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte()],
  // Files are addressed relative to index.html: the same build is opened by the desktop window and
  // by `backroom-cli serve`.
  base: "./",
  resolve: {
    alias: { $: here("src"), $parts: here("../src-tauri/words/parts") },
    ...(process.env["VITEST"] ? { conditions: ["browser"] } : {}),
  },
  server: { port: 5173, strictPort: true, fs: { allow: [here("."), here("../src-tauri/words/parts")] } },
  build: {
    target: "safari16.4",
    // The style policy is `style-src 'self'` and fonts come from files: nothing may become a data: address.
    assetsInlineLimit: 0,
    // One window, one style sheet: nothing flashes while a view's own sheet is fetched.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
