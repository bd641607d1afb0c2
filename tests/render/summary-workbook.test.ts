// The sums as a workbook: its formulas give what the run gives, every figure leads to its cell, and nothing hostile runs.
import type exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { itemName, itemsOf } from '../../pipeline/items.ts';
import type { Edition, Form, Return, Unit } from '../../pipeline/model.ts';
import { checklistWorkbook } from '../../pipeline/render/checklist-workbook.ts';
import { matrixOf, sumCell } from '../../pipeline/render/summary/matrix.ts';
import { summaryWorkbook } from '../../pipeline/render/summary-workbook.ts';
import { upwardWorkbook } from '../../pipeline/render/upward-workbook.ts';
import { partsOf, zipOf } from '../../pipeline/render/zip.ts';
import { sum } from '../../pipeline/sum.ts';
import { fileWith } from '../files.ts';
import { FORM, finding, ret, unit, value } from '../made.ts';
import { schemaErrors } from '../ooxml.ts';
import { convert, python, testWith } from '../programs.ts';
import { madeEdition } from './edition.ts';
import { FORMS, formNamed, KIT } from './house.ts';
import { opened, writtenBy } from './written.ts';

const render = writtenBy(summaryWorkbook);

const editionOf = (
  form: Form,
  units: readonly Unit[],
  returns: readonly Return[],
  previous: Edition | null = null,
): Edition => {
  const made = madeEdition({ form, previous });
  const plan = { ...made.plan, units };
  return { ...made, plan, returns, totals: sum(form, plan, returns) };
};

const UNITS = [
  unit('01', '教育局'),
  unit('02', '民政局'),
  unit('11', '董志镇', '乡镇'),
  unit('12', '后官寨镇', '乡镇'),
  unit('21', '某公司', ''),
];
/** Every kind of value, money that binary fractions cannot hold, a computed total and a unit that did not file. */
const MIXED = [
  ret('01', { 'list.fee': '0.1', 'list.press': '13000余', 'app.granted.total': '', 'app.granted.natural': '3' }),
  ret('02', { 'list.fee': '0.2', 'list.press': '无', 'app.denied.natural': '12 +3', 'app.handled.natural': '不适用' }),
  ret(
    '11',
    {
      'list.fee': '24252.311082',
      'list.press': null,
      'app.handled.total': '7',
      'app.granted.total': '',
      'app.denied.total': '',
    },
    {},
    '',
  ),
  ret('21', { 'list.fee': '约3', 'list.change': '-5' }),
];
const BEFORE = editionOf(FORM, UNITS, MIXED.slice(0, 3));

const totalsIn = (book: exceljs.Workbook, edition: Edition): readonly unknown[] => {
  const matrix = matrixOf(edition);
  const sheet = book.getWorksheet('各单位明细');
  return itemsOf(edition.form).map(({ key }) => sheet?.getCell(sumCell(matrix.rowOf.get(itemName(key)) ?? 0)).result);
};

const ours = ({ totals }: Edition): readonly unknown[] =>
  totals.filter(({ group }) => group === '*').map(total => (total.unitsIn.length === 0 ? '' : Number(total.value)));

// Nor with links: LibreOffice takes a linked formula without a result for an empty cell.
const withoutResults = (part: Uint8Array): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder()
      .decode(part)
      .replaceAll(' t="str"', '')
      .replace(/<hyperlinks>.*<\/hyperlinks>/su, '')
      .replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, (_, formula: string) => `${formula}<v>987654321</v>`),
  );

// It trusts the results in a workbook that says it is Excel's, and reckons those of any other.
const byNobody = (part: Uint8Array): Uint8Array =>
  new TextEncoder().encode(new TextDecoder().decode(part).replace('Microsoft Excel', 'nobody'));

const LISTING = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
formulas = openpyxl.load_workbook(sys.argv[2])
for sheet in formulas:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == 'f':
                value = book[sheet.title][cell.coordinate].value
                print(sheet.title, cell.coordinate, '' if value in (None, '') else repr(round(float(value), 9)))
