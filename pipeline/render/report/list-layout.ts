// 统计表 as printed: 指标, 单位, 统计数; headings on lines of their own.
import type { FormTable } from '../../model.ts';
import type { Figure, FigureOf } from './figure.ts';

export interface ListLayout {
  readonly title: string;
  readonly lines: readonly ListLine[];
}

/** `figures` holds one, or none on a heading's line. `level` counts from 0. */
interface ListLine {
  readonly text: string;
  readonly level: number;
  readonly isHeading: boolean;
  readonly unit: string;
  readonly figures: readonly Figure[];
}

export const listLayout = (table: FormTable, figureOf: FigureOf): ListLayout => {
  const printed = new Set<string>();
  const isNew = (path: readonly string[]): boolean => {
    const name = JSON.stringify(path);
    if (printed.has(name)) return false;
    printed.add(name);
    return true;
  };
  const lines = table.rows.flatMap(row => {
    const headings = row.under.flatMap((text, level) =>
      isNew(row.under.slice(0, level + 1)) ? [{ text, level, isHeading: true, unit: '', figures: [] }] : [],
    );
    // A row that others stand under (收到申请数 above 当面申请数) is their heading.
    const text = row.label?.text ?? '';
    isNew([...row.under, text]);
    const figures = [figureOf(row, 'value')];
    return [...headings, { text, level: row.under.length, isHeading: false, unit: row.unit, figures }];
  });
  return { title: table.title.text, lines };
};
