// Which cell is wrong: classic slips by hand, on a small cross table of which all sums hold.
import { describe, expect, test } from 'vitest';
import type { Equality } from '../../pipeline/localize/equality.ts';
import { equalitiesFromRelations } from '../../pipeline/localize/equality.ts';
import { type Cause, localize, type Repair } from '../../pipeline/localize/localize.ts';
import type { Hints } from '../../pipeline/localize/plausible.ts';
import { FORM } from '../made.ts';

/** `total = a + b`, all of one rule. */
const sum = (rule: string, text: string): Equality => {
  const [whole = '', parts = ''] = text.split(' = ');
  return {
    rule,
    severity: 'fatal',
    terms: [{ name: whole, coefficient: '1' }, ...parts.split(' + ').map(name => ({ name, coefficient: '-1' }))],
  };
};

const TABLE = [
  sum('across', 'at = a1 + a2'),
  sum('across', 'bt = b1 + b2'),
  sum('across', 't = t1 + t2'),
  sum('down', 't1 = a1 + b1'),
  sum('down', 't2 = a2 + b2'),
  sum('down', 't = at + bt'),
];
const RIGHT = { a1: '13', a2: '240', at: '253', b1: '6', b2: '51', bt: '57', t1: '19', t2: '291', t: '310' };

const found = (wrong: Readonly<Record<string, string>>, hints: Hints = {}): readonly Cause[] =>
  localize(TABLE, new Map(Object.entries({ ...RIGHT, ...wrong })), hints);

/** `a1 31→13 数字颠倒？`; cells of one repair with a comma. */
const told = ({ cells }: Repair): string =>
  cells.map(({ name, stated, implied, hint }) => `${name} ${stated}→${implied} ${hint}`.trim()).join(', ');

const setsOf = (causes: readonly Cause[]): readonly (readonly string[])[] => causes.map(({ sets }) => sets.map(told));

test('a return in which all sums hold has no cause', () => {
  expect(found({})).toEqual([]);
});

describe('one wrong cell in a cross table is the only one that repairs both its sums', () => {
  test.each([
    ['a1', '31', 'a1 31→13 数字颠倒？'],
    ['a2', '24', 'a2 24→240 少写一个 0？'],
    ['a2', '2400', 'a2 2400→240 多写一个 0？'],
    ['a2', '2740', 'a2 2740→240 多写一位？'],
    ['b2', '5', 'b2 5→51 少写一位？'],
    ['t2', '281', 't2 281→291 写错一位？'],
    ['t2', '0', 't2 0→291'],
    ['at', '13', 'at 13→253 某分项漏计？'],
    ['bt', '108', 'bt 108→57 某分项重复计入？'],
  ])('%s %s', (name, value, due) => {
    const neighbours = (): readonly string[] => [];
    expect(setsOf(found({ [name]: value }, { neighbours }))).toEqual([[due]]);
  });

  test('a value of the next cell, and of last year', () => {
    expect(setsOf(found({ b2: '6' }, { neighbours: name => (name === 'b2' ? ['b1'] : []) }))).toEqual([
      ['b2 6→51 与相邻格相同，错行或错列？'],
    ]);
    expect(setsOf(found({ b2: '77' }, { previous: new Map([['b2', '77']]) }))).toEqual([
      ['b2 77→51 与上年相同，未更新？'],
    ]);
  });
});

describe('several wrong cells', () => {
  test('far apart are two causes with their own equalities', () => {
    const apart = [sum('one', 'x = y + z'), sum('two', 'u = v + w')];
    const values = new Map(Object.entries({ x: '9', y: '1', z: '2', u: '7', v: '3', w: '5' }));
    expect(localize(apart, values).map(({ broken }) => broken.map(({ rule }) => rule))).toEqual([['one'], ['two']]);
  });

  test('of one sum are repaired together', () => {
    expect(setsOf(found({ a1: '31', t1: '91' }))).toEqual([['t1 91→19 数字颠倒？, a1 31→13 数字颠倒？']]);
  });

  test('that cancel in their row are one cause: a number in the wrong column', () => {
    const causes = found({ b1: '51', b2: '6' });
    expect(causes).toHaveLength(1);
    expect(causes[0]?.broken.map(({ rule }) => rule)).toEqual(['down', 'down']);
    expect(causes[0]?.sets.map(told)[0]).toBe('b1 51→6 填到了别的格？, b2 6→51 填到了别的格？');
  });
});

