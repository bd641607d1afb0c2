// Whatever the bytes, the reader answers; a workbook with flipped bits is refused or reads the same.
import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parts, reader, sheetXml, shownOf, workbook } from './workbook.ts';
import { zip } from './zip-writer.ts';

const ROWS = Array.from(
  { length: 20 },
  (_, i) => `<row><c t="inlineStr"><is><t>行${i}</t></is></c><c><v>${i * 7}</v></c></row>`,
).join('');

const xls = (): Buffer => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['总计', 600]]), '表三');
  return XLSX.write(book, { bookType: 'biff8', type: 'buffer' });
};

const flips = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });

const flipped = (bytes: Buffer, bits: readonly number[]): Buffer => {
  const copy = Buffer.from(bytes);
  for (const bit of bits) {
    const at = bit % (copy.length * 8);
    copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  }
  return copy;
};

test('random bytes get an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => {
      expect(['grid', 'refused']).toContain((await reader.read(bytes)).kind);
    }),
    { numRuns: 200 },
  );
});

test('an .xlsx with flipped bits is refused or reads the same', async () => {
  const whole = workbook(ROWS);
  const right = await reader.read(whole);
  const before = right.kind === 'grid' ? shownOf(right.grid) : '';
  await fc.assert(
    fc.asyncProperty(flips, async bits => {
      const reading = await reader.read(flipped(whole, bits));
      if (reading.kind === 'grid') expect(shownOf(reading.grid)).toBe(before);
      else expect(reading.refusal).not.toBe('crashed');
    }),
    { numRuns: 200 },
  );
});

test('a sheet with changed characters is read or refused, never a crash', async () => {
  const whole = Buffer.from(sheetXml(ROWS));
  await fc.assert(
    fc.asyncProperty(flips, async bits => {
      const reading = await reader.read(zip(parts('', { 'xl/worksheets/sheet1.xml': flipped(whole, bits) })));
      expect(reading).not.toMatchObject({ refusal: 'crashed' });
    }),
    { numRuns: 200 },
  );
});

test('an .xls with flipped bits gets an answer', async () => {
  const whole = xls();
  await fc.assert(
    fc.asyncProperty(flips, async bits => {
      const reading = await reader.read(flipped(whole, bits));
      expect(reading).not.toMatchObject({ refusal: 'too-slow' });
    }),
    { numRuns: 150 },
  );
});
