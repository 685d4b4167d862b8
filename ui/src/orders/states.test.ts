import { setNow, setZone } from "$/shared/format";
import { expect, test } from "vitest";
import { shipBy } from "./states";

test("an order that has left is not late, whenever it should have", () => {
  const now = Date.UTC(2026, 10, 24, 12);
  setZone("UTC");
  setNow(now);
  const order = { ship_by: now - 3 * 86_400_000, history: false, life: "open" } as const;
  expect(shipBy({ ...order, fulfilment: "unfulfilled" })?.tone).toBe("danger");
  expect(shipBy({ ...order, fulfilment: "partially_shipped" })?.tone).toBe("danger");
  for (const fulfilment of ["shipped", "delivered", "undelivered", "not_required", "cancelled"] as const) expect(shipBy({ ...order, fulfilment }), fulfilment).toBeNull();
});
