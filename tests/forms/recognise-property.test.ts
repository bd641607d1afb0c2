// However a return is laid out, every figure of it is placed on its own cell, and nothing is said to be missing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Label } from '../../pipeline/model.ts';
import { type Block, below, blockOf, withColumn, withoutMerges, withRow, widthOf } from './block.ts';
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
const hand = fc.infinite(fc.nat(50)).map(choices => {
  const written = new Map<Label, string>();
  return (label: Label): string => {
    const ways = [label.text, ...label.aliases];
    const way = written.get(label) ?? ways[choices.next().value % ways.length] ?? label.text;
    written.set(label, way);
    return way;
  };
});

/** Blank and note rows and columns put in at places given as shares of the whole. */
const insertions = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    down: fc.boolean(),
    text: fc.constantFrom(null, '备注', '（单位：件）'),
  }),
  { maxLength: 4 },
);

const table = (id: keyof typeof ORDERS): fc.Arbitrary<Block> =>
  fc
    .record({ order: ORDERS[id], word: hand, plus: fc.nat(9_000), merged: fc.boolean(), inserted: insertions })
    .map(({ order, word, plus, merged, inserted }) => {
      const drawn = printed(FORM, id, { order, word, plus });
      return inserted.reduce(
        (block, { at, down, text }) =>
          down
            ? withRow(block, Math.floor(at * block.rows.length), [])
            : withColumn(block, Math.floor(at * widthOf(block)), [text]),
        merged ? drawn : withoutMerges(drawn),
      );
    });

const titles = fc.constantFrom<readonly string[]>([], ['政府信息公开工作年度报告（附表）'], ['某某局', '单位：件']);

const layout = fc
  .record({
    tables: fc.tuple(table('t2'), table('t3'), table('t4')),
    order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    sheets: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
    title: titles,
    gap: fc.nat(3),
  })
  .map(({ tables, order, sheets, title, gap }) => {
    const grouped = Map.groupBy(order, index => sheets[index] ?? 0);
    return [...grouped.values()].map(indexes =>
      below([blockOf(...title.map(text => [text])), ...indexes.map(index => tables[index] as Block)], gap),
    );
  });

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
