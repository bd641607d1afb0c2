import { expect, it } from 'vitest';
import { bookBytes, newBook, textValue } from '../../pipeline/render/workbook/book.ts';
import { partsOf, zipOf } from '../../pipeline/render/zip.ts';
import { schemaErrors } from '../ooxml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('a zip gives back its parts in order', () => {
  const parts = new Map([
    ['b', bytes('2')],
    ['a/c.xml', bytes('1')],
  ]);
  expect([...partsOf(zipOf(parts))]).toEqual([...parts]);
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
