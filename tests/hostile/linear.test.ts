// Every parser of other people's texts takes time in proportion to their length, whatever they repeat.
import { describe, expect, test } from 'vitest';
import { cleaned, takenApart } from '../../pipeline/explain/wording.ts';
import { findingId, isFindingId } from '../../pipeline/finding-id.ts';
import { closest, nearest, normalizeLabel, plainLabel } from '../../pipeline/label.ts';
import { clean } from '../../pipeline/normalize/clean.ts';
import { countingWord } from '../../pipeline/normalize/counting-word.ts';
import { dateIn, revisionRank } from '../../pipeline/normalize/dates.ts';
import { saysNone, saysNotApplicable } from '../../pipeline/normalize/nothing.ts';
import { toValue } from '../../pipeline/normalize/number.ts';
import { parseNumeral } from '../../pipeline/normalize/numeral.ts';
import { partIn } from '../../pipeline/normalize/part-of-year.ts';
import { squash, unitNames } from '../../pipeline/normalize/unit-names.ts';
import { isDay, isPeriod } from '../../pipeline/period.ts';
import { proofread } from '../../pipeline/proofread/proofread.ts';
import { isHtml, readHtml } from '../../pipeline/read/document/html.ts';
import { parseFormat } from '../../pipeline/read/format.ts';
import { parseFormula } from '../../pipeline/read/formula/parse.ts';
import { shiftFormula } from '../../pipeline/read/formula/shift.ts';
import { plainDecimal } from '../../pipeline/read/number.ts';
import { plainFormula } from '../../pipeline/read/ods/formula.ts';
import { unescapeText } from '../../pipeline/read/xlsx/text.ts';
import { walkXml } from '../../pipeline/read/xml.ts';
import { isOtherTime, isThisTime } from '../../pipeline/recognise/other-time.ts';
import { printable } from '../../pipeline/render/report/escape.ts';
import { grouped } from '../../pipeline/render/report/number-text.ts';
import { timeOf } from '../../pipeline/time.ts';
import { yearsIn, yearsInName } from '../../pipeline/years.ts';
import { processorTime } from '../processor-time.ts';
import { FORMS } from './among.ts';

const names = unitNames(
  ['教育局', '西峰区人民政府办公室'].map((name, i) => ({
    code: `${i}`,
    name,
    aliases: [],
    group: '',
    parent: null,
    since: null,
    until: null,
    contact: '',
  })),
);
const row = FORMS.flatMap(form => form.tables).flatMap(table => table.rows)[0];

/** The XML as far as it is sound. */
const walked = (xml: string): void => {
  try {
    walkXml(Buffer.from(xml), '', 'root', { open: () => {}, text: () => {} });
  } catch {}
};

const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  cleaned: text => cleaned(text, 1_000),
  takenApart,
  findingId: text => findingId([text]),
  isFindingId,
  normalizeLabel,
  plainLabel,
  nearest: text => nearest(text, [['部分公开', 1]]),
  closest: text => closest(text.slice(0, 200), ['部分公开'], 3),
  clean,
  countingWord,
  dateIn,
  revisionRank,
  saysNone,
  saysNotApplicable,
  toValue: text =>
    toValue({ typed: { kind: 'text', text }, shown: text }, { unit: row?.unit ?? '件', measure: 'count' }),
  'toValue in words': text =>
    toValue({ typed: { kind: 'text', text }, shown: text }, { unit: '万元', measure: 'money' }),
  parseNumeral,
  partIn,
  squash,
  unitNames: text => [names.like(text), names.bearers(text), names.within(text)],
  isPeriod,
  isDay,
  timeOf,
  yearsIn,
  yearsInName,
  isOtherTime: text => [isOtherTime(text, 2021), isThisTime(text, 2021)],
  proofread: text => proofread([text], null),
  'proofread lines': text => proofread(text.split('\n'), null),
  readHtml: text => [isHtml(text), readHtml(text)],
  parseFormat,
  parseFormula,
  shiftFormula: text => shiftFormula(text, 1, 1),
  plainDecimal,
  plainFormula,
  unescapeText,
  'walkXml: text': text => walked(`<a>${text}</a>`),
  'walkXml: a value': text => walked(`<a b="${text}"/>`),
  'walkXml: a tag': text => walked(`<a${text}/>`),
  'walkXml: asides': text => walked(`<!--${text}--><?a ${text}?><a><![CDATA[${text}]]></a>`),
  printable,
  grouped,
};

/** What makes patterns go back and forth: openings that never close, and pieces that two parts of a pattern could take. */
const REPEATED: readonly string[] = [
  ' ',
  '\n',
  '\t',
  '\u3000',
  '0',
  '1',
  '9,',
  '1,234',
  '1.',
  '.',
  '-',
  '—',
  '+1',
  'e',
  '1e5',
  '（',
  '）',
  '((',
  '[',
  '［1］',
  '【',
  '《',
  '“',
  '"',
  '"a',
  "'",
  '<',
  '<a',
  '<!--',
  '<p>',
  '<table>',
  '</',
  '&',
  '&amp',
  '_x',
  '_x0041_',
  '{{',
  '年',
  '2021',
  '2021年',
  '2021年1月',
  '〔2021〕',
  '二〇二一',
  '一',
  '十',
  '百万',
  '零',
  '万',
  '余',
  '近5000',
  '多件',
  '件',
  '1件',
  '12件，',
  '其中',
  '其中：',
  '其中，收到1件、',
  '收到申请92件，其中',
  '占10%',
  '%',
  '同比增长3.1%，',
  '增长',
  '分别为1、2、',
  '、',
  '，',
  '。',
  '；',
  '：',
  ':',
  '一、',
  '（一）',
  '1.1.',
  '第1条',
  'a',
  'A1',
  'A1:',
  '$A$1',
  'SUM(',
  '(',
  ',',
  'a b',
  '教育局',
  '县',
  '填报单位：',
  '更正',
  '第二次',
  '(2)',
  '/',
  '\\',
  '|',
  '\u202e',
  '\u0300',
  '😀',
  '\ud800',
  '区分处理的，只计这一情形，',
];

/** Of the processor and of this thread alone: what else the machine does hardly counts. */
const secondsOf = (act: () => unknown): number => {
  const started = processorTime();
  act();
  return (processorTime() - started) / 1_000;
};

const LENGTH = 30_000;

/** The least of several times: what else the thread does, such as collecting garbage, only adds to it. */
const fastest = (act: () => unknown, times: number): number =>
  Math.min(...Array.from({ length: times }, () => secondsOf(act)));

/** How many times as long four times as much takes: 4 of a linear parser, 16 of a quadratic one. */
const growth = (parser: (text: string) => unknown, text: (length: number) => string): number =>
  fastest(() => parser(text(4 * LENGTH)), 3) /
  Math.max(
    0.001,
    fastest(() => parser(text(LENGTH)), 3),
  );

describe.each(Object.entries(PARSERS))('%s', (_, parser) => {
  test('takes no more than its share for four times as much', () => {
    const slow = REPEATED.flatMap(piece => {
      const text = (length: number): string => `第1${piece.repeat(length / piece.length)}!`;
      // A quadratic one takes seconds for the longer of the two; only what is not quick at once is measured with care.
      const once = secondsOf(() => parser(text(4 * LENGTH)));
      if (once < 0.1) return [];
      const ratio = growth(parser, text);
      return ratio > 10 && growth(parser, text) > 10
        ? [`${JSON.stringify(piece)} ${once} s, ×${ratio.toFixed(1)}`]
        : [];
    });
    expect(slow).toEqual([]);
  });
});
