// Returns laid out at random: order of tables and columns, wording, merges, rows and columns put in, sheets.
import fc from 'fast-check';
import type { Form, FormTable, Label } from '../../pipeline/model.ts';
import type { Content } from '../grid.ts';
import { type Block, below, beside, blockOf, widthOf, withColumn, withoutMerges, withRow } from './block.ts';
import { printed } from './printed.ts';

/** The sheets of a return of all the form's tables. */
export const layoutsOf = (form: Form): fc.Arbitrary<readonly Block[]> =>
  fc
    .record({
      tables: fc.tuple(...form.tables.map(table => drawnTable(form, table))),
      order: shuffled(form.tables.map((_, index) => index)),
      sheets: fc.array(fc.nat(2), { minLength: form.tables.length, maxLength: form.tables.length }),
      title: fc.constantFrom<readonly string[]>([], ['政府信息公开工作年度报告（附表）'], ['某某局', '单位：件']),
      gap: fc.nat(3),
      together: fc.constantFrom(below, beside),
    })
    .map(({ tables, order, sheets, title, gap, together }) => {
      const titled = blockOf(...title.map(text => [text]));
      const blocks = [...Map.groupBy(order, index => sheets[index] ?? 0).values()].map(indexes => {
        const drawn = indexes.map(index => tables[index] as Block);
        return below([titled, together(drawn, gap)], gap);
      });
      return Object.assign(blocks, { [fc.toStringMethod]: () => blocks.map(drawing).join('\n\n') });
    });

const shuffled = <T>(all: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...all], { minLength: all.length });

const drawnTable = (form: Form, table: FormTable): fc.Arbitrary<Block> =>
  fc
    .record({
      order: shuffled(table.columns.map(column => column.id)),
      word: hand,
      plus: fc.nat(9_000),
      merged: fc.boolean(),
      inserted: fc.array(insertion, { maxLength: 4 }),
    })
    .map(({ order, word, plus, merged, inserted }) => {
      const drawn = printed(form, table.id, { order, word, plus });
      // Columns are numbered once, when all are there.
      const others = inserted.filter(({ kind }) => kind !== 'numbers');
      const numbers = inserted.filter(({ kind }) => kind === 'numbers').slice(0, 1);
      return [...others, ...numbers].reduce(insert, merged ? drawn : withoutMerges(drawn));
    });

// A label is written in one way throughout a table, as one hand does.
const hand = fc.array(fc.nat(50), { minLength: 60, maxLength: 60 }).map(choices => {
  const met: Label[] = [];
  return (label: Label): string => {
    if (!met.includes(label)) met.push(label);
    const ways = [label.text, ...label.aliases];
    return ways[(choices[met.indexOf(label)] ?? 0) % ways.length] ?? label.text;
  };
});

interface Insertion {
  readonly kind: 'row' | 'column' | 'last-year' | 'note' | 'numbers';
  /** A share of the table's height or width. */
  readonly at: number;
}

const insertion: fc.Arbitrary<Insertion> = fc.record({
  kind: fc.constantFrom('row', 'column', 'last-year', 'note', 'numbers'),
  at: fc.double({ min: 0, max: 0.99, noNaN: true }),
});

const insert = (block: Block, { kind, at }: Insertion): Block => {
  const [[top, left] = [0, 0]] = block.places.values();
  const behindLabels = left + Math.floor(at * (widthOf(block) - left + 1));
  switch (kind) {
    case 'row': {
      // Headings have one empty row at most.
      const isOpen = block.rows.slice(0, top + 1).every(row => row.some(content => content !== null));
      return withRow(block, Math.floor(isOpen ? at * block.rows.length : top + 1 + at * (block.rows.length - top)));
    }
    case 'column':
      return withColumn(block, Math.floor(at * widthOf(block)));
    case 'last-year':
      return withColumn(block, behindLabels, columnUnder(block, '上年数', 5));
    case 'note':
      return withColumn(block, behindLabels, columnUnder(block, '备注', '已核'));
    case 'numbers':
      return withRow(block, top, numbered(widthOf(block), left));
  }
};

const numbered = (width: number, left: number): readonly Content[] =>
  Array.from({ length: width }, (_, column) =>
    column < left ? '甲乙丙丁戊己庚辛壬癸'.charAt(column) : column - left + 1,
  );

/** A column with a heading wherever figures begin below, and the same content beside every figure. */
const columnUnder = (block: Block, heading: string, content: Content): readonly Content[] => {
  const filled = new Set([...block.places.values()].map(([row]) => row));
  return block.rows.map((_, row) => (filled.has(row) ? content : filled.has(row + 1) ? heading : null));
};

// A counterexample as the sheet it is.
const drawing = ({ rows }: Block): string =>
  rows.map((row, at) => `${at + 1}: ${row.map(content => String(content ?? '').slice(0, 8)).join('|')}`).join('\n');
