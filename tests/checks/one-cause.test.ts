// One wrong cell of 表三 breaks its row and the official relation of its column: it is told once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { confront } from '../../pipeline/checks/confront.ts';
import { loadForms } from '../../pipeline/forms/load.ts';
import { itemName, itemsOf } from '../../pipeline/items.ts';
import type { Return } from '../../pipeline/model.ts';
import { sum } from '../../pipeline/sum.ts';
import { unit } from '../render/edition.ts';

const FORM = loadForms(join(import.meta.dirname, '../../templates')).find(({ id }) => id === 'annual-2021');
const TRUTH = JSON.parse(readFileSync(join(import.meta.dirname, '../sample/truth/2021.json'), 'utf8')).PT;

const found = (changed: Readonly<Record<string, string>>) => {
  if (FORM === undefined) throw new Error('no form annual-2021');
  const file = '平潭.xlsx';
  const ret: Return = {
    unit: 'PT',
    period: '2021',
    scope: 'own',
    form: FORM.id,
    delivery: { path: file, sha256: '1', size: 1 },
    observations: itemsOf(FORM).map(({ key }, nth) => {
      const amount = changed[itemName(key)] ?? TRUTH[`${key.table}.${key.row}.${key.column}`];
      return { ...key, value: { kind: 'count', amount, raw: amount }, ref: { file, sheet: '表', cell: `A${nth + 1}` } };
    }),
    texts: [],
    remarks: [],
    revision: { rank: 0, filledOn: null, answers: [] },
  };
  const plan = {
    period: '2021',
    form: FORM.id,
    due: null,
    title: null,
    organ: null,
    scope: 'own',
    phase: 'final',
    units: [unit('PT', '平潭综合实验区')],
  } as const;
  const totals = sum(FORM, plan, [ret]);
  const { findings, tally } = confront({
    plan,
    form: FORM,
    at: '2022-01-20',
    judgements: [],
    returns: [ret],
    totals,
    explanations: [],
    previous: null,
  });
  const fatal = findings.filter(({ severity, place }) => severity === 'fatal' && place.unit === 'PT');
  return { fatal, broken: tally.filter(({ broken }) => broken > 0).map(({ rule }) => rule) };
};

describe('表三 of 平潭 2021', () => {
  test('has nothing fatal as it was published', () => {
    expect(found({}).fatal).toEqual([]);
  });

  test('with two digits swapped has one finding, at that cell, with the value that was published', () => {
    const { fatal, broken } = found({ 't3.new_received.natural': '46' });
    expect(fatal.map(({ check, place, suggestion }) => [check, itemName(place as never), suggestion])).toEqual([
      ['adds-up', 't3.new_received.natural', '64'],
    ]);
    expect(fatal[0]?.message).toContain('应为 64（数字颠倒？）');
    expect(broken).toContain('H1');
  });
});
