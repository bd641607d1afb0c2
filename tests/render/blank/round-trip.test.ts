// What is filled into a blank comes back as it was filled in, whatever program saved it.
import { beforeAll, expect, test } from 'vitest';
import { itemName, itemsOf } from '../../../pipeline/items.ts';
import type { Form, Reading } from '../../../pipeline/model.ts';
import { openReader } from '../../../pipeline/read/read.ts';
import { relationsOf } from '../../../pipeline/relations.ts';
import { planBlank } from '../../../pipeline/render/blank/cells.ts';
import { totalsOf } from '../../../pipeline/render/blank/totals.ts';
import { schemaErrors } from '../../ooxml.ts';
import { commandOf, convertAll, testWith } from '../../programs.ts';
import { blankOf, editionOf, FORMS, figuresIn, filledByPython, inputsOf } from './filling.ts';

const FIRST = FORMS.find(({ id }) => id === 'annual-2021') as Form;

test.each(FORMS)('the blank of $id is valid, and untouched it states nothing', async form => {
  const bytes = await blankOf(form);
  expect(await schemaErrors(bytes, 'xlsx')).toEqual([]);
  const { returns } = await editionOf(form, bytes);
  expect(returns[0]?.remarks).toEqual([]);
  expect(returns[0]?.observations.length).toBe(itemsOf(form).length);
  expect(returns[0]?.observations.every(({ value }) => value.kind === 'blank')).toBe(true);
});

/** Every input with a figure of its own, and what its totals must then be. */
const filling = (form: Form) => {
  const figures = new Map([...inputsOf(form).keys()].map((name, nth) => [name, (nth * 37 + 11) % 89] as const));
  const totals = totalsOf(planBlank(form));
  const due = (name: string): number =>
    figures.get(name) ?? totals.get(name)?.parts.reduce((sum, part) => sum + due(itemName(part.key)), 0) ?? Number.NaN;
  const cells = [...inputsOf(form)].map(([name, [sheet, cell]]) => [sheet, cell, figures.get(name) ?? 0] as const);
  return { cells, due: new Map(itemsOf(form).map(({ key }) => [itemName(key), String(due(itemName(key)))] as const)) };
};

const proseOf = (form: Form): readonly string[] => form.texts.map((_, nth) => `这是第 ${nth} 项文字材料，供核对。`);

/** Below the title and the unit, each section that is not its text's own name takes a row. */
const textRows = ({ texts }: Form): readonly number[] => {
  let row = 2;
  return texts.map(({ section, label }, nth) => {
    if (section !== texts[nth - 1]?.section && section !== label.text) row += 1;
    row += 1;
    return row;
  });
};

const filled = async (form: Form): Promise<Uint8Array> => {
  const texts = textRows(form).map((row, nth) => ['文字材料', `B${row}`, proseOf(form)[nth] ?? ''] as const);
  return filledByPython(await blankOf(form), [...filling(form).cells, ...texts]);
};

/** Two figures of which one is more than the other allows. */
const broken = async (): Promise<Uint8Array> => {
  const cells = inputsOf(FIRST);
  const at = (name: string, value: number) => [...(cells.get(name) ?? ['', '']), value] as [string, string, number];
  return filledByPython(await blankOf(FIRST), [at('t3.new_received.natural', 5), at('t3.granted.natural', 4)]);
};

/** What LibreOffice saves of all these, by name: it is started once a format. */
const saved = {
  xlsx: new Map<string, Uint8Array>(),
  ods: new Map<string, Uint8Array>(),
  xls: new Map<string, Uint8Array>(),
};
type Format = keyof typeof saved;
const FORMATS = Object.keys(saved) as Format[];
const savedAs = (format: Format, name: string): Uint8Array => saved[format].get(name) ?? new Uint8Array();

beforeAll(async () => {
  if (commandOf('soffice') === null || commandOf('python3') === null) return;
  const all = new Map<string, Uint8Array>();
  for (const form of FORMS) all.set(form.id, await filled(form));
  all.set('untouched', await blankOf(FIRST));
  all.set('broken', await broken());
  for (const format of FORMATS) {
    const documents = convertAll([...all.values()], 'xlsx', format);
    for (const [nth, name] of [...all.keys()].entries()) saved[format].set(name, documents[nth] as Uint8Array);
  }
});

testWith('soffice', 'python3').each(FORMS)(
  'what is filled into the blank of $id is read in every format, under any name',
  async form => {
    const { due } = filling(form);
    for (const format of FORMATS) {
      const { returns, judgements } = await editionOf(form, savedAs(format, form.id), `新建表格(1).${format}`);
      expect(judgements.map(({ reason }) => reason)).toEqual(['']);
      expect(returns[0]?.unit).toBe('01');
      // These programs keep no results of totals, which is said.
      expect(returns[0]?.remarks.filter(({ due }) => due !== 'recomputed')).toEqual([]);
      expect(Object.fromEntries(figuresIn(returns[0] as never))).toEqual(Object.fromEntries(due));
      expect(returns[0]?.texts.map(({ text }) => text)).toEqual(proseOf(form));
    }
  },
);

const readingOf = async (bytes: Uint8Array): Promise<Reading> => {
  const reader = openReader();
  try {
    return await reader.read(bytes);
  } finally {
    await reader.close();
  }
};

// From .xls the mark is not read again; there the cover says whose it is, as the test above has it.
testWith('soffice', 'python3').each(['xlsx', 'ods'] as const)(
  'LibreOffice keeps the mark of the unit in .%s',
  async format => {
    const reading = await readingOf(savedAs(format, 'untouched'));
    expect(reading.kind === 'grid' && reading.grid.properties.get('nianbao-unit')).toBe('01');
  },
);

testWith('soffice', 'python3')('the self-check says what is broken, and no cell is an error', async () => {
  const reading = await readingOf(savedAs('xlsx', 'broken'));
  const shown =
    reading.kind !== 'grid' ? [] : reading.grid.sheets.flatMap(({ cells }) => cells.map(cell => cell.shown));
  expect(shown.filter(text => text.startsWith('#'))).toEqual([]);
  expect(shown.filter(text => text === '不符').length).toBe(2);
  expect(shown.some(text => text.startsWith('2 处不符'))).toBe(true);
});

testWith('python3')('a blank on which 零报告 is ticked states zeros; with figures besides it is told', async () => {
  const ticked = ['封面', 'B11', '是'] as const;
  const { returns } = await editionOf(FIRST, filledByPython(await blankOf(FIRST), [ticked]));
  expect(new Set(returns[0]?.observations.map(({ value }) => value.kind))).toEqual(new Set(['nil']));
  const [sheet = '', cell = ''] = inputsOf(FIRST).get('t2.permit') ?? [];
  const both = await editionOf(FIRST, filledByPython(await blankOf(FIRST), [ticked, [sheet, cell, 3]]));
  expect(both.returns[0]?.remarks.map(({ kind }) => kind)).toEqual(['zero-report-disagrees']);
  expect(figuresIn(both.returns[0] as never).get('t2.permit')).toBe('3');
});

test('every total that adds itself up is a sum of the form, and every sum of a total is one', () => {
  const totals = totalsOf(planBlank(FIRST));
  expect(totals.size).toBe(new Set(relationsOf(FIRST).map(({ whole }) => itemName(whole.key))).size);
});
