import type { ShipOrder } from "$/bridge";
import { expect, test } from "vitest";
import { changed, Draft, drafted, grams, layout, wish, wrong } from "./run.svelte";

const order = {
  id: 7,
  chosen: 3,
  with: [],
  planned: [],
  lines: [
    { line: 1, sku: "A", title: "Bowl", left: 2, reserved: 2, grams: 620 },
    { line: 2, sku: "B", title: "Tea", left: 1, reserved: 1, grams: 130 },
  ],
} as unknown as ShipOrder;

test("weights are read as people type them", () => {
  expect(["380", "380 g", "0.38 kg", "1,2kg", "2 kg", "1.5"].map(grams)).toEqual([380, 380, 380, 1200, 2000, 1500]);
  expect(["", "abc", "1.2345 kg", "0.5 g", "-3", "1 lb"].map(grams)).toEqual([null, null, null, null, null, null]);
});

test("one parcel takes everything, whatever it weighs", () => {
  const draft = new Draft(order);
  expect([wrong(order, draft), wish(order, draft)]).toEqual([null, { orders: [7], service: 3, parcels: [{ lines: [], grams: null, tracking: "" }] }]);
});

test("several parcels say what is in each, and never more than is left", () => {
  const draft = new Draft(order);
  draft.addParcel(order);
  expect(wrong(order, draft)).toBe("ship-empty-parcel");
  const [first, second] = draft.parcels;
  if (!first || !second) throw new Error("two parcels");
  first.units[1] = "1";
  second.units[1] = "1";
  second.grams = "0.7 kg";
  second.tracking = " RR473124829GB ";
  expect(wrong(order, draft)).toBeNull();
  expect(wish(order, draft).parcels).toEqual([
    { lines: [{ line: 1, units: 1 }, { line: 2, units: 1 }], grams: null, tracking: "" },
    { lines: [{ line: 1, units: 1 }], grams: 700, tracking: "RR473124829GB" },
  ]);
  second.units[1] = "2";
  expect(wrong(order, draft)).toBe("ship-wrong-units");
  second.units[1] = "x";
  expect(wrong(order, draft)).toBe("ship-wrong-units");
  second.units[1] = "1";
  second.grams = "much";
  expect(wrong(order, draft)).toBe("ship-wrong-weight");
});

test("what was laid out before stands in the run: parcels with their units, companions once", () => {
  const parcel = (line: number, units: number, weight: number | null) => ({ id: line, number: "", lines: [{ line, units }], grams: weight, service: null });
  const split = new Draft({ ...order, planned: [parcel(1, 2, 1300), parcel(2, 1, null)] });
  expect(wrong(order, split)).toBeNull();
  expect(wish(order, split).parcels).toEqual([
    { lines: [{ line: 1, units: 2 }], grams: 1300, tracking: "" },
    { lines: [{ line: 2, units: 1 }], grams: null, tracking: "" },
  ]);
  const first = drafted({ ...order, with: [8] }, new Map());
  const second = drafted({ ...order, id: 8, with: [7] }, new Map([[7, first]]));
  expect([wish(order, first).orders, second.with]).toEqual([[7, 8], []]);
});

test("a split is kept as it was laid out, and nothing is asked to be kept twice", () => {
  const draft = new Draft(order);
  expect([changed(order, draft), layout(order, draft)]).toEqual([false, { orders: [7], parcels: [] }]);
  draft.addParcel(order);
  const [first, second] = draft.parcels;
  if (!first || !second) throw new Error("two parcels");
  first.units[1] = "1";
  second.units[1] = "1";
  second.grams = "0.7 kg";
  draft.service = 4;
  expect(changed(order, draft)).toBe(true);
  const plan = layout(order, draft);
  expect(plan).toEqual({
    orders: [7],
    parcels: [
      { lines: [{ line: 1, units: 1 }, { line: 2, units: 1 }], grams: null, service: 4 },
      { lines: [{ line: 1, units: 1 }], grams: 700, service: 4 },
    ],
  });
  // Loaded again as the shop keeps it: the same parcels, nothing left to keep.
  const kept = { ...order, planned: (plan.parcels ?? []).map((parcel, at) => ({ ...parcel, id: at, number: "" })) } as unknown as ShipOrder;
  const again = new Draft(kept);
  expect([changed(kept, again), again.service, layout(kept, again)]).toEqual([false, 4, plan]);
  // Taken apart: back to one parcel, and that is a change.
  const [, last] = again.parcels;
  if (last) again.removeParcel(last.key);
  expect([changed(kept, again), layout(kept, again).parcels]).toEqual([true, []]);
  const along = drafted({ ...order, id: 8, with: [7] }, new Map([[7, drafted({ ...order, with: [8] }, new Map())]]));
  expect(changed({ ...order, id: 8, with: [7] }, along)).toBe(false);
});
