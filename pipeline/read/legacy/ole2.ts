// Whether an OLE2 container is whole: each sector that its tables lead to stands in the file.
import { refuse } from '../refusal.ts';

/** Numbers above mark ends and free sectors. */
const LAST_SECTOR = 0xfffffffa;
const HEADER = 512;
const LISTED_IN_HEADER = 109;

export const checkWhole = (bytes: Uint8Array): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = bytes.length < HEADER ? 0 : view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) refuse('damaged', 'OLE2 不完整');
  const size = 2 ** shift;
  const words = size / 4;
  const sectors = Math.floor(bytes.length / size) - 1;

  /** A sector number at some place, which must be one of the file or none. */
  const linkAt = (at: number): number => {
    const link = view.getUint32(at, true);
    return link > LAST_SECTOR || link < sectors ? link : refuse('damaged', 'OLE2 不完整');
  };
  const linksIn = (sector: number): readonly number[] =>
    Array.from({ length: words }, (_, i) => linkAt((sector + 1) * size + i * 4));

  const tables = Array.from({ length: LISTED_IN_HEADER }, (_, i) => linkAt(76 + i * 4));
  // Large files list the rest in a chain of sectors, which no honest file lets run in a circle.
  for (let next = linkAt(68), steps = 0; next <= LAST_SECTOR; steps++) {
    if (steps > sectors) refuse('damaged', 'OLE2 扇区表');
    const links = linksIn(next);
    tables.push(...links.slice(0, -1));
    next = links.at(-1) ?? LAST_SECTOR + 1;
  }
  linkAt(48);
  linkAt(60);
  for (const table of tables) if (table <= LAST_SECTOR) linksIn(table);
};
