// The roster as it is looked up by the names that people write.
import { distance } from 'fastest-levenshtein';
import type { Unit } from '../model.ts';

export interface UnitNames {
  /** The unit that a text names, as a whole or within it: the leftmost name, and there the longest; never the district before its bureau. */
  readonly within: (text: string) => Unit | null;
  readonly byCode: (code: string) => Unit | null;
  /** Whether `unit` is the parent of `below`, or the parent's parent, and so on. */
  readonly isAbove: (unit: Unit, below: Unit) => boolean;
  /** The names most like a text, nearest first, for a hint. */
  readonly like: (text: string) => readonly string[];
}

export const unitNames = (units: readonly Unit[]): UnitNames => {
  const names = units.flatMap(unit => [unit.name, ...unit.aliases].map(name => ({ name: squash(name), unit })));
  const known = names.filter(({ name }) => name.length >= 2).sort((a, b) => b.name.length - a.name.length);
  const exact = new Map(known.map(({ name, unit }) => [name, unit] as const));
  const codes = new Map(units.map(unit => [unit.code, unit] as const));
  const isAbove = (unit: Unit, below: Unit): boolean => {
    const passed = new Set<string>();
    for (let code = below.parent; code !== null && !passed.has(code); code = codes.get(code)?.parent ?? null) {
      if (code === unit.code) return true;
      passed.add(code);
    }
    return false;
  };
  return {
    isAbove,
    within: text => {
      const plain = squash(text);
      return exact.get(plain) ?? leftmost(plain, known, isAbove);
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
const leftmost = (text: string, known: readonly Named[], isAbove: UnitNames['isAbove']): Unit | null => {
  const found = known.flatMap(({ name, unit }) => (text.includes(name) ? [{ at: text.indexOf(name), unit }] : []));
  const own = found.filter(({ unit }) => !found.some(other => isAbove(unit, other.unit)));
  return own.toSorted((a, b) => a.at - b.at)[0]?.unit ?? null;
};

interface Named {
  readonly name: string;
  readonly unit: Unit;
}
