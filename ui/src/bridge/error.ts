// What a host says when it cannot do something: a whole sentence, and what a screen needs to help.
import { tell, type Sentence } from "$/words";

export interface Failure {
  code: string;
  message: Sentence;
  facts?: unknown;
  field?: string | null;
  provider?: string | null;
  retry_after_ms?: number | null;
  trace?: string | null;
}

export class ApiError extends Error {
  readonly code: string;
  readonly sentence: Sentence;
  readonly facts: unknown;
  readonly field: string | null;
  readonly trace: string | null;

  constructor(failure: Failure) {
    super(failure.message.id);
    this.code = failure.code;
    this.sentence = failure.message;
    this.facts = failure.facts;
    this.field = failure.field ?? null;
    this.trace = failure.trace ?? null;
  }
}

function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "code" in value && "message" in value && typeof value.message === "object";
}

/** Whatever was thrown as an error with a sentence. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (isFailure(thrown)) return new ApiError(thrown);
  return new ApiError({ code: "internal", message: { id: "error-no-answer" }, facts: String(thrown) });
}

/** What to show for it. */
export function explain(thrown: unknown): string {
  return tell(asApiError(thrown).sentence);
}
