// The journal's entries as a timeline shows them.
import type { TimelineEntry } from "$/bridge";
import type { IconName } from "$/shared/icons";
import type { Event } from "$/shared/Timeline.svelte";
import { changeWords } from "$/shared/changes";
import { tell } from "$/words";

const ICONS: Record<string, IconName> = { money: "card", goods: "pack", talk: "note", other: "history" };

export const GROUPS = ["all", "money", "goods", "talk"] as const;
export type Group = (typeof GROUPS)[number];

export function timeline(entries: readonly TimelineEntry[], group: Group = "all"): Event[] {
  return entries
    .filter((entry) => group === "all" || entry.group === group)
    .map((entry) => {
      const more = [entry.who, ...entry.changes.map(changeWords)].filter(Boolean).join(" · ");
      return { id: entry.seq, icon: ICONS[entry.group] ?? "history", text: tell(entry.sentence), more: more === "" ? undefined : more, at: entry.happened_at ?? entry.at };
    });
}
