// The stable number of a finding, by which an explanation names what it answers.
import { sha256 } from './sha256.ts';

/** The same for the same parts: a letter and 11 hexadecimal digits. */
export const findingId = (parts: readonly unknown[]): string =>
  // Twelve hexadecimal digits are now and then all decimal, or `123456789e12`, which Excel makes a number of when it opens a CSV.
  `f${sha256(JSON.stringify(parts)).slice(0, 11)}`;

/** `-2` tells twins apart. */
export const isFindingId = (text: string): boolean => /^f[0-9a-f]{11}(?:-\d+)?$/u.test(text);
