// A field of an order that changed, as a timeline and a preview say it.
import { has, say, word } from "$/words";

interface Change {
  field: string;
  before: string;
  after: string;
}

export function fieldName(field: string): string {
  return has(`field-${field}`) ? word(`field-${field}`) : field;
}

/** `address: 4 Mill Street → 9 Mill Street` */
export function changeWords({ field, before, after }: Change): string {
  const name = fieldName(field);
  return before === "" ? say("change-set", { name, after }) : say("change-from-to", { name, before, after });
}
