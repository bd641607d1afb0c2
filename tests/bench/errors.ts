// What goes wrong when numbers are typed into a table, put into right returns on purpose.
import type { Random } from './random.ts';
import { type Figures, neighbours } from './returns.ts';

/** The wrong number for one cell; null where the slip changes nothing there. */
type Slip = (name: string, right: Figures, previous: Figures, random: Random) => number | null;

const digitsOf = (name: string, figures: Figures): string => String(figures.get(name) ?? 0);

const SLIPS: Readonly<Record<string, Slip>> = {
  'digits swapped': (name, right, _, random) => {
    const digits = [...digitsOf(name, right)];
    const at = random.below(Math.max(1, digits.length - 1));
    return digits.length < 2 ? null : Number(digits.toSpliced(at, 2, digits[at + 1] ?? '', digits[at] ?? '').join(''));
  },
  'digit wrong': (name, right, _, random) => {
    const digits = [...digitsOf(name, right)];
    return Number(digits.with(random.below(digits.length), String(random.below(10))).join(''));
  },
  'digit missing': (name, right, _, random) => {
    const digits = [...digitsOf(name, right)];
    return digits.length < 2 ? null : Number(digits.toSpliced(random.below(digits.length), 1).join(''));
  },
  'digit extra': (name, right, _, random) => {
    const digits = [...digitsOf(name, right)];
    return Number(digits.toSpliced(random.below(digits.length + 1), 0, String(random.below(10))).join(''));
  },
  'ten times': (name, right) => (right.get(name) ?? 0) * 10,
  "neighbour's value": (name, right, _, random) => right.get(random.oneOf(neighbours(name))) ?? null,
  "last year's value": (name, _, previous) => previous.get(name) ?? null,
  'a part left out': (name, right, _, random) =>
    (right.get(name) ?? 0) - (right.get(random.oneOf(neighbours(name))) ?? 0),
  'a part counted twice': (name, right, _, random) =>
    (right.get(name) ?? 0) + (right.get(random.oneOf(neighbours(name))) ?? 0),
  'off by one': (name, right, _, random) => (right.get(name) ?? 0) + random.oneOf([-1, 1]),
};

/** As many wrong numbers as asked, by cell; three of four cells that go wrong are not 0. Two may be one number in the next cell. */
export const inject = (count: number, right: Figures, previous: Figures, random: Random): Figures => {
  const cells = [...right.keys()];
  const filled = cells.filter(name => right.get(name) !== 0);
  const wrong = new Map<string, number>();
  while (wrong.size < count) {
    const name = random.oneOf(filled.length > count && random.below(4) > 0 ? filled : cells);
    const other = random.oneOf(neighbours(name));
    if (count - wrong.size > 1 && random.below(4) === 0 && right.get(name) !== right.get(other)) {
      if (wrong.has(name) || wrong.has(other)) continue;
      wrong.set(name, right.get(other) ?? 0).set(other, right.get(name) ?? 0);
      continue;
    }
    const slip = SLIPS[random.oneOf(Object.keys(SLIPS))];
    const value = slip?.(name, right, previous, random) ?? null;
    if (value !== null && value >= 0 && value !== right.get(name) && !wrong.has(name)) wrong.set(name, value);
  }
  return wrong;
};
