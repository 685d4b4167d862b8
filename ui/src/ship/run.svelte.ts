// What is decided for each order of a run before labels are made: service, parcels, weights, numbers.
import type { LabelFormat, LabelWish, ParcelsPlan, ShipOrder } from "$/bridge";

export interface ParcelDraft {
  key: number;
  /** Grams as typed; empty: the lines' own weights. */
  grams: string;
  /** A number that was typed or scanned; empty: from the pool, or none. */
  tracking: string;
  /** Units per line as typed, only with more than one parcel. */
  units: Record<number, string>;
}

let keys = 0;

/** The parcels that an order was split into; nothing when all of it goes in one. */
const splitOf = (order: ShipOrder) => (order.with.length === 0 && order.planned.length > 1 ? order.planned : []);

export class Draft {
  /** It goes along with another order of the run, which lays the parcels out. */
  along = false;
  service: number | null = $state(null);
  parcels: ParcelDraft[] = $state([]);
  /** Orders that go with this one in the same parcels. */
  with: number[] = $state([]);

  constructor(order: ShipOrder) {
    this.service = order.planned[0]?.service ?? order.chosen;
    this.with = [...order.with];
    // Parcels that were laid out before stand as they were; with companions all goes in one.
    this.parcels = splitOf(order).map((parcel) => ({
      key: keys++,
      grams: parcel.grams?.toString() ?? "",
      tracking: "",
      units: { ...Object.fromEntries(order.lines.map((line) => [line.line, "0"])), ...Object.fromEntries(parcel.lines.map((line) => [line.line, String(line.units)])) },
    }));
    if (this.parcels.length === 0) this.parcels = [{ key: keys++, grams: "", tracking: "", units: {} }];
  }

  addParcel(order: ShipOrder): void {
    if (this.parcels.length === 1 && this.parcels[0]) {
      this.parcels[0].units = Object.fromEntries(order.lines.map((line) => [line.line, String(line.left)]));
    }
    this.parcels.push({ key: keys++, grams: "", tracking: "", units: Object.fromEntries(order.lines.map((line) => [line.line, "0"])) });
  }

  removeParcel(key: number): void {
    this.parcels = this.parcels.filter((parcel) => parcel.key !== key);
  }
}

const whole = (text: string | undefined): number | null => (text !== undefined && /^\d+$/.test(text.trim()) ? Number(text.trim()) : null);

/** Grams from what a person types: `380`, `0.38 kg`, `1,2kg`. `null` when it is no weight. */
export function grams(text: string): number | null {
  const found = /^(\d+(?:[.,]\d+)?)\s*(g|kg)?$/i.exec(text.trim());
  if (!found?.[1]) return null;
  const [before = "", after = ""] = found[1].split(/[.,]/);
  const unit = found[2]?.toLowerCase() ?? (after === "" ? "g" : "kg");
  if (unit === "g") return after === "" ? Number(before) : null;
  return after.length > 3 ? null : Number(before) * 1000 + Number(after.padEnd(3, "0") || "0");
}

/** Why the parcels of an order do not add up, as a catalogue key, or `null`. */
export function wrong(order: ShipOrder, draft: Draft): "ship-wrong-weight" | "ship-wrong-units" | "ship-empty-parcel" | null {
  if (draft.parcels.some((parcel) => parcel.grams.trim() !== "" && (grams(parcel.grams) ?? 0) <= 0)) return "ship-wrong-weight";
  if (draft.parcels.length === 1) return null;
  for (const line of order.lines) {
    let sum = 0;
    for (const parcel of draft.parcels) {
      const units = whole(parcel.units[line.line]);
      if (units === null) return "ship-wrong-units";
      sum += units;
    }
    if (sum > line.left) return "ship-wrong-units";
  }
  return draft.parcels.some((parcel) => order.lines.every((line) => whole(parcel.units[line.line]) === 0)) ? "ship-empty-parcel" : null;
}

/** The draft of one more order of a run; who goes along with another has no companions of its own. */
export function drafted(order: ShipOrder, others: ReadonlyMap<number, Draft>): Draft {
  const draft = new Draft(order);
  if (order.with.some((id) => others.get(id)?.with.includes(order.id))) {
    draft.with = [];
    draft.along = true;
  }
  return draft;
}

/** The units of a parcel as typed. */
const contents = (order: ShipOrder, parcel: ParcelDraft) => order.lines.map((line) => ({ line: line.line, units: whole(parcel.units[line.line]) ?? 0 })).filter((l) => l.units > 0);

/** Whether what is laid out differs from what was planned: parcels with their units and weights, and
    who goes along. */
export function changed(order: ShipOrder, draft: Draft): boolean {
  if (draft.along) return false;
  const spell = (parcels: readonly { lines: readonly { line: number; units: number }[]; grams: number | null }[]) =>
    JSON.stringify(parcels.map((p) => [p.grams, ...p.lines.map((l) => `${l.line}:${l.units}`).sort()]));
  const planned = spell(splitOf(order));
  const now = spell(draft.parcels.length > 1 ? draft.parcels.map((p) => ({ lines: contents(order, p), grams: grams(p.grams) })) : []);
  const together = (ids: readonly number[]) => ids.toSorted((a, b) => a - b).join();
  return planned !== now || together(order.with) !== together(draft.with);
}

/** What is laid out, to be kept until there are labels. */
export function layout(order: ShipOrder, draft: Draft): ParcelsPlan {
  const split = draft.with.length === 0 && draft.parcels.length > 1 ? draft.parcels : [];
  return {
    orders: [order.id, ...draft.with],
    parcels: split.map((parcel) => ({ lines: contents(order, parcel), grams: grams(parcel.grams), service: draft.service === order.chosen ? null : draft.service })),
  };
}

/** The wish as the command takes it. */
export function wish(order: ShipOrder, draft: Draft): LabelWish {
  return {
    orders: [order.id, ...draft.with],
    service: draft.service,
    parcels: draft.parcels.map((parcel) => ({
      lines: draft.parcels.length === 1 ? [] : contents(order, parcel),
      grams: parcel.grams.trim() === "" ? null : grams(parcel.grams),
      tracking: parcel.tracking.trim(),
    })),
  };
}

/** How many labels a sheet of this paper has: 1 where each label is a page of its own. */
export function places(format: LabelFormat): number {
  switch (format) {
    case "4x6":
    case "a6":
      return 1;
    case "a4_2up":
    case "letter_2up":
      return 2;
    case "a4_4up":
    case "letter_4up":
      return 4;
  }
}
