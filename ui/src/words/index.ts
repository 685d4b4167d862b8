// What is said to people. The window reads the same Fluent files as the rooms in Rust; the keys and
// their values are typed by `keys.ts`.
import { FluentBundle, FluentNumber, FluentResource, type FluentValue, type FluentVariable } from "@fluent/bundle";
import { SvelteMap } from "svelte/reactivity";
import type { Key, Value, Words } from "./keys";

export type { Key, Value, Words } from "./keys";

/** A sentence as the rooms hand it out: its key in the catalogue and its values. */
export interface Sentence {
  id: string;
  args?: Record<string, Value | undefined>;
}

export const LANGUAGES = ["en", "de"] as const;
export type Lang = (typeof LANGUAGES)[number];

const sources = import.meta.glob<string>("$parts/*.ftl", { query: "?raw", import: "default", eager: true });

/** The fields of an order, as `ship_to, line:7`, by their names; one without a name stands as it is. */
function named(lang: Lang, fields: FluentValue): FluentValue {
  if (typeof fields !== "string") return fields;
  const name = (field: string) => {
    const key = field.split(":", 1)[0] ?? "";
    return bundles[lang].hasMessage(`field-${key}`) ? print(`field-${key}`, undefined) : field;
  };
  return fields.split(", ").map(name).join(", ");
}

function build(lang: Lang): FluentBundle {
  const bundle = new FluentBundle(lang, { useIsolating: false, functions: { FIELDS: ([fields]) => named(lang, fields ?? "") } });
  for (const path of Object.keys(sources).sort()) {
    const source = sources[path];
    if (source !== undefined && path.endsWith(`.${lang}.ftl`)) bundle.addResource(new FluentResource(source));
  }
  return bundle;
}

const bundles: Record<Lang, FluentBundle> = { en: build("en"), de: build("de") };

const chosen = new SvelteMap<"lang", Lang>([["lang", "en"]]);

/** The language of the window. */
export function lang(): Lang {
  return chosen.get("lang") ?? "en";
}

/** Chooses the language of the window; every sentence on the screen follows. */
export function setLang(lang: Lang): void {
  chosen.set("lang", lang);
  if (typeof document !== "undefined") document.documentElement.lang = lang;
}

function print(id: string, args: Record<string, Value | undefined> | undefined): string {
  const bundle = bundles[lang()];
  const pattern = bundle.getMessage(id)?.value;
  // Visible, so that it is reported rather than lost. The words room's tests find it before.
  if (pattern == null) return `⟦${id}⟧`;
  const values: Record<string, FluentVariable> = {};
  for (const [name, value] of Object.entries(args ?? {})) {
    if (value !== undefined) values[name] = typeof value === "number" ? new FluentNumber(value) : value;
  }
  const unresolved: Error[] = [];
  return bundle.formatPattern(pattern, values, unresolved);
}

/** The sentence with this key and the values it needs. */
export function say<K extends Key>(key: K, ...args: Words[K] extends null ? [] : [Words[K]]): string {
  return print(key, args[0] ?? undefined);
}

/** A sentence that a room handed out. */
export function tell(sentence: Sentence): string {
  return print(sentence.id, sentence.args);
}

/** Whether the catalogue has this key: for states whose sentence is named by the rooms. */
export function has(key: string): key is Key {
  return bundles.en.hasMessage(key);
}

/** A key put together from a beginning and a state's name. The words room's test accepts a
    beginning as the use of all keys that start with it. */
export function word(key: string): string {
  return print(key, undefined);
}
