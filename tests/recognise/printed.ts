// The tables of a form as they are printed, drawn from the form itself, with a figure of its own in every cell.
import { itemName } from '../../pipeline/items.ts';
import { normalizeLabel } from '../../pipeline/label.ts';
import type { Area, Form, FormColumn, FormRow, FormTable, Label } from '../../pipeline/model.ts';
import type { Content } from '../grid.ts';
import type { Block } from './block.ts';

/** How a table is drawn where not as printed. */
export interface Drawing {
  /** How a label is written; as printed unless told. */
  readonly word?: (label: Label) => string;
  /** Column ids in their order; in 表四 the results of each group. */
  readonly order?: readonly string[];
  /** Without the table's heading above it. */
  readonly untitled?: boolean;
  /** What is added to all figures, so that a second copy has others. */
  readonly plus?: number;
}

interface Pen {
  readonly rows: Content[][];
  readonly merges: Area[];
  readonly places: Map<string, readonly [number, number]>;
  readonly word: (label: Label) => string;
  readonly plus: number;
}

/** The table as the notice prints it: 表二 in blocks, 表三 with three label columns, 表四 in one row, else a list. */
export const printed = (form: Form, id: string, drawing: Drawing = {}): Block => {
  const table = form.tables.find(candidate => candidate.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  const { word = label => label.text, plus = 0 } = drawing;
  const pen: Pen = { rows: [], merges: [], places: new Map(), word, plus };
  if (drawing.untitled !== true) pen.rows.push([word(table.title)]);
  if (table.columns.some(({ kind }) => kind === 'figure')) drawCrosswise(pen, table, drawing.order);
  else if (table.rows.every(row => row.label === null)) drawInOneRow(pen, table, drawing.order);
  else if (new Set(table.rows.map(row => row.heads.join('/'))).size > 1) drawInBlocks(pen, table, drawing.order);
  else drawList(pen, table);
  const { rows, merges, places } = pen;
  return { rows, merges: merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right), places };
};

const put = (pen: Pen, row: number, column: number, content: Content, bottom = row, right = column): void => {
  for (let at = pen.rows.length; at <= bottom; at += 1) pen.rows.push([]);
  const line = pen.rows[row] as Content[];
  for (let at = line.length; at < column; at += 1) line.push(null);
  line[column] = content;
  pen.merges.push({ top: row, left: column, bottom, right });
};

const figure = (pen: Pen, table: string, row: string, column: string, at: number, across: number, right = across) => {
  put(pen, at, across, 7 * pen.places.size + 3 + pen.plus, at, right);
  pen.places.set(itemName({ table, row, column }), [at, across]);
};

const plainWord = (pen: Pen, text: string): string => pen.word({ text, aliases: [] });

const sorted = (columns: readonly FormColumn[], order: readonly string[] | undefined): readonly FormColumn[] =>
  order === undefined ? columns : columns.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));

/** Runs of neighbours that agree in `name`, as [name, first, last]. */
const runs = (names: readonly string[]): readonly (readonly [string, number, number])[] => {
  const found: [string, number, number][] = [];
  names.forEach((name, index) => {
    const last = found.at(-1);
    if (last !== undefined && last[0] === name) last[2] = index;
    else found.push([name, index, index]);
  });
  return found;
};

const drawCrosswise = (pen: Pen, table: FormTable, order: readonly string[] | undefined): void => {
  const top = pen.rows.length;
  const wide = 1 + Math.max(...table.rows.map(row => row.under.length));
  const columns = sorted(
    table.columns.filter(({ kind }) => kind === 'figure'),
    order,
  );
  const high = Math.max(...columns.map(column => column.under.length));
  put(pen, top, 0, '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', top + high, wide - 1);
  for (let level = 0; level < high; level += 1) {
    for (const [name, first, last] of runs(columns.map(column => column.under.slice(0, level + 1).join('/'))))
      if (name.split('/').length === level + 1)
        put(pen, top + level, wide + first, plainWord(pen, name.split('/')[level] ?? ''), top + level, wide + last);
  }
  columns.forEach((column, index) => {
    put(pen, top + column.under.length, wide + index, pen.word(column.label), top + high, wide + index);
  });
  drawLines(pen, table, table.rows, top + high + 1, wide);
  table.rows.forEach((row, line) => {
    columns.forEach((column, index) => {
      figure(pen, table.id, row.id, column.id, top + high + 1 + line, wide + index);
    });
  });
};

