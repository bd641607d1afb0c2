// An explanation in one sentence, as findings.csv and the report print it, and taken apart again: a list may be a copy of ours.
import type { Explanation } from '../model.ts';

type Said = Pick<Explanation, 'reason' | 'text' | 'by' | 'on'>;

/** `原因：…；说明：…（姓名，日期）`, without what is not there. */
export const sentenceOf = ({ reason, text, by, on }: Said): string => {
  const said = [reason === '' ? '' : `原因：${reason}`, text === '' ? '' : `说明：${text}`].filter(part => part !== '');
  const signature = [by, on ?? ''].filter(part => part !== '');
  return `${said.join('；')}${signature.length === 0 ? '' : `（${signature.join('，')}）`}`;
};

/** What our own sentence was made of; any other text as it is. */
export const takenApart = (sentence: string): Said => {
  const asText: Said = { reason: '', text: sentence, by: '', on: null };
  const readings = [SIGNED, UNSIGNED].map(pattern => {
    const [, reason = '', text = '', by = '', on = null] = pattern.exec(sentence) ?? [];
    return { reason, text, by, on };
  });
  // A name with brackets or commas in it is left in the text rather than guessed at.
  return readings.find(said => sentenceOf(said) === sentence) ?? asText;
};

const UNSIGNED = /^(?:原因：(.*?))?(?:(?:^|；)说明：(.*))?$/u;
const SIGNED = /^(?:原因：(.*?))?(?:(?:^|；)说明：(.*?))?（([^（），]*?)，?(\d{4}-\d\d-\d\d)?）$/u;

/** One line without control characters and at most `longest` characters. */
export const cleaned = (text: string, longest: number): string => {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd\ufffe\uffff]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const signs = [...line];
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : line;
};
