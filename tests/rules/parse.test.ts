// The rule language: what its texts say, and that nonsense is a Fault, soon.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../pipeline/fault.ts';
import { parseAmount, parseCondition } from '../../pipeline/rules/parse.ts';
import type { Amount, Condition, Name } from '../../pipeline/rules/syntax.ts';
import { processorTime } from '../processor-time.ts';

/** As it was understood, with all brackets. */
const said = (node: Amount<Name> | Condition<Name>): string => {
  switch (node.kind) {
    case 'figure':
      return `${node.from.kind === 'here' ? '' : node.from.kind === 'children' ? 'child:' : `prev${node.from.years}:`}${node.path.join('.')}`;
    case 'number':
      return node.value;
    case 'span':
      return `${said(node.first)}..${said(node.last)}`;
    case 'call':
      return `${node.call}(${node.terms.map(said).join(' ')})`;
    case 'negative':
      return `-${said(node.of)}`;
    case 'binary':
      return `(${said(node.left)} ${node.sign} ${said(node.right)})`;
    case 'compare':
      return `[${said(node.left)} ${node.relation} ${said(node.right)}]`;
    case 'and':
    case 'or':
      return `{${node.of.map(said).join(` ${node.kind} `)}}`;
  }
};

const amount = (text: string): string => said(parseAmount(text, 'rules.csv:2'));
const condition = (text: string): string => said(parseCondition(text, 'rules.csv:2'));

describe('an amount', () => {
  test.each([
    ['t3.granted.total', 't3.granted.total'],
    ['a + b - c', '((a + b) - c)'],
    ['a + b * c / 2', '(a + ((b * c) / 2))'],
    ['(a + b) * 0.2', '((a + b) * 0.2)'],
    ['-a - -(b)', '(-a - -b)'],
    ['２×（a＋b）－c÷４', '((2 * (a + b)) - (c / 4))'],
    ['a − b', '(a - b)'],
    ['sum(granted..oth_misc)', 'sum(granted..oth_misc)'],
    ['sum(prev.a..b)', 'sum(prev1:a..prev1:b)'],
    ['max(a, b，c)', 'max(a b c)'],
    ['min(a..b, c + 1)', 'min(a..b (c + 1))'],
    ['abs(a - prev.a)', 'abs((a - prev1:a))'],
    ['prev(2).t2.permit', 'prev2:t2.permit'],
    ['上年.carried_out', 'prev1:carried_out'],
    ['child.cell + 下级.a', '(child:cell + child:a)'],
    ['本年新收政府信息公开申请数量＋1', '(本年新收政府信息公开申请数量 + 1)'],
    ['“一、本年新收（件）”', '一、本年新收(件)'],
    ['t3."（一）予以公开".total', 't3.(一)予以公开.total'],
    ['prev.“予以公开·自然人”', 'prev1:予以公开·自然人'],
    ['「3.危及“三安全一稳定”」', '3.危及“三安全一稳定”'],
    // A row may be called sum; only with a bracket it is one.
    ['sum + max', '(sum + max)'],
  ])('%s', (text, due) => {
    expect(amount(text)).toBe(due);
  });
});

describe('a condition', () => {
  test.each([
    ['a > 0', '[a > 0]'],
    ['a > 0 and b <> 0 or c ≥ 1', '{{[a > 0] and [b <> 0]} or [c >= 1]}'],
    ['a > 0 且 (b = 0 或 c ≠ 1)', '{[a > 0] and {[b = 0] or [c <> 1]}}'],
    ['(a + b) * 2 ＜＝ c', '[((a + b) * 2) <= c]'],
    ['((a)) = (b)', '[a = b]'],
  ])('%s', (text, due) => {
    expect(condition(text)).toBe(due);
  });
});

describe('nonsense is a Fault that says what was due', () => {
  test.each([
    ['', 'a name or a number is due where its end stands'],
    ['a +', 'a name or a number is due where its end stands'],
    ['a b', 'nothing more is due where "b" stands'],
    ['(a', '")" is due where its end stands'],
    ['a > 0', 'a condition stands where a number is due'],
    ['sum()', 'a name or a number is due where ")" stands'],
    ['abs(a, b)', 'abs takes one number'],
    ['abs(a..b)', 'abs takes one number'],
    ['sum(1..b)', '".." stands between two names'],
    ['prev(0).a', 'a number of years from 1 to 9 is due where "0" stands'],
    ['a ? b', '"? b" is nothing that a rule can hold'],
    ['5件', '"5件" is nothing that a rule can hold'],
    ['a; process.exit()', 'nothing more is due where ";" stands'],
    ['“a', '"“a" is nothing that a rule can hold'],
    ['a + and', 'a name or a number is due where "and" stands'],
    ['a'.repeat(2_001), 'is longer than 2000 characters'],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'is nested deeper than 50'],
    [`${'-'.repeat(60)}a`, 'is nested deeper than 50'],
  ])('%s', (text, message) => {
    expect(() => amount(text)).toThrow(`rules.csv:2: ${message}`);
  });

  test('a number is no condition', () => {
    expect(() => condition('a + 1')).toThrow('a number stands where a condition is due');
    expect(() => condition('a > 0 and b')).toThrow('a number stands where a condition is due');
    expect(() => condition('(a > 0) + 1 = 2')).toThrow('a condition stands where a number is due');
  });
});

test('whatever is typed is understood or a Fault', () => {
  const pieces = fc.constantFrom(
    ...'a b prev child sum max ( ) + - * / . .. , = <= and or 1 0.5 “予以公开” ＋ （ 且 ; ?'.split(' '),
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map(parts => parts.join(' ')),
    fc.array(pieces).map(parts => parts.join('')),
  );
  fc.assert(
    fc.property(text, typed => {
      for (const parse of [parseAmount, parseCondition]) {
        try {
          parse(typed, 'rules.csv:2');
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }
    }),
  );
});

test('what was understood is understood the same when it is written out with all brackets', () => {
  const { node } = fc.letrec<{ node: string }>(tie => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b.c', '1', '0.25', 'prev.a'),
      fc.tuple(tie('node'), fc.constantFrom('+', '-', '*', '/'), tie('node')).map(parts => parts.join(' ')),
    ),
  }));
  fc.assert(
    fc.property(
      node.filter(text => text.length < 400),
      text => {
        const once = amount(text);
        expect(amount(once.replaceAll('prev1:', 'prev.'))).toBe(once);
      },
    ),
  );
});

test('a text twice as long takes about twice the time', () => {
  const time = (terms: number): number => {
    const text = Array(terms).fill('a').join('+');
    const start = processorTime();
    for (let nth = 0; nth < 200; nth += 1) parseAmount(text, '');
    return processorTime() - start;
  };
  time(100);
  // Quadratic would be 16 times.
  expect(time(800)).toBeLessThan(12 * time(200) + 20);
});
