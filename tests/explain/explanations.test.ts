// Lists of explanations: found by their header, read line by line, parted from the tables beside them.
import { describe, expect, test } from 'vitest';
import { explanationsIn } from '../../pipeline/explain/explanations.ts';
import type { Explanation } from '../../pipeline/model.ts';
import { type Content, gridOf } from '../grid.ts';

const [ONE, TWO] = ['f0123456789a', 'fabcdefabcde-2'];

type Rows = readonly (readonly Content[])[];

const read = (...sheets: readonly Rows[]) => explanationsIn(gridOf(...sheets), '说明.xlsx');

const said = ({ finding, reason, text, by, on, ref }: Explanation): string =>
  [finding, reason, text, by, on ?? '', ref.cell].join(' | ');

const saidIn = (...sheets: readonly Rows[]): readonly string[] => read(...sheets).explanations.map(said);

describe('a list', () => {
  test('is read by its header, in any order of columns', () => {
    expect(
      saidIn([
        ['说明人', '日期', '原因/理由', '编号', '说 明'],
        ['张某', '2026年1月20日', '口径', ONE, '数字属实'],
        ['', { kind: 'date', iso: '2026-01-21T08:00:00' }, '', TWO, '上年已办结'],
      ]),
    ).toEqual([`${ONE} | 口径 | 数字属实 | 张某 | 2026-01-20 | E2`, `${TWO} |  | 上年已办结 |  | 2026-01-21 | E3`]);
  });

  test('may be a copy of findings.csv, and what was explained in it before is taken apart again', () => {
    expect(
      saidIn([
        ['id', 'message', 'status', 'explanation'],
        [ONE, '……', 'open', ''],
        [TWO, '……', 'explained', '原因：口径；说明：数字属实（张某，2026-01-20）'],
      ]),
    ).toEqual([`${TWO} | 口径 | 数字属实 | 张某 | 2026-01-20 | D3`]);
  });

  test('may stand below a title and beside a return, and is not among the tables then', () => {
    const table = [['指标', '数量'] as const, ['收到申请', 5] as const];
    const cover = [['甲局退回更正说明'], [], ['编号', '所填', '说明'], [ONE, 5, '属实'], [TWO, 6, '']];
    const { rest, explanations } = read(cover, table);
    expect(explanations.map(said)).toEqual([`${ONE} |  | 属实 |  |  | C4`]);
    expect(rest.sheets.map(({ name }) => name)).toEqual(['表2']);
    expect(read([...cover, [], ...table]).rest.sheets[0]?.cells.map(({ shown }) => shown)).toEqual([
      '甲局退回更正说明',
      '指标',
      '数量',
      '收到申请',
      '5',
    ]);
  });

  test('in which nothing was filled in is a list all the same', () => {
    const rows = [['编号', '说明'] as const, [ONE] as const];
    expect(read(rows)).toMatchObject({ list: 'ours', explanations: [], rest: { sheets: [] } });
  });

  test('keeps a number that a spreadsheet damaged, so that it can be named', () => {
    expect(
      saidIn([
        ['编号', '说明'],
        [ONE, '属实'],
        ['f01234', '也属实'],
      ]),
    ).toHaveLength(2);
  });

  test('begins within the first twenty rows or not at all', () => {
    const blank = Array.from({ length: 20 }, () => []);
    expect(read([...blank, ['编号', '说明'], [ONE, '属实']]).list).toBe('none');
  });
});

test('columns 编号 and 说明 without a number of ours are left to the return', () => {
  const rows = [['编号', '指标', '数量', '说明'] as const, ['1', '收到申请', 5, '含上年结转'] as const];
  expect(read(rows)).toEqual({ list: 'foreign', explanations: [], rest: gridOf(rows) });
});

describe('what was written', () => {
  const textOf = (text: string): string =>
    read([
      ['编号', '说明'],
      [ONE, text],
    ]).explanations[0]?.text ?? '';

  test('is one line without control characters', () => {
    expect(textOf('一\u0000、\n二\u202e\t三\ud800')).toBe('一 、 二 三');
  });

  test('has at most a thousand characters', () => {
    expect(textOf('长'.repeat(5000))).toBe(`${'长'.repeat(999)}…`);
  });
});
