import { expect, test } from "vitest";
import { told } from "./changes";

test("a day is shown as a day, and what is none as it stands", () => {
  expect(told("ship_by", "soon")).toBe("soon");
  expect(told("ship_by", "1795458600000")).not.toContain("1795458600000");
  expect(told("note", "1795458600000")).toBe("1795458600000");
  expect(told("ship_by", "")).toBe("");
});
