// Runs a change for a screen: busy while it runs, a toast when it failed, never twice at once.
import { call, explain, type Name, type Req, type Res } from "$/bridge";
import { complain } from "$/shared/toasts.svelte";

export class Run {
  busy = $state(false);

  /** The answer, or `undefined` when it failed (the person was told) or one is still running. */
  async do<K extends Name>(name: K, body: Req<K>): Promise<Res<K> | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    try {
      return await call(name, body);
    } catch (thrown) {
      complain(explain(thrown));
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
