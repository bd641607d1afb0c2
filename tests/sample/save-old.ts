// Saves a drawn workbook in the old kinds: .xls and .et (both BIFF8) and .ods.
import * as XLSX from '@e965/xlsx';
import type { Ink } from './answer.ts';
import type { Book, Canvas } from './canvas.ts';
import { withFixedDates } from './zip-dates.ts';

export function saveOld(book: Book, kind: 'biff8' | 'ods'): Buffer {
  const workbook = XLSX.utils.book_new();
  for (const drawn of book.canvases) XLSX.utils.book_append_sheet(workbook, asSheet(drawn), drawn.name);
  const bytes: Buffer = XLSX.write(workbook, { type: 'buffer', bookType: kind });
  return kind === 'ods' ? withFixedDates(bytes) : bytes;
}

function asSheet(drawn: Canvas): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  let right = 0;
  let bottom = 0;
  for (const spot of drawn.spots) {
    right = Math.max(right, spot.column - 1);
    bottom = Math.max(bottom, spot.row - 1);
    if (spot.ink === null) continue;
    sheet[XLSX.utils.encode_cell({ r: spot.row - 1, c: spot.column - 1 })] = asCell(spot.ink);
  }
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: bottom, c: right } });
  sheet['!merges'] = drawn.merges.map(m => ({
    s: { r: m.top - 1, c: m.left - 1 },
    e: { r: m.bottom - 1, c: m.right - 1 },
  }));
  sheet['!cols'] = Array.from({ length: right + 1 }, (_, i) => ({ wch: drawn.widths.get(i + 1) ?? 9 }));
  return sheet;
}

function asCell(ink: Ink): XLSX.CellObject {
  if (typeof ink === 'string') return { t: 's', v: ink };
  if (typeof ink === 'number') return { t: 'n', v: ink };
  if ('day' in ink) throw new Error('dates are not drawn in old kinds');
  return { t: 'n', v: ink.result, f: ink.formula };
}
