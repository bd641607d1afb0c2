// Blanks understood: B1 to B4 of the crosschecks, and what nobody can know.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completer } from '../pipeline/complete.ts';
import type { Cells } from './made.ts';
import { FORM, frozen, ITEMS, ret } from './made.ts';

/** `amount`, with `computed` and the word of approximation where they apply; undefined: unknown. */
const share = (cells: Cells, name: string, otherwise: string | null = ''): string | undefined => {
  const found = completer(FORM)(frozen(ret('01', cells, {}, otherwise))).get(name);
  if (found === undefined) return undefined;
  return [found.amount, found.computed ? 'computed' : '', found.word ?? ''].filter(text => text !== '').join(' ');
};

const knownOf = (cells: Cells, otherwise: string | null = ''): readonly string[] => [
  ...completer(FORM)(ret('01', cells, {}, otherwise)).keys(),
];

test('a blank total with filled parts is their sum, and marked as computed (B1)', () => {
  const cells = { 'app.granted.natural': '3', 'app.granted.legal': '2' };
  expect(share(cells, 'app.granted.total')).toBe('5 computed');
  expect(share(cells, 'app.handled.natural')).toBe('3 computed');
  expect(share(cells, 'app.handled.total')).toBe('5 computed');
});

test('a blank part beside filled parts is 0', () => {
  expect(share({ 'app.granted.natural': '3', 'app.granted.total': '3' }, 'app.granted.legal')).toBe('0');
});

test('blank parts of a total of 0 are 0 (B2)', () => {
  const cells = { 'app.granted.total': '0' };
  expect(share(cells, 'app.granted.natural')).toBe('0');
  expect(share(cells, 'app.granted.total')).toBe('0');
});

test('blank parts of a total above 0 are unknown, and the total counts (B3)', () => {
  const cells = { 'app.granted.total': '5' };
  expect(share(cells, 'app.granted.natural')).toBeUndefined();
  expect(share(cells, 'app.granted.legal')).toBeUndefined();
  expect(share(cells, 'app.granted.total')).toBe('5');
});

test('blank parts of a total that nobody can read are unknown, not 0', () => {
  expect(share({ 'app.granted.total': '2+3' }, 'app.granted.natural')).toBeUndefined();
});

test('a return that is blank all over counts as 0 (B4)', () => {
  expect(knownOf({})).toEqual(ITEMS);
  expect(share({}, 'app.handled.total')).toBe('0');
});

test('a blank total over a part that nobody can read is unknown, not 0', () => {
  const cells = { 'app.granted.natural': '2+3' };
  expect(share(cells, 'app.granted.natural')).toBeUndefined();
  expect(share(cells, 'app.granted.total')).toBeUndefined();
  expect(share({ ...cells, 'app.granted.legal': '1' }, 'app.granted.total')).toBeUndefined();
});

test('a total that is stated counts as stated, whatever its parts say', () => {
  expect(
    share({ 'app.granted.natural': '3', 'app.granted.legal': '2', 'app.granted.total': '6' }, 'app.granted.total'),
  ).toBe('6');
});

test('无 and 不适用 count as 0, and are not blank', () => {
  const cells = { 'app.granted.natural': '无', 'app.granted.legal': '不适用', 'app.granted.total': '5' };
  expect(share(cells, 'app.granted.natural')).toBe('0');
  expect(share(cells, 'app.granted.legal')).toBe('0');
});

test('what an approximate part makes of a computed total is approximate too', () => {
  const word = (natural: string, legal: string): string | undefined =>
    share({ 'app.granted.natural': natural, 'app.granted.legal': legal }, 'app.granted.total');
  expect(word('约100', '2')).toBe('102 computed 约');
  expect(word('约100', '约2')).toBe('102 computed 约');
  expect(word('约100', '20余')).toBe('120 computed 余');
});

test('a line that is not in the file is unknown, and does not make the others so', () => {
  const cells = {
    'app.denied.natural': null,
    'app.denied.legal': null,
    'app.denied.total': null,
    'app.granted.natural': '3',
  };
  expect(share(cells, 'app.denied.total')).toBeUndefined();
  expect(share(cells, 'app.granted.total')).toBe('3 computed');
  expect(share(cells, 'app.handled.natural')).toBeUndefined();
});

test('其中 is no sum: a blank whole is not what one of its parts is', () => {
  expect(share({ 'list.press_lead': '2' }, 'list.press')).toBe('0');
});

const cell = fc.constantFrom('', '', '0', '1', '7', '无', '不适用', '约5', '1+2', null);
const cellsOf = fc.record(Object.fromEntries(ITEMS.map(name => [name, cell])));

test('what a cell states enters as it stands, and what nobody can read never enters', () => {
  fc.assert(
    fc.property(cellsOf, cells => {
      for (const [name, raw] of Object.entries(cells)) {
        if (raw === null || raw === '1+2') expect(share(cells, name)).toBeUndefined();
        if (raw === '0' || raw === '1' || raw === '7') expect(share(cells, name)).toBe(raw);
      }
    }),
  );
});

test('only a blank is ever computed', () => {
  fc.assert(
    fc.property(cellsOf, cells => {
      for (const [name, { computed }] of completer(FORM)(ret('01', cells))) if (computed) expect(cells[name]).toBe('');
    }),
  );
});
