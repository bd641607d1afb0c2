// All checks, by id.
import { addsUp } from './adds-up.ts';
import type { Check } from './check.ts';
import { citesTheLaw } from './cites-the-law.ts';
import { hasFeeStatement } from './has-fee-statement.ts';
import { hasFiled } from './has-filed.ts';
import { isConcise } from './is-concise.ts';
import { isCountedOnce } from './is-counted-once.ts';
import { isExplained } from './is-explained.ts';
import { isFilled } from './is-filled.ts';
import { isFresh } from './is-fresh.ts';
import { isOwnText } from './is-own-text.ts';
import { isPlausible } from './is-plausible.ts';
import { isReadable } from './is-readable.ts';
import { isRecognised } from './is-recognised.ts';
import { isSettled } from './is-settled.ts';
import { obeysRules } from './obeys-rules.ts';

export const CHECKS: readonly Check[] = [
  addsUp,
  citesTheLaw,
  hasFeeStatement,
  hasFiled,
  isConcise,
  isCountedOnce,
  isExplained,
  isFilled,
  isFresh,
  isOwnText,
  isPlausible,
  isReadable,
  isRecognised,
  isSettled,
  obeysRules,
];
