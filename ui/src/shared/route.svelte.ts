// Where the window is: `#/orders/42?view=late`. The address is the history, so Back works.

const place = $state({ hash: typeof location === "undefined" ? "" : location.hash });

export interface Route {
  path: readonly string[];
  query: URLSearchParams;
}

export function route(): Route {
  const [path = "", query = ""] = place.hash.replace(/^#\/?/, "").split("?");
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew for each address, never changed
  return { path: path.split("/").filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

export function go(hash: string): void {
  if (location.hash !== hash) location.hash = hash;
}

/** Changes the address without a step in the history: a chosen view, a filter. */
export function replace(hash: string): void {
  history.replaceState(null, "", hash);
  place.hash = hash;
}

export function watchRoute(): () => void {
  const follow = () => (place.hash = location.hash);
  follow();
  addEventListener("hashchange", follow);
  return () => removeEventListener("hashchange", follow);
}
