// The roster as it is looked up by the names that people write.
import { distance } from 'fastest-levenshtein';
import type { Unit } from '../model.ts';

export interface UnitNames {
  /** The unit that a text names, as a whole or within it: the leftmost name, and there the longest. */
  readonly within: (text: string) => Unit | null;
  readonly byCode: (code: string) => Unit | null;
  /** The names most like a text, nearest first, for a hint. */
  readonly like: (text: string) => readonly string[];
}

export const unitNames = (units: readonly Unit[]): UnitNames => {
  const names = units.flatMap(unit => [unit.name, ...unit.aliases].map(name => ({ name: squash(name), unit })));
  const known = names.filter(({ name }) => name.length >= 2).sort((a, b) => b.name.length - a.name.length);
  const exact = new Map(known.map(({ name, unit }) => [name, unit] as const));
  const codes = new Map(units.map(unit => [unit.code, unit] as const));
  return {
    within: text => {
      const plain = squash(text);
      return exact.get(plain) ?? leftmost(plain, known);
    },
    byCode: code => codes.get(code) ?? null,
    like: text => {
      const plain = squash(text).slice(0, 40);
      const ranked = units.map(unit => ({ unit, apart: distance(plain, squash(unit.name)) }));
      return ranked
        .sort((a, b) => a.apart - b.apart)
        .slice(0, 3)
        .map(({ unit }) => unit.name);
    },
  };
};

/** NFKC without spaces, brackets and punctuation. */
export const squash = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '');

// `known` is sorted by length, so of names that begin at one place the longest is met first.
const leftmost = (text: string, known: readonly { readonly name: string; readonly unit: Unit }[]): Unit | null => {
  let best = text.length;
  let found: Unit | null = null;
  for (const { name, unit } of known) {
    const at = text.indexOf(name);
    if (at !== -1 && at < best) {
      best = at;
      found = unit;
    }
  }
  return found;
};
