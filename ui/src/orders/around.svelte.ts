// The list an order was opened from: its neighbours there, and the way back. The list stands as it was when
// it was left, so that the next order is the one that stood below, whatever becomes of this one.
import type { OrderListRow, View } from "$/bridge";
import type { Pages } from "$/shared/pages.svelte";

interface List {
  pages: Pages<OrderListRow>;
  view: View;
  /** The address of the list. */
  hash: string;
}

export interface Around {
  /** Its place in the list, from 1. */
  at: number;
  total: number;
  view: View;
  hash: string;
  before: number | null;
  after: number | null;
}

const left: { list: List | null } = $state({ list: null });

/** A list of orders is on the screen: what is opened now is opened from it. */
export function leaveFrom(list: List): void {
  left.list = list;
}

/** Where an order stands in the list that was left last; nothing when it does not. */
export function around(id: number): Around | null {
  const list = left.list;
  const at = list?.pages.find((row) => row.id === id) ?? -1;
  if (!list || at < 0) return null;
  return {
    at: at + 1,
    total: Math.max(list.pages.total, at + 1),
    view: list.view,
    hash: list.hash,
    before: at === 0 ? null : (list.pages.row(at - 1)?.id ?? null),
    after: list.pages.row(at + 1)?.id ?? null,
  };
}

/** Fetches the rows beyond the last that is here. */
export function reachOn(place: Around): void {
  if (place.after === null && place.at < place.total) left.list?.pages.look(place.at, place.at);
}
