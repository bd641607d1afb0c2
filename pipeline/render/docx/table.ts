// A table block → a table of Word with the same merged cells, whose rows are never torn apart.
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { TableRow as Row, TableCell as Spanning, TableBlock } from '../report/blocks.ts';
import { plainText } from '../report/print-html.ts';
import { columnWidths } from './columns.ts';
import { runsOf } from './inlines.ts';
import { TEXT_WIDTH } from './measures.ts';

/** Tables of these roles stand on one page; others may go on over several. */
const WHOLE = ['blocks', 'grid', 'cases'];

export const tableOf = (table: TableBlock): Table => {
  const rows = [...table.head, ...table.body];
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [...columnWidths(table)],
    margins: { top: 36, bottom: 36, left: 20, right: 20, marginUnitType: WidthType.DXA },
    rows: rows.map((row, i) => rowOf(table, row, i < table.head.length, isKeptWithNext(table, i))),
  });
};

// The first lines of a table that goes on stand together, so that no head is left alone at the foot of a page.
const isKeptWithNext = ({ role, head, body }: TableBlock, i: number): boolean =>
  i < (WHOLE.includes(role ?? '') ? head.length + body.length - 1 : head.length + 2);

const rowOf = (table: TableBlock, row: Row, isHead: boolean, isKept: boolean): TableRow =>
  new TableRow({
    cantSplit: true,
    tableHeader: isHead,
    children: row.map(cell => cellOf(table, cell, isHead || isKept)),
  });

const cellOf = (table: TableBlock, cell: Spanning, keepNext: boolean): TableCell =>
  new TableCell({
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: styleOf(table, cell),
        keepNext,
        indent: indentOf(cell),
        children: [...runsOf(cell.content)],
      }),
    ],
  });

// A number that is broken over two lines is misread, and makes its row as high as two.
const isDense = ({ role, body }: TableBlock): boolean => {
  const longest = Math.max(
    0,
    ...body.flat().map(({ role: of, content }) => (of === 'figure' ? plainText(content).length : 0)),
  );
  return longest > (WIDEST[role ?? ''] ?? longest);
};

/** How many digits of 小五 a column of the narrow tables holds for sure, whatever type stands in for its own. */
const WIDEST: Readonly<Record<string, number>> = { grid: 5, cases: 4 };

const styleOf = (table: TableBlock, cell: Spanning): string => {
  if (cell.role === 'head' || cell.role === 'block') return '年报表头';
  if (cell.role === 'figure') return isDense(table) ? '年报表格小数字' : '年报表格数字';
  if (cell.role === 'unit') return '年报表格数字';
  return table.role === 'blocks' ? '年报表格数字' : '年报表格文字';
};

// 统计表: a heading's lines stand further in than itself.
const indentOf = (cell: Spanning) => {
  const [, level] = /^level-(\d)$/u.exec(cell.role ?? '') ?? [];
  return level === undefined ? { firstLineChars: 0 } : { left: Number(level) * 280, firstLineChars: 0 };
};
