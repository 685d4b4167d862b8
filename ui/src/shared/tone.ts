/** What a colour says. Normal states are neutral or quiet; the others mean "look here". */
export type Tone = "neutral" | "quiet" | "ok" | "warn" | "danger" | "info" | "move";
