// What the shop can do has to be reachable in the window: a command that no screen calls and an action
// that nothing answers are found here, not by a person.
import { commands } from "$/bridge/generated";
import { expect, test } from "vitest";
import { ACTIONS } from "$/keys/actions";

const sources = import.meta.glob<string>(["../**/*.{ts,svelte}", "!../**/*.test.ts", "!../gallery/**", "!../bridge/generated.ts", "!../words/keys.ts", "!../keys/actions.ts"], { query: "?raw", import: "default", eager: true });
const code = Object.values(sources).join("\n");

/** Commands of screens that are still to come; the command line has them. */
const ELSEWHERE: readonly string[] = ["health", "health_check", "customers_erase", "privacy_get", "privacy_save"];

test("every command has its place in the window", () => {
  const lost = Object.keys(commands).filter((name) => !code.includes(`"${name}"`));
  expect(lost.filter((name) => !ELSEWHERE.includes(name))).toEqual([]);
  expect(ELSEWHERE.filter((name) => !lost.includes(name)), "has a place now: take it from the list").toEqual([]);
});

test("every action is answered somewhere", () => {
  const lost = ACTIONS.filter((a) => !code.includes(`"${a.id}":`) && !new RegExp(`\\b${a.id}:`).test(code));
  expect(lost.map((a) => a.id)).toEqual([]);
});
