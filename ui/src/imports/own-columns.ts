// Whether a file has a form that the shop knows, or columns of its own that a person may map.
import type { Preview } from "$/bridge";

/** `other` is what the reader calls a file whose header no shop system writes. */
export function ownColumns(preview: Preview): boolean {
  return preview.format === "other";
}
