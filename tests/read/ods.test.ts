import { expect, test } from 'vitest';
import { cellAt, expectRefusal, gridOf, shown, shownOf } from './workbook.ts';
import { zip } from './zip-writer.ts';

const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const ods = (rows: string, more: { styles?: string; table?: string; manifest?: string } = {}): Buffer =>
  zip([
    { name: 'mimetype', data: MIMETYPE, stored: true },
    {
      name: 'content.xml',
      data: `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">
<office:automatic-styles>${more.styles ?? ''}</office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="表" ${more.table ?? ''}>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
    {
      name: 'meta.xml',
      data: '<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><dc:title>年报</dc:title><meta:user-defined meta:name="nianbao">1</meta:user-defined></office:document-meta>',
    },
    { name: 'META-INF/manifest.xml', data: more.manifest ?? '<manifest/>' },
  ]);

const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const text = (shownText: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${shownText}</text:p></table:table-cell>`;
const valued = (type: string, value: string, p: string, more = ''): string =>
  `<table:table-cell office:value-type="${type}" ${value} ${more}><text:p>${p}</text:p></table:table-cell>`;

test('values of each kind are read', async () => {
  const grid = await gridOf(
    ods(
      row(
        text('总<text:s text:c="2"/>计<text:line-break/>数') +
          valued('float', 'office:value="24252.311082000001"', '24,252.31') +
          valued('float', 'office:value="12"', '12件') +
          valued('percentage', 'office:value="0.125"', '12.5%') +
          valued('date', 'office:date-value="2026-03-01"', '3月1日') +
          valued('time', 'office:time-value="PT08H30M00S"', '08:30:00') +
          valued('boolean', 'office:boolean-value="true"', 'TRUE') +
          valued('string', 'office:string-value=""', '#DIV/0!', 'calcext:value-type="error" table:formula="of:=1/0"'),
      ),
    ),
  );
  expect(grid.sheets[0]?.cells.map(cell => cell.shown)).toEqual([
    '总  计\n数',
    '24252.311082',
    '12件',
    '12.5%',
    '3月1日',
    '08:30:00',
    'TRUE',
    '#DIV/0!',
  ]);
  expect(cellAt(grid, 'E1').typed).toEqual({ kind: 'date', iso: '2026-03-01' });
  expect([...grid.properties]).toEqual([
    ['title', '年报'],
    ['nianbao', '1'],
  ]);
});

test('repeated rows and cells stand where they are repeated, empty ones nowhere', async () => {
  const rows =
    row(
      `<table:table-cell table:number-columns-repeated="2"/>${valued('float', 'office:value="1"', '1', 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16380"/>`,
      'table:number-rows-repeated="2"',
    ) +
    row('<table:table-cell/>', 'table:number-rows-repeated="1000"') +
    row(text('a'));
  expect(await shown(ods(rows))).toBe('C1=1 D1=1 C2=1 D2=1 A1003=a');
  await expectRefusal(
    ods(row(valued('float', 'office:value="1"', '1'), 'table:number-rows-repeated="1048576"')),
    'too-large',
  );
});

test('formulas read as in any spreadsheet, and are recomputed where they have no result', async () => {
  const formula = (stored: string): string => `<table:table-cell table:formula="${stored}"/>`;
  const grid = await gridOf(
    ods(
      row(
        valued('float', 'office:value="7"', '7') +
          formula('of:=SUM([.A1:.A1];[.$A$1])') +
          formula('of:=[$表.A1]&amp;&quot;;[.A1]&quot;'),
      ),
    ),
  );
  expect(grid.sheets[0]?.cells.map(cell => cell.formula)).toEqual([null, 'SUM(A1:A1,$A$1)', '表!A1&";[.A1]"']);
  expect(cellAt(grid, 'B1').shown).toBe('14');
  expect(cellAt(grid, 'C1').typed.kind).toBe('uncomputed');
});

test('merges, what lies under them, and what is hidden are told; a comment is no content', async () => {
  const grid = await gridOf(
    ods(
      `<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>${row(
        `<table:table-cell office:value-type="float" office:value="600" table:number-columns-spanned="2" table:number-rows-spanned="1"><office:annotation><text:p>note</text:p></office:annotation><text:p>600</text:p></table:table-cell>
         <table:covered-table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:covered-table-cell>`,
        'table:visibility="filter"',
      )}`,
      {
        styles: '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
        table: 'table:style-name="ta2"',
      },
    ),
  );
  expect(shownOf(grid)).toBe('A1=600');
  expect(grid.sheets[0]).toMatchObject({ hidden: true, hiddenRows: [0], hiddenColumns: [1, 2] });
  expect(grid.notes).toEqual([{ kind: 'value-under-merge', place: { sheet: '表', cell: 'B1' }, detail: '7' }]);
});

test('a copy of another file’s sheet is no sheet', async () => {
  const linked = await gridOf(
    ods(`${row(text('a'))}</table:table><table:table table:name="x"><table:table-source/>${row(text('b'))}`),
  );
  expect(linked.sheets.map(sheet => sheet.name)).toEqual(['表']);
  expect(linked.notes.map(note => note.kind)).toEqual(['external-links']);
});

test('a locked, a textual, an empty and a damaged OpenDocument are refused', async () => {
  await expectRefusal(ods(row(text('a')), { manifest: '<manifest:encryption-data/>' }), 'encrypted');
  await expectRefusal(
    zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }]),
    'not-a-spreadsheet',
  );
  await expectRefusal(ods(row('<table:table-cell/>')), 'empty');
  await expectRefusal(ods(row(valued('float', 'office:value="1,2"', '1,2'))), 'damaged');
});
