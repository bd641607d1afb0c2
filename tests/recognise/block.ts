// A printed table as rows of contents that knows where its figures stand, and stays right when rows and columns move.
import { a1 } from '../../pipeline/address.ts';
import type { Area, Sheet } from '../../pipeline/model.ts';
import { type Content, type SheetLook, sheetOf } from '../grid.ts';

export interface Block {
  readonly rows: readonly (readonly Content[])[];
  readonly merges: readonly Area[];
  /** Where each figure stands, by item name; row and column count from 0. */
  readonly places: ReadonlyMap<string, readonly [row: number, column: number]>;
}

export const blockOf = (...rows: readonly (readonly Content[])[]): Block => ({ rows, merges: [], places: new Map() });

/** Moved down and to the right. */
export const shifted = ({ rows, merges, places }: Block, down: number, right: number): Block => ({
  rows: [...Array.from({ length: down }, () => []), ...rows.map(row => [...Array(right).fill(null), ...row])],
  merges: merges.map(({ top, left, bottom, right: last }) => ({
    top: top + down,
    left: left + right,
    bottom: bottom + down,
    right: last + right,
  })),
  places: new Map([...places].map(([item, [row, column]]) => [item, [row + down, column + right]])),
});

/** One below the other, with `gap` empty rows between. */
export const below = (blocks: readonly Block[], gap = 1): Block =>
  blocks.reduce((above, block) => overlaid(above, shifted(block, above.rows.length + gap, 0)));

/** Side by side, with `gap` empty columns between. */
export const beside = (blocks: readonly Block[], gap = 1): Block =>
  blocks.reduce((left, block) => overlaid(left, shifted(block, 0, widthOf(left) + gap)));

export const widthOf = ({ rows }: Block): number => Math.max(...rows.map(row => row.length));

const overlaid = (a: Block, b: Block): Block => ({
  rows: Array.from({ length: Math.max(a.rows.length, b.rows.length) }, (_, row) => {
    const [first = [], second = []] = [a.rows[row], b.rows[row]];
    return Array.from(
      { length: Math.max(first.length, second.length) },
      (_, column) => first[column] ?? second[column] ?? null,
    );
  }),
  merges: [...a.merges, ...b.merges],
  places: new Map([...a.places, ...b.places]),
});

/** With a row put in before row `at`; merged areas that it cuts grow. */
export const withRow = ({ rows, merges, places }: Block, at: number, contents: readonly Content[] = []): Block => ({
  rows: rows.toSpliced(at, 0, contents),
  merges: merges.map(area => ({ ...area, top: after(area.top, at), bottom: after(area.bottom, at) })),
  places: new Map([...places].map(([item, [row, column]]) => [item, [after(row, at), column]])),
});

/** With a column put in before column `at`; `contents` by row. */
export const withColumn = ({ rows, merges, places }: Block, at: number, contents: readonly Content[] = []): Block => ({
  rows: rows.map((row, index) =>
    [...row, ...Array(Math.max(0, at - row.length)).fill(null)].toSpliced(at, 0, contents[index] ?? null),
  ),
  merges: merges.map(area => ({ ...area, left: after(area.left, at), right: after(area.right, at) })),
  places: new Map([...places].map(([item, [row, column]]) => [item, [row, after(column, at)]])),
});

/** Without a row, and without the figures in it. */
export const withoutRow = ({ rows, merges, places }: Block, at: number): Block => ({
  rows: rows.toSpliced(at, 1),
  merges: merges
    .map(area => ({ ...area, top: area.top > at ? area.top - 1 : area.top, bottom: before(area.bottom, at) }))
    .filter(area => area.bottom > area.top || (area.bottom === area.top && area.right > area.left)),
  places: new Map(
    [...places].flatMap(([item, [row, column]]) => (row === at ? [] : [[item, [before(row, at), column]] as const])),
  ),
});

/** With every text equal to a key written as its value. */
export const reworded = (block: Block, words: Readonly<Record<string, string>>): Block => {
  const lacking = Object.keys(words).find(word => !block.rows.some(row => row.includes(word)));
  if (lacking !== undefined) throw new Error(`the table does not hold ${lacking}`);
  const say = (content: Content): Content =>
    typeof content === 'string' && Object.hasOwn(words, content) ? (words[content] ?? content) : content;
  return { ...block, rows: block.rows.map(row => row.map(say)) };
};

/** The row in which a text stands. */
export const rowWith = ({ rows }: Block, text: string): number => {
  const found = rows.findIndex(row => row.includes(text));
  if (found === -1) throw new Error(`the table does not hold ${text}`);
  return found;
};

export const withoutMerges = (block: Block): Block => ({ ...block, merges: [] });

export const turned = ({ rows, merges, places }: Block): Block => ({
  rows: Array.from({ length: widthOf({ rows, merges, places }) }, (_, column) => rows.map(row => row[column] ?? null)),
  merges: merges.map(({ top, left, bottom, right }) => ({ top: left, left: top, bottom: right, right: bottom })),
  places: new Map([...places].map(([item, [row, column]]) => [item, [column, row]])),
});

export const toSheet = (block: Block, look: SheetLook = {}): Sheet =>
  sheetOf(block.rows, { merges: block.merges, ...look });

/** `表!C5` by item name, as recognition should find them. */
export const placesOn = (sheet: Sheet, block: Block): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...block.places].map(([item, [row, column]]) => [item, `${sheet.name}!${a1(row, column)}`] as const),
  );

const after = (index: number, at: number): number => (index >= at ? index + 1 : index);
const before = (index: number, at: number): number => (index >= at ? index - 1 : index);
