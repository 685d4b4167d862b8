// The one way from the window to the shop. The commands and their types come from Rust.
import { asApiError } from "./error";
import { commands, type Commands } from "./generated";
import type { Changed, Host } from "./host";
import { http, takeToken } from "./http";
import { inTauri, tauri } from "./tauri";

export { ApiError, asApiError, explain } from "./error";
export type * from "./generated";
export type { Changed, Host, PickedFile } from "./host";

export type Name = keyof Commands;
export type Req<K extends Name> = Commands[K][0];
export type Res<K extends Name> = Commands[K][1];

let host: Host | null = null;

/** Chooses the host once, at the start: the desktop window, or the server that gave this page. */
export function connect(given?: Host): Host | null {
  if (given) return (host = given);
  if (inTauri()) return (host = tauri());
  const token = takeToken();
  if (token !== null) return (host = http(location.origin, token));
  return host;
}

function connected(): Host {
  if (!host) throw asApiError({ code: "no_host", message: { id: "error-no-host" } });
  return host;
}

/** Runs a command. Throws `ApiError`, whose sentence says what happened and what to do. */
export async function call<K extends Name>(name: K, body: Req<K>): Promise<Res<K>> {
  try {
    return (await connected().rpc(name, body)) as Res<K>;
  } catch (thrown) {
    throw asApiError(thrown);
  }
}

/** The tags that a query shows or a mutation changes. */
export function tags(name: Name): readonly string[] {
  return commands[name][1];
}

export function changes(told: (changed: Changed) => void, missed: () => void): () => void {
  return connected().changes(told, missed);
}

export function documentBytes(id: number): Promise<Blob> {
  return connected().document(id);
}

export function showDocument(id: number, page: number | null = null): Promise<void> {
  return connected().show(id, page);
}

/** The ways to files that this host has. */
export function files(): Pick<Host, "typedPaths" | "choose" | "chooseTarget" | "chooseFolder" | "dropped"> {
  return connected();
}
