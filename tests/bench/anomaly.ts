// npm run bench:anomaly: how many planted mistakes our two checks find in synthetic districts, how many honest units they ask, and what the usual methods do with the same data.
import { isFresh } from '../../pipeline/checks/is-fresh.ts';
import { isPlausible } from '../../pipeline/checks/is-plausible.ts';
import { loadForms } from '../../pipeline/forms/load.ts';
import { type Item, itemName, itemsOf } from '../../pipeline/items.ts';
import type { Edition, Form, Plan, Return } from '../../pipeline/model.ts';
import { hasHistory } from '../../pipeline/plausible/past.ts';
import { situationOf } from '../../pipeline/plausible/situation.ts';
import { type Relation, relationsOf } from '../../pipeline/relations.ts';
import { sum } from '../../pipeline/sum.ts';
import { plan as planFor, unit as unitOf } from '../made.ts';
import { chanceOf } from './chance.ts';
import { hidiroglouBerthelot, type Judgements, modifiedZ } from './classics.ts';
import { districtOf, type Years } from './district.ts';
import { type Filled, filledOf, KINDS, type Kind, type Mistaken, mistake } from './mistakes.ts';

const [DISTRICTS, UNITS, YEARS, EACH] = [20, 60, 5, 2];

const form = loadForms('templates').find(({ id }) => id === 'annual-2021') as Form;
const items: readonly Item[] = itemsOf(form);
const relations: readonly Relation[] = relationsOf(form);

interface Made {
  readonly units: readonly Years[];
  readonly past: readonly (readonly Filled[])[];
  readonly now: readonly Filled[];
  readonly mistakes: ReadonlyMap<string, Mistaken & { readonly kind: Kind }>;
}

/** A flag: the unit and the figures it speaks of; null: the whole return. */
interface Flag {
  readonly unit: string;
  readonly items: readonly string[] | null;
}

const make = (seed: number): Made => {
  const chance = chanceOf(seed);
  const units = districtOf(chance, UNITS, YEARS);
  const mistakes = new Map<string, Mistaken & { kind: Kind }>();
  for (const kind of KINDS)
    for (let made = 0, tried = 0; made < EACH && tried < 200; tried += 1) {
      const years = chance.pick(units);
      if (mistakes.has(years.unit)) continue;
      const others = units.filter(({ unit }) => unit !== years.unit && !mistakes.has(unit));
      const done = mistake(kind, years, others, chance, items, relations);
      if (done === null) continue;
      mistakes.set(years.unit, { ...done, kind });
      made += 1;
    }
  const year = (nth: number): readonly Filled[] =>
    units.map(({ years }) => filledOf(years[nth] ?? new Map(), items, relations));
  const now = year(YEARS - 1).map((filled, nth) => mistakes.get(units[nth]?.unit ?? '')?.filled ?? filled);
  return { units, past: Array.from({ length: YEARS - 1 }, (_, nth) => year(nth)), now, mistakes };
};

const editionOf = (made: Made, filled: readonly Filled[], year: number, previous: Edition | null): Edition => {
  const units = made.units.map(({ unit, group }) => unitOf(unit, `单位${unit}`, group));
  const plan: Plan = planFor({ period: String(year), form: form.id, units });
  const returns = filled.map((figures, nth): Return => {
    const { unit } = made.units[nth] as Years;
    const delivery = { path: `${unit}.xlsx`, sha256: unit, size: 1 };
    const ref = { file: delivery.path, sheet: '表', cell: 'A1' };
    const observations = items.map(({ key }) => {
      const amount = String(Number((figures.get(itemName(key)) ?? 0).toFixed(2)));
      return { ...key, value: { kind: 'count', amount, raw: amount } as const, ref };
    });
    const revision = { rank: 0, filledOn: null, answers: [] };
    const said = { texts: [], remarks: [], revision };
    return { unit, period: plan.period, scope: 'own', form: form.id, delivery, observations, ...said };
  });
  const totals = sum(form, plan, returns);
  return {
    plan,
    form,
    at: '2026-01-20',
    judgements: [],
    returns,
    totals,
    findings: [],
    tally: [],
    failures: [],
    madeFrom: null,
    explanations: [],
    previous,
  };
};

const ours = (
  made: Made,
): { readonly flags: readonly Flag[]; readonly unable: number; readonly milliseconds: number } => {
  let edition: Edition | null = null;
  for (const [nth, filled] of [...made.past, made.now].entries())
    edition = editionOf(made, filled, 2021 + nth, edition);
  const confronted = edition as Edition;
  const started = process.hrtime.bigint();
  const verdicts = [...isFresh.run(confronted), ...isPlausible.run(confronted)];
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  const flags = verdicts.flatMap((verdict): readonly Flag[] => {
    if (verdict.outcome !== 'broken' || verdict.severity !== 'query') return [];
    const { unit, table, row, column } = verdict.place;
    const key = table !== undefined && row !== undefined && column !== undefined ? { table, row, column } : null;
    return [{ unit: unit ?? '', items: key && [itemName(key)] }];
  });
  const { past } = situationOf(confronted);
  const without = made.units.flatMap(({ unit }) => {
    const isKnown = hasHistory(past, unit);
    return items.filter((_, place) => !isKnown(place));
  });
  return { flags, unable: without.length / (items.length * UNITS), milliseconds };
};

