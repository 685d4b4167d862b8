// A key press as the table of actions writes it, and as people read it.
import { say } from "$/words";

/** `Ctrl+k`, `Shift+j`, `?`, `Enter`. On a Mac the command key counts as Ctrl. */
export function pressOf(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key;
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  // Shift makes another character by itself (`?`); it is named only with letters and named keys.
  const letter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  if (event.shiftKey && (letter || key.length > 1)) parts.push("Shift");
  parts.push(letter ? key.toLowerCase() : key);
  return parts.join("+");
}

const mac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

function name(part: string): string {
  switch (part) {
    case "Ctrl":
      return mac ? "⌘" : say("key-ctrl");
    case "Shift":
      return mac ? "⇧" : say("key-shift");
    case "Alt":
      return mac ? "⌥" : "Alt";
    case "Escape":
      return "Esc";
    case "Space":
      return say("key-space");
    case "Enter":
      return say("key-enter");
    case "Home":
      return say("key-home");
    case "End":
      return say("key-end");
    case "PageUp":
      return say("key-page-up");
    case "PageDown":
      return say("key-page-down");
    case "ArrowUp":
      return "↑";
    case "ArrowDown":
      return "↓";
    default:
      return part.length === 1 ? part.toUpperCase() : part;
  }
}

/** The caption for a spelling: `Ctrl+k` is `Ctrl K`, `g o` is `G O`. */
export function caption(spelling: string): string {
  return spelling
    .split(" ")
    .map((press) => press.split("+").map(name).join(" "))
    .join(" ");
}
