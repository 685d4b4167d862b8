// What the list of orders can show: its preset views, columns and filters.
import type { OrderFilter, OrderSort, View } from "$/bridge";
import { country, day } from "$/shared/format";
import type { Column } from "$/shared/Grid.svelte";
import { say, word } from "$/words";

export const VIEWS: readonly View[] = ["to_ship", "late", "on_hold", "awaiting_payment", "short", "needs_you", "partly_shipped", "on_the_way", "open", "all"];

export function viewTitle(view: View): string {
  return word(`view-${view}`);
}

export const COLUMNS: readonly Column[] = [
  { id: "number", title: "orders-column-number", width: "minmax(72px,88px)" },
  { id: "ship_by", title: "orders-column-ship-by", width: "122px", sorts: true },
  { id: "name", title: "orders-column-customer", width: "minmax(140px,1fr)", sorts: true },
  { id: "units", title: "orders-column-units", width: "54px", end: true, from: 780 },
  { id: "total", title: "orders-column-total", width: "88px", end: true, sorts: true },
  { id: "payment", title: "orders-column-payment", width: "118px" },
  { id: "goods", title: "orders-column-goods", width: "138px" },
  { id: "placed", title: "orders-column-placed", width: "104px", sorts: true, from: 1080 },
  { id: "service", title: "orders-column-service", width: "128px", from: 860 },
];

/** How a view is sorted when nobody chose. */
export function usualSort(view: View): { column: OrderSort; descending: boolean } {
  return view === "all" || view === "on_the_way" ? { column: "placed", descending: true } : { column: "ship_by", descending: false };
}

/** `All` can only be sorted by when orders were placed: it may hold a million of them. */
export function sortsOf(view: View): readonly OrderSort[] {
  return view === "all" ? ["placed"] : ["ship_by", "placed", "total", "name"];
}

/** A filter as its chip says it. */
export function filterWords(filter: OrderFilter, channels: ReadonlyMap<number, string>): { name: string; value: string } {
  const name = word(`filter-${filter.field}`);
  switch (filter.field) {
    case "channel":
      return { name, value: filter.any.map((id) => channels.get(id) ?? String(id)).join(", ") };
    case "country":
      return { name, value: filter.any.map(country).join(", ") };
    case "payment":
      return { name, value: filter.any.map((p) => word(`payment-${p}`)).join(", ") };
    case "fulfilment":
      return { name, value: filter.any.map((f) => word(`fulfilment-${f}`)).join(", ") };
    case "ship_before":
    case "placed_from":
    case "placed_before":
      return { name, value: day(filter.at) };
    case "variant":
    case "customer":
    case "batch":
      return { name, value: say("filter-this-one") };
  }
}

/** Filters in the address: what is seen can be come back to. */
export function filtersFrom(text: string | null): OrderFilter[] {
  if (!text) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as OrderFilter[]) : [];
  } catch {
    return [];
  }
}
