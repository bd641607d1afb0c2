import { expect, test } from 'vitest';
import { cellAt, expectRefusal, gridOf, parts, relations, sheetXml, shown, workbook, workbookXml } from './workbook.ts';
import { zip } from './zip-writer.ts';

const one = (cell: string): Buffer => workbook(`<row r="1">${cell}</row>`);
const SST = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

test('numbers are exact decimals of at most 15 digits, without exponent', async () => {
  const stored = ['24252.311082000001', '1E-3', '12.0', '-0', '1.5E+3', '1.1010119900101123E+17', '007', '.5'];
  const cells = stored.map(value => `<c><v>${value}</v></c>`).join('');
  expect(await shown(one(cells))).toBe('A1=24252.311082 B1=0.001 C1=12 D1=0 E1=1500 F1=110101199001011000 G1=7 H1=0.5');
});

test.each(['1,234', '12abc', '0x10', '1e999', 'NaN', '１２'])('%s in a number cell damages the file', async value => {
  await expectRefusal(one(`<c r="A1"><v>${value}</v></c>`), 'damaged');
});

test('texts come shared, inline, as rich runs without phonetic reading, escaped, and in CDATA', async () => {
  const grid = await gridOf(
    workbook(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>
       <c r="D1" t="str"><v>a_x000D_b_x005F_x0041_</v></c><c r="E1"><v><![CDATA[300]]></v></c><c r="F1" t="s"><v>2</v></c></row>`,
      {
        'xl/sharedStrings.xml': `${SST}<si><t>总计</t></si><si><r><t>自然</t></r><r><t>人</t></r><rPh sb="0" eb="1"><t>zì</t></rPh></si><si><t xml:space="preserve">\u00a0</t></si></sst>`,
      },
    ),
  );
  expect(grid.sheets[0]?.cells.map(cell => cell.shown)).toEqual([
    '总计',
    '自然人',
    '甲乙',
    'a\rb_x0041_',
    '300',
    '\u00a0',
  ]);
});

test('a shared string that is not there damages the file', async () => {
  await expectRefusal(one('<c r="A1" t="s"><v>0</v></c>'), 'damaged');
});

test('booleans, errors and ISO dates keep their kind', async () => {
  const grid = await gridOf(
    one(
      '<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2026-03-01T08:30:00Z</v></c><c t="d"><v>2026-03-01</v></c>',
    ),
  );
  expect(grid.sheets[0]?.cells.map(cell => cell.typed)).toEqual([
    { kind: 'boolean', value: true },
    { kind: 'error', code: '#REF!' },
    { kind: 'date', iso: '2026-03-01T08:30:00' },
    { kind: 'date', iso: '2026-03-01' },
  ]);
});

test('a number format makes a date, a percentage or a counting word', async () => {
  const grid = await gridOf(
    one(
      '<c s="1"><v>46082</v></c><c s="2"><v>0.125</v></c><c s="3"><v>12</v></c><c s="4"><v>46082</v></c><c s="1"><v>60</v></c>',
    ),
  );
  expect(grid.sheets[0]?.cells.map(cell => cell.shown)).toEqual([
    '2026-03-01',
    '12.5%',
    '12件',
    '3月1日',
    '1900-02-29',
  ]);
  expect(cellAt(grid, 'B1').typed).toEqual({ kind: 'number', decimal: '0.125', format: 'percent' });
});

test.each(['1', 'true'])('date1904="%s" counts from 1904', async value => {
  const changed = { 'xl/workbook.xml': workbookXml(`<workbookPr date1904="${value}"/>`) };
  expect(await shown(workbook('<row><c s="1"><v>44620</v></c></row>', changed))).toBe('A1=2026-03-01');
});

test('a cached result of 0, FALSE or nothing is a result', async () => {
  const grid = await gridOf(
    one('<c><f>A9</f><v>0</v></c><c t="b"><f>A9</f><v>0</v></c><c t="str"><f>A9</f><v></v></c>'),
  );
  expect(grid.sheets[0]?.cells.map(cell => cell.typed)).toEqual([
    { kind: 'number', decimal: '0', format: 'plain' },
    { kind: 'boolean', value: false },
    { kind: 'text', text: '' },
  ]);
  expect(grid.notes).toEqual([]);
});

test('rows and cells without addresses follow each other', async () => {
  expect(
    await shown(
      workbook(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    ),
  ).toBe('A1=1 B1=2 C5=3 D5=4 A6=5');
});

test('cells out of order are put in order, and a cell given twice damages the file', async () => {
  expect(
    await shown(
      workbook('<row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>'),
    ),
  ).toBe('A1=0 A2=1 B2=2');
  await expectRefusal(
    workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'),
    'damaged',
  );
  await expectRefusal(workbook('<row r="1"><c r="A2"><v>1</v></c></row>'), 'damaged');
});

test('styled cells without content are no cells, however far below', async () => {
  const sheet = sheetXml(
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>',
    '',
    '<dimension ref="A1:XFD1048576"/>',
  );
  expect(await shown(zip(parts(sheet)))).toBe('A1=1');
});

test('hidden sheets, rows and columns are told, chart sheets are not sheets', async () => {
  const changed = {
    'xl/workbook.xml': workbookXml(
      '',
      '<sheet name="图" sheetId="1" r:id="rId2"/><sheet name="藏" state="veryHidden" sheetId="2" r:id="rId1"/>',
    ),
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['chartsheet', 'chartsheets/sheet1.xml'],
    ),
  };
  const sheet = sheetXml(
    '<row r="2" hidden="1"><c><v>1</v></c></row>',
    '',
    '<cols><col min="2" max="3" hidden="true"/></cols>',
  );
  const grid = await gridOf(zip(parts(sheet, changed)));
  expect(grid.sheets).toHaveLength(1);
  expect(grid.sheets[0]).toMatchObject({ name: '藏', hidden: true, hiddenRows: [1], hiddenColumns: [1, 2] });
});

test('a value under a merged area is set aside and named', async () => {
  const rows =
    '<row r="1"><c r="A1"><v>600</v></c><c r="B1"><v>7</v></c></row><row r="9"><c r="A9"><v>8</v></c><c r="B9"><v>9</v></c></row>';
  const grid = await gridOf(
    zip(parts(sheetXml(rows, '<mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="C:D"/></mergeCells>'))),
  );
  expect(grid.sheets[0]?.cells.map(cell => cell.shown)).toEqual(['600', '7', '9']);
  expect(grid.sheets[0]?.merges[1]).toEqual({ top: 0, left: 2, bottom: 1_048_575, right: 3 });
  expect(grid.notes).toEqual([{ kind: 'value-under-merge', place: { sheet: '表', cell: 'A9' }, detail: '8' }]);
});

test('macros, external links and document properties are told', async () => {
  const changed = {
    '_rels/.rels': relations(
      ['officeDocument', 'xl/workbook.xml'],
      ['core-properties', 'docProps/core.xml'],
      ['custom-properties', 'docProps/custom.xml'],
    ),
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>年报</dc:title><cp:keywords>k</cp:keywords></cp:coreProperties>',
    'docProps/custom.xml':
      '<Properties xmlns="a" xmlns:vt="b"><property name="__proto__" pid="2"><vt:lpwstr>x</vt:lpwstr></property></Properties>',
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['vbaProject', 'vbaProject.bin'],
      ['externalLink', 'externalLinks/1.xml'],
    ),
  };
  const grid = await gridOf(workbook('<row><c><v>1</v></c></row>', changed));
  expect([...grid.properties]).toEqual([
    ['__proto__', 'x'],
    ['title', '年报'],
    ['keywords', 'k'],
  ]);
  expect(grid.notes.map(note => note.kind)).toEqual(['macros', 'external-links']);
});

test('a workbook without a filled cell is empty', async () => {
  await expectRefusal(workbook('<row r="1"><c r="A1" s="1"/></row>'), 'empty');
  await expectRefusal(new Uint8Array(), 'empty');
});
