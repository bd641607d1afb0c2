// Saves the first sheet of a drawn workbook as Chinese Excel does with 「另存为 CSV」: GBK, CRLF, merged cells once.
import type { Ink } from './answer.ts';
import type { Book } from './canvas.ts';

export function saveCsv(book: Book): Buffer {
  const drawn = book.canvases[0];
  if (drawn === undefined) throw new Error('no sheet');
  const right = Math.max(...drawn.spots.map(s => s.column));
  const bottom = Math.max(...drawn.spots.map(s => s.row));
  const rows = Array.from({ length: bottom }, () => Array.from({ length: right }, () => ''));
  for (const spot of drawn.spots) {
    const row = rows[spot.row - 1];
    if (row !== undefined && spot.ink !== null) row[spot.column - 1] = quoted(asText(spot.ink));
  }
  return gbk(rows.map(row => `${row.join(',')}\r\n`).join(''));
}

function asText(ink: Ink): string {
  if (typeof ink !== 'object') return String(ink);
  return 'day' in ink ? ink.day : String(ink.result);
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The platform decodes GBK but does not encode it: turn the decoding round. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && sign !== '\ufffd' && !codes.has(sign)) codes.set(sign, [lead, trail]);
    }
  }
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : codes.get(sign);
    if (code === undefined) throw new Error(`GBK has no ${sign}`);
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}
