// How the states of an order look and read. Routine states are quiet; colour means "look here".
import type { Fulfilment, HoldKind, OrderListRow, ParcelState, PaymentStatus } from "$/bridge";
import { day, daysAway, now, time } from "$/shared/format";
import type { IconName } from "$/shared/icons";
import type { Tone } from "$/shared/tone";
import { say, word } from "$/words";

export interface Look {
  tone: Tone;
  icon: IconName;
  text: string;
}

const PAYMENT: Record<PaymentStatus, [Tone, IconName]> = {
  unpaid: ["warn", "circle"],
  pending: ["info", "circle-dashed"],
  authorized: ["info", "circle-dashed"],
  partially_paid: ["warn", "circle-half"],
  paid: ["quiet", "check"],
  overpaid: ["warn", "alert-solid"],
  partially_refunded: ["neutral", "circle-half"],
  refunded: ["neutral", "ret-solid"],
  voided: ["neutral", "cross-circle"],
  disputed: ["danger", "stop-solid"],
  unknown: ["neutral", "circle-dashed"],
};

export function payment(status: PaymentStatus): Look {
  const [tone, icon] = PAYMENT[status];
  return { tone, icon, text: word(`payment-${status}`) };
}

const GOODS: Record<Fulfilment, [Tone, IconName]> = {
  cancelled: ["neutral", "cross-circle"],
  not_required: ["quiet", "minus"],
  undelivered: ["danger", "ret-solid"],
  delivered: ["quiet", "check"],
  partially_delivered: ["neutral", "circle-most"],
  shipped: ["info", "ship"],
  partially_shipped: ["warn", "circle-half"],
  in_progress: ["info", "circle-quarter"],
  scheduled: ["neutral", "clock"],
  unfulfilled: ["neutral", "circle"],
};

export function fulfilment(status: Fulfilment): Look {
  const [tone, icon] = GOODS[status];
  return { tone, icon, text: word(`fulfilment-${status}`) };
}

/** What the goods of a row want to say most: cancelled, gone, short, held, or there. */
export function goods(row: OrderListRow): Look {
  if (row.life === "cancelled" || row.fulfilment !== "unfulfilled") return fulfilment(row.life === "cancelled" ? "cancelled" : row.fulfilment);
  if (row.waits) return { tone: "neutral", icon: "clock", text: say("goods-waits") };
  if (row.short > 0) return { tone: "warn", icon: "circle-half", text: say("goods-short", { count: row.short }) };
  return { tone: "quiet", icon: "check", text: say("goods-in-stock") };
}

/** Nothing of such an order is still to leave, so it cannot be late. */
const LEFT: readonly Fulfilment[] = ["shipped", "delivered", "undelivered", "not_required", "cancelled"];

/** Ship-by as people say it: late, today with its hour, tomorrow, a day. */
export function shipBy(row: Pick<OrderListRow, "ship_by" | "history" | "life" | "fulfilment">): Look | null {
  if (row.ship_by === null || row.history || row.life !== "open" || LEFT.includes(row.fulfilment)) return null;
  const days = daysAway(row.ship_by);
  if (row.ship_by < now()) return { tone: "danger", icon: "alert-solid", text: days === 0 ? say("ship-by-late-today", { time: time(row.ship_by) }) : say("ship-by-late", { count: -days }) };
  if (days === 0) return { tone: "warn", icon: "clock-solid", text: say("ship-by-today", { time: time(row.ship_by) }) };
  if (days === 1) return { tone: "neutral", icon: "clock", text: say("ship-by-tomorrow") };
  return { tone: "neutral", icon: "clock", text: day(row.ship_by) };
}

const PARCEL: Record<ParcelState, [Tone, IconName]> = {
  open: ["neutral", "circle-dashed"],
  labelled: ["neutral", "print"],
  handed_over: ["info", "truckout"],
  in_transit: ["info", "ship"],
  out_for_delivery: ["info", "pin"],
  ready_for_pickup: ["info", "pin"],
  delivered: ["quiet", "check"],
  collected: ["quiet", "check"],
  exception: ["danger", "alert-solid"],
  returning: ["move", "ret-solid"],
  returned_to_sender: ["move", "ret-solid"],
  lost: ["danger", "x-solid"],
  cancelled: ["neutral", "cross-circle"],
};

export function parcel(state: ParcelState): Look {
  const [tone, icon] = PARCEL[state];
  return { tone, icon, text: word(`parcel-${state}`) };
}

export const HOLD_KINDS: readonly HoldKind[] = ["manual", "customer", "address", "payment", "fraud", "stock", "until_date"];

export function hold(kind: HoldKind): string {
  return word(`hold-${kind}`);
}
