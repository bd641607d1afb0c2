// What a return says is found by the place of the figure, whatever order it came in and whatever it lacks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completer, sharesOf } from '../pipeline/complete.ts';
import { itemName, itemsOf } from '../pipeline/items.ts';
import { observer } from '../pipeline/observed.ts';
import { type Cells, FORM, frozen, ITEMS, ret } from './made.ts';

const items = itemsOf(FORM);
const observe = observer(FORM);

test('the observations of a whole form in its order are taken as they are', () => {
  const whole = frozen(ret('01', { 'list.press': '3' }));
  expect(observe(whole)).toBe(whole.observations);
});

test('each figure is found at its place, and what is not in the file is at none', () => {
  const cells = fc.dictionary(fc.constantFrom(...ITEMS), fc.option(fc.nat(9).map(String)));
  fc.assert(
    fc.property(cells, fc.boolean(), (given, isReversed) => {
      const written = ret('01', given as Cells);
      const one = isReversed ? { ...written, observations: written.observations.toReversed() } : written;
      const observed = observe(one);
      expect(observed).toHaveLength(items.length);
      for (const { place, name } of items)
        expect(observed[place]).toBe(one.observations.find(found => itemName(found) === name));
    }),
  );
});

test('a figure that the form does not ask is nowhere', () => {
  const written = ret('01', {});
  const [first, ...others] = written.observations;
  if (first === undefined) throw new Error('no observation');
  const observed = observe({ ...written, observations: [{ ...first, row: 'strange' }, ...others] });
  expect(observed[0]).toBeUndefined();
  expect(observed.slice(1)).toEqual(others);
});

test('shares by place and by name are the same', () => {
  const raw = fc.constantFrom('', '0', '7', '12.5', '无', '5余', '1+2', null);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ITEMS), raw), given => {
      const one = ret('01', given as Cells);
      const [shares, byName] = [sharesOf(FORM)(one), completer(FORM)(one)];
      expect(items.map(({ name }) => byName.get(name) ?? null)).toEqual(shares);
    }),
  );
});
