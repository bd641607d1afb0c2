// A text of others → what a cell of a workbook that we write may hold of it.
import { defuse } from '../csv.ts';
import { printable } from '../report/escape.ts';

/** A text that others wrote, as a cell may hold it: no formula, nothing that XML forbids, not longer than a cell can be. */
export const textValue = (text: string): string => {
  const plain = defuse(printable(text));
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).toWellFormed()}…` : plain;
};

/** The longest text of a cell, in UTF-16 units. */
const LONGEST = 32_000;
