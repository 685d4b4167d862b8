// What a service costs, or that nobody has said so yet: a service begins without a price, which is
// kept as 0, and "0.00" would read as if it were free.
import { say } from "$/words";
import { money } from "./format";

export function postage(minor: number | null, currency: string): string {
  return minor === null || minor === 0 ? say("services-no-price") : money(minor, currency);
}
