// All checks, by id.
import { addsUp } from './adds-up.ts';
import type { Check } from './check.ts';
import { hasFiled } from './has-filed.ts';
import { isFilled } from './is-filled.ts';
import { isReadable } from './is-readable.ts';
import { isRecognised } from './is-recognised.ts';
import { isSettled } from './is-settled.ts';
import { obeysRules } from './obeys-rules.ts';

export const CHECKS: readonly Check[] = [addsUp, hasFiled, isFilled, isReadable, isRecognised, isSettled, obeysRules];
