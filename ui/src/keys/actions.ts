// Everything that a key can do, in one table. The palette, the hints in buttons and the sheet of keys
// are printed from it, so a key is taught wherever its action stands.
import type { Key } from "$/words";

/** Where an action's keys count. An inner place goes before an outer one. */
export type Scope = "global" | "list" | "order" | "ship" | "stock" | "import" | "dialog";

export interface Action {
  id: string;
  title: Key;
  /** The heading under which the sheet of keys lists it. */
  group: Key;
  scope: Scope;
  /** Key presses: `Ctrl+k`, `Shift+j`, `g o` (one after the other). The first is shown. */
  keys: readonly string[];
  /** Left out of the palette: meaningless without the place where the cursor stands. */
  hidden?: boolean;
}

const table = [
  { id: "palette", title: "action-palette", group: "keys-group-everywhere", scope: "global", keys: ["Ctrl+k"], hidden: true },
  { id: "search", title: "action-search", group: "keys-group-everywhere", scope: "global", keys: ["/"] },
  { id: "help", title: "action-help", group: "keys-group-everywhere", scope: "global", keys: ["?"] },
  { id: "back", title: "action-back", group: "keys-group-everywhere", scope: "global", keys: ["Escape"], hidden: true },
  { id: "undo", title: "action-undo", group: "keys-group-everywhere", scope: "global", keys: ["Ctrl+z"] },
  { id: "next-pane", title: "action-next-pane", group: "keys-group-everywhere", scope: "global", keys: ["F6"], hidden: true },
  { id: "go-settings", title: "action-go-settings", group: "keys-group-go", scope: "global", keys: ["Ctrl+,"] },
  { id: "go-today", title: "action-go-today", group: "keys-group-go", scope: "global", keys: ["g t"] },
  { id: "go-orders", title: "action-go-orders", group: "keys-group-go", scope: "global", keys: ["g o"] },
  { id: "go-ship", title: "action-go-ship", group: "keys-group-go", scope: "global", keys: ["g s"] },
  { id: "go-stock", title: "action-go-stock", group: "keys-group-go", scope: "global", keys: ["g k"] },
  { id: "go-import", title: "action-go-import", group: "keys-group-go", scope: "global", keys: ["g m"] },

  { id: "row-next", title: "action-row-next", group: "keys-group-list", scope: "list", keys: ["j", "ArrowDown"], hidden: true },
  { id: "row-previous", title: "action-row-previous", group: "keys-group-list", scope: "list", keys: ["k", "ArrowUp"], hidden: true },
  { id: "row-first", title: "action-row-first", group: "keys-group-list", scope: "list", keys: ["Home"], hidden: true },
  { id: "row-last", title: "action-row-last", group: "keys-group-list", scope: "list", keys: ["End"], hidden: true },
  { id: "page-down", title: "action-page-down", group: "keys-group-list", scope: "list", keys: ["PageDown"], hidden: true },
  { id: "page-up", title: "action-page-up", group: "keys-group-list", scope: "list", keys: ["PageUp"], hidden: true },
  { id: "row-open", title: "action-row-open", group: "keys-group-list", scope: "list", keys: ["Enter"], hidden: true },
  { id: "row-peek", title: "action-row-peek", group: "keys-group-list", scope: "list", keys: ["Space"], hidden: true },
  { id: "row-select", title: "action-row-select", group: "keys-group-list", scope: "list", keys: ["x"], hidden: true },
  { id: "extend-down", title: "action-extend-down", group: "keys-group-list", scope: "list", keys: ["Shift+j", "Shift+ArrowDown"], hidden: true },
  { id: "extend-up", title: "action-extend-up", group: "keys-group-list", scope: "list", keys: ["Shift+k", "Shift+ArrowUp"], hidden: true },
  { id: "select-all", title: "action-select-all", group: "keys-group-list", scope: "list", keys: ["Ctrl+a"] },
  { id: "filter", title: "action-filter", group: "keys-group-list", scope: "list", keys: ["f"] },
  { id: "filter-clear", title: "action-filter-clear", group: "keys-group-list", scope: "list", keys: ["Shift+f"] },
  { id: "sort", title: "action-sort", group: "keys-group-list", scope: "list", keys: ["s"] },

  { id: "order-next", title: "action-order-next", group: "keys-group-order", scope: "order", keys: ["j"] },
  { id: "order-previous", title: "action-order-previous", group: "keys-group-order", scope: "order", keys: ["k"] },
  { id: "order-ship", title: "action-order-ship", group: "keys-group-order", scope: "order", keys: ["b"] },
  { id: "order-pick-list", title: "action-order-pick-list", group: "keys-group-order", scope: "order", keys: ["p"] },
  { id: "order-hold", title: "action-order-hold", group: "keys-group-order", scope: "order", keys: ["h"] },
  { id: "order-slip", title: "action-order-slip", group: "keys-group-order", scope: "order", keys: ["l"] },
  { id: "order-note", title: "action-order-note", group: "keys-group-order", scope: "order", keys: ["n"] },
  { id: "order-address", title: "action-order-address", group: "keys-group-order", scope: "order", keys: ["e"] },
  { id: "order-reserve", title: "action-order-reserve", group: "keys-group-order", scope: "order", keys: ["v"] },
  { id: "order-backorder", title: "action-order-backorder", group: "keys-group-order", scope: "order", keys: ["r"] },
  { id: "order-restore", title: "order-restore", group: "keys-group-order", scope: "order", keys: ["Shift+r"] },
  { id: "order-cancel", title: "action-order-cancel", group: "keys-group-order", scope: "order", keys: ["Shift+x"] },

  { id: "ship-next", title: "action-ship-next", group: "keys-group-ship", scope: "ship", keys: ["j"], hidden: true },
  { id: "ship-previous", title: "action-ship-previous", group: "keys-group-ship", scope: "ship", keys: ["k"], hidden: true },
  { id: "ship-label", title: "action-ship-label", group: "keys-group-ship", scope: "ship", keys: ["Ctrl+Enter"] },
  { id: "ship-hand-over", title: "action-ship-hand-over", group: "keys-group-ship", scope: "ship", keys: ["o"] },
  { id: "ship-scan", title: "action-ship-scan", group: "keys-group-ship", scope: "ship", keys: ["c"] },
  { id: "ship-keep", title: "action-ship-keep", group: "keys-group-ship", scope: "ship", keys: ["Ctrl+s"] },
  { id: "ship-weight", title: "action-ship-weight", group: "keys-group-ship", scope: "ship", keys: ["w"] },
  { id: "pick-number", title: "action-pick-number", group: "keys-group-ship", scope: "ship", keys: ["n"] },
  { id: "pick-back", title: "action-pick-back", group: "keys-group-ship", scope: "ship", keys: ["u"] },

  { id: "stock-count", title: "action-stock-count", group: "keys-group-stock", scope: "stock", keys: ["c"] },
  { id: "stock-move", title: "action-stock-move", group: "keys-group-stock", scope: "stock", keys: ["r"] },
  { id: "stock-transfer", title: "action-stock-transfer", group: "keys-group-stock", scope: "stock", keys: ["t"] },
  { id: "stock-edit", title: "action-stock-edit", group: "keys-group-stock", scope: "stock", keys: ["e"] },
  { id: "stock-backorder", title: "action-stock-backorder", group: "keys-group-stock", scope: "stock", keys: ["b"] },
  { id: "stock-new", title: "action-stock-new", group: "keys-group-stock", scope: "stock", keys: ["n"] },

  { id: "import-choose", title: "action-import-choose", group: "keys-group-import", scope: "import", keys: ["o"] },
  { id: "import-go", title: "action-import-go", group: "keys-group-import", scope: "import", keys: ["Ctrl+Enter"] },
] as const satisfies readonly Action[];

export const ACTIONS: readonly Action[] = table;

/** A closed list: an action that is not in the table does not compile. */
export type ActionId = (typeof table)[number]["id"];

export function action(id: ActionId): Action {
  const found = ACTIONS.find((a) => a.id === id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
}
