// Paper: sends a document to its printer, or shows it where there is none. A second print of a label
// asks for a reason, which the journal keeps.
import { asApiError, call, explain, showDocument } from "$/bridge";
import { announce, complain } from "$/shared/toasts.svelte";
import { tell } from "$/words";

interface Again {
  document: number;
  page: number | null;
  /** Why the shop asks. */
  text: string;
}

const asked = $state<{ again: Again | null }>({ again: null });

/** The print that waits for a reason. */
export function waitingForReason(): Again | null {
  return asked.again;
}

export function forgetReason(): void {
  asked.again = null;
}

/** `made` is what was just done, said in the same breath: only one toast stands at a time. */
export async function print(document: number, page: number | null = null, reason = "", made = ""): Promise<void> {
  try {
    const printed = await call("print", { document, page, reason, way: "printer" });
    if (printed.outcome === "viewer") await showDocument(document, page);
    const said = [made, tell(printed.sentence)].filter(Boolean).join(". ");
    // What the printer wants of a person, or what is not on the paper, stays until somebody has read it.
    if (printed.notices.length > 0) complain([said, ...printed.notices.map(tell)].join(" "));
    else announce(said);
  } catch (thrown) {
    const error = asApiError(thrown);
    if (error.field === "reason" && reason === "") asked.again = { document, page, text: explain(thrown) };
    else complain(explain(thrown));
  }
}
