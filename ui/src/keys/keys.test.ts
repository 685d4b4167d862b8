import { has } from "$/words";
import { expect, test } from "vitest";
import { ACTIONS } from "./actions";
import { caption, pressOf } from "./press";

test("no two actions share a key in one scope", () => {
  const seen = new Map<string, string>();
  for (const action of ACTIONS)
    for (const keys of action.keys) {
      const place = `${action.scope} ${keys}`;
      expect(seen.get(place), `${place}: ${action.id}`).toBeUndefined();
      seen.set(place, action.id);
    }
});

test("no key is the beginning of a longer one", () => {
  const all = ACTIONS.flatMap((a) => a.keys);
  for (const keys of all) expect(all.filter((other) => other.startsWith(`${keys} `)), keys).toEqual([]);
});

test("every action and its group have words", () => {
  for (const action of ACTIONS) expect([has(action.title), has(action.group)], action.id).toEqual([true, true]);
});

const press = (key: string, more: Partial<KeyboardEvent> = {}) => pressOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more } as KeyboardEvent);

test("presses are spelled as the table spells them", () => {
  expect([press("k", { ctrlKey: true }), press("J", { shiftKey: true }), press("?", { shiftKey: true }), press(" "), press("Enter", { ctrlKey: true }), press("k", { metaKey: true }), press("Ж")]).toEqual(["Ctrl+k", "Shift+j", "?", "Space", "Ctrl+Enter", "Ctrl+k", "ж"]);
  expect([caption("Ctrl+k"), caption("g o"), caption("Shift+ArrowDown"), caption("Escape")]).toEqual(["Ctrl K", "G O", "Shift ↓", "Esc"]);
});
