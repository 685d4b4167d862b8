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

/** Says what was done for 6 seconds (10 when it went wrong); `undo` takes it back. */
export function announce(text: string, undo?: () => void): void {
  show({ text, tone: "done", undo }, 6000);
}

export function complain(text: string): void {
  show({ text, tone: "danger" }, 10_000);
}

export function dismiss(): void {
  clearTimeout(timer);
  shown.toast = null;
}

function show(next: Toast, time: number): void {
  clearTimeout(timer);
  shown.toast = next;
  timer = setTimeout(dismiss, time);
}
