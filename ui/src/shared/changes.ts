// A field of an order that changed, as a timeline and a preview say it.
import { moment } from "$/shared/format";
import { has, say, word } from "$/words";

interface Change {
  field: string;
  before: string;
  after: string;
}

export function fieldName(field: string): string {
  return has(`field-${field}`) ? word(`field-${field}`) : field;
}

/** Days are stored as moments. */
function value(field: string, text: string): string {
  return (field === "ship_by" || field === "promised_at") && text !== "" ? moment(Number(text)) : text;
}

/** `address: 4 Mill Street → 9 Mill Street` */
export function changeWords({ field, before, after }: Change): string {
  const name = fieldName(field);
  const [was, is] = [value(field, before), value(field, after)];
  return was === "" ? say("change-set", { name, after: is }) : say("change-from-to", { name, before: was, after: is });
}
