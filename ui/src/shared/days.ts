// Days of the shop's zone as `2026-11-24`, and the moments at which they begin.
import { dayKey, zone } from "./format";

/** Milliseconds by which the shop's wall clock is ahead of UTC at a moment. */
function ahead(at: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone(), year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).formatToParts(at);
  const get = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute"), get("second")) - Math.floor(at / 1000) * 1000;
}

/** The first moment of a day, or `null` when the text is no day. */
export function startOfDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return null;
  const utc = Date.parse(`${text.trim()}T00:00:00Z`);
  if (Number.isNaN(utc)) return null;
  // Twice: the offset at midnight may differ from the one at the first guess.
  const guess = utc - ahead(utc);
  const at = utc - ahead(guess);
  return dayKey(at) === text.trim() ? at : guess;
}

/** The day of a moment as a field shows it. */
export function dayOf(at: number | null | undefined): string {
  return at === null || at === undefined ? "" : dayKey(at);
}
