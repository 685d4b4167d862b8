// Runs a change for a screen: busy while it runs, a toast when it failed, never twice at once.
import { asApiError, call, explain, type Name, type Req, type Res } from "$/bridge";
import { complain } from "$/shared/toasts.svelte";

export class Run {
  busy = $state(false);
  /** What a person has to know before it is done all the same; set by [`do`] for what can be confirmed. */
  warned: string | null = $state(null);

  /**
   * The answer, or `undefined` when it failed (the person was told) or one is still running. A refusal
   * with the sentence `confirmable` is no failure: it stands in `warned` until the next try.
   */
  async do<K extends Name>(name: K, body: Req<K>, confirmable?: string): Promise<Res<K> | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.warned = null;
    try {
      return await call(name, body);
    } catch (thrown) {
      if (confirmable !== undefined && asApiError(thrown).sentence.id === confirmable) this.warned = explain(thrown);
      else complain(explain(thrown));
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
