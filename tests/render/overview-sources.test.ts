// Every sum of the overview down to its cells: what its script is given.
import { expect, test } from 'vitest';
import type { Edition, Return } from '../../pipeline/model.ts';
import { sourcesJson } from '../../pipeline/render/overview/sources.ts';
import { sum } from '../../pipeline/sum.ts';
import { confronted, FORM, plan, ret } from '../made.ts';

interface Given {
  readonly units: readonly string[];
  readonly places: readonly (readonly [string, string])[];
  readonly figures: readonly {
    readonly item: string;
    readonly missing: readonly number[];
    readonly from: readonly (readonly [number, string, number, string, ...(string | null)[]])[];
  }[];
}

const editionOf = (returns: readonly Return[]): Edition => ({
  ...confronted(returns, { totals: sum(FORM, plan(), returns) }),
  findings: [],
  tally: [],
  failures: [],
  madeFrom: null,
});

const given = (returns: readonly Return[]): Given =>
  JSON.parse(Buffer.from(sourcesJson(editionOf(returns)), 'latin1').toString());

/** Tables that were sent one a file, as WPS names their sheets: all alike. */
const inTwoFiles = (): Return => {
  const whole = ret('01', { 'app.granted.natural': '5', 'list.press': '7' });
  return {
    ...whole,
    observations: whole.observations.map(observation => ({
      ...observation,
      ref: { ...observation.ref, file: observation.table === 'app' ? '01.xlsx' : '表二.xlsx', sheet: 'Sheet1' },
    })),
  };
};

test('each figure leads to the file and sheet that it stands in, also where two files of a unit name theirs alike', () => {
  const returns = [inTwoFiles(), ret('02', { 'app.granted.natural': '3', 'list.press': null })];
  const { places, figures } = given(returns);
  for (const { item, from } of figures)
    expect(from.map(([unit, raw, place, cell]) => [unit, raw, places[place]?.join('!'), cell])).toEqual(
      returns.flatMap(({ observations }, unit) =>
        observations
          .filter(
            ({ table, row, column }) => item === (column === 'value' ? `${table}.${row}` : `${table}.${row}.${column}`),
          )
          .map(({ value, ref }) => [unit, value.raw, `${ref.file}!${ref.sheet}`, ref.cell]),
      ),
    );
  expect(places).toEqual([
    ['01.xlsx', 'Sheet1'],
    ['02.xlsx', '统计表'],
    ['表二.xlsx', 'Sheet1'],
  ]);
});

test('what is counted is said where it is not what was typed, and who is not in a sum is named', () => {
  const { figures } = given([ret('01', { 'list.press': '无' }), ret('02', { 'list.press': '3-1' })]);
  const press = figures.find(({ item }) => item === 'list.press');
  expect(press?.from.map(([unit, raw, , , amount]) => [unit, raw, amount])).toEqual([
    [0, '无', '0'],
    [1, '3-1', null],
  ]);
  expect(press?.missing).toEqual([1, 2]);
});
