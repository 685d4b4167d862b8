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

/** A value as a person reads it; days are stored as moments. Empty stays empty. */
export function told(field: string, text: string): string {
  if (text === "") return "";
  if (field === "gift") return text === "yes" ? say("change-yes") : say("change-no");
  const day = field === "ship_by" || field === "promised_at" ? Number(text) : NaN;
  // Whatever else stands there is shown as it is: a screen never falls over a value.
  return Number.isFinite(day) ? moment(day) : text;
}

/** `address: 4 Mill Street → 9 Mill Street` */
export function changeWords({ field, before, after }: Change): string {
  const name = fieldName(field);
  const [was, is] = [told(field, before), told(field, after)];
  if (is === "") return say("change-gone", { name, before: was });
  return was === "" ? say("change-set", { name, after: is }) : say("change-from-to", { name, before: was, after: is });
}
