// A host in memory, for unit tests and the gallery: each command answers with what it was given.
import type { Changed, Host } from "./host";

export type Answers = Record<string, (body: never) => unknown>;

export class Memory implements Host {
  readonly typedPaths = true;
  readonly asked: { name: string; body: unknown }[] = [];
  readonly #told = new Set<(changed: Changed) => void>();
  readonly #answers: Answers;
  readonly #documents: Map<number, Blob>;

  constructor(answers: Answers, documents: Map<number, Blob> = new Map()) {
    this.#answers = answers;
    this.#documents = documents;
  }

  async rpc(name: string, body: unknown): Promise<unknown> {
    this.asked.push({ name, body });
    const answer = this.#answers[name];
    if (!answer) throw { code: "not_found", message: { id: "error-no-answer" } };
    return answer(body as never);
  }

  changes(told: (changed: Changed) => void): () => void {
    this.#told.add(told);
    return () => this.#told.delete(told);
  }

  /** Tells all screens of a change. */
  tell(changed: Changed): void {
    for (const told of this.#told) told(changed);
  }

  async document(id: number): Promise<Blob> {
    const blob = this.#documents.get(id);
    if (!blob) throw { code: "not_found", message: { id: "error-no-answer" } };
    return blob;
  }

  async show(): Promise<void> {}
}
