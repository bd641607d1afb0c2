// Placements become observations: one a figure, in the form's order, with its place.
import { describe, expect, test } from 'vitest';
import { itemName } from '../../pipeline/items.ts';
import { normalize } from '../../pipeline/normalize/normalize.ts';
import { recognise } from '../../pipeline/recognise/recognise.ts';
import { type Content, gridOf } from '../grid.ts';
import { type Block, reworded, toSheet } from '../recognise/block.ts';
import { printed } from '../recognise/printed.ts';
import { formOf } from '../recognise/read.ts';

const FORM = formOf('annual-2021');
const T2 = printed(FORM, 't2');

const answersOf = (...blocks: readonly Block[]) => {
  const { placements } = recognise(
    gridOf(...blocks.map((block, index) => toSheet(block, { name: `表${index}` }))),
    FORM,
    2021,
  );
  const { observations, remarks } = normalize(FORM, placements);
  const byItem = new Map(observations.map(({ value, ref, ...key }) => [itemName(key), { value, ref }]));
  return { byItem, observations, remarks };
};

const with_ = (label: string, ...figures: readonly Content[]): Block => ({
  ...T2,
  merges: [],
  rows: T2.rows.map(row => (row[0] === label ? [label, ...figures] : row)),
});

test('observations stand in the form’s order, whatever the order on the sheet', () => {
  const turnedAround = printed(FORM, 't2', { order: ['valid', 'repealed', 'made'] });
  const names = (block: Block) => answersOf(block).observations.map(({ value: _, ref: __, ...key }) => itemName(key));
  expect(names(turnedAround)).toEqual(names(T2));
});

test('a figure that was not typed is blank at the cell where it would stand', () => {
  expect(answersOf(with_('行政许可')).byItem.get('t2.permit')).toEqual({
    value: { kind: 'blank', raw: '' },
    ref: { file: '', sheet: '表0', cell: 'B8' },
  });
});

describe('money', () => {
  const fee = (heading: string, content: Content) => {
    const block = reworded(with_('行政事业性收费', content), { '本年收费金额（单位：万元）': heading });
    const { byItem, remarks } = answersOf(block);
    return [byItem.get('t2.fee_wan')?.value, remarks.map(({ stated, due }) => `${stated} → ${due}`)];
  };

  test('in 万元 is taken as it is', () => {
    expect(fee('本年收费金额（单位：万元）', 12.5)).toEqual([{ kind: 'count', amount: '12.5', raw: '12.5' }, []]);
  });

  test('below a heading in 元 is converted to the fen, and that is said', () => {
    expect(fee('本年收费金额（单位：元）', 251000.01)).toEqual([
      { kind: 'count', amount: '25.100001', raw: '251000.01' },
      ['251000.01 → 25.100001万元'],
    ]);
  });

  test('with its own unit overrules the heading', () => {
    expect(fee('本年收费金额（单位：元）', '3万元')[0]).toMatchObject({ kind: 'count', amount: '3' });
  });
});

describe('a figure that stands in two places', () => {
  const twice = (first: Content, second: Content) =>
    answersOf(with_('行政许可', first), with_('行政许可', second)).byItem.get('t2.permit')?.value;

  test('counts once where both agree', () => {
    expect(twice(12, '12件')).toMatchObject({ kind: 'count', amount: '12' });
    expect(twice(0, '无')).toMatchObject({ kind: 'count', amount: '0' });
  });

  test('is the filled one where the other is blank', () => {
    expect(twice(null, 12)).toMatchObject({ kind: 'count', amount: '12' });
  });

  test('cannot be read where they differ, and both are shown', () => {
    expect(twice(12, 13)).toEqual({ kind: 'unreadable', reason: 'two-cells', raw: 'B8 12；B8 13' });
  });
});
