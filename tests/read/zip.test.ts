// Zips that no honest program writes, and broken ones.
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { openReader } from '../../pipeline/read/read.ts';
import { expectRefusal, parts, reader, relations, sheetXml, shown, workbook } from './workbook.ts';
import { zip } from './zip-writer.ts';

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const SHEET = 'xl/worksheets/sheet1.xml';
const plain = () => parts(sheetXml(ROW));
const onSheet = (change: object) => zip(plain().map(part => (part.name === SHEET ? { ...part, ...change } : part)));
const extra = { name: 'extra.xml', data: '<a/>' };

test.each([
  ['two parts of one name', 'unsafe', () => zip([...plain(), { name: SHEET.toUpperCase(), data: sheetXml('') }])],
  ['another name in the entry itself', 'unsafe', () => onSheet({ localName: 'xl/worksheets/sheet2.xml' })],
  [
    'overlapping entries',
    'unsafe',
    () => zip([...plain(), { ...extra, name: SHEET.replace('1', '2'), onTopOf: SHEET, localName: SHEET }]),
  ],
  ['a path that climbs out', 'unsafe', () => zip([...plain(), { ...extra, name: '../evil.xml' }])],
  ['a path from a drive', 'unsafe', () => zip([...plain(), { ...extra, name: 'C:\\evil.xml' }])],
  ['an absolute path', 'unsafe', () => zip([...plain(), { ...extra, name: '/etc/evil' }])],
  ['a bomb', 'unsafe', () => zip([...plain(), { ...extra, data: Buffer.alloc(2_000_000) }])],
  ['a part larger than it says', 'damaged', () => onSheet({ statedSize: 10 })],
  ['a wrong checksum', 'damaged', () => onSheet({ crc: 1 })],
  ['two archives glued together', 'damaged', () => Buffer.concat([zip(plain()), zip(plain())])],
  ['bytes behind the end', 'damaged', () => Buffer.concat([zip(plain()), Buffer.from('\0')])],
  ['a second end in the comment', 'unsafe', () => zip(plain(), `PK\x05\x06${'\0'.repeat(18)}`)],
  ['a DOCTYPE', 'unsafe', () => zip(parts(`<!DOCTYPE a [<!ENTITY b "c">]>${sheetXml(ROW)}`))],
  ['deep nesting', 'unsafe', () => workbook('<a>'.repeat(100))],
  ['half a sheet', 'damaged', () => zip(parts(sheetXml(ROW).slice(0, -20)))],
  ['no sheet part', 'damaged', () => workbook(ROW, { [SHEET]: null })],
  ['an unknown entity', 'damaged', () => workbook('<row><c t="str"><v>&amp;&nbsp;</v></c></row>')],
  ['a Word document', 'not-a-spreadsheet', () => workbook(ROW, { 'xl/workbook.xml': '<w:document xmlns:w="w"/>' })],
  ['some other zip', 'not-a-spreadsheet', () => zip([extra])],
])('%s: %s', async (_, refusal, make) => {
  await expectRefusal(make(), refusal);
});

test('no prefix of a workbook is read', async () => {
  const whole = zip(plain());
  for (let length = 5; length < whole.length; length++) {
    const reading = await reader.read(whole.subarray(0, length));
    expect(reading.kind, `${length} bytes`).toBe('refused');
  }
});

test('each limit refuses what is one above it', async () => {
  const rows = '<row><c><v>1</v></c><c><v>2</v></c></row>';
  const bytes = workbook(rows);
  const kindUnder = async (limits: object): Promise<string> => {
    const reading = await openReader(limits).read(bytes);
    return reading.kind === 'refused' ? reading.refusal : reading.kind;
  };
  expect(await kindUnder({ cells: 2, entries: 5, file: bytes.length, sheets: 1 })).toBe('grid');
  expect(await kindUnder({ cells: 1 })).toBe('too-large');
  expect(await kindUnder({ entries: 4 })).toBe('too-large');
  expect(await kindUnder({ file: bytes.length - 1 })).toBe('too-large');
  expect(await kindUnder({ sheets: 0 })).toBe('too-large');
  expect(await kindUnder({ entry: 100 })).toBe('too-large');
  expect(await kindUnder({ unpacked: 100 })).toBe('too-large');
});

test('a part that came before in another workbook hides nothing of this one', async () => {
  const named = (sheet: string, value: string): Buffer =>
    workbook('', {
      [SHEET]: null,
      'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet%31.xml']),
      [`xl/worksheets/${sheet}.xml`]: sheetXml(`<row r="1"><c r="A1"><v>${value}</v></c></row>`),
    });
  // The same relation leads to where its words stand, or else to what they mean.
  expect(await shown(named('sheet1', '5'))).toBe('A1=5');
  expect(await shown(named('sheet%31', '6'))).toBe('A1=6');
  expect(await shown(named('sheet1', '7'))).toBe('A1=7');

  expect(await shown(zip(plain()))).toBe('A1=1');
  const other = sheetXml(ROW.replace('1</v>', '2</v>'));
  for (const wrong of [{ crc: 1 }, { statedSize: 10 }, { data: other, crc: crc32(sheetXml(ROW)) }]) {
    await expectRefusal(onSheet(wrong), 'damaged');
    expect(await shown(zip(plain()))).toBe('A1=1');
  }
  expect(await shown(onSheet({ data: other }))).toBe('A1=2');
  // Under closer limits what was read before is refused all the same.
  const reading = await openReader({ sheets: 0 }).read(zip(plain()));
  expect(reading.kind === 'refused' && reading.refusal).toBe('too-large');
});
