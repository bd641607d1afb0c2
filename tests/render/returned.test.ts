// From a wrong return to its workbook sent back, corrected and explained there, dropped into the input again, and settled.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { openHouse } from '../../pipeline/house.ts';
import type { Document, Edition } from '../../pipeline/model.ts';
import { filedCsv, filedXlsx } from '../filed.ts';
import { type Files, folderWith } from '../files.ts';
import { python, testWith } from '../programs.ts';

const ROSTER = 'code,name,aliases,group,parent,since,until,contact\n01,=教育局,教育局,部门,,,,\n02,民政局,,部门,,,,\n';

interface Made {
  readonly edition: Edition;
  readonly documents: ReadonlyMap<string, Document>;
}

const made = async (files: Files): Promise<Made> => {
  const input = folderWith({ 'units.csv': ROSTER, ...files });
  const templates = join(import.meta.dirname, '../../templates');
  const house = await openHouse({ input, templates }, '2026-01-20', SILENT, () => {});
  try {
    const edition = await house.edition('2025');
    const documents = await documentsIn(house.documents(edition));
    return { edition, documents: new Map(documents.map(one => [one.path, one] as const)) };
  } finally {
    await house.close();
  }
};

const returnedIn = ({ documents }: Made): readonly string[] =>
  [...documents.keys()].filter(path => path.startsWith('退回/') && path.endsWith('.xlsx')).sort();

const bytesAt = ({ documents }: Made, path: string): Uint8Array => documents.get(path)?.bytes ?? new Uint8Array();

const stateOf = ({ edition }: Made): readonly string[] =>
  edition.judgements.map(({ delivery, status }) => `${delivery.path} ${status}`).sort();

const openAt = ({ edition }: Made): readonly string[] =>
  edition.findings
    .filter(({ status, severity }) => status === 'open' && severity !== 'info')
    .map(({ message }) => message);

// 表三: 予以公开·自然人 17, but 总计 31; and a table 二 that is left blank is asked about.
const WRONG = {
  't3.new_received.natural': 17,
  't3.new_received.total': 71,
  't3.granted.natural': 17,
  't3.granted.total': 17,
  't3.handled_total.natural': 17,
  't3.handled_total.total': 17,
};
const RIGHT = { ...WRONG, 't3.new_received.total': 17 };

test('only units with something to do get a workbook back', async () => {
  const before = await made({
    '2025/教育局.xlsx': await filedXlsx('教育局', 2025, WRONG),
    '2025/民政局.xlsx': await filedXlsx('民政局', 2025, RIGHT),
  });
  expect(returnedIn(before)).toEqual(['退回/=教育局.xlsx']);
  const after = await made({
    '2025/教育局.xlsx': await filedXlsx('教育局', 2025, RIGHT),
    '2025/民政局.xlsx': await filedXlsx('民政局', 2025, RIGHT),
  });
  expect(returnedIn(after)).toEqual([]);
});

test('a workbook that comes back as it was counts once, with the same findings', async () => {
  const first = await made({ '2025/教育局.xlsx': await filedXlsx('教育局', 2025, WRONG) });
  const back = bytesAt(first, '退回/=教育局.xlsx');
  const second = await made({
    '2025/教育局.xlsx': await filedXlsx('教育局', 2025, WRONG),
    '2025/收到/1.xlsx': back,
  });
  expect(stateOf(second)).toEqual(['收到/1.xlsx accepted', '教育局.xlsx superseded']);
  const ids = ({ edition }: Made) =>
    edition.findings.filter(({ severity, place }) => severity !== 'info' && place.unit === '01').map(({ id }) => id);
  expect(ids(second)).toEqual(ids(first));
  const kinds = ({ edition }: Made) => edition.returns[0]?.remarks.map(({ kind }) => kind);
  expect(kinds(second)).toEqual(kinds(first));
});

