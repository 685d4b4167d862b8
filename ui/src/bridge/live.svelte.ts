// Answers that stay true: a query on the screen is asked again when what it shows has changed. The
// same query on two places is one question.
import { changes, call, tags, type ApiError, type Name, type Req, type Res } from ".";
import { asApiError } from "./error";

class Answer {
  data: unknown = $state.raw(undefined);
  error: ApiError | null = $state.raw(null);
  waiting = $state(true);
  users = 0;
  #run = 0;

  constructor(
    readonly name: Name,
    readonly body: unknown,
  ) {}

  async ask(): Promise<void> {
    const run = ++this.#run;
    this.waiting = true;
    try {
      const data = await call(this.name, this.body as never);
      if (run === this.#run) {
        this.data = data;
        this.error = null;
      }
    } catch (thrown) {
      if (run === this.#run) this.error = asApiError(thrown);
    } finally {
      if (run === this.#run) this.waiting = false;
    }
  }
}

// Bookkeeping that no screen reads: what a screen shows is the state inside each answer.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const answers = new Map<string, Answer>();
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const lists = new Set<{ tags: readonly string[]; told: (ids: readonly number[]) => void }>();

/** Starts listening to the host. Returns how to stop. */
export function follow(): () => void {
  return changes((changed) => {
    const touched = (shown: readonly string[]) => shown.some((tag) => changed.tags.includes(tag));
    for (const [key, answer] of answers) {
      if (!touched(tags(answer.name))) continue;
      if (answer.users > 0) void answer.ask();
      else answers.delete(key);
    }
    for (const list of lists) if (touched(list.tags)) list.told(changed.ids);
  }, refreshAll);
}

/** Asks everything on the screen again: after a reconnect, or when a host was changed. */
export function refreshAll(): void {
  for (const answer of answers.values()) if (answer.users > 0) void answer.ask();
  for (const list of lists) list.told([]);
}

export interface Live<R> {
  /** The last answer; it stays while a newer one is fetched. */
  readonly data: R | undefined;
  readonly error: ApiError | null;
  /** Nothing to show yet. */
  readonly waiting: boolean;
  /** Asks again now. */
  again(): void;
}

/** A live answer to the query that `ask` names; `null` asks nothing. Called while a component starts. */
export function live<K extends Name>(ask: () => [K, Req<K>] | null): Live<Res<K>> {
  let current: Answer | null = $state.raw(null);
  let kept: Res<K> | undefined = $state.raw(undefined);
  $effect.pre(() => {
    const question = ask();
    if (!question) {
      current = null;
      return;
    }
    const key = JSON.stringify(question);
    let answer = answers.get(key);
    if (!answer) {
      answer = new Answer(question[0], question[1]);
      answers.set(key, answer);
    }
    answer.users++;
    current = answer;
    void answer.ask();
    const used = answer;
    return () => {
      used.users--;
    };
  });
  $effect(() => {
    if (current?.data !== undefined) kept = current.data as Res<K>;
  });
  return {
    get data() {
      return (current?.data as Res<K> | undefined) ?? (current ? kept : undefined);
    },
    get error() {
      return current?.error ?? null;
    },
    get waiting() {
      return current !== null && current.data === undefined && kept === undefined && current.error === null;
    },
    again: () => void current?.ask(),
  };
}

/** Tells a list that something it shows changed, with the ids that did (empty: could be any). */
export function onChange(shown: readonly string[], told: (ids: readonly number[]) => void): void {
  $effect(() => {
    const entry = { tags: shown, told };
    lists.add(entry);
    return () => {
      lists.delete(entry);
    };
  });
}
