// A workbook while it is drawn: cells with ink and a look, independent of the file format it is saved in.
import type { Ink } from './answer.ts';

export type Look =
  | 'title'
  | 'heading'
  | 'line'
  | 'head'
  | 'section'
  | 'label'
  | 'unit'
  | 'figure'
  | 'words'
  | 'phantom';

/** Rows and columns count from 1, as in a spreadsheet. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly ink: Ink | null;
  readonly look: Look;
  readonly format: string | null;
}

export interface Span {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Canvas {
  readonly name: string;
  readonly spots: Spot[];
  readonly merges: Span[];
  readonly widths: Map<number, number>;
  readonly heights: Map<number, number>;
  readonly hidden: boolean;
  readonly landscape: boolean;
  /** Printed on a single page, however small. */
  readonly onePage: boolean;
}

/** Fonts of titles and of the body, and the colour behind column headings, or null. */
export interface Faces {
  readonly title: string;
  readonly body: string;
  readonly shade: string | null;
}

export interface Book {
  readonly canvases: readonly Canvas[];
  readonly faces: Faces;
}

export function canvas(
  name: string,
  options: { hidden?: boolean; landscape?: boolean; onePage?: boolean } = {},
): Canvas {
  return {
    name,
    spots: [],
    merges: [],
    widths: new Map(),
    heights: new Map(),
    hidden: options.hidden ?? false,
    landscape: options.landscape ?? false,
    onePage: options.onePage ?? false,
  };
}

export function put(
  on: Canvas,
  row: number,
  column: number,
  ink: Ink | null,
  look: Look,
  format: string | null = null,
) {
  on.spots.push({ row, column, ink, look, format });
}

/** Writes at the top left of an area and merges it. */
export function putAcross(on: Canvas, area: Span, ink: Ink | null, look: Look, format: string | null = null) {
  put(on, area.top, area.left, ink, look, format);
  if (area.top !== area.bottom || area.left !== area.right) on.merges.push(area);
}

export function setWidths(on: Canvas, left: number, widths: readonly number[]) {
  widths.forEach((width, i) => {
    on.widths.set(left + i, width);
  });
}

/** 3 → `C`. */
export function letter(column: number): string {
  return column > 26
    ? letter(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}
