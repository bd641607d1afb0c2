// What every judge of claims is given, and how it says what it found.
import type { SumIndex } from './sum-index.ts';
import type { Claim, Confidence, Mention, Sentence } from './words.ts';

export interface Script {
  readonly sentences: readonly Sentence[];
  /** The year of the report by its title, or null. */
  readonly year: number | null;
  /** The first numbers of applications received and handled, with the index of their sentence. */
  readonly handled: readonly { readonly mention: Mention; readonly sentence: number }[];
  /** The sums of the edition to compare with, or null. */
  readonly sums: SumIndex | null;
}

/** A kind of claim: finds those of it and says of each whether it holds. */
export interface Judge {
  readonly id: string;
  readonly judge: (script: Script) => readonly Claim[];
}

type Kind = Claim['kind'];

export const held = (kind: Kind, { text }: Sentence, arithmetic: string): Claim => ({
  ...{ kind, outcome: 'held', confidence: '高', sentence: text, arithmetic, message: '' },
});

export const broken = (
  kind: Kind,
  { text }: Sentence,
  confidence: Confidence,
  arithmetic: string,
  message: string,
): Claim => ({
  ...{ kind, outcome: text.includes('【待核') ? 'marked' : 'broken', confidence, sentence: text, arithmetic, message },
});