const drawLines = (pen: Pen, { rows: all }: FormTable, rows: readonly FormRow[], top: number, wide: number): void => {
  for (let level = 0; level < wide - 1; level += 1) {
    for (const [name, first, last] of runs(rows.map(row => row.under.slice(0, level + 1).join('|'))))
      if (name.split('|').length === level + 1 && name !== '')
        put(pen, top + first, level, plainWord(pen, name.split('|')[level] ?? ''), top + last, level);
  }
  rows.forEach((row, line) => {
    if (!all.includes(row)) throw new Error(row.id);
    if (row.label !== null) put(pen, top + line, row.under.length, pen.word(row.label), top + line, wide - 1);
  });
};

const drawInBlocks = (pen: Pen, table: FormTable, order: readonly string[] | undefined): void => {
  for (const [article, first, last] of runs(table.rows.map(row => row.under.join('/')))) {
    const rows = table.rows.slice(first, last + 1);
    const top = pen.rows.length;
    const ids = new Set(rows.flatMap(row => row.heads));
    const heads = sorted(
      table.columns.filter(column => ids.has(column.id)),
      order,
    );
    const right = (index: number): number => (heads.length === 1 ? 3 : 1 + index);
    put(pen, top, 0, plainWord(pen, article), top, 3);
    put(pen, top + 1, 0, '信息内容');
    heads.forEach((head, index) => {
      put(pen, top + 1, 1 + index, pen.word(head.label), top + 1, right(index));
    });
    const lines = [...Map.groupBy(rows, row => row.label?.text).values()];
    lines.forEach((line, index) => {
      const label = line[0]?.label;
      put(pen, top + 2 + index, 0, label ? pen.word(label) : null);
      heads.forEach((head, across) => {
        const row = line.find(candidate => candidate.heads.at(-1) === head.id);
        if (row !== undefined) figure(pen, table.id, row.id, 'value', top + 2 + index, 1 + across, right(across));
      });
    });
  }
};

const drawInOneRow = (pen: Pen, table: FormTable, order: readonly string[] | undefined): void => {
  const top = pen.rows.length;
  const column = (id: string): FormColumn => table.columns.find(candidate => candidate.id === id) as FormColumn;
  const rank = (row: FormRow): number => order?.indexOf(row.heads.at(-1) ?? '') ?? 0;
  const groups = [...Map.groupBy(table.rows, row => row.heads.slice(0, -1).join('/')).values()];
  const rows = groups.flatMap(group => group.toSorted((a, b) => rank(a) - rank(b)));
  const high = Math.max(...rows.map(row => row.heads.length)) - 1;
  for (let level = 0; level < high; level += 1) {
    for (const [name, first, last] of runs(rows.map(row => row.heads.slice(0, level + 1).join('/')))) {
      const ids = name.split('/');
      const isGroup = rows.slice(first, last + 1).every(row => row.heads.length > level + 1);
      if (ids.length === level + 1 && isGroup)
        put(pen, top + level, first, pen.word(column(ids[level] ?? '').label), top + level, last);
    }
  }
  rows.forEach((row, index) => {
    put(pen, top + row.heads.length - 1, index, pen.word(column(row.heads.at(-1) ?? '').label), top + high, index);
  });
  rows.forEach((row, index) => {
    figure(pen, table.id, row.id, 'value', top + high + 1, index);
  });
};

const drawList = (pen: Pen, table: FormTable): void => {
  const head = table.columns.find(({ kind }) => kind === 'head');
  pen.rows.push(['统计指标', '单位', head === undefined ? null : pen.word(head.label)]);
  const lines = new Set(table.rows.map(row => normalizeLabel(row.label?.text ?? '')));
  const headed = new Set<string>();
  for (const row of table.rows) {
    for (const heading of row.under.filter(text => !lines.has(normalizeLabel(text)) && !headed.has(text))) {
      headed.add(heading);
      pen.rows.push([plainWord(pen, heading)]);
    }
    const at = pen.rows.length;
    put(pen, at, 0, row.label === null ? null : pen.word(row.label));
    put(pen, at, 1, row.unit);
    figure(pen, table.id, row.id, 'value', at, 2);
  }
};
