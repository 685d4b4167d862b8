// What people type into fields, as integers. Amounts are minor units; nothing passes through a float.

/** `12`, `12.5`, `12,50` as minor units of a currency with this many digits; `null` when it is none. */
export function minor(text: string, digits = 2): number | null {
  const found = /^(\d{1,12})(?:[.,](\d*))?$/.exec(text.trim());
  if (!found?.[1]) return null;
  const fraction = found[2] ?? "";
  if (fraction.length > digits) return null;
  const value = Number(found[1] + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(value) ? value : null;
}

/** Minor units as a field shows them. */
export function plain(value: number | null, digits = 2): string {
  if (value === null) return "";
  const text = String(Math.abs(value)).padStart(digits + 1, "0");
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return value < 0 ? `-${whole}` : whole;
}

/** A whole number from 0 on; `null` when it is none. */
export function whole(text: string): number | null {
  return /^\d{1,12}$/.test(text.trim()) ? Number(text.trim()) : null;
}

/** Digits after the point of a currency. */
export function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
