// rows, columns and rules of a form as .xlsx: the same form as from CSV, and mistakes told with their row.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../pipeline/fault.ts';
import { loadForms } from '../../pipeline/forms/load.ts';
import { folderWith } from '../files.ts';
import { copyOfTemplates, SMALL } from './folder.ts';

type Row = readonly ExcelJS.CellValue[];

const HEADER: Row =
  'id,on,name,scope,when,left,relation,right,tolerance,severity,missing,since,until,units,message,reasons,source,held,broken'.split(
    ',',
  );

/** A row of rules.xlsx. */
const rule = (cells: Readonly<Record<string, ExcelJS.CellValue>> = {}): Row => {
  const usual = { id: 'R1', name: '当面不多于收到', left: 'face', relation: '<=', right: 'total', severity: '强制性' };
  const all: Readonly<Record<string, ExcelJS.CellValue>> = { ...usual, ...cells };
  return HEADER.map(name => all[String(name)] ?? null);
};

/** The rows on the first sheet; `shape` changes the workbook before it is saved. */
const xlsx = async (
  rows: readonly Row[],
  shape: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('规则');
  sheet.addRows(rows.map(row => [...row]));
  shape(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const withRules = (bytes: Uint8Array | string) =>
  loadForms(folderWith({ ...SMALL, 'small/rules.xlsx': bytes }))[0]?.rules;

const faultOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = folderWith(files);
  try {
    loadForms(folder);
  } catch (error) {
    if (error instanceof Fault) return error.message.replaceAll(`${folder}/`, '');
    throw error;
  }
  return 'no fault';
};

test('the forms of the house saved as .xlsx are the same forms', async () => {
  const folder = copyOfTemplates();
  const before = loadForms(folder);
  let converted = 0;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.csv')) continue;
    const rows: string[][] = parse(readFileSync(join(folder, path)), { bom: true });
    writeFileSync(join(folder, path.replace(/csv$/u, 'xlsx')), await xlsx(rows));
    rmSync(join(folder, path));
    converted += 1;
  }
  expect(converted).toBe(9);
  const plain = (forms: typeof before): unknown =>
    JSON.parse(JSON.stringify(forms, (key, value) => (key === 'hash' || key === 'place' ? undefined : value)));
  expect(plain(loadForms(folder))).toEqual(plain(before));
});

test('numbers are plain decimals, = is a text, and rows keep their numbers', async () => {
  const cells = rule({ relation: '=', tolerance: 0.1, since: 2021, held: 'face=1; total=1' });
  const rules = withRules(
    await xlsx([[], HEADER, [], cells], sheet => {
      sheet.getCell('I4').numFmt = '0.00';
      sheet.getCell('L4').numFmt = '0"年"';
    }),
  );
  expect(rules).toMatchObject([{ relation: '=', tolerance: '0.1', since: 2021, held: ['face=1; total=1'] }]);
  expect(rules?.[0]?.place).toMatch(/small\/rules\.xlsx:4$/u);
});

test('the first visible sheet counts, with the rows that a filter hides', async () => {
  const bytes = await xlsx([['旧稿']], (sheet, book) => {
    sheet.state = 'hidden';
    const visible = book.addWorksheet('现行');
    visible.addRows([[...HEADER], [...rule()], [...rule({ id: 'R2' })]]);
    visible.getRow(3).hidden = true;
    book.addWorksheet('说明').addRow(['怎样填']);
  });
  expect(withRules(bytes)?.map(({ id }) => id)).toEqual(['R1', 'R2']);
});

