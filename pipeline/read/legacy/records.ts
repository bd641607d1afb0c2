// Whether the formulas of an .xls can be taken apart: SheetJS takes the length of one from wherever it should stand, and where the
// record ends before it, counts towards no number for ever. What else of a damaged file may lead it round in a circle (a string of the
// shared table with a negative length, of 1,500 files with changed records two; parts of an .xlsb, which stand under checksums) would
// take a reader of our own to see: the time that reading may take ends it.
import { refuse } from '../refusal.ts';

const HEAD = 4;

/** Kind of record → the fewest bytes with which the length of its formula is among them ([MS-XLS] 2.4.127, 2.4.4, 2.4.277). */
const FEWEST: ReadonlyMap<number, number> = new Map([
  ...[0x0006, 0x0206, 0x0406].map(formula => [formula, 22] as const),
  ...[0x0021, 0x0221].map(array => [array, 14] as const),
  [0x04bc, 10],
]);

/** `stream` is that of the workbook, records one after another. */
export const checkFormulas = (stream: Uint8Array): void => {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + HEAD <= stream.length; ) {
    const length = view.getUint16(at + 2, true);
    if (length < (FEWEST.get(view.getUint16(at, true)) ?? 0)) refuse('damaged', '公式记录不完整');
    at += HEAD + length;
  }
};
