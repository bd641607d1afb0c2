// A table of a form → where its headings, labels and figures stand on a sheet, as the official table has them.
import { itemName } from '../../items.ts';
import type { Area, FormRow, FormTable } from '../../model.ts';
import { spans } from '../report/spans.ts';

/** A printed text. Rows and columns count from 1. */
export interface Printed extends Area {
  readonly text: string;
  readonly role: 'heading' | 'group' | 'label' | 'note';
}

export interface TablePlan {
  readonly table: FormTable;
  /** In characters. */
  readonly widths: readonly number[];
  readonly printed: readonly Printed[];
  /** By item name. */
  readonly inputs: ReadonlyMap<string, Area>;
  /** Cells for last year's figures beside this year's, by item name; empty where the table has no room for them. */
  readonly lastYear: ReadonlyMap<string, Area>;
  readonly lastRow: number;
}

/** The first row of a table on its sheet, below the title and the line of the unit. */
const TOP = 3;

export const planTable = (table: FormTable): TablePlan => {
  if (table.columns.some(({ kind }) => kind === 'figure')) return matrix(table);
  const heads = new Set(table.rows.map(row => row.heads.join('/')));
  return heads.size === 1 ? list(table) : blocks(table);
};

/** 表三: rows under rows, columns under columns. */
const matrix = (table: FormTable): TablePlan => {
  const columns = table.columns.filter(({ kind }) => kind === 'figure');
  const across = columns.map(({ under, label }) => [...under, label.text]);
  const down = table.rows.map(row => [...row.under, row.label?.text ?? '']);
  const [height, depth] = [deepest(across), deepest(down)];
  const first = TOP + height;
  const printed: Printed[] = [
    { top: TOP, bottom: first - 1, left: 1, right: depth, text: '项目', role: 'heading' },
    ...headingsOf(across).map(({ text, from, to, level, end }) => ({
      ...box(TOP + level, depth + 1 + from, TOP + end, depth + 1 + to),
      text,
      role: 'heading' as const,
    })),
    ...headingsOf(down).map(({ text, from, to, level, end }) => ({
      ...box(first + from, level + 1, first + to, end + 1),
      text,
      role: from === to && end === depth - 1 ? ('label' as const) : ('group' as const),
    })),
  ];
  const inputs = table.rows.flatMap((row, down) =>
    columns.map((column, across) => {
      const key = { table: table.id, row: row.id, column: column.id };
      return [itemName(key), cell(first + down, depth + 1 + across)] as const;
    }),
  );
  const widths = [...Array(Math.max(0, depth - 1)).fill(9), 40, ...columns.map(() => 9)];
  return { table, widths, printed, inputs: new Map(inputs), lastYear: new Map(), lastRow: TOP + height + down.length };
};

/** The table of 2014: a figure beside each label. */
const list = (table: FormTable): TablePlan => {
  const head =
    table.columns.find(({ kind, id }) => kind === 'head' && id === (table.rows[0]?.heads.at(-1) ?? id))?.label.text ??
    '本年数';
  const printed: Printed[] = ['统计指标', '单位', head, '上年数'].map((text, index) => ({
    ...cell(TOP, index + 1),
    text,
    role: 'heading',
  }));
  const own = new Set(table.rows.map(({ label }) => label?.text ?? ''));
  const inputs = new Map<string, Area>();
  const lastYear = new Map<string, Area>();
  let at = TOP + 1;
  let above: readonly string[] = [];
  for (const row of table.rows) {
    const fresh = row.under.filter((text, level) => above[level] !== text && !own.has(text));
    for (const text of fresh) printed.push({ ...box(at, 1, at++, 4), text, role: 'group' });
    above = row.under;
    printed.push({ ...cell(at, 1), text: row.label?.text ?? '', role: 'label' });
    printed.push({ ...cell(at, 2), text: row.unit, role: 'note' });
    inputs.set(nameOf(table, row), cell(at, 3));
    lastYear.set(nameOf(table, row), cell(at, 4));
    at += 1;
  }
  return { table, widths: [62, 8, 14, 14], printed, inputs, lastYear, lastRow: at - 1 };
};

/** 表二 and 表四: blocks of lines, each below headings of its own. */
const blocks = (table: FormTable): TablePlan => {
  const grouped: FormRow[][] = [];
  for (const row of table.rows) {
    const last = grouped.at(-1);
    if (last !== undefined && last[0]?.under.join('/') === row.under.join('/')) last.push(row);
    else grouped.push([row]);
  }
  const isLabelled = table.rows.some(({ label }) => label !== null);
  const offset = isLabelled ? 1 : 0;
  const wide = Math.max(...grouped.map(rows => headPaths(rows).length));
  const printed: Printed[] = [];
  const inputs = new Map<string, Area>();
  let at = TOP;
  for (const rows of grouped) {
    for (const text of rows[0]?.under ?? []) printed.push({ ...box(at, 1, at++, offset + wide), text, role: 'group' });
    const paths = headPaths(rows);
    const texts = paths.map(path => path.map(id => table.columns.find(column => column.id === id)?.label.text ?? id));
    const height = deepest(texts);
    // A block of fewer figures is as wide as the others: its last figure takes the rest.
    const right = (index: number): number => offset + (index === paths.length - 1 ? wide : index + 1);
    if (isLabelled && height > 0)
      printed.push({ ...box(at, 1, at + height - 1, 1), text: '信息内容', role: 'heading' });
    for (const { text, from, to, level, end } of headingsOf(texts))
      printed.push({ ...box(at + level, offset + 1 + from, at + end, right(to)), text, role: 'heading' });
    at += height;
    for (const [label, line] of Map.groupBy(rows, row => row.label?.text ?? '')) {
      if (label !== '') printed.push({ ...cell(at, 1), text: label, role: 'label' });
      for (const row of line) {
        const index = paths.findIndex(path => path.join('/') === row.heads.join('/'));
        inputs.set(nameOf(table, row), box(at, offset + 1 + index, at, right(index)));
      }
      at += 1;
    }
  }
  const figures = Array(wide).fill(isLabelled ? 22 : 8);
  return {
    table,
    widths: isLabelled ? [30, ...figures] : figures,
    printed,
    inputs,
    lastYear: new Map(),
    lastRow: at - 1,
  };
};

const headPaths = (rows: readonly FormRow[]): readonly (readonly string[])[] => [
  ...new Map(rows.map(({ heads }) => [heads.join('/'), heads] as const)).values(),
];

/** The headings over lines, which they cover `from` and `to`, at the levels `level` to `end`; all counted from 0, ends included. */
const headingsOf = (paths: readonly (readonly string[])[]) =>
  spans(paths, 'innermost').flatMap((placed, from) =>
    placed.map(({ text, along, across, level }) => ({
      text,
      from,
      to: from + along - 1,
      level,
      end: level + across - 1,
    })),
  );

const deepest = (paths: readonly (readonly string[])[]): number => Math.max(0, ...paths.map(path => path.length));
const nameOf = (table: FormTable, row: FormRow): string => itemName({ table: table.id, row: row.id, column: 'value' });
const box = (top: number, left: number, bottom: number, right: number): Area => ({ top, left, bottom, right });
const cell = (row: number, column: number): Area => box(row, column, row, column);
