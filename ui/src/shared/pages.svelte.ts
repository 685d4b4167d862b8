// A long list as pages of the database, fetched where the window looks. A page is known by the
// cursor before its first row (keyset paging), so a change refetches what is in sight and nothing else.

import { untrack } from "svelte";

export interface Page<T> {
  rows: readonly T[];
  /** Where the next page starts; `null` at the end. */
  next: string | null;
  /** Rows of the whole list, or at least this many. */
  total: number;
}

interface Slot<T> {
  cursor: string | null;
  rows: readonly T[];
  next: string | null;
  stale: boolean;
}

export class Pages<T> {
  #slots: Slot<T>[] = $state.raw([]);
  total = $state(0);
  /** Nothing has come yet. */
  waiting = $state(true);
  failure: unknown = $state.raw(null);
  #fetch: (cursor: string | null, limit: number) => Promise<Page<T>>;
  #busy: Promise<void> | null = null;
  #want: [number, number] = [0, 0];
  #run = 0;
  readonly size: number;

  constructor(fetch: (cursor: string | null, limit: number) => Promise<Page<T>>, size = 100) {
    this.#fetch = fetch;
    this.size = size;
  }

  /** Rows that are here or a page beyond: what can be scrolled to now. */
  get reach(): number {
    const last = this.#slots.at(-1);
    if (!last) return 0;
    const here = (this.#slots.length - 1) * this.size + last.rows.length;
    return last.next === null ? here : Math.min(Math.max(this.total, here), here + this.size);
  }

  row(index: number): T | undefined {
    return this.#slots[Math.floor(index / this.size)]?.rows[index % this.size];
  }

  /** Every row that is here, in order. */
  *here(): Generator<T> {
    for (const slot of this.#slots) yield* slot.rows;
  }

  find(test: (row: T) => boolean): number {
    let at = 0;
    for (const row of this.here()) {
      if (test(row)) return at;
      at++;
    }
    return -1;
  }

  /** The window looks at rows `first` to `last`: fetches what is missing or stale there. */
  look(first: number, last: number): void {
    this.#want = [Math.floor(Math.max(0, first) / this.size), Math.floor(Math.max(0, last) / this.size)];
    untrack(() => this.#work());
  }

  /** Something in the list changed: what is in sight is fetched again, the rest when it is looked at. */
  stale(): void {
    this.#run++;
    untrack(() => {
      this.#slots = this.#slots.map((slot) => ({ ...slot, stale: true }));
      this.#work();
    });
  }

  /** Another list altogether (view, filter, sort): starts at the top. */
  restart(fetch: (cursor: string | null, limit: number) => Promise<Page<T>>): void {
    this.#fetch = fetch;
    this.#run++;
    this.#want = [0, 0];
    untrack(() => {
      // The old rows stay in sight until the new ones are here.
      this.#slots = this.#slots.slice(0, 1).map((slot) => ({ ...slot, cursor: null, stale: true }));
      this.failure = null;
      this.#work();
    });
  }

  /** Resolves when nothing is being fetched. */
  async settled(): Promise<void> {
    while (this.#busy) await this.#busy;
  }

  #work(): void {
    this.#busy ??= this.#loop().finally(() => {
      this.#busy = null;
      if (this.#missing() !== null && this.failure === null) this.#work();
    });
  }

  #missing(): number | null {
    for (let at = this.#want[0]; at <= this.#want[1]; at++) {
      const slot = this.#slots[at];
      if (slot ? slot.stale : this.#slots.length === 0 || this.#slots.at(-1)?.next !== null) return Math.min(at, this.#slots.length);
    }
    return null;
  }

  async #loop(): Promise<void> {
    for (let at = this.#missing(); at !== null; at = this.#missing()) {
      const run = this.#run;
      const cursor = at === 0 ? null : (this.#slots[at]?.cursor ?? this.#slots[at - 1]?.next ?? null);
      try {
        const page = await this.#fetch(cursor, this.size);
        if (run !== this.#run) continue;
        const slots = this.#slots.slice();
        slots[at] = { cursor, rows: page.rows, next: page.next, stale: false };
        if (page.next === null) slots.length = at + 1;
        // The pages after it may start elsewhere now.
        const after = slots[at + 1];
        if (after && after.cursor !== page.next) slots[at + 1] = { ...after, cursor: page.next, stale: true };
        this.#slots = slots;
        this.total = page.total;
        this.failure = null;
        this.waiting = false;
      } catch (failure) {
        if (run !== this.#run) continue;
        this.failure = failure;
        this.waiting = false;
        return;
      }
    }
  }
}
