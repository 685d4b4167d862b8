// A shop served by `backroom-cli serve`, as a browser sees it, and its commands for filling it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const TOKEN = "screens-of-a-full-shop";
const HERE = import.meta.dirname;
const CLI = process.env.BACKROOM_CLI ?? resolve(HERE, "../../target/debug/backroom-cli");
const UI = resolve(HERE, "../dist");

/** Serves the shop of a folder, which may be new, until `close()`. */
export async function serveShop(folder) {
  for (const path of [CLI, UI]) if (!existsSync(path)) throw new Error(`${path} is not there: cargo build -p cli, npm run build`);
  const server = spawn(CLI, ["--data", folder, "serve", "--port", "0", "--token", TOKEN, "--ui", UI], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((found, failed) => {
    createInterface({ input: server.stdout }).once("line", found);
    server.once("exit", (code) => failed(new Error(`backroom-cli serve ended with ${code}`)));
  });
  const { origin } = new URL(address);
  return {
    address,
    origin,
    /** Runs a command as the window does; throws what the shop answers instead. */
    async call(name, body = {}) {
      const answer = await fetch(`${origin}/rpc/${name}`, { method: "POST", headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" }, body: JSON.stringify(body) });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${name}: ${text.slice(0, 600)}`);
      return text === "" ? null : JSON.parse(text);
    },
    close: () => server.kill("SIGTERM"),
  };
}

/** The shop of the first run's form. */
export const MADE = { name: "Kiln & Thread", country: "GB", currency: "GBP", zone: "Europe/London", language: "en", user: "Ada Penrose", street: "4 Ropewalk Lane", postcode: "BS1 6QE", city: "Bristol" };