`;

import { processorTime } from '../processor-time.ts';

const results = (bytes: Uint8Array, formulas: Uint8Array): readonly string[] =>
  python(LISTING, fileWith('values.xlsx', bytes), fileWith('formulas.xlsx', formulas)).trim().split('\n');

describe('the sums', () => {
  test('stand in the workbook as the run has them', async () => {
    const edition = editionOf(FORM, UNITS, MIXED);
    expect(totalsIn(await opened(await render(edition)), edition)).toEqual(ours(edition));
  });

  testWith('soffice', 'python3')('are what a spreadsheet reckons from the figures', { timeout: 180_000 }, async () => {
    const bytes = await render(editionOf(FORM, UNITS, MIXED, BEFORE));
    // Without the results that we wrote, LibreOffice has to reckon them all.
    const stripped = zipOf(
      new Map(
        [...partsOf(bytes)].map(([path, part]) => [
          path,
          path.startsWith('xl/worksheets/')
            ? withoutResults(part)
            : path === 'docProps/app.xml'
              ? byNobody(part)
              : part,
        ]),
      ),
    );
    const listed = results(convert(stripped, 'xlsx', 'xlsx:Calc MS Excel 2007 XML'), bytes);
    expect(listed.length).toBeGreaterThan(60);
    expect(listed).toEqual(results(bytes, bytes));
  });

  test('compare with the year before only where the same units stated them', async () => {
    const same = editionOf(FORM, UNITS, MIXED, editionOf(FORM, UNITS, MIXED));
    const sheet = (await opened(await render(same))).getWorksheet('与上年比较');
    const row = matrixOf(same).rowOf.get('list.fee') ?? 0;
    expect(sheet?.getCell(row, 6).result).toBe(0);
    const other = editionOf(FORM, UNITS, MIXED, BEFORE);
    const cell = (await opened(await render(other))).getWorksheet('与上年比较')?.getCell(row, 8);
    expect(cell?.value).toBe('两年计入的单位不同（本年 4 个，上年 3 个），不作比较');
  });
});

describe('a figure', () => {
  test('shows as what its unit stated, and leads to its file, sheet and cell', async () => {
    const edition = editionOf(FORM, UNITS, MIXED);
    const book = await opened(await render(edition));
    const [detail, sources] = [book.getWorksheet('各单位明细'), book.getWorksheet('来源')];
    const { rowOf, groups } = matrixOf(edition);
    const at = (name: string, code: string): [number, number] => [
      rowOf.get(name) ?? 0,
      groups.flatMap(({ units }) => units).find(one => one.unit.code === code)?.column ?? 0,
    ];
    const shown = (name: string, code: string) => detail?.getCell(...at(name, code));
    expect(shown('list.press', '01')).toMatchObject({ value: 13000, numFmt: '#,##0"余"' });
    expect(shown('list.press', '02')?.numFmt).toContain('"无"');
    expect(shown('app.denied.natural', '02')?.value).toBe('12 +3');
    expect(shown('app.granted.total', '01')).toMatchObject({ value: 3, font: { italic: true } });
    expect(shown('list.press', '11')?.value).toBe('缺行');
    expect(shown('app.granted.total', '11')?.value).toBe('未分列');
    expect(shown('list.press', '12')?.value).toBe('未报');
    expect(sources?.getCell(...at('list.press', '01')).value).toMatch(/^统计表!C\d+ “13000余”$/u);
  });
});

describe('the workbook', () => {
  test('is valid for every form, filed or not, and the same on every run', { timeout: 120_000 }, async () => {
    for (const form of FORMS) {
      const bytes = await render(editionOf(form, UNITS, [], editionOf(form, UNITS, [])));
      expect(await schemaErrors(bytes, 'xlsx')).toEqual([]);
    }
    const edition = editionOf(FORM, UNITS, MIXED, BEFORE);
    const bytes = await render(edition);
    expect(await schemaErrors(bytes, 'xlsx')).toEqual([]);
    expect(await render(edition)).toEqual(bytes);
    expect((await render(editionOf(FORM, [], []))).length).toBeGreaterThan(5000);
  });

  test('runs nothing that others wrote', { timeout: 60_000 }, async () => {
    const hostile = '=HYPERLINK("http://x")&\u0001\ud800"';
    const units = [unit('01', hostile, hostile), unit('02', '长'.repeat(40_000), "a'b")];
    const returns = units.map(({ code }) =>
      ret(code, { 'list.press': hostile }, { delivery: { path: `${hostile}.xlsx`, sha256: code, size: 1 } }),
    );
    const bytes = await render(editionOf(FORM, units, returns));
    expect(await schemaErrors(bytes, 'xlsx')).toEqual([]);
    (await opened(bytes)).eachSheet(sheet => {
      sheet.eachRow(row => {
        row.eachCell(cell => {
          expect(cell.formula ?? '').not.toContain('http');
        });
      });
    });
  });

  test('of 300 units with 206 figures each is made in a few seconds with the other two', {
    timeout: 120_000,
  }, async () => {
    const form = formNamed('annual-2021');
    const units = Array.from({ length: 300 }, (_, nth) => unit(`U${nth}`, `第${nth}号单位`, `第${nth % 4}组`));
    const returns = units.map(
      ({ code }, nth): Return => ({
        ...ret(code, {}),
        form: form.id,
        observations: itemsOf(form).map(({ key }, i) => ({
          ...key,
          value: value(String((nth * i) % 97)),
          ref: { file: `${code}.xlsx`, sheet: '表', cell: `C${i + 1}` },
        })),
      }),
    );
    const findings = Array.from({ length: 3000 }, (_, nth) => finding({ id: `f${String(nth).padStart(11, '0')}` }));
    const edition = { ...editionOf(form, units, returns), findings };
    const began = processorTime();
    for (const format of [summaryWorkbook, checklistWorkbook, upwardWorkbook])
      await format.render(edition, KIT, () => null);
    const seconds = (processorTime() - began) / 1000;
    process.stderr.write(`300 units: ${seconds.toFixed(1)} s\n`);
    // Generous, since machines are shared.
    expect(seconds).toBeLessThan(20);
  });
});
