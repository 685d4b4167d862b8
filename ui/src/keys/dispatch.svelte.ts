// Finds the action for a key press. Screens say what they can do while they stand on the screen; the
// innermost that knows the action does it.
import { untrack } from "svelte";
import { ACTIONS, type ActionId, type Scope } from "./actions";
import { pressOf } from "./press";

export type Handlers = Partial<Record<ActionId, () => void>>;

const bound: { handlers: () => Handlers }[] = [];
let version = $state(0);

/** While the calling component stands, its handlers count. Later ones go before earlier ones. */
export function useActions(handlers: () => Handlers): void {
  $effect(() => {
    const entry = { handlers };
    bound.push(entry);
    untrack(() => version++);
    return () => {
      bound.splice(bound.indexOf(entry), 1);
      untrack(() => version++);
    };
  });
}

function handler(id: ActionId): (() => void) | undefined {
  for (let at = bound.length - 1; at >= 0; at--) {
    const found = bound[at]?.handlers()[id];
    if (found) return found;
  }
  return undefined;
}

/** Does an action, if something on the screen can. */
export function act(id: ActionId): boolean {
  const found = handler(id);
  found?.();
  return found !== undefined;
}

/** The actions that something on the screen can do now. */
export function available(): ActionId[] {
  void version;
  return ACTIONS.map((a) => a.id as ActionId).filter((id) => handler(id) !== undefined);
}

const ORDER: readonly Scope[] = ["dialog", "ship", "stock", "import", "list", "order", "global"];

/** Keys that a button, link or tab uses itself. */
const OWN = new Set(["Enter", "Space", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}

function usesOwn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("button,a,input,select,textarea,summary,[role=menu],[role=radiogroup],[role=tablist],[role=listbox]") !== null;
}

let first: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Listens on the window. A single letter never fires inside a text field or an open dialog. */
export function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const press = pressOf(event);
  if (["Ctrl+Control", "Shift+Shift", "Alt+Alt", "Ctrl+Meta", "Control", "Shift", "Alt", "Meta"].includes(press)) return;
  const plain = !press.includes("Ctrl+") && !press.includes("Alt+");
  if (plain && press !== "Escape" && !/^F\d+$/.test(press) && typing(event.target)) return;
  if (press === "Ctrl+a" && typing(event.target)) return;
  if (press === "Ctrl+z" && typing(event.target)) return;
  if (OWN.has(press) && usesOwn(event.target)) return;
  // A dialog keeps its keys to itself: what lies under it does nothing, above all no labels.
  if (document.querySelector("[data-modal]") !== null) return;
  if (event.target instanceof Element && event.target.closest("[role=menu]")) return;
  const spelling = first ? `${first} ${press}` : press;
  const candidates = ACTIONS.filter((a) => a.keys.includes(spelling)).sort((a, b) => ORDER.indexOf(a.scope) - ORDER.indexOf(b.scope));
  clearTimeout(timer);
  first = null;
  for (const candidate of candidates) {
    if (act(candidate.id as ActionId)) {
      event.preventDefault();
      return;
    }
  }
  if (ACTIONS.some((a) => a.keys.some((k) => k.startsWith(`${press} `)))) {
    first = press;
    timer = setTimeout(() => (first = null), 1200);
    event.preventDefault();
  }
}
