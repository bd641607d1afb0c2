// One cell of an OpenDocument spreadsheet → what it holds, and a number format that shows it as its own text does.
import { plainDecimal } from '../number.ts';
import { refuse } from '../refusal.ts';
import type { Content } from '../stored.ts';
import { type Attributes, attribute } from '../xml.ts';

const DATE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/;
const TIME = /^PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/;

export interface OdsCell {
  readonly content: Content;
  readonly format: string;
}

/** Null for a cell that is not filled. `text`: its paragraphs; `place` is for the message. */
export const odsCell = (attributes: Attributes, text: string | null, place: string): OdsCell | null => {
  const wrong = (): never => refuse('damaged', place);
  const number = (): string => plainDecimal(attribute(attributes, 'office:value') ?? '') ?? wrong();
  if (attribute(attributes, 'calcext:value-type') === 'error') return plain({ kind: 'error', code: text ?? '#N/A' });
  switch (attribute(attributes, 'office:value-type')) {
    case 'float':
    case 'currency': {
      const decimal = number();
      return { content: { kind: 'number', decimal }, format: affixedFormat(decimal, text ?? '') };
    }
    case 'percentage':
      return { content: { kind: 'number', decimal: number() }, format: '0%' };
    case 'date':
      return {
        content: { kind: 'date', iso: isoOf(attribute(attributes, 'office:date-value') ?? '') ?? wrong() },
        format: dateFormat(text ?? ''),
      };
    case 'time': {
      const [, hours, minutes, seconds] = TIME.exec(attribute(attributes, 'office:time-value') ?? '') ?? wrong();
      const days = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
      return { content: { kind: 'number', decimal: plainDecimal(String(days)) ?? wrong() }, format: 'h:mm:ss' };
    }
    case 'boolean':
      return plain({ kind: 'boolean', value: attribute(attributes, 'office:boolean-value') === 'true' });
    case 'string':
      return textCell(attribute(attributes, 'office:string-value') ?? text ?? '', attributes);
    case undefined:
      return text === null && attribute(attributes, 'table:formula') !== undefined
        ? plain({ kind: 'none' })
        : textCell(text ?? '', attributes);
    default:
      return wrong();
  }
};

const plain = (content: Content): OdsCell => ({ content, format: 'General' });

const textCell = (text: string, attributes: Attributes): OdsCell | null =>
  text === '' && attribute(attributes, 'table:formula') === undefined ? null : plain({ kind: 'text', text });

const isoOf = (text: string): string | null => {
  const [, day, time = '00:00:00'] = DATE.exec(text) ?? [];
  return day === undefined ? null : time === '00:00:00' ? day : `${day}T${time}`;
};

const dateFormat = (text: string): string => {
  const date = /\d{4}/.test(text) ? 'yyyy/m/d' : 'm/d';
  return /\d:\d/.test(text) ? `${date} h:mm` : date;
};

/** Where its text is the number and a word, as `12件`, the word is its format's. */
const affixedFormat = (decimal: string, text: string): string => {
  const word = text.startsWith(decimal) ? text.slice(decimal.length) : '';
  return /^[^\d".,%]{1,10}$/.test(word) ? `0"${word}"` : 'General';
};
