// Draws one table of the 2017 return: a heading row and a line for each figure.
import type { Answers, Ink } from './answer.ts';
import { type Canvas, letter, put, putAcross, setWidths } from './canvas.ts';
import type { PrintedRow } from './rows-2017.ts';

export type Column = 'serial' | 'label' | 'unit' | 'last' | 'value' | 'note';

export interface ListStyle {
  readonly columns: readonly Column[];
  readonly heads: Partial<Readonly<Record<Column, string>>>;
  /** Writes a label the way this unit does. */
  readonly word: (row: PrintedRow) => string;
  /** Type totals as SUM formulas over the lines below them. */
  readonly sums: boolean;
  /** Rows that a typist spoiled: id → label as typed. */
  readonly relabelled: Readonly<Record<string, string>>;
}

const HEADS: Readonly<Record<Column, string>> = {
  serial: '序号',
  label: '统计指标',
  unit: '单位',
  last: '上年数',
  value: '统计数',
  note: '备注',
};
const WIDTHS: Readonly<Record<Column, number>> = { serial: 6, label: 54, unit: 8, last: 10, value: 14, note: 12 };

/** As printed, indented by level. */
export function printed(row: PrintedRow): string {
  return `${'　'.repeat(row.level)}${row.label}`;
}

/** Returns the row below the table. */
export function drawList(
  on: Canvas,
  at: { top: number; left: number },
  table: { id: string; rows: readonly PrintedRow[] },
  answers: Answers,
  style: ListStyle,
): number {
  const { columns } = style;
  setWidths(
    on,
    at.left,
    columns.map(c => WIDTHS[c]),
  );
  columns.forEach((column, i) => {
    put(on, at.top, at.left + i, style.heads[column] ?? HEADS[column], 'head');
  });
  const right = at.left + columns.length - 1;
  const valueColumn = letter(at.left + columns.indexOf('value'));
  let row = at.top + 1;
  let serial = 0;
  for (const line of table.rows) {
    if (line.id === null) {
      putAcross(on, { top: row, left: at.left, bottom: row, right }, style.word(line), 'section');
    } else {
      serial += 1;
      const answer = answers.get(`${table.id}.${line.id}.value`);
      const sum = style.sums && line.parts > 0 && answer?.truth != null;
      const ink: Ink | null = sum
        ? { formula: `SUM(${valueColumn}${row + 1}:${valueColumn}${row + line.parts})`, result: Number(answer.truth) }
        : (answer?.ink ?? null);
      const label = style.relabelled[line.id] ?? style.word(line);
      columns.forEach((column, i) => {
        const x = at.left + i;
        if (column === 'label') put(on, row, x, label, 'label');
        else if (column === 'value') put(on, row, x, ink, 'figure', isDay(ink) ? 'm"月"d"日"' : null);
        else if (column === 'last') put(on, row, x, lastYears(answer?.truth ?? null), 'figure');
        else if (column === 'note') put(on, row, x, null, 'label');
        else put(on, row, x, column === 'serial' ? serial : line.unit, 'unit');
      });
      if (label.length > 28) on.heights.set(row, 30);
    }
    row += 1;
  }
  return row;
}

function isDay(ink: Ink | null): boolean {
  return typeof ink === 'object' && ink !== null && 'day' in ink;
}

/** Last year's figure, made up: four fifths of this year's. */
export function lastYears(figure: string | null): number {
  return Math.floor(Number(figure ?? 0) * 0.8);
}
