import { afterEach, expect, test } from "vitest";
import { has, say, setLang, tell, word } from ".";

afterEach(() => setLang("en"));

test("each language chooses its plural and its separators", () => {
  expect([say("orders-selected", { count: 2431 }), say("customer-orders", { count: 1 }), say("customer-orders", { count: 2 })]).toEqual(["2,431 selected", "1 order", "2 orders"]);
  setLang("de");
  expect([say("orders-selected", { count: 2431 }), say("customer-orders", { count: 1 }), say("customer-orders", { count: 2 })]).toEqual(["2.431 ausgewählt", "1 Bestellung", "2 Bestellungen"]);
});

test("fields are called by their names", () => {
  expect(tell({ id: "event-order-edited", args: { fields: "ship_to, line:7, hat" } })).toBe("Changed: address, units of a line, hat");
});

test("a sentence from Rust is told with its values, and a missing one is seen", () => {
  expect(tell({ id: "select-row", args: { name: "ליאת" } })).toBe("Select ליאת");
  expect([word("no-such-key"), has("no-such-key"), has("close")]).toEqual(["⟦no-such-key⟧", false, true]);
});