describe('a sum that stands alone', () => {
  const alone = [sum('alone', 'x = y + z')];
  const sets = (x: string, y: string, z: string, hints: Hints = {}): readonly string[] =>
    localize(alone, new Map(Object.entries({ x, y, z })), hints).flatMap(cause => cause.sets.map(told));

  test('is most likely a wrong total', () => {
    expect(sets('9', '1', '2')).toEqual(['x 9→3', 'y 1→7', 'z 2→8']);
  });

  test('but a slip explained is likelier', () => {
    expect(sets('91', '46', '27')).toEqual(['y 46→64 数字颠倒？', 'x 91→73', 'z 27→45']);
  });

  test('no repair is negative', () => {
    expect(sets('1', '7', '2')).toEqual(['x 1→9']);
    expect(sets('1', '7', '2', { mayBeNegative: () => true })).toHaveLength(3);
  });

  test('no repair is a fraction, unless of money', () => {
    expect(sets('9.5', '1', '2')).toEqual(['x 9.5→3']);
    expect(sets('9.5', '1', '2', { isMoney: () => true })).toEqual(['x 9.5→3', 'y 1→7.5', 'z 2→8.5']);
  });

  test('of money is exact to the last place', () => {
    expect(sets('24252.311083', '0.000002', '24252.31108', { isMoney: () => true })[0]).toBe(
      'x 24252.311083→24252.311082 写错一位？',
    );
  });

  test('of money knows a slip of the point and of the unit', () => {
    const isMoney = (): boolean => true;
    expect(sets('2.51', '25.1', '0', { isMoney })[0]).toBe('x 2.51→25.1 小数点或单位错？');
    expect(sets('31.1', '251000', '6', { isMoney })[0]).toBe('y 251000→25.1 小数点或单位错？');
  });

  test('is left out where a value is not known', () => {
    expect(localize(alone, new Map(Object.entries({ x: '9', y: '1' })))).toEqual([]);
  });
});

test('coefficients other than 1 count', () => {
  const double: Equality = {
    rule: 'double',
    severity: 'query',
    terms: [
      { name: 'x', coefficient: '1' },
      { name: 'y', coefficient: '-2' },
    ],
  };
  const values = new Map(Object.entries({ x: '9', y: '4' }));
  expect(localize([double], values).flatMap(({ sets }) => sets.map(told))).toEqual(['x 9→8']);
});

test('where more than five cells would have to change no set is offered', () => {
  const parts = Array.from({ length: 12 }, (_, nth) => `p${nth}`);
  const pairs = parts.map(name => ({ ...sum('pair', `${name} = ${name}x`) }));
  const both = parts.map(name => sum('same', `${name} = ${name}y`));
  const link = sum('link', `t = ${parts.join(' + ')}`);
  const values = new Map([
    ['t', '12'],
    ...parts.flatMap((name, nth): [string, string][] => [
      [name, '1'],
      [`${name}x`, String(nth + 2)],
      [`${name}y`, String(nth + 30)],
    ]),
  ]);
  const causes = localize([...pairs, ...both, link], values);
  expect(causes.flatMap(({ sets }) => sets.map(({ cells }) => cells.length)).every(size => size <= 5)).toBe(true);
  expect(causes.flatMap(({ broken }) => broken)).toHaveLength(24);
});

test('the equalities of a form are its exhaustive relations', () => {
  expect(equalitiesFromRelations(FORM).map(({ rule, terms }) => `${rule} ${terms.length}`)).toEqual([
    'app.handled.* 3',
    'app.*.total 3',
    'app.handled.* 3',
    'app.handled.* 3',
    'app.*.total 3',
    'app.*.total 3',
  ]);
});
