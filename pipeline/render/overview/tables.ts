// The sums in their official tables; each printed number knows its item.
import type { Edition, FormTable } from '../../model.ts';
import type { Kit } from '../format.ts';
import type { Block } from '../report/blocks.ts';
import { blocksOf } from '../report/blocks-of.ts';
import type { Markup } from '../report/escape.ts';
import { HELPERS } from '../report/helpers/list.ts';
import { printHtml } from '../report/print-html.ts';
import { figureAt, figuresOf } from '../report/report-figures.ts';
import { layOutTable, type TableLayout } from '../report/table-layout.ts';
import { renderTemplate } from '../report/template.ts';
import { parseXhtml } from '../report/xhtml.ts';

export interface PrintedTable {
  readonly title: string;
  readonly table: Markup;
}

export const printedTables = (edition: Edition, kit: Kit): readonly PrintedTable[] => {
  const figures = figuresOf(edition);
  return edition.form.tables.map(table => {
    const layout = layOutTable(table, (row, column) => figureAt(figures, { table: table.id, row: row.id, column }));
    const source = `{{> ${partialFor(layout, table)} layout id='sums' period=''}}`;
    const text = renderTemplate(source, { layout }, kit.partials, HELPERS);
    return { title: layout.title, table: printHtml(blocksOf(parseXhtml(text, table.id)).map(titled(layout.title))) };
  });
};

const partialFor = (layout: TableLayout, table: FormTable): string => {
  if ('lines' in layout) return 'table-list';
  if ('body' in layout) return 'table-3';
  return table.rows.some(row => row.label !== null) ? 'table-2' : 'table-4';
};

// Several tables of a form may be printed by one partial, and an id stands once in a page.
const titled =
  (title: string) =>
  (block: Block): Block =>
    block.kind === 'table' ? { ...block, id: null, caption: [{ kind: 'text', text: title }] } : block;
