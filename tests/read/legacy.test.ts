// .xls, .et and .xlsb, read in another process.
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { openReader } from '../../pipeline/read/read.ts';
import { cellAt, expectRefusal, gridOf, reader, shownOf } from './workbook.ts';

const write = (
  bookType: XLSX.BookType,
  change: (book: XLSX.WorkBook, sheet: XLSX.WorkSheet) => void = () => {},
): Buffer => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['总计', 600, 24252.311082, true],
    [
      { t: 'n', v: 0.125, z: '0.0%' },
      { t: 'n', v: 46082, z: 'm"月"d"日"' },
      { t: 'n', v: 0.1 + 0.2 },
    ],
  ]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '表三');
  change(book, sheet);
  return XLSX.write(book, { bookType, type: 'buffer' });
};

describe.each(['biff8', 'xlsb'] as const)('a workbook of kind %s', kind => {
  test('gives its values', async () => {
    const grid = await gridOf(write(kind));
    expect(shownOf(grid)).toBe('A1=总计 B1=600 C1=24252.311082 D1=TRUE A2=12.5% B2=3月1日 C2=0.3');
    expect(grid.sheets[0]?.name).toBe('表三');
    expect(cellAt(grid, 'B2').typed).toEqual({ kind: 'date', iso: '2026-03-01' });
  });

  test('without a filled cell is empty', async () => {
    await expectRefusal(
      write(kind, (_, sheet) => {
        for (const address of Object.keys(sheet)) if (!address.startsWith('!')) delete sheet[address];
      }),
      'empty',
    );
  });

  test('cut short is refused', async () => {
    const whole = write(kind);
    for (let length = whole.length - 1; length > 8; length -= 977) {
      expect((await reader.read(whole.subarray(0, length))).kind).toBe('refused');
    }
  });
});

test('merges, values under them, and hidden sheets of an .xls are told', async () => {
  const grid = await gridOf(
    write('biff8', (book, sheet) => {
      sheet['!merges'] = [XLSX.utils.decode_range('B1:C1')];
      book.Workbook = { Sheets: [{ Hidden: 1 }] };
    }),
  );
  expect(grid.sheets[0]).toMatchObject({ hidden: true, merges: [{ top: 0, left: 1, bottom: 0, right: 2 }] });
  expect(grid.notes).toEqual([
    { kind: 'value-under-merge', place: { sheet: '表三', cell: 'C1' }, detail: '24252.311082' },
  ]);
});

test('dates of an .xls counted from 1904 are right', async () => {
  const grid = await gridOf(
    write('biff8', (book, sheet) => {
      book.Workbook = { WBProps: { date1904: true } };
      sheet.B2 = { t: 'n', v: 44620, z: 'yyyy/m/d' };
    }),
  );
  expect(cellAt(grid, 'B2').typed).toEqual({ kind: 'date', iso: '2026-03-01' });
});

test('an OLE2 file that holds a package under a password is encrypted, one with no workbook no spreadsheet', async () => {
  const container = (...names: readonly string[]): Buffer => {
    const cfb = XLSX.CFB.utils.cfb_new();
    for (const name of names) XLSX.CFB.utils.cfb_add(cfb, name, Buffer.from('content'));
    return Buffer.from(XLSX.CFB.write(cfb, { type: 'buffer' }) as Uint8Array);
  };
  await expectRefusal(container('/EncryptionInfo', '/EncryptedPackage'), 'encrypted');
  await expectRefusal(container('/WordDocument'), 'not-a-spreadsheet');
  await expectRefusal(container('/Contents'), 'not-a-spreadsheet');
});

test('an .xls under a password is encrypted', async () => {
  const bytes = write('biff8');
  const cfb = XLSX.CFB.read(bytes, { type: 'buffer' });
  const stream = Buffer.from(XLSX.CFB.find(cfb, '/Workbook')?.content as Uint8Array);
  const bof = 4 + stream.readUInt16LE(2);
  // Behind the first record: FilePass of the RC4 kind.
  const filePass = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48, 7)]);
  const locked = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(locked, '/Workbook', Buffer.concat([stream.subarray(0, bof), filePass, stream.subarray(bof)]));
  await expectRefusal(Buffer.from(XLSX.CFB.write(locked, { type: 'buffer' }) as Uint8Array), 'encrypted');
});

test('random bytes behind the mark of an old workbook become no cells', async () => {
  const noise = Buffer.alloc(50_000, Buffer.from('noise that is not a workbook'));
  await expectRefusal(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise]), 'damaged');
});

test.each([
  ['Formula', 0x0006, 22],
  ['Array', 0x0221, 14],
  ['ShrFmla', 0x04bc, 10],
])('a record %s that ends before the length of its formula is refused at once', async (_, kind, fewest) => {
  const stream = Buffer.from(
    XLSX.CFB.find(XLSX.CFB.read(write('biff8'), { type: 'buffer' }), '/Workbook')?.content as Uint8Array,
  );
  const withRecord = (length: number): Buffer => {
    const record = Buffer.alloc(4 + length);
    record.writeUInt16LE(kind, 0);
    record.writeUInt16LE(length, 2);
    // Before the end of the sheet, which is the last record.
    const end = stream.length - 4;
    const cfb = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(cfb, '/Workbook', Buffer.concat([stream.subarray(0, end), record, stream.subarray(end)]));
    return Buffer.from(XLSX.CFB.write(cfb, { type: 'buffer' }) as Uint8Array);
  };
  expect(stream.readUInt16LE(stream.length - 4)).toBe(0x000a);
  for (let length = 0; length < fewest; length += 1)
    expect(await reader.read(withRecord(length))).toMatchObject({ refusal: 'damaged', detail: '公式记录不完整' });
  expect(await reader.read(withRecord(fewest))).not.toMatchObject({ detail: '公式记录不完整' });
});

test('a file that takes too long is refused, and the next one is read', async () => {
  const hasty = openReader({ time: 1 });
  const [slow, next] = await Promise.all([hasty.read(write('biff8')), hasty.read(Buffer.from('a,b'))]);
  expect(slow).toMatchObject({ refusal: 'too-slow' });
  expect(next.kind).toBe('grid');
  await hasty.close();
});

test('many files at once are read one by one, and a closed reader opens again', async () => {
  const other = openReader();
  const bytes = write('biff8');
  const readings = await Promise.all(Array.from({ length: 5 }, () => other.read(bytes)));
  await other.close();
  readings.push(await other.read(bytes));
  expect(readings.every(reading => reading.kind === 'grid')).toBe(true);
  await other.close();
});

test('a process that dies at its start is one refused file', async () => {
  const small = openReader({ heap: 4 });
  expect(await small.read(write('biff8'))).toMatchObject({ refusal: 'crashed' });
  await small.close();
});
