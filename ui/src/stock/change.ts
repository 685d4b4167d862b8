import type { VariantSave } from "$/bridge";

/** A change of a variant that changes nothing yet. */
export function unchanged(id: number, version: number): VariantSave {
  return { id, version, sku: null, title: null, options: null, barcodes: null, bin: null, location: null, parts: null, grams: null, hs_code: null, origin: null, price: null, cost: null, reorder_point: null, safety: null };
}
