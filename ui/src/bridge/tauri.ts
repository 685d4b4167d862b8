// The desktop window as the host: one command `rpc`, events, documents by their scheme. Commands that
// begin with `shell_` are of this computer, all others of the shop.
import { convertFileSrc, invoke } from "@tauri-apps/api/core";
import { listen, type EventCallback } from "@tauri-apps/api/event";
import type { Changed, Host, PickedFile } from "./host";

export function inTauri(): boolean {
  return "__TAURI_INTERNALS__" in window;
}

const rpc = (name: string, body: unknown) => invoke("rpc", { name, body: body ?? {} });

/** Listens until the returned function is called, also when that is before listening has begun. */
function on<T>(name: string, told: EventCallback<T>): () => void {
  const stop = listen<T>(name, told);
  return () => void stop.then((off) => off());
}

export function tauri(): Host {
  return {
    rpc,
    typedPaths: false,
    changes(told, missed) {
      const stops = [on<Changed>("changed", (event) => told(event.payload)), on<null>("missed", missed)];
      return () => stops.forEach((stop) => stop());
    },
    async document(id) {
      const answer = await fetch(convertFileSrc(String(id), "backroom-doc"));
      if (!answer.ok) throw new Error(`document ${id}: ${answer.status}`);
      return answer.blob();
    },
    show: async (id, page) => void (await rpc("shell_open_document", { document: id, page })),
    async choose(title, endings) {
      const filters = [{ name: endings.map((e) => `.${e}`).join(" "), extensions: endings }];
      const files = (await rpc("shell_pick_files", { title, filters, many: false })) as PickedFile[];
      return files[0] ?? null;
    },
    chooseTarget: async (title, name) => (await rpc("shell_pick_target", { title, name })) as PickedFile | null,
    chooseFolder: async (title) => (await rpc("shell_pick_folder", { title })) as PickedFile | null,
    dropped(told, over) {
      const stops = [on<PickedFile[]>("files-dropped", (event) => told(event.payload)), on<boolean>("files-over", (event) => over(event.payload))];
      return () => stops.forEach((stop) => stop());
    },
  };
}
