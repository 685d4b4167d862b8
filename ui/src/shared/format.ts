// Numbers, money, weights and times as the reader writes them. Money is integer minor units, times
// are milliseconds UTC shown in the shop's zone.
import { lang } from "$/words";

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const there = cache.get(key);
  if (there) return there as T;
  const made = make();
  cache.set(key, made);
  return made;
}

/** How the reader writes numbers and dates. English means British English: 24 hours, day first. */
export function locale(): string {
  return lang() === "de" ? "de-DE" : "en-GB";
}

/** `−€14.65`, `14,65 €`: two decimals (or the currency's own), a true minus sign. */
export function money(minor: number, currency: string): string {
  const where = locale();
  const format = cached(`money ${where} ${currency}`, () =>
    new Intl.NumberFormat(where, { style: "currency", currency, currencyDisplay: "narrowSymbol" }),
  );
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits).replace("-", "\u2212");
}

/** `€1,204`: without minor units, for figures that are read at a glance. */
export function wholeMoney(minor: number, currency: string): string {
  const where = locale();
  const digits = cached(`money ${where} ${currency}`, () => new Intl.NumberFormat(where, { style: "currency", currency, currencyDisplay: "narrowSymbol" })).resolvedOptions().maximumFractionDigits ?? 2;
  const format = cached(`whole ${where} ${currency}`, () => new Intl.NumberFormat(where, { style: "currency", currency, currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 }));
  return format.format(Math.round(minor / 10 ** digits)).replace("-", "\u2212");
}

/** `2,431` or `2.431`. */
export function count(n: number): string {
  const where = locale();
  return cached(`count ${where}`, () => new Intl.NumberFormat(where)).format(n).replace("-", "\u2212");
}

/** Grams as `380 g` or `2.52 kg`. */
export function weight(grams: number): string {
  const where = locale();
  if (grams < 1000) return `${count(grams)}\u00a0g`;
  const kilos = cached(`kilos ${where}`, () => new Intl.NumberFormat(where, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  return `${kilos.format(grams / 1000)}\u00a0kg`;
}

const shop = { zone: "UTC", ahead: 0 };

/** The shop's IANA zone decides which day it is. */
export function setZone(zone: string): void {
  shop.zone = zone;
}

/** The desk's clock, which may differ from this computer's. */
export function setNow(now: number): void {
  shop.ahead = now - Date.now();
}

export function now(): number {
  return Date.now() + shop.ahead;
}

export function zone(): string {
  return shop.zone;
}

function dates(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const where = locale();
  return cached(`${name} ${where} ${shop.zone}`, () => new Intl.DateTimeFormat(where, { timeZone: shop.zone, ...options }));
}

/** `14:12`. */
export function time(at: number): string {
  return dates("time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** The day in the shop's zone as `2026-11-19`: for comparing, not for showing. */
export function dayKey(at: number): string {
  // By parts: engines do not agree on which language writes year-month-day.
  const parts = cached(`key ${shop.zone}`, () => new Intl.DateTimeFormat("en-GB", { timeZone: shop.zone, year: "numeric", month: "2-digit", day: "2-digit" })).formatToParts(at);
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${get("year")}-${get("month")}-${get("day")}`;
}

/** Days from today to the day of `at`, both in the shop's zone: −1 is yesterday. */
export function daysAway(at: number, today = now()): number {
  return Math.round((Date.parse(dayKey(at)) - Date.parse(dayKey(today))) / 86_400_000);
}

/** `Thu 19 Nov`, with the year when it is not this one. */
export function day(at: number, today = now()): string {
  const sameYear = dayKey(at).slice(0, 4) === dayKey(today).slice(0, 4);
  const text = sameYear
    ? dates("day", { weekday: "short", day: "numeric", month: "short" }).format(at)
    : dates("day-year", { day: "numeric", month: "short", year: "numeric" }).format(at);
  return text.replace(",", "");
}

/** `Thursday 19 November`. */
export function longDay(at: number): string {
  return dates("long", { weekday: "long", day: "numeric", month: "long" }).format(at).replace(",", "");
}

/** `19 Nov 14:12`, or only `14:12` today. */
export function moment(at: number, today = now()): string {
  if (daysAway(at, today) === 0) return time(at);
  const sameYear = dayKey(at).slice(0, 4) === dayKey(today).slice(0, 4);
  const date = sameYear
    ? dates("short", { day: "numeric", month: "short" }).format(at)
    : dates("short-year", { day: "numeric", month: "short", year: "numeric" }).format(at);
  return `${date} ${time(at)}`;
}

/** The zone and the full time, for a tooltip. */
export function fullMoment(at: number): string {
  return dates("full", { dateStyle: "full", timeStyle: "long" }).format(at);
}

/** A country's name in the reader's language, from its ISO 3166 code. */
export function country(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const key = `country ${locale()}`;
  let names = countries.get(key);
  if (!names) countries.set(key, (names = new Intl.DisplayNames(locale(), { type: "region" })));
  return names.of(code) ?? code;
}

const countries = new Map<string, Intl.DisplayNames>();
