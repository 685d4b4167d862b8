import { expect, test } from "vitest";
import { digitsOf, minor, plain, whole } from "./numbers";

test("amounts are read to the last minor unit, never through a float", () => {
  expect(["12", "12.5", "12,50", "0.07", "1234567890.99"].map((t) => minor(t))).toEqual([1200, 1250, 1250, 7, 123456789099]);
  expect(["", "-1", "1.234", "1,2,3", "1e3", "€5", "99999999999999"].map((t) => minor(t))).toEqual([null, null, null, null, null, null, null]);
  expect([minor("1234", 0), minor("1.5", 0), minor("1.234", 3)]).toEqual([1234, null, 1234]);
  expect([plain(1250), plain(7), plain(-1465), plain(null), plain(1234, 0), plain(1234, 3)]).toEqual(["12.50", "0.07", "-14.65", "", "1234", "1.234"]);
  expect([digitsOf("EUR"), digitsOf("JPY"), digitsOf("KWD")]).toEqual([2, 0, 3]);
});

test("units are whole numbers from 0", () => {
  expect(["0", " 12 ", "007"].map(whole)).toEqual([0, 12, 7]);
  expect(["", "-1", "1.0", "x"].map(whole)).toEqual([null, null, null, null]);
});
