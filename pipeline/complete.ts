// What a return says of each figure once its blanks are understood: the crosschecks' B1 to B3.
import { add, compare } from './decimal.ts';
import { itemsOf, observationsByItem } from './items.ts';
import type { Decimal, Form, Observation, Return, Value } from './model.ts';
import type { Relation } from './relations.ts';
import { relationsOf } from './relations.ts';

/** What one unit puts into a sum. `word`: of approximation. `computed`: a blank whole taken as the sum of its parts. */
export interface Share {
  readonly amount: Decimal;
  readonly word: string | null;
  readonly computed: boolean;
}

/** Shares by item name; a figure of which nobody can say how much it is has none. */
export type Shares = ReadonlyMap<string, Share>;

/**
 * A blank whole is the sum of its parts where they are filled (B1); blank parts of a whole above 0, or of one that nobody can
 * read, are unknown (B3); any other blank is 0 (B2, B4). Unreadable figures, and those whose line is not in the file, are unknown.
 */
export const completer = (form: Form): ((ret: Return) => Shares) => {
  const complete = made.get(form) ?? remembering(completerOf(form));
  made.set(form, complete);
  return complete;
};

// The sums and half of the checks ask for the same returns.
const made = new WeakMap<Form, (ret: Return) => Shares>();

const remembering = (complete: (ret: Return) => Shares): ((ret: Return) => Shares) => {
  const known = new WeakMap<Return, Shares>();
  return ret => {
    const shares = known.get(ret) ?? complete(ret);
    known.set(ret, shares);
    return shares;
  };
};

const completerOf = (form: Form): ((ret: Return) => Shares) => {
  const names = itemsOf(form).map(item => item.name);
  const relations = relationsOf(form).filter(({ kind }) => kind === 'exhaustive');
  const below = Map.groupBy(relations, relation => relation.whole.name);
  const above = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const part of relation.parts) above.set(part.name, [...(above.get(part.name) ?? []), relation]);
  return ret => complete(names, below, above, observationsByItem(ret));
};

type Relations = ReadonlyMap<string, readonly Relation[]>;
/** `absent`: its line is not in the file. `unknown`: nobody can read it, or what it would be the sum of. */
type Completed = Share | 'empty' | 'absent' | 'unknown';

const complete = (
  names: readonly string[],
  below: Relations,
  above: Relations,
  values: ReadonlyMap<string, Observation>,
): Shares => {
  const known = new Map<string, Completed>();
  const of = (name: string): Completed => {
    const found = known.get(name) ?? completeOne(values.get(name)?.value, below.get(name) ?? [], of);
    known.set(name, found);
    return found;
  };
  const isUnsplit = ({ whole, parts }: Relation): boolean => {
    const share = of(whole.name);
    const isAbove0 = typeof share !== 'string' && compare(share.amount, '0') !== 0;
    return (isAbove0 || share === 'unknown') && parts.every(part => of(part.name) === 'empty');
  };
  return new Map(
    names.flatMap(name => {
      const share = of(name);
      if (typeof share !== 'string') return [[name, share] as const];
      if (share !== 'empty') return [];
      return (above.get(name) ?? []).some(isUnsplit) ? [] : [[name, ZERO] as const];
    }),
  );
};

const completeOne = (
  value: Value | undefined,
  below: readonly Relation[],
  of: (name: string) => Completed,
): Completed => {
  if (value === undefined) return 'absent';
  if (value.kind !== 'blank') return stated(value) ?? 'unknown';
  for (const { parts } of below) {
    const shares = parts.map(part => of(part.name));
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
      return ZERO;
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

const ZERO: Share = { amount: '0', word: null, computed: false };
