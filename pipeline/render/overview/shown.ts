// Texts of others on a page: without control characters, and without signs that turn round or hide what stands beside them.
import { printable } from '../report/escape.ts';

/** The same value with every text in it made harmless to read; what it means in HTML is escaped where it is printed. */
export const shown = <T>(value: T): T => mapped(value) as T;

const mapped = (value: unknown): unknown => {
  if (typeof value === 'string') return printable(value).replace(DIRECTIONS, '\ufffd');
  if (Array.isArray(value)) return value.map(mapped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, mapped(field)]));
};

const DIRECTIONS = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
