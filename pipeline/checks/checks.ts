// All checks, by id.
import { addsUp } from './adds-up.ts';
import type { Check } from './check.ts';
import { hasFiled } from './has-filed.ts';
import { isFilled } from './is-filled.ts';
import { isFresh } from './is-fresh.ts';
import { isPlausible } from './is-plausible.ts';
import { isReadable } from './is-readable.ts';
import { isRecognised } from './is-recognised.ts';
import { isSettled } from './is-settled.ts';

export const CHECKS: readonly Check[] = [
  addsUp,
  hasFiled,
  isFilled,
  isFresh,
  isPlausible,
  isReadable,
  isRecognised,
  isSettled,
];
