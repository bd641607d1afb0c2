// How likely each way of repair is, and why: what people do wrong with numbers in tables.
import { compare, subtract } from '../decimal.ts';
import type { Decimal } from '../model.ts';
import type { Equality } from './equality.ts';
import { type Slip, slipOf } from './slip.ts';

/** A cell as it would have to change. */
export interface Change {
  readonly name: string;
  readonly stated: Decimal;
  readonly implied: Decimal;
}

export interface Hints {
  /** Figures of the year before. */
  readonly previous?: ReadonlyMap<string, Decimal>;
  /** The figures beside, above and below. */
  readonly neighbours?: (name: string) => readonly string[];
  /** Of money fractions are let; all else is whole. */
  readonly isMoney?: (name: string) => boolean;
  /** 本年增减 and its like. */
  readonly mayBeNegative?: (name: string) => boolean;
}

/** What is known around a change. */
export interface Surroundings {
  readonly values: ReadonlyMap<string, Decimal>;
  readonly broken: readonly Equality[];
  readonly hints: Hints;
}

/** The weight of one change, of which its hint is the greatest part. */
export const plausibilityOf = (change: Change, set: readonly Change[], around: Surroundings): Slip => {
  const slips = [...slipsOf(change, set, around)].sort((a, b) => b.weight - a.weight);
  const within = around.broken.filter(({ terms }) => terms.some(({ name }) => name === change.name));
  const prior = (within.some(equality => wholeOf(equality) === change.name) ? 10 : 0) + 5 * within.length;
  return { hint: slips[0]?.hint ?? '', weight: prior + (slips[0]?.weight ?? 0) };
};

function* slipsOf({ name, stated, implied }: Change, set: readonly Change[], around: Surroundings): Iterable<Slip> {
  const { values, broken, hints } = around;
  const typed = slipOf(stated, implied);
  if (typed !== null) yield typed;
  const isExchange = (other: Change): boolean =>
    other.name !== name && compare(other.implied, stated) === 0 && compare(other.stated, implied) === 0;
  if (set.some(isExchange)) yield { hint: '填到了别的格？', weight: 26 };
  if (!isZero(stated)) {
    if (hints.neighbours?.(name).some(other => equals(values.get(other), stated)))
      yield { hint: '与相邻格相同，错行或错列？', weight: weigh(stated, 18) };
    if (equals(hints.previous?.get(name), stated)) yield { hint: '与上年相同，未更新？', weight: weigh(stated, 22) };
    // Nobody invents a figure where there is none.
    if (isZero(implied)) yield { hint: '', weight: -5 };
  }
  const wholes = broken.filter(equality => wholeOf(equality) === name);
  const difference = subtract(stated, implied);
  const size = difference.replace('-', '');
  const isPart = wholes.some(({ terms }) =>
    terms.some(term => term.name !== name && equals(values.get(term.name), size)),
  );
  if (isPart) yield { hint: difference.startsWith('-') ? '某分项漏计？' : '某分项重复计入？', weight: weigh(size, 14) };
  if (equals(hints.previous?.get(name), implied)) yield { hint: '与上年数相符', weight: weigh(implied, 4) };
}

/** The figure that the others add up to: the only one on its side. */
const wholeOf = ({ terms }: Equality): string | null => {
  const [plus, minus] = [true, false].map(side =>
    terms.filter(({ coefficient }) => !coefficient.startsWith('-') === side),
  );
  if (plus === undefined || minus === undefined || terms.length < 3) return null;
  if (plus.length === 1) return plus[0]?.name ?? null;
  return minus.length === 1 ? (minus[0]?.name ?? null) : null;
};

// Small numbers are equal by chance.
const weigh = (value: Decimal, weight: number): number => (compare(value, '10') < 0 ? weight / 2 : weight);

const isZero = (value: Decimal): boolean => compare(value, '0') === 0;

const equals = (a: Decimal | undefined, b: Decimal): boolean => a !== undefined && compare(a, b) === 0;
