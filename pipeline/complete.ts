// What a return says of each figure once its blanks are understood: the crosschecks' B1 to B3.
import { add, compare } from './decimal.ts';
import { itemsOf } from './items.ts';
import type { Decimal, Form, Return, Value } from './model.ts';
import { type Observed, observer } from './observed.ts';
import { onceForEach } from './once-for-each.ts';
import { onceOf } from './once-of.ts';
import type { Relation } from './relations.ts';
import { relationsOf } from './relations.ts';

/** What one unit puts into a sum. `word`: of approximation. `computed`: a blank whole taken as the sum of its parts. */
export interface Share {
  readonly amount: Decimal;
  readonly word: string | null;
  readonly computed: boolean;
}

/** By place of the item in the form; null for a figure of which nobody can say how much it is. */
export type Shares = readonly (Share | null)[];

/**
 * A blank whole is the sum of its parts where they are filled (B1); blank parts of a whole above 0, or of one that nobody can
 * read, are unknown (B3); any other blank is 0 (B2, B4). Unreadable figures, and those whose line is not in the file, are unknown.
 */
export const sharesOf: (form: Form) => (ret: Return) => Shares = onceOf(form => onceOf(completerOf(form)));

/** The same by item name; what has no share is not in it. */
export const completer =
  (form: Form) =>
  (ret: Return): ReadonlyMap<string, Share> => {
    const shares = sharesOf(form)(ret);
    return new Map(
      itemsOf(form).flatMap(({ name, place }) => {
        const share = shares[place] ?? null;
        return share === null ? [] : [[name, share] as const];
      }),
    );
  };

const completerOf = (form: Form): ((ret: Return) => Shares) => {
  const places = itemsOf(form).map(({ place }) => place);
  const relations = relationsOf(form).filter(({ kind }) => kind === 'exhaustive');
  const around: Around = {
    below: places.map(place => relations.filter(({ whole }) => whole.place === place)),
    above: places.map(place => relations.filter(({ parts }) => parts.some(part => part.place === place))),
  };
  const observed = observer(form);
  // Thousands of returns state the same few hundred numbers.
  const counted = onceForEach((amount): Share => ({ amount, word: null, computed: false }));
  return ret => complete(places, around, observed(ret), counted);
};

/** The relations in which an item is the whole, and a part, by its place. */
interface Around {
  readonly below: readonly (readonly Relation[])[];
  readonly above: readonly (readonly Relation[])[];
}

/** `absent`: its line is not in the file. `unknown`: nobody can read it, or what it would be the sum of. */
type Completed = Share | 'empty' | 'absent' | 'unknown';

const complete = (
  places: readonly number[],
  { below, above }: Around,
  observed: Observed,
  counted: (amount: Decimal) => Share,
): Shares => {
  const known: (Completed | undefined)[] = places.map(() => undefined);
  const of = (place: number): Completed => {
    const found = known[place] ?? completeOne(observed[place]?.value, below[place] ?? [], of, counted);
    known[place] = found;
    return found;
  };
  const isUnsplit = ({ whole, parts }: Relation): boolean => {
    const share = of(whole.place);
    const isAbove0 = typeof share !== 'string' && compare(share.amount, '0') !== 0;
    return (isAbove0 || share === 'unknown') && parts.every(part => of(part.place) === 'empty');
  };
  return places.map(place => {
    const share = of(place);
    if (typeof share !== 'string') return share;
    if (share !== 'empty') return null;
    return (above[place] ?? []).some(isUnsplit) ? null : NONE;
  });
};

const completeOne = (
  value: Value | undefined,
  below: readonly Relation[],
  of: (place: number) => Completed,
  counted: (amount: Decimal) => Share,
): Completed => {
  if (value === undefined) return 'absent';
  if (value.kind === 'count') return counted(value.amount);
  if (value.kind !== 'blank') return stated(value) ?? 'unknown';
  for (const { parts } of below) {
    const shares = parts.map(part => of(part.place));
    if (shares.every(share => share === 'empty' || share === 'absent')) continue;
    if (shares.some(share => share === 'unknown' || share === 'absent')) return 'unknown';
    const known = shares.filter(share => typeof share !== 'string');
    return {
      amount: add(known.map(({ amount }) => amount)),
      word: broadestWord(known.map(({ word }) => word)),
      computed: true,
    };
  }
  return 'empty';
};

/** The amount that a value states by itself; null for blank and unreadable. */
export const stated = (value: Value): Share | null => {
  switch (value.kind) {
    case 'count':
      return { amount: value.amount, word: null, computed: false };
    case 'approximate':
      return { amount: value.amount, word: value.word, computed: false };
    case 'nil':
    case 'not-applicable':
      return NONE;
    case 'blank':
    case 'unreadable':
      return null;
  }
};

/** Parts approximated with one word keep it: 13000余 alone stays 13000余; of several words 余 is the broadest. */
export const broadestWord = (all: readonly (string | null)[]): string | null => {
  const words = new Set(all.filter(word => word !== null));
  const [first] = words;
  return first === undefined ? null : words.size === 1 ? first : '余';
};

const NONE: Share = { amount: '0', word: null, computed: false };
