// How the parts of the reader say that a file cannot be read for sure; at their edge it becomes a value.
import type { Reading, RefusalKind } from '../model.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, detail: string) {
    super(detail);
    this.kind = kind;
  }
}

export const refuse = (kind: RefusalKind, detail: string): never => {
  throw new Refusal(kind, detail);
};

/** What was thrown while reading, as the value that it means. */
export const refused = (error: unknown): Reading =>
  error instanceof Refusal
    ? { kind: 'refused', refusal: error.kind, detail: error.message }
    : { kind: 'refused', refusal: 'crashed', detail: String(error).slice(0, 200) };