type Method = (last: readonly number[], now: readonly number[]) => Judgements;

const classic = (made: Made, method: Method): { readonly flags: readonly Flag[]; readonly unable: number } => {
  const flags: Flag[] = [];
  let unable = 0;
  for (const { key } of items) {
    const name = itemName(key);
    const column = (filled: readonly Filled[]): readonly number[] => filled.map(one => one.get(name) ?? 0);
    for (const [nth, judged] of method(column(made.past.at(-1) ?? []), column(made.now)).entries()) {
      if (judged === null) unable += 1;
      if (judged) flags.push({ unit: made.units[nth]?.unit ?? '', items: [name] });
    }
  }
  return { flags, unable: unable / (items.length * UNITS) };
};

interface Score {
  readonly name: string;
  readonly found: Map<Kind, number>;
  asked: number;
  right: number;
  flags: number;
  unable: number;
}

const DISTRICTS_MADE = Array.from({ length: DISTRICTS }, (_, seed) => make(1000 + seed));

const score = (name: string, method: (made: Made) => { readonly flags: readonly Flag[]; readonly unable?: number }) => {
  const total: Score = { name, found: new Map(), asked: 0, right: 0, flags: 0, unable: 0 };
  for (const made of DISTRICTS_MADE) {
    const { flags, unable = 0 } = method(made);
    total.unable += unable / DISTRICTS;
    total.flags += flags.length;
    for (const [unit, own] of Map.groupBy(flags, flag => flag.unit)) {
      const planted = made.mistakes.get(unit);
      const isRight = planted !== undefined && own.some(flag => speaksOf(flag, planted));
      total.asked += 1;
      if (!isRight) continue;
      total.right += 1;
      total.found.set(planted.kind, (total.found.get(planted.kind) ?? 0) + 1);
    }
  }
  return total;
};

const speaksOf = (flag: Flag, { wrong }: Mistaken): boolean =>
  wrong === null || flag.items === null || flag.items.some(item => wrong.has(item));

const PLANTED = new Map(
  KINDS.map(kind => [
    kind,
    DISTRICTS_MADE.flatMap(({ mistakes }) => [...mistakes.values()]).filter(one => one.kind === kind).length,
  ]),
);
const ALL = [...PLANTED.values()].reduce((sum, count) => sum + count, 0);

const f1 = ({ right, asked }: Score): number => (2 * right) / (asked + ALL);

/** The bound with which a method does best on these data: more than it could know. */
const best = (name: string, bounds: readonly number[], method: (bound: number) => Method): Score =>
  bounds
    .map(bound => score(`${name} ${bound}`, made => classic(made, method(bound))))
    .reduce((a, b) => (f1(b) > f1(a) ? b : a));

let slowest = 0;
const SCORES = [
  score('is-fresh, is-plausible', made => {
    const { flags, unable, milliseconds } = ours(made);
    slowest = Math.max(slowest, milliseconds);
    return { flags, unable };
  }),
  best(
    'Hidiroglou–Berthelot, C =',
    [4, 7, 10, 20, 40, 80],
    bound => (last, now) => hidiroglouBerthelot(last, now, bound),
  ),
  best('modified z >', [2, 3.5, 5, 10, 20, 40], bound => (last, now) => modifiedZ(last, now, bound)),
];

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

print(
  `${DISTRICTS} districts of ${UNITS} units and ${YEARS} years; ${ALL} units with a mistake, ${DISTRICTS * UNITS - ALL} without\n`,
);
print(line(['', ...SCORES.map(({ name }) => name)]));
print(line(['---', ...SCORES.map(() => '---')]));
for (const kind of KINDS)
  print(
    line([`found: ${kind}`, ...SCORES.map(({ found }) => percent((found.get(kind) ?? 0) / (PLANTED.get(kind) ?? 1)))]),
  );
print(line(['recall (units)', ...SCORES.map(({ right }) => percent(right / ALL))]));
print(line(['precision (units)', ...SCORES.map(({ right, asked }) => percent(right / asked))]));
print(
  line([
    'honest units asked, a district',
    ...SCORES.map(({ right, asked }) => ((asked - right) / DISTRICTS).toFixed(1)),
  ]),
);
print(line(['questions, a district', ...SCORES.map(({ flags }) => (flags / DISTRICTS).toFixed(1))]));
print(line(['figures that cannot be judged (zeros)', ...SCORES.map(({ unable }) => percent(unable))]));
print(`\nslowest district, both checks: ${slowest.toFixed(0)} ms`);
