// A pick list as it is walked: which line is next, and what a person types for one.
import type { PickListLine } from "$/bridge";

export interface Step extends PickListLine {
  /** Its place on the list. */
  at: number;
}

export const steps = (lines: readonly PickListLine[]): Step[] => lines.map((line, at) => ({ ...line, at }));

/** The next line that nobody answered, from `from` on and then from the top; `null` when none is left. */
export function nextOpen(lines: readonly PickListLine[], from: number): number | null {
  for (let step = 0; step < lines.length; step++) {
    const at = (from + step) % lines.length;
    if (lines[at]?.open) return at;
  }
  return null;
}

/** Units as typed, or `null` when they are no part of what was asked. */
export function units(text: string, asked: number): number | null {
  const typed = text.trim();
  if (!/^\d{1,7}$/.test(typed)) return null;
  const found = Number(typed);
  return found <= asked ? found : null;
}