const CORRECT = `
import sys
from openpyxl import load_workbook
wb = load_workbook(sys.argv[1])
cover = wb['退回更正说明']
head = [r for r in cover.iter_rows() if r[0].value == '编号'][0]
names = {c.value: c.column for c in head}
done = 0
for row in cover.iter_rows(min_row=head[0].row + 1):
    link = row[1].hyperlink
    if not (row[0].value or '').startswith('f') or link is None: continue
    sheet, cell = link.location.rsplit('!', 1)
    target = wb[sheet.strip("'").replace("''", "'")][cell]
    if row[2].value == '须更正' and not done:
        target.value = 17; done = 1
    elif row[2].value == '改或说明':
        cover.cell(row[0].row, names['说明']).value = '数字属实'
        cover.cell(row[0].row, names['说明人']).value = '张某'
wb.save(sys.argv[2])
print(done)
`;

import { documentsIn } from '../documents.ts';
import { SILENT } from '../silent.ts';

/** A total left blank besides, which may be explained. */
const ALSO_BLANK = { ...WRONG, 't3.handled_total.legal': null };

testWith('python3')(
  'corrected and explained in openpyxl, under any name: the correction counts and the finding is gone',
  async () => {
    const first = await made({ '2025/教育局.xlsx': await filedXlsx('教育局', 2025, ALSO_BLANK) });
    expect(openAt(first).join()).toContain('71');
    const folder = folderWith();
    writeFileSync(join(folder, 'back.xlsx'), bytesAt(first, '退回/=教育局.xlsx'));
    expect(python(CORRECT, join(folder, 'back.xlsx'), join(folder, 'done.xlsx')).trim()).toBe('1');
    const second = await made({
      '2025/教育局.xlsx': await filedXlsx('教育局', 2025, ALSO_BLANK),
      '2025/新建 Microsoft Excel 工作表.xlsx': readFileSync(join(folder, 'done.xlsx')),
    });
    expect(stateOf(second)).toEqual(['教育局.xlsx superseded', '新建 Microsoft Excel 工作表.xlsx accepted']);
    expect(second.edition.explanations.map(({ text, by }) => [text, by])).toContainEqual(['数字属实', '张某']);
    expect(second.edition.findings.some(({ status }) => status === 'explained')).toBe(true);
    const asked = ({ edition }: Made) =>
      edition.findings.filter(({ place, severity }) => place.unit === '01' && severity !== 'info');
    expect(asked(second).filter(({ status }) => status === 'open')).toEqual([]);
    expect(returnedIn(second)).toEqual([]);
  },
);

test('a file of another kind gets the list alone, and the reason', async () => {
  const first = await made({ '2025/教育局.csv': filedCsv('教育局', 2025, WRONG) });
  expect(returnedIn(first)).toEqual(['退回/=教育局.xlsx']);
  const second = await made({
    '2025/教育局.csv': filedCsv('教育局', 2025, WRONG),
    '2025/清单.xlsx': bytesAt(first, '退回/=教育局.xlsx'),
  });
  // With nothing filled in, it answers nothing and disturbs nothing.
  expect(stateOf(second)).toEqual(['教育局.csv accepted', '清单.xlsx accepted']);
  expect(second.edition.explanations).toEqual([]);
});

test('corrected in exceljs, which drops document properties: the line on the cover says what it answers', async () => {
  const first = await made({ '2025/教育局.xlsx': await filedXlsx('教育局', 2025, WRONG) });
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytesAt(first, '退回/=教育局.xlsx') as unknown as exceljs.Buffer);
  const asked = first.edition.findings.filter(({ severity, stated }) => severity === 'fatal' && stated === '71');
  expect(asked.length).toBeGreaterThan(0);
  const ref = asked[0]?.place.ref;
  const cell = book.getWorksheet(ref?.sheet ?? '')?.getCell(ref?.cell ?? 'A1');
  if (cell !== undefined) cell.value = 17;
  const back = new Uint8Array(await book.xlsx.writeBuffer());
  expect(Buffer.from(back).includes('docProps/custom')).toBe(false);
  const second = await made({
    '2025/教育局.xlsx': await filedXlsx('教育局', 2025, WRONG),
    '2025/改好了.xlsx': back,
  });
  expect(stateOf(second)).toEqual(['改好了.xlsx accepted', '教育局.xlsx superseded']);
  expect(openAt(second).join()).not.toContain('71');
});
