// WebKitGTK through its WebDriver: the engine that the desktop window uses on Linux.
// Run under `dbus-run-session -- xvfb-run -a -s "-screen 0 1600x1200x24"`.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";

const BROWSERS = ["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser"];

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
    server.on("error", reject);
  });

/** Opens a window of MiniBrowser. `close()` ends it and its driver. */
export async function browser({ width = 1440, height = 900 } = {}) {
  const binary = BROWSERS.find((path) => existsSync(path));
  if (!binary) throw new Error("MiniBrowser of libwebkit2gtk-4.1-0 is not here");
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { stdio: "ignore" });
  const base = `http://127.0.0.1:${port}`;
  const send = async (method, path, body) => {
    const answer = await fetch(base + path, { method, headers: { "content-type": "application/json" }, body: body === undefined ? null : JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    try {
      await send("GET", "/status");
      break;
    } catch (error) {
      if (tries > 50) throw error;
      await new Promise((r) => setTimeout(r, 100));
    }
  }
  const { sessionId } = await send("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } } } });
  const session = `/session/${sessionId}`;
  const run = (script, ...args) => send("POST", `${session}/execute/sync`, { script, args });
  const resize = async (w, h) => {
    await send("POST", `${session}/window/rect`, { width: w, height: h });
    // The window's own bars are not part of the page.
    const [iw, ih] = await run("return [innerWidth, innerHeight]");
    await send("POST", `${session}/window/rect`, { width: w + (w - iw), height: h + (h - ih) });
  };
  const page = {
    send: (method, path, body) => send(method, session + path, body),
    run,
    runAsync: (script, ...args) => send("POST", `${session}/execute/async`, { script, args }),
    go: async (url) => {
      await send("POST", `${session}/url`, { url });
      await page.until("return document.readyState === 'complete' && document.fonts.status === 'loaded'");
    },
    until: async (script, ...args) => {
      for (let tries = 0; tries < 400; tries++) {
        if (await run(script, ...args)) return;
        await new Promise((r) => setTimeout(r, 50));
      }
      throw new Error(`never became true: ${script}`);
    },
    /** Presses keys one after the other; `Ctrl+k` presses both. */
    keys: async (...presses) => {
      const CODES = { Ctrl: "\uE009", Shift: "\uE008", Enter: "\uE007", Escape: "\uE00C", Space: " ", ArrowDown: "\uE015", ArrowUp: "\uE013", Home: "\uE011", End: "\uE010", Tab: "\uE004" };
      for (const press of presses) {
        const parts = press.split("+").map((part) => CODES[part] ?? part);
        const actions = [...parts.map((value) => ({ type: "keyDown", value })), ...parts.toReversed().map((value) => ({ type: "keyUp", value }))];
        await send("POST", `${session}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
      }
    },
    click: async (css) => {
      const element = Object.values(await send("POST", `${session}/element`, { using: "css selector", value: css }))[0];
      await send("POST", `${session}/element/${element}/click`, {});
    },
    /** Clicks into the middle of an element that a script answered with. */
    clickOn: async (element) => {
      const id = Object.values(element)[0];
      await send("POST", `${session}/execute/sync`, { script: "arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })", args: [element] });
      await send("POST", `${session}/element/${id}/click`, {});
    },
    typeInto: (element, text) => send("POST", `${session}/element/${Object.values(element)[0]}/value`, { text }),
    png: async () => Buffer.from(await send("GET", `${session}/screenshot`), "base64"),
    resize,
    close: async () => {
      await send("DELETE", session).catch(() => undefined);
      driver.kill();
    },
  };
  await resize(width, height);
  return page;
}
