// Which figures are parts of which.
import { expect, test } from 'vitest';
import { itemName } from '../pipeline/items.ts';
import type { Form } from '../pipeline/model.ts';
import { relationsOf } from '../pipeline/relations.ts';
import { FORM } from './made.ts';
import { FORMS, formNamed } from './render/house.ts';

const told = (form: Form): readonly string[] =>
  relationsOf(form).map(
    ({ rule, kind, whole, parts }) =>
      `${rule} | ${itemName(whole.key)} ${kind === 'exhaustive' ? '=' : '≥'} ${parts.map(part => itemName(part.key)).join(' + ')}`,
  );

test('rows add up in each column, and columns in each row', () => {
  expect(told(FORM)).toEqual([
    'app.handled.* | app.handled.natural = app.granted.natural + app.denied.natural',
    'app.*.total | app.granted.total = app.granted.natural + app.granted.legal',
    'app.handled.* | app.handled.legal = app.granted.legal + app.denied.legal',
    'app.handled.* | app.handled.total = app.granted.total + app.denied.total',
    'app.*.total | app.denied.total = app.denied.natural + app.denied.legal',
    'app.*.total | app.handled.total = app.handled.natural + app.handled.legal',
    'list.press | list.press ≥ list.press_lead',
  ]);
});

test('a part of a whole that the form does not ask relates to nothing', () => {
  const tables = FORM.tables.map(table => ({ ...table, rows: table.rows.filter(({ id }) => id !== 'handled') }));
  expect(told({ ...FORM, tables }).filter(line => line.includes('handled'))).toEqual([]);
});

test('the form of 2021 has H2, H3 and H4 of the crosschecks', () => {
  const all = relationsOf(formNamed('annual-2021'));
  const rules = Map.groupBy(all, ({ rule }) => rule);
  expect([...rules].map(([rule, relations]) => [rule, relations.length])).toEqual([
    ['t3.*.total', 25],
    ['t3.handled_total.*', 7],
    ['t4.rev_total', 1],
    ['t4.dir_total', 1],
    ['t4.post_total', 1],
  ]);
  expect(new Set(all.map(({ severity }) => severity))).toEqual(new Set(['fatal']));
  expect(rules.get('t3.handled_total.*')?.map(({ parts }) => parts.length)).toEqual(
    Array.from({ length: 7 }, () => 21),
  );
});

test('no figure of a form is a part of itself, however far down', () => {
  for (const form of FORMS) {
    const relations = relationsOf(form);
    const below = (name: string, passed: readonly string[]): void => {
      expect(passed).not.toContain(name);
      for (const { whole, parts } of relations)
        if (itemName(whole.key) === name) for (const part of parts) below(itemName(part.key), [...passed, name]);
    };
    for (const { whole } of relations) below(itemName(whole.key), []);
  }
});
