// A unit's own workbook comes back with marks, comments and a cover, and with nothing else changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openReader } from '../../pipeline/read/read.ts';
import type { Cover } from '../../pipeline/render/returned/cover.ts';
import { coverAlone, patched } from '../../pipeline/render/returned/patch/patch.ts';
import { fileWith, folderWith } from '../files.ts';
import { finding } from '../made.ts';
import { schemaErrors } from '../ooxml.ts';
import { convertAll, python, testWith } from '../programs.ts';

const told = (sheet: string, cell: string) => ({
  finding: finding({ place: { unit: '01', ref: { file: 'a.xlsx', sheet, cell } }, message: '填报 31，应为 13。' }),
  unit: '教育局',
  figure: '予以公开·自然人',
  severity: '核实性',
  status: '待处理',
  place: '',
  advice: '',
  effect: { rank: 0, share: 0, text: '' },
});

const SHA = 'a'.repeat(64);
const NONE = { reason: '', text: '', by: '', on: '' };

const coverFor = (sheet: string, cell: string, unit = '=教育局<&>', answers: readonly string[] = [SHA]): Cover => ({
  unit,
  file: 'a.xlsx',
  periodName: '2025年',
  due: '收到后三个工作日内',
  kind: 'marked',
  why: '',
  lines: [{ told: told(sheet, cell), target: { sheet, cell }, answer: NONE }],
  mark: { unit: '01', period: '2025', answers },
});

const marked = (bytes: Uint8Array, sheet: string, cells: Readonly<Record<string, 'fatal' | 'query'>>) =>
  patched(
    bytes,
    [
      {
        sheet,
        marks: new Map(Object.entries(cells)),
        notes: new Map(Object.keys(cells).map(cell => [cell, `请核对 ${cell}`])),
      },
    ],
    coverFor(sheet, Object.keys(cells)[0] ?? 'A1'),
  );

const text = (bytes: Uint8Array, part: string): string => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());

/** Parts of `before` that are not byte for byte the same in `after`. */
const changed = (before: Uint8Array, after: Uint8Array): readonly string[] => {
  const now = unzipSync(after);
  return Object.entries(unzipSync(before))
    .filter(([name, bytes]) => !name.endsWith('/') && Buffer.compare(bytes, now[name] ?? new Uint8Array()) !== 0)
    .map(([name]) => name)
    .sort();
};

/** A part without the elements that we put in, the attributes that say which sheet is shown, and the order of conditions. */
const withoutOurs = (xml: string): string =>
  xml
    .replace(
      /<conditionalFormatting sqref="[A-Z]+\d+"><cfRule type="expression"[^>]*>.*?<\/conditionalFormatting>/gu,
      '',
    )
    .replace(
      /<(?:Override|Relationship|sheet|Default)\b[^>]*(?:rIdN|退回|xl\/worksheets\/sheet3\.xml|docProps\/custom)[^>]*\/>/gu,
      '',
    )
    .replace(/ (?:priority|tabSelected|activeTab)="\d+"/gu, '');

const gridOf = async (bytes: Uint8Array) => {
  const reader = openReader();
  const reading = await reader.read(bytes);
  await reader.close();
  if (reading.kind !== 'grid') throw new Error(reading.detail);
  return reading.grid;
};

// A workbook with all that people put into one: chart, picture, comment, validation, names, conditions, protection, hidden sheet.
const RICH = `
import sys
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import PatternFill, Font
wb = Workbook(); ws = wb.active; ws.title = "表'三"
ws['A1'] = '项目'; ws['B1'] = '数'
for i, v in enumerate([31, '31 件', None, 0, True, 24252.311082, '说"明"\\n二'], 2):
    ws.cell(i, 1, '行%d' % i); ws.cell(i, 2, v)
ws['B9'] = '=SUM(B2,B5)'
ws['B2'].font = Font(bold=True, color='FF00AA00'); ws['B3'].fill = PatternFill('solid', fgColor='FFDDEEFF')
ws.merge_cells('C2:D3'); ws['C2'] = 7
ws['B2'].comment = Comment('单位自己的批注', '张三')
ws.conditional_formatting.add('B2:B9', CellIsRule(operator='greaterThan', formula=['5'], stopIfTrue=True, fill=PatternFill(bgColor='FF00FF00')))
ws.conditional_formatting.add('A2:A9', FormulaRule(formula=['LEN(A2)>9'], fill=PatternFill(bgColor='FF0000FF')))
dv = DataValidation(type='whole', operator='greaterThanOrEqual', formula1='0'); ws.add_data_validation(dv); dv.add('B2:B8')
chart = BarChart(); chart.add_data(Reference(ws, min_col=2, min_row=1, max_row=6), titles_from_data=True); ws.add_chart(chart, 'F2')
ws['A12'].hyperlink = 'https://example.com/'; ws['A12'] = '链接'
ws.protection.sheet = True; ws.protection.password = 'x'
ws.print_area = 'A1:D12'; ws.freeze_panes = 'A2'
wb.defined_names.append(DefinedName('总数', attr_text="'表''三'!$B$9")) if hasattr(wb.defined_names, 'append') else wb.defined_names.add(DefinedName('总数', attr_text="'表''三'!$B$9"))
ws2 = wb.create_sheet('隐藏'); ws2.sheet_state = 'hidden'; ws2['A1'] = 1
sheet = wb.create_chartsheet('图'); other = BarChart(); other.add_data(Reference(ws, min_col=2, min_row=1, max_row=6)); sheet.add_chart(other)
wb.security.lockStructure = True
wb.save(sys.argv[1])
`;

