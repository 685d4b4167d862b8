import type { PickListLine } from "$/bridge";
import { expect, test } from "vitest";
import { nextOpen, steps, units } from "./walk";

const line = (open: boolean) => ({ open }) as unknown as PickListLine;

test("the walk goes on at the next line and comes back for what was left out", () => {
  const list = [line(true), line(false), line(true), line(false)];
  expect([nextOpen(list, 0), nextOpen(list, 1), nextOpen(list, 3), nextOpen(list, 4)]).toEqual([0, 2, 0, 0]);
  expect([nextOpen([line(false)], 0), nextOpen([], 0)]).toEqual([null, null]);
  expect(steps(list).map((s) => s.at)).toEqual([0, 1, 2, 3]);
});

test("only a part of what was asked can be found", () => {
  expect(["0", " 2 ", "3", "4", "-1", "1.5", "", "x"].map((text) => units(text, 3))).toEqual([0, 2, 3, null, null, null, null, null]);
});
