// `backroom-cli serve` as the host: commands by POST, changes as server-sent events, all with the
// bearer token that came in the address.
import type { Changed, Host } from "./host";

/** The token in `#token=…`; it is taken out of the address so that it is not copied with it. */
export function takeToken(): string | null {
  const found = /[#&?]token=([^&]+)/.exec(location.hash);
  if (found?.[1]) {
    const token = decodeURIComponent(found[1]);
    sessionStorage.setItem("token", token);
    history.replaceState(null, "", location.hash.replace(found[0], "").replace(/^#?$/, "#/"));
    return token;
  }
  return sessionStorage.getItem("token");
}

export function http(base: string, token: string): Host {
  const headers = { authorization: `Bearer ${token}` };
  async function document(id: number, page: number | null = null): Promise<Blob> {
    const answer = await fetch(`${base}/doc/${id}${page === null ? "" : `?page=${page}`}`, { headers });
    if (!answer.ok) throw await answer.json();
    return answer.blob();
  }
  return {
    document,
    typedPaths: true,
    async rpc(name, body) {
      const answer = await fetch(`${base}/rpc/${name}`, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body ?? {}) });
      const text = await answer.text();
      const value: unknown = text === "" ? null : JSON.parse(text);
      if (!answer.ok) throw value;
      return value;
    },
    changes(told, missed) {
      const stop = new AbortController();
      void listen(`${base}/events`, headers, stop.signal, told, missed);
      return () => stop.abort();
    },
    async show(id, page) {
      const address = URL.createObjectURL(await document(id, page));
      window.open(address, "_blank", "noopener");
      // Long enough for the new page to have read it.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  };
}

/** Reads the stream again whenever it ends: at once, then after 1, 2, 4 … at most 30 seconds. */
async function listen(url: string, headers: Record<string, string>, stop: AbortSignal, told: (changed: Changed) => void, missed: () => void): Promise<void> {
  let first = true;
  for (let wait = 0; !stop.aborted; wait = Math.min(30_000, wait * 2 || 1000)) {
    if (wait > 0) await new Promise((r) => setTimeout(r, wait));
    try {
      const answer = await fetch(url, { headers, signal: stop });
      if (!answer.ok || !answer.body) continue;
      wait = 0;
      // What happened between two connections was not heard.
      if (!first) missed();
      first = false;
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        const { events, left } = split(rest + part.value);
        rest = left;
        events.forEach(told);
      }
    } catch {
      // The host went away or we stop; the loop decides.
    }
  }
}

/** The complete events of a stream's text, and what is left of the last one. */
export function split(text: string): { events: Changed[]; left: string } {
  const blocks = text.replace(/\r\n?/g, "\n").split("\n\n");
  const left = blocks.pop() ?? "";
  const events = blocks.flatMap((block) => {
    const data = block
      .split("\n")
      .filter((line) => line.startsWith("data:"))
      .map((line) => line.slice(5).trimStart())
      .join("\n");
    return data === "" ? [] : [JSON.parse(data) as Changed];
  });
  return { events, left };
}
