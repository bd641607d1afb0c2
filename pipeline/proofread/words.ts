// What proofreading talks of: sentences, the numbers in them, and what they claim. Types only.
import type { Decimal } from '../model.ts';

export interface Sentence {
  readonly text: string;
  /** Counted from 0 in the whole writing. */
  readonly paragraph: number;
  readonly groups: readonly Group[];
}

/** A number stated in a sentence, in its counting word: 13000余条, 550万次, 95.6%. */
export interface Mention {
  /** As written. */
  readonly raw: string;
  readonly amount: Decimal;
  /** What it can mean: `low` and `high` are `amount` for an exact number; null: no bound. */
  readonly low: Decimal;
  readonly high: Decimal | null;
  readonly isExact: boolean;
  /** The last printed digit's place, as a number of decimals. */
  readonly places: number;
  /** `percent`, `bare` (the counting word is missing), `money`, `thing` (件 条 份 …), `person` or the counting word itself. */
  readonly family: string;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  /** The words before it, back to the last mark or number. */
  readonly label: string;
}

/** `gap`: the text of the group since its last mention, without what stands in brackets. */
export interface Member {
  readonly mention: Mention;
  readonly gap: string;
}

/** The numbers at one level of brackets; `host` is the number before the bracket, null outside brackets. */
export interface Group {
  readonly host: Mention | null;
  /** Whether it stands outside all brackets. */
  readonly isOuter: boolean;
  readonly members: readonly Member[];
  /** What follows the last number. */
  readonly tail: string;
}

export type Confidence = '高' | '中' | '低';

/** A statement that was tried. `marked`: it does not hold, and the text says so itself (待核). */
export interface Claim {
  readonly kind: '合计' | '占比' | '同比' | '收办' | '前后' | '引文' | '列项' | '汇总';
  readonly outcome: 'held' | 'broken' | 'marked';
  readonly confidence: Confidence;
  readonly sentence: string;
  /** 61 + 20 + 6 + 5 = 92 */
  readonly arithmetic: string;
  /** Chinese: what is wrong; '' where it holds. */
  readonly message: string;
}
