// Workbooks as other programs write them: all of these are read.
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { gridOf, parts, relations, sheetXml, shown, shownOf, workbook, workbookXml } from './workbook.ts';
import { zip } from './zip-writer.ts';

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const plain = () => parts(sheetXml(ROW));
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const prefixed = (xml: string): string =>
  xml
    .replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
    .replaceAll(
      'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
      'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
    );

test.each([
  ['stored entries', () => zip(plain().map(part => ({ ...part, stored: true })))],
  ['data descriptors', () => zip(plain().map(part => ({ ...part, descriptor: true })))],
  [
    'zip64 sizes',
    () =>
      zip(
        plain().map(part => ({ ...part, zip64: true })),
        '',
        true,
      ),
  ],
  ['a zip comment', () => zip(plain(), 'made by hand')],
  ['back-slash names', () => zip(plain().map(part => ({ ...part, name: part.name.replaceAll('/', '\\') })))],
  ['upper-case names', () => zip(plain().map(part => ({ ...part, name: part.name.toUpperCase() })))],
  [
    'no styles',
    () =>
      workbook(ROW, {
        'xl/styles.xml': null,
        'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml']),
      }),
  ],
  [
    'absolute targets',
    () => workbook(ROW, { 'xl/_rels/workbook.xml.rels': relations(['worksheet', '/xl/worksheets/sheet1.xml']) }),
  ],
  ['a mark in front', () => zip(parts(`\ufeff<?xml version="1.0"?>${sheetXml(ROW)}`))],
  [
    'UTF-16',
    () =>
      workbook(ROW, { 'xl/worksheets/sheet1.xml': utf16(`<?xml version="1.0" encoding="UTF-16"?>${sheetXml(ROW)}`) }),
  ],
  [
    'prefixes',
    () => zip(parts(prefixed(sheetXml(ROW)), { 'xl/workbook.xml': prefixed(workbookXml()).replace('<x:r:', '<r:') })),
  ],
  [
    'strict namespaces',
    () =>
      zip(
        parts(
          sheetXml(ROW).replace(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          ),
        ),
      ),
  ],
  [
    'other part names',
    () =>
      zip([
        { name: '_rels/.rels', data: relations(['officeDocument', 'my%20book/book.xml']) },
        { name: 'my book/book.xml', data: workbookXml() },
        { name: 'my book/_rels/book.xml.rels', data: relations(['worksheet', '../cells.xml']) },
        { name: 'cells.xml', data: sheetXml(ROW) },
      ]),
  ],
])('a workbook with %s is read', async (_, make) => {
  expect(await shown(make())).toBe('A1=1');
});

test('an element of another namespace is not taken for a value', async () => {
  expect(
    await shown(workbook('<row r="1"><c r="A1"><v>1</v><e:v xmlns:e="urn:e">9</e:v><v xmlns="urn:e">9</v></c></row>')),
  ).toBe('A1=1');
});

test('what exceljs writes is read back', async () => {
  const book = new ExcelJS.Workbook();
  book.title = '年报';
  const sheet = book.addWorksheet('表三');
  sheet.addRow(['总计', 600, { formula: 'B1-600', result: 0 }, true, new Date(Date.UTC(2026, 2, 1))]);
  sheet.getCell('E1').numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getCell('B2').value = 7;
  sheet.mergeCells('B2:C4');
  sheet.getRow(6).hidden = true;
  sheet.getCell('A6').value = { richText: [{ text: '自然' }, { font: { bold: true }, text: '人' }] };
  const grid = await gridOf(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(shownOf(grid)).toBe('A1=总计 B1=600 C1=0 D1=TRUE E1=2026-03-01 B2=7 A6=自然人');
  expect(grid.sheets[0]).toMatchObject({ merges: [{ top: 1, left: 1, bottom: 3, right: 2 }], hiddenRows: [5] });
  expect(grid.properties.get('title')).toBe('年报');
});