let saved: Uint8Array | null = null;
const rich = (): Uint8Array => {
  if (saved === null) {
    const path = join(folderWith(), 'rich.xlsx');
    python(RICH, path);
    saved = readFileSync(path);
  }
  return saved;
};

const CELLS = {
  B2: 'fatal',
  B3: 'query',
  B4: 'query',
  B5: 'fatal',
  B6: 'query',
  B7: 'query',
  B8: 'query',
  B9: 'fatal',
  C2: 'query',
} as const;

/** A workbook of a few parts, with the texts given in place of the usual. */
const small = (parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array => {
  const usual: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/book.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/odd/place.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/book.xml"/></Relationships>',
    'xl/book.xml':
      '<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="表三" sheetId="7" q:id="rId1"/></x:sheets></x:workbook>',
    'xl/_rels/book.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/odd/place.xml"/></Relationships>',
    'odd/place.xml':
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>31</x:v></x:c><x:c t="inlineStr"><x:is><x:t>31 件</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
  };
  const all = Object.entries({ ...usual, ...parts }).map(
    ([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part] as const,
  );
  return zipSync(Object.fromEntries(all));
};

describe('of a workbook with chart, picture, comment, validation, names, conditions and protection', () => {
  const withPython = testWith('python3');

  withPython('only the parts that must change do, and without what is ours they are as they were', () => {
    const before = rich();
    const after = marked(before, "表'三", CELLS).bytes;
    const parts = changed(before, after);
    expect(parts).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/comments/comment1.xml',
      'xl/drawings/commentsDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    for (const part of parts.filter(name => !/vml$|comment1|styles/u.test(name)))
      expect(withoutOurs(text(after, part)), part).toBe(withoutOurs(text(before, part)));
    expect(text(after, 'xl/drawings/commentsDrawing1.vml')).toContain(
      text(before, 'xl/drawings/commentsDrawing1.vml').replace('</xml>', ''),
    );
  });

  withPython('no complaint of the validator is new', async () => {
    const before = await schemaErrors(rich(), 'xlsx');
    expect(await schemaErrors(marked(rich(), "表'三", CELLS).bytes, 'xlsx')).toEqual(before);
  });

  withPython('the same workbook gives the same bytes', () => {
    const bytes = rich();
    expect(Buffer.compare(marked(bytes, "表'三", CELLS).bytes, marked(bytes, "表'三", CELLS).bytes)).toBe(0);
  });

  withPython("the unit's own comment stays and comes first, and its conditions keep their order behind ours", () => {
    const after = marked(rich(), "表'三", CELLS).bytes;
    const comments = Object.keys(unzipSync(after)).filter(name => /comment.*\.xml$/iu.test(name));
    const all = comments.map(name => text(after, name)).join('');
    expect(all.indexOf('单位自己的批注')).toBeGreaterThan(0);
    expect(all.indexOf('单位自己的批注')).toBeLessThan(all.indexOf('审核：请核对 B2'));
    const sheet = text(after, 'xl/worksheets/sheet1.xml');
    const priorities = [...sheet.matchAll(/<cfRule[^>]*priority="(\d+)"/gu)].map(([, number]) => Number(number));
    expect(priorities.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(priorities.slice(-2)).toEqual([10, 11]);
  });

  withPython('openpyxl finds the values, the styles and the marks where they are to be', () => {
    const path = fileWith('after.xlsx', marked(rich(), "表'三", CELLS).bytes);
    const script = `
import sys, json
from openpyxl import load_workbook
wb = load_workbook(sys.argv[1]); ws = wb["表'三"]
cf = {str(r.sqref): [x.formula[0] for x in rules] for r, rules in ws.conditional_formatting._cf_rules.items()}
print(json.dumps([wb.sheetnames, wb.active.title, ws['B2'].font.color.rgb, ws['B3'].fill.fgColor.rgb, len(ws._charts), ws.protection.sheet, wb.defined_names['总数'].attr_text, cf, ws['B3'].comment.author, wb['退回更正说明']['B7'].hyperlink.location]))`;
    const [names, active, font, fill, charts, isProtected, name, conditions, author, link] = JSON.parse(
      python(script, path),
    );
    expect(names).toEqual(["表'三", '隐藏', '图', '退回更正说明']);
    expect([active, font, fill, charts, isProtected]).toEqual(['退回更正说明', 'FF00AA00', 'FFDDEEFF', 1, true]);
    expect([name, author, link]).toEqual(["'表''三'!$B$9", '审核', "'表''三'!B2"]);
    expect(conditions).toMatchObject({
      B2: ['AND(ISNUMBER(B2),B2=31)'],
      B3: ['EXACT(B3,"31 件")'],
      B4: ['LEN(B4)=0'],
      B5: ['AND(ISNUMBER(B5),B5=0)'],
      B6: ['AND(ISLOGICAL(B6),B6=TRUE)'],
      B7: ['AND(ISNUMBER(B7),B7=24252.311082)'],
      B8: ['EXACT(LEFT(B8,LEN("说""明""")),"说""明""")'],
    });
  });
});

test('a workbook of exceljs keeps its picture, its note and its styles', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('表三');
  sheet.getCell('A1').value = 31;
  sheet.getCell('A1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00B050' } };
  sheet.getCell('A2').value = 31;
  sheet.getCell('A2').note = '本单位';
  const png = Buffer.from(PIXEL, 'base64');
  sheet.addImage(book.addImage({ buffer: png as unknown as exceljs.Buffer, extension: 'png' }), 'C1:D4');
  const before = new Uint8Array(await book.xlsx.writeBuffer());
  const after = marked(before, '表三', { A1: 'fatal', A2: 'query' }).bytes;
  expect(changed(before, after).filter(name => /media|drawing\d|theme|sharedStrings|docProps/u.test(name))).toEqual([]);
  expect(await schemaErrors(after, 'xlsx')).toEqual(await schemaErrors(before, 'xlsx'));
  const again = new exceljs.Workbook();
  await again.xlsx.load(after as unknown as exceljs.Buffer);
  const kept = again.getWorksheet('表三');
  expect(kept?.getCell('A1').fill).toMatchObject({ fgColor: { argb: 'FF00B050' } });
  expect(JSON.stringify(kept?.getCell('A2').note)).toMatch(/本单位.*请核对 A2/u);
  expect(kept?.getImages()).toHaveLength(1);
});

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('of odd workbooks', () => {
  test('prefixed elements, no styles, sheets in odd places, cells without addresses', async () => {
    const before = small();
    const after = marked(before, '表三', { A1: 'fatal', B1: 'query' }).bytes;
    expect(await schemaErrors(after, 'xlsx')).toEqual(await schemaErrors(before, 'xlsx'));
    expect(text(after, 'odd/place.xml')).toContain('<x:formula>AND(ISNUMBER(A1),A1=31)</x:formula>');
    expect(text(after, 'odd/place.xml')).toContain('<x:formula>EXACT(B1,&quot;31 件&quot;)</x:formula>');
    const grid = await gridOf(after);
    expect(grid.sheets.map(({ name }) => name)).toEqual(['表三', '退回更正说明']);
    expect(grid.properties.get('nianbao-answers')).toBe(SHA);
  });

  test('Strict Open XML keeps its own namespaces', async () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const parts = unzipSync(small());
    const before = small(
      Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strict(strFromU8(bytes))])),
    );
    const after = marked(before, '表三', { A1: 'fatal' }).bytes;
    for (const [name, bytes] of Object.entries(unzipSync(after)).filter(
      ([path]) => !/Content_Types|\.vml$/u.test(path),
    ))
      expect(strFromU8(bytes), name).not.toMatch(/schemas\.openxmlformats\.org\/(?:spreadsheetml|officeDocument)/u);
    expect((await gridOf(after)).properties.get('nianbao-unit')).toBe('01');
  });

  test('a workbook with macros stays one', () => {
    const types = strFromU8(unzipSync(small())['[Content_Types].xml'] ?? new Uint8Array()).replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
    const before = small({ '[Content_Types].xml': types, 'xl/vbaProject.bin': new Uint8Array([1, 2, 3, 250]) });
    const made = marked(before, '表三', { A1: 'fatal' });
    expect(made.extension).toBe('xlsm');
    expect(unzipSync(made.bytes)['xl/vbaProject.bin']).toEqual(new Uint8Array([1, 2, 3, 250]));
  });

  test('UTF-16 parts are written as UTF-8', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?>${strFromU8(unzipSync(small())['odd/place.xml'] ?? new Uint8Array())}`;
    const before = small({ 'odd/place.xml': new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le')) });
    const grid = await gridOf(marked(before, '表三', { A1: 'fatal' }).bytes);
    expect(grid.sheets[0]?.cells.map(({ shown }) => shown)).toEqual(['31', '31 件']);
  });

  test('a number that no spreadsheet writes is never put into a formula', () => {
    const sheet = strFromU8(unzipSync(small())['odd/place.xml'] ?? new Uint8Array()).replace('>31<', '>1)+CALL("x"<');
    const after = marked(small({ 'odd/place.xml': sheet }), '表三', { A1: 'fatal' }).bytes;
    expect(text(after, 'odd/place.xml')).toContain('<x:formula>LEN(A1)&gt;0</x:formula>');
  });

  test('what is no workbook, has a DOCTYPE or is unbalanced throws', () => {
    expect(() => marked(new Uint8Array([0x50, 0x4b, 3, 4]), '表三', { A1: 'fatal' })).toThrow();
    expect(() => marked(small({ 'odd/place.xml': '<!DOCTYPE a><worksheet/>' }), '表三', { A1: 'fatal' })).toThrow(
      /DOCTYPE/u,
    );
    expect(() => marked(small({ 'odd/place.xml': '<worksheet><a></worksheet>' }), '表三', { A1: 'fatal' })).toThrow(
      /unbalanced/u,
    );
  });

  test('sent back a second time, it has one cover, one mark and one comment of ours a cell', async () => {
    const once = marked(small(), '表三', { A1: 'fatal', B1: 'query' }).bytes;
    const again = patched(
      once,
      [{ sheet: '表三', marks: new Map([['A1', 'fatal']]), notes: new Map([['A1', '再请核对']]) }],
      coverFor('表三', 'A1', '教育局', ['b'.repeat(64), SHA]),
    ).bytes;
    const grid = await gridOf(again);
    expect(grid.sheets.map(({ name }) => name)).toEqual(['表三', '退回更正说明']);
    expect(grid.properties.get('nianbao-answers')).toBe(`${'b'.repeat(64)} ${SHA}`);
    const comments = text(again, 'xl/comments1.xml');
    expect(comments).toContain('再请核对');
    expect(comments).not.toContain('请核对 A1');
    expect(comments.match(/<comment /gu)).toHaveLength(2);
    expect(text(again, 'odd/place.xml').match(/sqref="A1"/gu)).toHaveLength(1);
    expect(await schemaErrors(again, 'xlsx')).toEqual(await schemaErrors(small(), 'xlsx'));
  });
});

test('the list alone is a whole workbook', async () => {
  const bytes = coverAlone({ ...coverFor('表三', 'C6'), kind: 'list', why: '原文件不是 .xlsx 工作簿' });
  expect(await schemaErrors(bytes, 'xlsx')).toEqual([]);
  const shown = (await gridOf(bytes)).sheets.flatMap(({ cells }) => cells.map(cell => cell.shown));
  expect(shown).toContain('f0123456789a');
  expect(shown.join()).toContain('=教育局<&>');
});

testWith('soffice')('LibreOffice shows the mark, and no more when the value is corrected', () => {
  const withValue = (value: string): Uint8Array => {
    const parts = unzipSync(marked(small(), '表三', { A1: 'fatal' }).bytes);
    const sheet = strFromU8(parts['odd/place.xml'] ?? new Uint8Array()).replace('<x:v>31<', `<x:v>${value}<`);
    return zipSync({ ...parts, 'odd/place.xml': strToU8(sheet) });
  };
  // The pages are painted in streams; FFC7CE is the red of a mark, and the cover says 核实性, in yellow.
  const isMarked = (pdf: Uint8Array): boolean =>
    [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu),
    ].some(([, stream = '']) => {
      const [first = 0] = Buffer.from(stream, 'latin1');
      if (first !== 0x78) return false;
      return /\b1 0\.78\d* 0\.8\d* rg/u.test(inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'));
    });
  expect(convertAll([withValue('31'), withValue('13')], 'xlsx', 'pdf').map(isMarked)).toEqual([true, false]);
});
