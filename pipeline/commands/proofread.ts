// `proofread`: the numbers in a written report, with a period against its sums too.
import { readFileSync } from 'node:fs';
import { Fault } from '../fault.ts';
import type { Period } from '../model.ts';
import { isError, proofText } from '../proofread/print.ts';
import { proofread } from '../proofread/proofread.ts';
import { sumIndexOf } from '../proofread/sum-index.ts';
import { readDocument } from '../read/document.ts';
import { EXIT } from './exit.ts';
import type { Source } from './source.ts';
import type { Surroundings } from './surroundings.ts';
import { withHouse } from './with-house.ts';

export interface ProofOptions extends Source {
  readonly period?: Period;
  readonly all: boolean;
  readonly strict: boolean;
}

export const proofreadFile = async (
  file: string,
  { period: named, all, strict, ...source }: ProofOptions,
  around: Surroundings,
): Promise<number> => {
  const writing = readDocument(bytesOf(file));
  if (writing.kind === 'refused')
    throw new Fault(`cannot be read as a report (${writing.refusal}) ${writing.detail}`, file);
  const sums =
    named === undefined ? null : await withHouse(source, around, async house => sumIndexOf(await house.edition(named)));
  const claims = proofread(writing.paragraphs, sums);
  around.print(proofText(claims, all));
  const isWrong = claims.some(claim => isError(claim) && claim.confidence === '高');
  return strict && isWrong ? EXIT.fatalFindings : EXIT.done;
};

const bytesOf = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Fault(`cannot be opened: ${(error as NodeJS.ErrnoException).code}`, file);
  }
};
