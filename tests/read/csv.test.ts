import { expect, test } from 'vitest';
import { expectRefusal, gridOf, reader, shown } from './workbook.ts';

/** 总计 and more, in GB18030. */
const GB = {
  总计: [0xd7, 0xdc, 0xbc, 0xc6],
  自然人: [0xd7, 0xd4, 0xc8, 0xbb, 0xc8, 0xcb],
};

test('cells are texts as written, empty ones none, and blanks are kept', async () => {
  const grid = await gridOf(Buffer.from('类别,件数\r\n总计, 1 234 \r\n,007,"a,""b""\n c"\r\n'));
  expect(grid.sheets[0]?.name).toBe('csv');
  expect(await shown(Buffer.from('类别,件数\r\n总计, 1 234 \r\n,007,"a,""b""\n c"\r\n'))).toBe(
    'A1=类别 B1=件数 A2=总计 B2= 1 234  B3=007 C3=a,"b"\n c',
  );
  expect(grid.sheets[0]?.cells.every(cell => cell.typed.kind === 'text')).toBe(true);
});

test.each([
  ['tab', 'a,b\tc\n1\t2\n'],
  ['semicolon', 'a,b;c\n"1;,,,";2\n'],
])('the delimiter may be a %s', async (_, text) => {
  const grid = await gridOf(Buffer.from(text));
  expect(grid.sheets[0]?.cells.map(cell => cell.column)).toEqual([0, 1, 0, 1]);
});

test('empty lines keep their row', async () => {
  expect(await shown(Buffer.from('a\n\n\nb'))).toBe('A1=a A4=b');
});

test.each([
  ['UTF-8 with its mark', Buffer.from('\ufeff总计,1')],
  ['UTF-16', Buffer.from('\ufeff总计,1', 'utf16le')],
  ['UTF-16 big-endian', Buffer.from('\ufeff总计,1', 'utf16le').swap16()],
  ['GB18030', Buffer.from([...GB.总计, ...Buffer.from(',1')])],
])('%s is decoded', async (_, bytes) => {
  expect(await shown(bytes)).toBe('A1=总计 B1=1');
});

test('fewer than 6 GB18030 characters are read, and named unsure', async () => {
  const few = await gridOf(Buffer.from([...GB.总计, ...GB.自然人]));
  const enough = await gridOf(Buffer.from([...GB.自然人, ...GB.自然人]));
  expect(few.notes).toEqual([{ kind: 'encoding-unsure', place: null, detail: 'GB18030' }]);
  expect(enough.notes).toEqual([]);
});

test.each([
  ['web page', '<!DOCTYPE html><table><tr><td>1</td></tr></table>'],
  [
    'web page that calls itself .xls',
    '\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>',
  ],
  ['XML workbook of 2003', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'],
  ['PDF', '%PDF-1.7\n1,2'],
  ['RTF document', '{\\rtf1 1,2}'],
  ['picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
  ['file with zero bytes in it', 'a,b\0c'],
  ['file of neither encoding', Buffer.from([0x61, 0x81, 0x20, 0xff])],
])('a %s is not a spreadsheet', async (_, content) => {
  await expectRefusal(Buffer.from(content as string), 'not-a-spreadsheet');
});

test('a quote that never ends damages the file, and blanks alone are empty', async () => {
  await expectRefusal(Buffer.from('a,"b\nc,d\n'), 'damaged');
  await expectRefusal(Buffer.from(',,\n,,\n'), 'empty');
  await expectRefusal(Buffer.from('a\n'.repeat(200_001)), 'too-large');
});

test('a million quotes end in time', async () => {
  const start = performance.now();
  await reader.read(Buffer.from('"'.repeat(1_000_000)));
  await reader.read(Buffer.from('"a"\n'.repeat(190_000)));
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('a bare quote within a field is part of its text', async () => {
  const { sheets } = await gridOf(Buffer.from('危及"三安全一稳定",3\n"a ""b""",4\n'));
  expect(sheets[0]?.cells.map(({ shown }) => shown)).toEqual(['危及"三安全一稳定"', '3', 'a "b"', '4']);
});
