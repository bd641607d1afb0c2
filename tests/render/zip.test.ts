import { expect, it } from 'vitest';
import { bookBytes, newBook } from '../../pipeline/render/workbook/book.ts';
import { textValue } from '../../pipeline/render/workbook/text-value.ts';
import { type Pieces, pack, partsOf, zipOf, zipped } from '../../pipeline/render/zip.ts';
import { schemaErrors } from '../ooxml.ts';
import { python, testWith } from '../programs.ts';

const TEXTS = { b: '2', 'a/表.xml': '1'.repeat(1_000), empty: '' };
const PARTS = new Map(Object.entries(TEXTS).map(([path, text]) => [path, new TextEncoder().encode(text)]));

it('a zip gives back its parts in order', () => {
  const back = [...partsOf(zipOf(PARTS))].map(([path, part]) => [path, new TextDecoder().decode(part)]);
  expect(back).toEqual(Object.entries(TEXTS));
});

it('a part that was packed before stands in a zip as one that is packed there', () => {
  const packed = new Map([...PARTS].map(([path, part]) => [path, pack(part)] as const));
  expect(zipOf(packed)).toEqual(zipOf(PARTS));
});

it('a part that comes in pieces stands in a zip as the whole does', async () => {
  const whole = new TextEncoder().encode(Array.from({ length: 9_999 }, (_, nth) => `${nth}号`).join('，'));
  const pieces = function* (): Generator<Uint8Array> {
    for (let at = 0; at < whole.length; at += 7_777) yield whole.subarray(at, at + 7_777);
  };
  const mixed = new Map<string, Uint8Array | Pieces>([...PARTS, ['pieces', pieces()]]);
  expect(await zipped(mixed)).toEqual(zipOf(new Map([...PARTS, ['pieces', whole]])));
});

it('what goes wrong while a piece is made costs the zip', async () => {
  const pieces = function* (): Generator<Uint8Array> {
    yield new Uint8Array(1);
    throw new Error('no more');
  };
  await expect(zipped(new Map([['pieces', pieces()]]))).rejects.toThrow('no more');
});

testWith('python3')('a zip is what other programs take it for', () => {
  const read = `import io, json, sys, zipfile
zip = zipfile.ZipFile(io.BytesIO(bytes.fromhex(sys.argv[1])))
assert zip.testzip() is None
print(json.dumps([[i.filename, zip.read(i).decode(), i.date_time[0], i.external_attr] for i in zip.infolist()]))`;
  const told = JSON.parse(python(read, Buffer.from(zipOf(PARTS)).toString('hex')));
  expect(told).toEqual(Object.entries(TEXTS).map(([path, text]) => [path, text, 1980, 0]));
});

it('a workbook is the same on every run, opens without repair, and holds texts of others as texts', async () => {
  const made = async (): Promise<Uint8Array> => {
    const book = await newBook('汇总表', '2026-01-20T08:00:00+08:00');
    book.addWorksheet('表').getCell('A1').value = textValue('=cmd|\u0000');
    return bookBytes(book);
  };
  const first = await made();
  expect(await made()).toEqual(first);
  expect(await schemaErrors(first, 'xlsx')).toEqual([]);
  expect(new TextDecoder().decode(partsOf(first).get('xl/sharedStrings.xml'))).toContain('&apos;=cmd|\ufffd');
});
