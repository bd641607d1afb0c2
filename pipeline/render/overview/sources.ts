// Every sum down to its cells, as compact data that the page's script opens: 300 units × 200 figures stay small.
import { completer, type Share } from '../../complete.ts';
import { byItem, itemLabel, itemName, itemsOf } from '../../items.ts';
import type { Edition, Observation } from '../../model.ts';
import { indexTotals } from '../report/totals-index.ts';

/**
 * A source is [unit, value as typed, place, cell, amount counted]: `unit` and `place` count in `units` and `places`, the
 * amount is left out where it is what was typed, and null where nothing of it is in the sum.
 */
export interface Sources {
  readonly units: readonly string[];
  /** [file, sheet]. */
  readonly places: readonly (readonly [string, string])[];
  readonly figures: readonly FigureSources[];
}

interface FigureSources {
  readonly item: string;
  readonly label: string;
  readonly unit: string;
  /** Units due that are not in the sum. */
  readonly missing: readonly number[];
  readonly from: readonly (readonly (string | number | null)[])[];
}

export const sourcesOf = (edition: Edition): Sources => {
  const { form, plan, returns } = edition;
  const position = new Map(plan.units.map(({ code }, i) => [code, i] as const));
  const places = new Map<string, number>();
  const placed: [string, string][] = [];
  const placeOf = ({ ref }: Observation): number => {
    const key = JSON.stringify([ref.file, ref.sheet]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, placed.length);
    placed.push([ref.file, ref.sheet]);
    return placed.length - 1;
  };
  const sharesOf = completer(form);
  const stated = returns.map(ret => ({
    unit: position.get(ret.unit) ?? -1,
    observations: byItem(ret.observations),
    shares: sharesOf(ret),
  }));
  const totalOf = indexTotals(edition);
  const figures = itemsOf(form).map((item): FigureSources => {
    const name = itemName(item.key);
    const from = stated.flatMap(({ unit, observations, shares }) => {
      const [observation, share] = [observations.get(name), shares.get(name)];
      return observation === undefined && share === undefined ? [] : [source(unit, observation, share, placeOf)];
    });
    const missing = (totalOf(item.key)?.unitsMissing ?? []).map(code => position.get(code) ?? -1);
    return { item: name, label: itemLabel(item), unit: item.row.unit, missing, from };
  });
  return { units: plan.units.map(({ name }) => name), places: placed, figures };
};

const source = (
  unit: number,
  observation: Observation | undefined,
  share: Share | undefined,
  placeOf: (observation: Observation) => number,
): readonly (string | number | null)[] => {
  const amount = share === undefined ? null : share.amount;
  if (observation === undefined) return [unit, '', -1, '', amount];
  const { raw } = observation.value;
  const known = [unit, raw, placeOf(observation), observation.ref.cell];
  return raw === amount ? known : [...known, amount];
};
