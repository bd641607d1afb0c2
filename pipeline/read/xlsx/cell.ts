// One `c` element → what it holds. A value that is not exactly of the stated type damages the file.
import { plainDecimal } from '../number.ts';
import { refuse } from '../refusal.ts';
import type { Content } from '../stored.ts';
import { unescapeText } from './text.ts';

export interface RawCell {
  readonly type: string;
  /** The text of `v`, or null without one. */
  readonly value: string | null;
  /** The text of `is`, or null without one. */
  readonly inline: string | null;
  readonly hasFormula: boolean;
}

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?/;

/** Null for a cell that is not filled. `place` is for the message. */
export const storedContent = (raw: RawCell, strings: readonly string[], place: () => string): Content | null => {
  const content = contentOf(raw, strings, place);
  if (raw.hasFormula) return content ?? { kind: 'none' };
  return content?.kind === 'text' && content.text === '' ? null : content;
};

const contentOf = (raw: RawCell, strings: readonly string[], place: () => string): Content | null => {
  const { type, value, inline } = raw;
  if (type === 'inlineStr') {
    const text = inline ?? value;
    return text === null ? null : { kind: 'text', text: unescapeText(text) };
  }
  if (value === null) return null;
  if (type === 'str') return { kind: 'text', text: unescapeText(value) };
  // openpyxl and others write an empty `v` beside a formula that was never computed.
  const trimmed = value.trim();
  if (trimmed === '') return null;
  const wrong = (): never => refuse('damaged', `${place()}：${trimmed.slice(0, 40)}`);
  switch (type) {
    case 'n':
      return { kind: 'number', decimal: plainDecimal(trimmed) ?? wrong() };
    case 's':
      return { kind: 'text', text: (/^\d{1,9}$/.test(trimmed) ? strings[Number(trimmed)] : undefined) ?? wrong() };
    case 'b':
      return {
        kind: 'boolean',
        value: trimmed === '1' || trimmed === 'true' || (trimmed !== '0' && trimmed !== 'false' && wrong()),
      };
    case 'e':
      return { kind: 'error', code: trimmed };
    case 'd':
      return { kind: 'date', iso: isoOf(trimmed) ?? wrong() };
    default:
      return refuse('damaged', `${place()}：t="${type.slice(0, 40)}"`);
  }
};

/** `2026-03-01`, `2026-03-01T08:30:00` from any precision; a time of midnight is no time. */
const isoOf = (text: string): string | null => {
  const found = ISO.exec(text)?.[0];
  if (found === undefined || Number.isNaN(Date.parse(`${found.slice(0, 10)}T00:00:00Z`))) return null;
  if (!/^(?::\d\d)?(?:\.\d+)?Z?$/.test(text.slice(found.length))) return null;
  const time = found.slice(11);
  const seconds = time.length === 5 ? `${time}:00` : time;
  return time === '' || seconds === '00:00:00' ? found.slice(0, 10) : `${found.slice(0, 10)}T${seconds}`;
};
