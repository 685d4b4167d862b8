import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { announce, complain, dismiss, linger, STAYS, toast } from "./toasts.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  dismiss();
  vi.useRealTimers();
});

test("what was done is said for a while, what went wrong until it was read", () => {
  announce("Saved");
  vi.advanceTimersByTime(STAYS - 1);
  expect(toast()?.text).toBe("Saved");
  vi.advanceTimersByTime(1);
  expect(toast()).toBeNull();

  complain("No space left");
  vi.advanceTimersByTime(STAYS * 100);
  expect(toast()?.text).toBe("No space left");
  announce("Saved after all");
  vi.advanceTimersByTime(STAYS);
  expect(toast()).toBeNull();
});

test("the time stands still while somebody points at it", () => {
  announce("Held", () => undefined);
  linger(true);
  vi.advanceTimersByTime(STAYS * 2);
  expect(toast()?.text).toBe("Held");
  linger(false);
  vi.advanceTimersByTime(STAYS);
  expect(toast()).toBeNull();
});
