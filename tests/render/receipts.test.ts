// What units are told of what they sent: receipts and letters.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Edition } from '../../pipeline/model.ts';
import { receiptsOf, receiptText } from '../../pipeline/render/receipts/receipt.ts';
import { receipts } from '../../pipeline/render/receipts.ts';
import { casesOf } from '../../pipeline/render/returned/cases.ts';
import { lettersOf } from '../../pipeline/render/returned/letter.ts';
import { confronted, finding, judgement, ret } from '../made.ts';
import { schemaErrors } from '../ooxml.ts';

const edition = (more: Partial<Edition> = {}): Edition => ({
  ...confronted([ret('01', { 'list.press': '', 'list.fee': '2.5' })]),
  at: '2026-02-01T09:30:00+08:00',
  judgements: [
    judgement(),
    judgement({
      delivery: { path: '旧/a.xlsx', sha256: 'fedcba98765', size: 1 },
      status: 'superseded',
      reason: '已由更正后的报表替代',
    }),
    judgement({
      delivery: { path: '@民政局.doc', sha256: '11112222333', size: 1 },
      unit: '02',
      status: 'rejected',
      reason: '文件不是电子表格',
    }),
  ],
  findings: [
    finding({ severity: 'fatal', explainable: false }),
    finding({ id: 'f0123456789b' }),
    finding({ id: 'f0123456789c', severity: 'info' }),
  ],
  tally: [],
  failures: [],
  madeFrom: null,
  ...more,
});

test('a receipt says what counts, what does not and why, and what is asked', () => {
  const [first, second, ...others] = receiptsOf(edition()).map(receipt => receiptText(edition(), receipt));
  expect(first?.split('\n')).toEqual([
    '教育局：截至2026年2月1日 09:30，贵单位2025年报表收到 2 个文件。',
    '已计入：教育局.xlsx（校验码 01234567），共 12 项数据。',
    '未计入：a.xlsx（校验码 fedcba98），已由更正后的报表替代。',
    '审核：须更正 1 处，请核实 1 处，详见退回的工作簿。',
  ]);
  expect(second).toContain('目前没有一个能够计入');
  expect(second).toContain('未计入：@民政局.doc（校验码 11112222），文件不是电子表格。');
  expect(others).toEqual([]);
});

test('the workbook of receipts is whole, and nothing in it is a formula', async () => {
  const [document] = await receipts.render(edition());
  expect(document?.path).toBe('收件回执.xlsx');
  const parts = Object.entries(unzipSync(document?.bytes ?? new Uint8Array()));
  const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets).toHaveLength(2);
  for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/u);
  expect(await schemaErrors(document?.bytes ?? new Uint8Array(), 'xlsx')).toEqual([]);
  expect(await receipts.render(edition({ judgements: [] }))).toEqual([]);
});

test('a letter names the date while it is ahead, the problems, and what is left to fill in', () => {
  const textOf = (made: Edition): string => JSON.stringify(lettersOf(made, casesOf(made)).map(({ blocks }) => blocks));
  const late = textOf(edition());
  expect(late).toContain('须更正 1 处，请核实 1 处');
  expect(late).toContain('于收到后三个工作日内发回');
  expect(late).toContain('【待补：联系人、电话】');
  expect(late).toContain('写明理由');
  expect(textOf(edition({ at: '2026-01-20' }))).toContain('于2026年1月31日前发回');
  expect(textOf(edition({ findings: [finding({ severity: 'fatal', explainable: false })] }))).not.toContain('写明理由');
});

test('only findings that somebody must answer make a case, at the file that they are of', () => {
  const ref = { file: '旧/a.xlsx', sheet: '表', cell: 'A1' };
  expect(casesOf(edition({ findings: [finding({ severity: 'info' })] }))).toEqual([]);
  expect(casesOf(edition({ findings: [finding({ status: 'explained' })] }))).toEqual([]);
  // Of a file that another replaced nobody is asked: what is said of it goes with the one that counts.
  const [one, ...others] = casesOf(edition({ findings: [finding({ place: { unit: '01', ref } })] }));
  expect([one?.delivery.path, others]).toEqual(['教育局.xlsx', []]);
});
