import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { Pages, type Page } from "./pages.svelte";

/** A list of numbers behind keyset pages: the cursor is the last number that was given. */
function source(all: number[]) {
  const asked: (string | null)[] = [];
  const fetch = async (cursor: string | null, limit: number): Promise<Page<number>> => {
    asked.push(cursor);
    const from = cursor === null ? 0 : all.findIndex((n) => n > Number(cursor));
    const rows = from < 0 ? [] : all.slice(from, from + limit);
    const last = rows.at(-1);
    return { rows, next: last !== undefined && all.indexOf(last) < all.length - 1 ? String(last) : null, total: all.length };
  };
  return { asked, fetch };
}
const numbers = (n: number) => Array.from({ length: n }, (_, at) => at);

test("only what is looked at is fetched, page after page", async () => {
  const { asked, fetch } = source(numbers(1000));
  const pages = new Pages(fetch, 100);
  expect(pages.waiting).toBe(true);
  pages.look(0, 30);
  await pages.settled();
  expect(asked).toEqual([null]);
  expect([pages.total, pages.row(30), pages.row(100), pages.reach]).toEqual([1000, 30, undefined, 200]);
  pages.look(230, 260);
  await pages.settled();
  expect(asked).toEqual([null, "99", "199"]);
  expect(pages.row(259)).toBe(259);
});

test("a change fetches the page in sight again, the others when they are looked at", async () => {
  const all = numbers(250);
  const { asked, fetch } = source(all);
  const pages = new Pages(fetch, 100);
  pages.look(0, 249);
  await pages.settled();
  pages.look(120, 150);
  await pages.settled();
  asked.length = 0;
  all.splice(130, 1);
  pages.stale();
  await pages.settled();
  expect(asked).toEqual(["99"]);
  expect([pages.row(129), pages.row(130)]).toEqual([129, 131]);
  // The page before did not change and is asked again only now.
  pages.look(0, 20);
  await pages.settled();
  expect(asked).toEqual(["99", null]);
});

test("a list that became shorter ends where it ends", async () => {
  const all = numbers(150);
  const { fetch } = source(all);
  const pages = new Pages(fetch, 100);
  pages.look(0, 149);
  await pages.settled();
  expect(pages.reach).toBe(150);
  all.length = 40;
  pages.look(0, 30);
  pages.stale();
  await pages.settled();
  flushSync();
  expect([pages.reach, pages.total, pages.row(60)]).toEqual([40, 40, undefined]);
});

test("another list starts at the top and an old answer never wins", async () => {
  let release: (page: Page<number>) => void = () => undefined;
  const slow = () => new Promise<Page<number>>((resolve) => (release = resolve));
  const pages = new Pages<number>(slow, 100);
  pages.look(0, 10);
  const old = release;
  pages.restart(async () => ({ rows: [7], next: null, total: 1 }));
  old({ rows: [1, 2, 3], next: null, total: 3 });
  await pages.settled();
  expect([...pages.here()]).toEqual([7]);
});

test("a failure is kept and the next try clears it", async () => {
  const pages = new Pages<number>(() => Promise.reject(new Error("gone")), 100);
  pages.look(0, 10);
  await pages.settled();
  expect([pages.waiting, (pages.failure as Error).message]).toEqual([false, "gone"]);
  pages.restart(async () => ({ rows: [1], next: null, total: 1 }));
  await pages.settled();
  expect([pages.failure, pages.row(0)]).toEqual([null, 1]);
});