describe('a mistake is a Fault with its row', () => {
  test.each<[string, readonly Row[], string]>([
    ['a cell', [HEADER, rule(), [], rule({ id: 'R2', since: 21 })], ':4: since "21" is no year'],
    ['a name', [HEADER, rule({ left: 'fase' })], ':2, left of R1: "fase" is no figure of this form'],
    ['an id twice', [HEADER, rule(), rule()], ':3: rule "R1" stands twice, first at small/rules.xlsx:2'],
    ['a column unknown', [[...HEADER, '备注']], ':1: column "备注" is unknown'],
    ['a column missing', [[], HEADER.slice(1)], ':2: column "id" is missing'],
    ['a note beside', [HEADER, [...rule(), null, '待议']], ':2: "待议" stands in no column'],
    [
      'a column without name',
      [
        [null, ...HEADER],
        ['甲', ...rule()],
      ],
      ':2: "甲" stands in no column',
    ],
    ['nothing', [], ':1: is empty'],
    [
      'a formula that failed',
      [HEADER, rule({ left: { formula: 'face+letter', result: { error: '#NAME?' } } })],
      ":2: F2 holds #NAME?; if a text begins with =, type ' before it",
    ],
    [
      'a formula without result',
      [HEADER, rule({ left: { formula: 'face*letter' } as ExcelJS.CellFormulaValue })],
      ':2: F2 holds a formula without result',
    ],
  ])('%s', async (_, rows, due) => {
    expect(faultOf({ ...SMALL, 'small/rules.xlsx': await xlsx(rows) })).toContain(`small/rules.xlsx${due}`);
  });

  test('a percentage, which could mean two things', async () => {
    const bytes = await xlsx([HEADER, rule({ tolerance: 0.05 })], sheet => {
      sheet.getCell('I2').numFmt = '0%';
    });
    expect(faultOf({ ...SMALL, 'small/rules.xlsx': bytes })).toContain(':2: tolerance "5%" is no number from 0');
  });

  test('cells merged over two rules', async () => {
    const bytes = await xlsx([HEADER, rule(), rule({ id: 'R2' })], sheet => sheet.mergeCells('Q2:Q3'));
    expect(faultOf({ ...SMALL, 'small/rules.xlsx': bytes })).toBe(
      'small/rules.xlsx:2: Q2:Q3 is merged; unmerge it and fill in each cell',
    );
  });

  test('a row of rows.xlsx, and a column of columns.xlsx', async () => {
    const { 'small/rows.csv': rows, 'small/columns.csv': columns, ...rest } = SMALL;
    const table = async (text: string): Promise<Uint8Array> => xlsx(parse(text, { skip_empty_lines: true }));
    const good = { 'small/rows.xlsx': await table(rows), 'small/columns.xlsx': await table(columns) };
    expect(faultOf({ ...rest, ...good })).toBe('no fault');
    const wrongRow = await table(rows.replace('t,face', 'u,face'));
    expect(faultOf({ ...rest, ...good, 'small/rows.xlsx': wrongRow })).toContain('small/rows.xlsx:3: table "u"');
    const wrongColumn = await table(columns.replace('head', 'main'));
    expect(faultOf({ ...rest, ...good, 'small/columns.xlsx': wrongColumn })).toContain(
      'small/columns.xlsx:2: column "value": kind is',
    );
  });
});

test.each(['rows', 'columns', 'rules'])('both files of %s are one too many', async name => {
  const csv = name === 'rules' ? { 'small/rules.csv': '' } : {};
  const files = { ...SMALL, ...csv, [`small/${name}.xlsx`]: await xlsx([HEADER]) };
  expect(faultOf(files)).toMatch(new RegExp(`^small/${name}\\.xlsx: stands beside ${name}\\.csv`, 'u'));
});

test('a file that is no .xlsx is told, and so are rows without form.yaml', async () => {
  expect(faultOf({ ...SMALL, 'small/rules.xlsx': HEADER.join() })).toMatch(/^small\/rules\.xlsx: cannot be read/u);
  expect(faultOf({ ...SMALL, 'small/rules.xlsx': '' })).toMatch(/^small\/rules\.xlsx: cannot be read/u);
  const cut = (await xlsx([HEADER])).subarray(0, 900);
  expect(faultOf({ ...SMALL, 'small/rules.xlsx': cut })).toMatch(/^small\/rules\.xlsx: cannot be read \(damaged/u);
  expect(faultOf({ 'lost/rows.xlsx': await xlsx([HEADER]) })).toBe('lost: form.yaml is missing');
});
