// How the parts of the reader say that a file cannot be read for sure; `read.ts` turns it into a value.
import type { RefusalKind } from '../model.ts';

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
