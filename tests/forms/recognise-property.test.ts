// However a return is laid out, every figure of it is placed on its own cell, and nothing is said to be missing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Label } from '../../pipeline/model.ts';
import type { Content } from '../grid.ts';
import { type Block, below, beside, blockOf, withColumn, withoutMerges, withRow, widthOf } from './block.ts';
import { printed } from './printed.ts';
import { formOf, readBlocks } from './read.ts';

const FORM = formOf('annual-2021');
const shuffled = (ids: string): fc.Arbitrary<readonly string[]> =>
  fc.shuffledSubarray(ids.split(' '), { minLength: ids.split(' ').length });

const ORDERS = {
  t2: shuffled('made repealed valid decided fee'),
  t3: shuffled('natural enterprise research welfare legal other total'),
  t4: shuffled('upheld corrected other pending total'),
};

// A label is written in one way throughout a table, as one hand does.
const hand = fc.array(fc.nat(50), { minLength: 50, maxLength: 50 }).map(choices => {
  const met: Label[] = [];
  return (label: Label): string => {
    if (!met.includes(label)) met.push(label);
    const ways = [label.text, ...label.aliases];
    return ways[(choices[met.indexOf(label)] ?? 0) % ways.length] ?? label.text;
  };
});

type Insertion = { readonly kind: 'row' | 'column' | 'last-year' | 'note' | 'numbers'; readonly at: number };

/** What people put into a table; `at` is a share of its height or width. */
const insertions = fc.array<Insertion>(
  fc.record({
    kind: fc.constantFrom('row', 'column', 'last-year', 'note', 'numbers'),
    at: fc.double({ min: 0, max: 0.99, noNaN: true }),
  }),
  { maxLength: 4 },
);

const insert = (block: Block, { kind, at }: Insertion): Block => {
  const [first = [0, 0]] = block.places.values();
  const [top, left] = first;
  const behindLabels = left + Math.floor(at * (widthOf(block) - left + 1));
  switch (kind) {
    case 'row':
      return withRow(block, Math.floor(at * block.rows.length));
    case 'column':
      return withColumn(block, Math.floor(at * widthOf(block)));
    case 'last-year':
      return withColumn(block, behindLabels, columnUnder(block, '上年数', 5));
    case 'note':
      return withColumn(block, behindLabels, columnUnder(block, '备注', '已核'));
    case 'numbers':
      return withRow(
        block,
        top,
        Array.from({ length: widthOf(block) }, (_, column) => (column < left ? '甲乙丙丁戊己庚辛'.charAt(column) : column - left + 1)),
      );
  }
};

/** A column with a heading wherever figures begin below, and the same content beside every figure. */
const columnUnder = (block: Block, heading: string, content: Content): readonly Content[] => {
  const filled = new Set([...block.places.values()].map(([row]) => row));
  return block.rows.map((_, row) => (filled.has(row) ? content : filled.has(row + 1) ? heading : null));
};

const table = (id: keyof typeof ORDERS): fc.Arbitrary<Block> =>
  fc
    .record({ order: ORDERS[id], word: hand, plus: fc.nat(9_000), merged: fc.boolean(), inserted: insertions })
    .map(({ order, word, plus, merged, inserted }) => {
      const drawn = printed(FORM, id, { order, word, plus });
      // Columns are numbered once, when all are there.
      const others = inserted.filter(({ kind }) => kind !== 'numbers');
      const numbers = inserted.filter(({ kind }) => kind === 'numbers').slice(0, 1);
      return [...others, ...numbers].reduce(insert, merged ? drawn : withoutMerges(drawn));
    });

const titles = fc.constantFrom<readonly string[]>([], ['政府信息公开工作年度报告（附表）'], ['某某局', '单位：件']);

const layout = fc
  .record({
    tables: fc.tuple(table('t2'), table('t3'), table('t4')),
    order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    sheets: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
    title: titles,
    gap: fc.nat(3),
    together: fc.constantFrom(below, beside),
  })
  .map(({ tables, order, sheets, title, gap, together }) => {
    const grouped = Map.groupBy(order, index => sheets[index] ?? 0);
    const blocks = [...grouped.values()].map(indexes =>
      below(
        [
          blockOf(...title.map(text => [text])),
          together(
            indexes.map(index => tables[index] as Block),
            gap,
          ),
        ],
        gap,
      ),
    );
    return Object.assign(blocks, { [fc.toStringMethod]: () => drawing(blocks) });
  });

// A counterexample as the sheets it is.
const drawing = (blocks: readonly Block[]): string =>
  blocks
    .map(({ rows }, index) =>
      rows.map((row, at) => `${index + 1} ${at + 1}: ${row.map(content => String(content ?? '').slice(0, 8)).join('|')}`),
    )
    .flat()
    .join('\n');

test('every figure of a return is found wherever its tables stand and however their labels are written', () => {
  fc.assert(
    fc.property(layout, sheets => {
      const { places, remarks, due } = readBlocks(FORM, sheets);
      expect(remarks.filter(remark => /label-unknown|-missing|set-aside/u.test(remark))).toEqual([]);
      expect(places).toEqual(due);
    }),
    { numRuns: 300 },
  );
});
