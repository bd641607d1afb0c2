// Every folder of tests/cases/ raises exactly the findings that stand marked in it: `12«adds-up t.handled.*»`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadForms } from '../pipeline/forms/load.ts';
import { openReader } from '../pipeline/read/read.ts';
import { runCase } from './case.ts';

const CASES = join(import.meta.dirname, 'cases');
const FORMS = [...loadForms(join(CASES, 'forms')), ...loadForms(join(import.meta.dirname, '../templates'))];
const names = readdirSync(CASES).filter(name => existsSync(join(CASES, name, 'period.yaml')));
const reader = openReader();
afterAll(() => reader.close());

test('a folder without period.yaml is not passed over', () => {
  expect([...names, 'forms'].sort()).toEqual(readdirSync(CASES).sort());
});

test('a list of explanations is accepted and nobody’s return; beside a return it changes nothing', async () => {
  const told = async (name: string): Promise<readonly string[]> => {
    const { edition } = await runCase(join(CASES, name), FORMS, reader);
    return edition.judgements.map(({ delivery, unit, status, reason }) =>
      [delivery.path, unit ?? '', status, reason].join(' ').trim(),
    );
  };
  expect(await told('an-explained-finding')).toEqual(['核实说明.csv  accepted 核实说明，1 条', '甲局.csv A accepted']);
  expect(await told('explanations-in-a-return')).toEqual(['甲局.csv A accepted']);
});

describe('the findings of a case are those marked in it', () => {
  test.each(names)('%s', async name => {
    const { edition, due, found } = await runCase(join(CASES, name), FORMS, reader);
    expect(edition.failures).toEqual([]);
    expect(found).toEqual(due);
  });
});
