// The roster as it is looked up by the names that people write.
import { distance } from 'fastest-levenshtein';
import type { Unit } from '../model.ts';
import { onceForEach } from '../once-for-each.ts';
import { namesWithin } from './names-within.ts';

export type Meant = 'whole' | 'part' | 'other';

export interface UnitNames {
  /** The unit that a text names: the leftmost name within it, and there the longest; never the district before its bureau. */
  readonly within: (text: string) => Unit | null;
  /** Whether a text that names a unit means it: `whole` says no more, `part` may be a section of it, `other` is another organ. */
  readonly means: (text: string, unit: Unit) => Meant;
  readonly byCode: (code: string) => Unit | null;
  /** Whether `unit` is the parent of `below`, or the parent's parent, and so on. */
  readonly isAbove: (unit: Unit, below: Unit) => boolean;
  /** How many units of the roster bear a name. */
  readonly bearers: (name: string) => number;
  /** The names most like a text, nearest first, for a hint. */
  readonly like: (text: string) => readonly string[];
}

/** `organ`: who publishes, whose name may stand before that of a unit. */
export const unitNames = (units: readonly Unit[], organ: string | null = null): UnitNames => {
  const exact = new Map([
    ...borneByOne(units.flatMap(unit => unit.aliases.map(alias => [squash(alias), unit] as const))),
    ...borneByOne(units.map(unit => [squash(unit.name), unit] as const)),
  ]);
  const known = [...exact].map(([name, unit]) => ({ name, unit })).sort((a, b) => b.name.length - a.name.length);
  const ofUnit = Map.groupBy(known, ({ unit }) => unit.code);
  const within = namesWithin(exact.keys());
  const isWithinName = onceForEach(text => known.some(({ name }) => name.includes(text)));
  const squashed = units.map(unit => ({ unit, names: [unit.name, ...unit.aliases].map(squash) }));
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
    within: onceForEach(text => {
      const plain = squash(text);
      const found = within(plain).flatMap(({ name }) => exact.get(name) ?? []);
      return exact.get(plain) ?? found.find(unit => !found.some(other => isAbove(unit, other))) ?? null;
    }),
    means: (text, unit) =>
      meant(squash(withoutNotes(text)), ofUnit.get(unit.code) ?? [], isWithinName, squash(organ ?? '')),
    bearers: name => {
      const plain = squash(name);
      return squashed.filter(({ names }) => names.includes(plain)).length;
    },
    byCode: code => codes.get(code) ?? null,
    like: text => {
      const plain = squash(text).slice(0, 40);
      const ranked = squashed.map(({ unit, names: [name = ''] }) => ({ unit, apart: distance(plain, name) }));
      return ranked
        .sort((a, b) => a.apart - b.apart)
        .slice(0, 3)
        .map(({ unit }) => unit.name);
    },
  };
};

/** NFKC without spaces, brackets and punctuation. */
export const squash = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '');

const borneByOne = (names: readonly (readonly [string, Unit])[]): readonly (readonly [string, Unit])[] => {
  const bearers = Map.groupBy(names, ([name]) => name);
  return names.filter(
    ([name, { code }]) => name.length >= 2 && bearers.get(name)?.every(([, bearer]) => bearer.code === code),
  );
};

// `庆阳市西峰区财政局` is our 财政局, `红河区财政局` is not, nor is `教育局机关幼儿园` our 教育局; `财政局国库科` may be.
const meant = (text: string, own: readonly Named[], isWithinName: (text: string) => boolean, organ: string): Meant => {
  const readings = own.flatMap(({ name }): readonly Meant[] => {
    const at = text.indexOf(name);
    if (at === -1) return [];
    const [before, behind] = [text.slice(0, at), text.slice(at + name.length)];
    if (OWN_BODY.test(behind)) return ['other'];
    const isHere = before === '' || (organ !== '' && before.endsWith(organ)) || isWithinName(before);
    if (!isHere && organ !== '' && /[省市县区旗州盟镇乡]$/u.test(before)) return ['other'];
    return [isHere && HARMLESS.test(behind) ? 'whole' : 'part'];
  });
  return (['whole', 'part', 'other'] as const).find(reading => readings.includes(reading)) ?? 'other';
};

// What an organ adds to its own name: 董志镇人民政府办公室, 董志镇党政综合办.
const HARMLESS = /^(?:人民|政府|党政|综合|办事处|办公室|办|机关|本级|公章|盖章)*$/u;

// A body with a name of its own, which files for itself.
const OWN_BODY =
  /^(?:下属|所属|直属)|^[^\d年]{0,8}?(?:幼儿园|学校|小学|中学|学院|医院|中心|站|所|馆|公司|支队|大队|基地|协会)/u;

const withoutNotes = (text: string): string => text.normalize('NFKC').replace(/\([^()]{0,40}\)/gu, '');

interface Named {
  readonly name: string;
  readonly unit: Unit;
}
