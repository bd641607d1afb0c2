// How often and how fast localize finds injected errors in returns of table 三: `npm run bench:localize`.
//
// A trial counts as found if exactly the injected cells, all with their right values, are among what is offered: one set of
// each cause, put together. No method that takes the fewest cells can find two kinds of trials, and they are counted apart:
// `unseen` (no equality broke) and `fewer do` (fewer cells than were changed repair everything, as when errors cancel).
// `found` is of all trials, those included; `of findable` is without them.
import type { Equality } from '../../pipeline/localize/equality.ts';
import { type Cause, localize } from '../../pipeline/localize/localize.ts';
import type { Decimal } from '../../pipeline/model.ts';
import { inject } from './errors.ts';
import { seeded } from './random.ts';
import { EQUALITIES, type Figures, madeReturn, neighbours, PUBLISHED, RELATIONS } from './returns.ts';

const TRIALS = 500;

interface Score {
  unseen: number;
  fewer: number;
  found: number;
  first: number;
  sets: number;
  milliseconds: number[];
}

const decimals = (figures: Figures): ReadonlyMap<string, Decimal> =>
  new Map([...figures].map(([name, value]) => [name, String(value)]));

/** The place of the set that agrees with the truth, in each cause; −1: not there. */
const ranks = (causes: readonly Cause[], wrong: ReadonlySet<string>, right: Figures): readonly number[] =>
  causes.map(({ sets }) =>
    sets.findIndex(({ cells }) =>
      cells.every(({ name, implied }) => wrong.has(name) && implied === String(right.get(name))),
    ),
  );

const empty = (): Score => ({ unseen: 0, fewer: 0, found: 0, first: 0, sets: 0, milliseconds: [] });

const trial = (equalities: readonly Equality[], errors: number, seed: number, score: Score): void => {
  const random = seeded(seed * 10 + errors);
  const right = random.below(2) === 0 ? random.oneOf(PUBLISHED) : madeReturn(random);
  const previous = random.below(2) === 0 ? random.oneOf(PUBLISHED) : madeReturn(random);
  const injected = inject(errors, right, previous, random);
  const values = decimals(new Map([...right, ...injected]));
  const hints = { previous: decimals(previous), neighbours };
  const start = performance.now();
  const causes = localize(equalities, values, hints);
  score.milliseconds.push(performance.now() - start);
  score.sets += causes.reduce((sum, { found }) => sum + found, 0) / Math.max(1, causes.length);
  const places = ranks(causes, new Set(injected.keys()), right);
  const changed = causes.reduce((sum, { sets }) => sum + (sets[0]?.cells.length ?? errors + 1), 0);
  if (causes.length === 0) score.unseen++;
  else if (changed === errors && places.every(place => place >= 0)) {
    score.found++;
    if (places.every(place => place === 0)) score.first++;
  } else if (changed < errors) score.fewer++;
};

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const measure = (equalities: readonly Equality[], errors: number): Readonly<Record<string, string | number>> => {
  const score = empty();
  for (let seed = 1; seed <= TRIALS; seed++) trial(equalities, errors, seed, score);
  const times = score.milliseconds.toSorted((a, b) => a - b);
  return {
    equalities: equalities.length,
    errors,
    unseen: score.unseen,
    'fewer do': score.fewer,
    found: percent(score.found, TRIALS),
    'of findable': percent(score.found, TRIALS - score.unseen - score.fewer),
    'ranked first': percent(score.first, score.found),
    'sets a cause': (score.sets / TRIALS).toFixed(1),
    'mean ms': (times.reduce((sum, time) => sum + time, 0) / TRIALS).toFixed(2),
    'p99 ms': times[Math.floor(TRIALS * 0.99)]?.toFixed(1) ?? '',
    'max ms': times.at(-1)?.toFixed(1) ?? '',
  };
};

// Once unmeasured, so that the compiler has seen the code.
for (let seed = 100_000; seed < 100_050; seed++) trial(EQUALITIES, 3, seed, empty());

console.log(`${PUBLISHED.length} published returns and made ones, ${TRIALS} trials each`);
console.table([EQUALITIES, RELATIONS].flatMap(equalities => [1, 2, 3].map(errors => measure(equalities, errors))));
