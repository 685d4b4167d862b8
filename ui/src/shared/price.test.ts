import { expect, test } from "vitest";
import { postage, together } from "./price";

test("free is a price, and no price is none", () => {
  expect([postage(0, "GBP"), postage(null, "GBP"), postage(395, "GBP")]).toEqual(["free", "no price yet", "£3.95"]);
});

test("a sum leaves out what has no price, and is none when nothing has", () => {
  expect([together([]), together([null, null]), together([0, null]), together([395, null, 405])]).toEqual([null, null, 0, 800]);
});
