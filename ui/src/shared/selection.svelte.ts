// Which rows are selected. Rows are known by id, so a selection survives sorting and refetching.
import { SvelteSet } from "svelte/reactivity";

export class Selection {
  readonly ids = new SvelteSet<number>();
  #anchor: number | null = null;

  get size(): number {
    return this.ids.size;
  }

  has(id: number): boolean {
    return this.ids.has(id);
  }

  toggle(id: number): void {
    if (!this.ids.delete(id)) this.ids.add(id);
    this.#anchor = id;
  }

  /** Adds the rows between the last one that was touched and this one; `between` knows the order. */
  extend(id: number, between: (from: number, to: number) => number[]): void {
    const from = this.#anchor ?? id;
    for (const each of between(from, id)) this.ids.add(each);
    this.ids.add(id);
  }

  /** Where a later `extend` starts. */
  anchor(id: number): void {
    this.#anchor ??= id;
  }

  set(ids: Iterable<number>): void {
    this.ids.clear();
    for (const id of ids) this.ids.add(id);
  }

  clear(): void {
    this.ids.clear();
    this.#anchor = null;
  }
}
