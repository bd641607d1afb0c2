// What {{列举}} and {{图}} are given: words, each with the figure that they name.
import { compare } from '../../decimal.ts';
import type { Figure } from './figure.ts';
import type { Given } from './helpers/helper.ts';

export interface Entry {
  readonly label: string;
  readonly figure: Figure;
}

export const entriesOf = (given: Given): readonly Entry[] =>
  Array.from({ length: given.count / 2 }, (_, i) => ({ label: given.text(2 * i), figure: given.figure(2 * i + 1) }));

/** Known to be 0. */
export const isZero = ({ value }: Figure): boolean => value !== null && compare(value, '0') === 0;
