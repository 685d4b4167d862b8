// What was just done, and how to take it back. One at a time; a new one replaces the old.

export interface Toast {
  text: string;
  tone: "done" | "danger";
  undo?: (() => void) | undefined;
}

const shown = $state<{ toast: Toast | null }>({ toast: null });
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(): Toast | null {
  return shown.toast;
}

/** So long it is said what was done. */
export const STAYS = 6000;

/** Says what was done for a while; `undo` takes it back. */
export function announce(text: string, undo?: () => void): void {
  show({ text, tone: "done", undo });
}

/** Says what went wrong, until somebody has read and closed it or something else is to be said. */
export function complain(text: string): void {
  show({ text, tone: "danger" });
}

/** Stops the time while somebody points at it or has the focus in it. */
export function linger(on: boolean): void {
  clearTimeout(timer);
  if (!on) goes();
}

export function dismiss(): void {
  clearTimeout(timer);
  shown.toast = null;
}

function show(next: Toast): void {
  clearTimeout(timer);
  shown.toast = next;
  goes();
}

function goes(): void {
  if (shown.toast?.tone === "done") timer = setTimeout(dismiss, STAYS);
}
