// What a stored cell is and shows under its number format.
import { multiply } from '../decimal.ts';
import type { Decimal, Typed } from '../model.ts';
import { isoDate } from './date.ts';
import type { Format } from './format.ts';
import type { Content } from './stored.ts';

export interface Shown {
  readonly typed: Typed;
  readonly shown: string;
}

export const show = (content: Content, format: Format, from1904: boolean): Shown => {
  switch (content.kind) {
    case 'number':
      return showNumber(content.decimal, format, from1904);
    case 'text':
      return { typed: content, shown: content.text };
    case 'boolean':
      return { typed: content, shown: content.value ? 'TRUE' : 'FALSE' };
    case 'date':
      return { typed: content, shown: shownDate(content.iso, format) };
    case 'error':
      return { typed: content, shown: content.code };
    case 'none':
      return { typed: { kind: 'uncomputed' }, shown: '' };
  }
};

const showNumber = (decimal: Decimal, format: Format, from1904: boolean): Shown => {
  // A number beyond the calendar shows as ####; it stays the number that it is.
  const iso = format.kind === 'date' ? isoDate(Number(decimal), from1904) : null;
  if (iso !== null) return { typed: { kind: 'date', iso }, shown: shownDate(iso, format) };
  if (format.kind !== 'percent')
    return { typed: { kind: 'number', decimal, format: 'plain' }, shown: affixed(decimal, format) };
  return { typed: { kind: 'number', decimal, format: 'percent' }, shown: `${multiply(decimal, '100')}%` };
};

const shownDate = (iso: string, { kind, year, day, time, seconds }: Format): string => {
  if (kind !== 'date') return iso.replace('T', ' ');
  const date = year ? iso.slice(0, 10) : day ? `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日` : '';
  const clock = time ? `${iso.slice(11, 16) || '00:00'}${seconds ? `:${iso.slice(17, 19) || '00'}` : ''}` : '';
  return `${date} ${clock}`.trim() || iso.replace('T', ' ');
};

/** `12件` under `0"件"`; a second section shows negative numbers without their sign, a third shows zero. */
const affixed = (decimal: Decimal, { sections }: Format): string => {
  const [positive, negative, zero] = sections;
  const isNegative = decimal.startsWith('-');
  const special = isNegative ? negative : decimal === '0' ? zero : undefined;
  const section = special ?? positive;
  if (section === undefined) return decimal;
  if (!section.digits) return section.prefix.trim();
  const size = isNegative ? decimal.slice(1) : decimal;
  return `${isNegative && special === undefined ? '-' : ''}${section.prefix}${size}${section.suffix}`.trim();
};
