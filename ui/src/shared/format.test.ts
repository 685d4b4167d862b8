import { setLang } from "$/words";
import { afterEach, expect, test } from "vitest";
import { dayOf, startOfDay } from "./days";
import { day, dayKey, daysAway, money, moment, setNow, setZone, time, weight } from "./format";

afterEach(() => {
  setLang("en");
  setZone("UTC");
});

test("money is written the reader's way, with a true minus sign", () => {
  expect([money(14175, "EUR"), money(-1465, "EUR"), money(1234, "JPY"), money(1234, "KWD")]).toEqual(["€141.75", "−€14.65", "¥1,234", "KWD\u00a01.234"]);
  setLang("de");
  expect([money(123450, "EUR"), money(-5, "EUR")]).toEqual(["1.234,50\u00a0€", "−0,05\u00a0€"]);
});

test("weights say grams below a kilo", () => {
  expect([weight(380), weight(2520), weight(999), weight(1000)]).toEqual(["380\u00a0g", "2.52\u00a0kg", "999\u00a0g", "1.00\u00a0kg"]);
});

test("the shop's zone decides the day", () => {
  // 22:30 UTC on 19 November is 23:30 in Brussels and already the 20th in Tokyo.
  const at = Date.UTC(2026, 10, 19, 22, 30);
  setNow(Date.UTC(2026, 10, 19, 12));
  setZone("Europe/Brussels");
  expect([dayKey(at), time(at), daysAway(at), day(at), moment(at)]).toEqual(["2026-11-19", "23:30", 0, "Thu 19 Nov", "23:30"]);
  setZone("Asia/Tokyo");
  expect([dayKey(at), time(at), daysAway(at), moment(at)]).toEqual(["2026-11-20", "07:30", 1, "20 Nov 07:30"]);
  expect(day(Date.UTC(2025, 0, 2))).toBe("2 Jan 2025");
});

test("a day begins at the shop's midnight, also when clocks change", () => {
  setZone("Europe/Brussels");
  expect(startOfDay("2026-11-24")).toBe(Date.UTC(2026, 10, 23, 23));
  // Summer time began on 29 March 2026 at 02:00: that day starts at UTC+1, the next at UTC+2.
  expect(startOfDay("2026-03-29")).toBe(Date.UTC(2026, 2, 28, 23));
  expect(startOfDay("2026-03-30")).toBe(Date.UTC(2026, 2, 29, 22));
  setZone("America/New_York");
  expect(startOfDay("2026-11-24")).toBe(Date.UTC(2026, 10, 24, 5));
  expect(["", "24.11.2026", "2026-13-01", "2026-02-30x"].map(startOfDay)).toEqual([null, null, null, null]);
  expect(dayOf(Date.UTC(2026, 10, 24, 5))).toBe("2026-11-24");
});
