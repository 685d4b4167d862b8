import { afterEach, expect, test } from "vitest";
import { ApiError, call, connect, explain } from ".";
import { split } from "./http";
import { Memory } from "./memory";

afterEach(() => void connect(new Memory({})));

test("an event stream is read whole, however it is cut", () => {
  const event = 'event: changed\ndata: {"seq":5,"tags":["orders"],"ids":[1,2]}\n\n';
  expect(split(event + ": keep\n\n" + event.slice(0, 20))).toEqual({ events: [{ seq: 5, tags: ["orders"], ids: [1, 2] }], left: event.slice(0, 20) });
  expect(split(event.replaceAll("\n", "\r\n")).events).toHaveLength(1);
  expect(split("")).toEqual({ events: [], left: "" });
});

test("a refusal arrives with its sentence", async () => {
  connect(
    new Memory({
      orders_hold: () => {
        throw { code: "refused", message: { id: "select-row", args: { name: "10482" } }, field: "orders", trace: "" };
      },
    }),
  );
  const thrown = await call("orders_hold", { orders: [1], kind: "manual", note: "", until: null }).catch((e: unknown) => e);
  expect(thrown).toBeInstanceOf(ApiError);
  expect([(thrown as ApiError).code, (thrown as ApiError).field, explain(thrown)]).toEqual(["refused", "orders", "Select 10482"]);
});

test("what is no error of ours is still a sentence", async () => {
  connect(new Memory({ today: () => { throw new TypeError("socket"); } }));
  const thrown = await call("today", {}).catch((e: unknown) => e);
  expect((thrown as ApiError).code).toBe("internal");
  expect(explain(thrown)).toMatch(/did not answer/);
});
