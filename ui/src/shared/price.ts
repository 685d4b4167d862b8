// What postage costs: an amount, nothing at all, or that nobody has said a price yet, which is not the same.
import { say } from "$/words";
import { money } from "./format";

/** `null`: no price was said. */
export function postage(minor: number | null, currency: string): string {
  if (minor === null) return say("services-no-price");
  return minor === 0 ? say("services-free") : money(minor, currency);
}

/** The sum of what is known; `null` when no price is. */
export function together(prices: readonly (number | null)[]): number | null {
  return prices.reduce((sum, price) => (price === null ? sum : (sum ?? 0) + price), null);
}
