// Every sum down to its cells, as compact JSON that the page's script opens: 300 units × 200 figures stay small.
import { completer, type Share, type Shares } from '../../complete.ts';
import { itemLabel, itemsOf, observationsByItem } from '../../items.ts';
import type { CellRef, Edition, Observation } from '../../model.ts';
import { indexTotals } from '../report/totals-index.ts';
import { shown } from './shown.ts';

/**
 * `{ units, places, figures }` as it may stand in a script element. `units` are names, `places` are [file, sheet], a figure is
 * `{ item, label, unit, missing, from }`; `missing` are the units due that are not in the sum. A source, in `from`, is [unit, value as typed,
 * place, cell, amount counted]: `unit` and `place` count in `units` and `places`, the amount is left out where it is what was typed, and
 * null where nothing of it is in the sum. Written as text at once, since a district has hundreds of thousands of sources.
 */
export const sourcesJson = (edition: Edition): string => {
  const { form, plan, returns } = edition;
  const position = new Map(plan.units.map(({ code }, i) => [code, i] as const));
  const places = placesByRef();
  const sharesOf = completer(form);
  const stated = returns.map(
    (ret): Stated => ({
      unit: position.get(ret.unit) ?? -1,
      observations: observationsByItem(ret),
      shares: sharesOf(ret),
    }),
  );
  const totalOf = indexTotals(edition);
  const figures = itemsOf(form).map(item => {
    const missing = (totalOf(item.key)?.unitsMissing ?? []).map(code => position.get(code) ?? -1);
    const about = inScript({ item: item.name, label: itemLabel(item), unit: item.row.unit, missing });
    return `${about.slice(0, -1)},"from":[${sourcesOf(item.name, stated, places.of).join(',')}]}`;
  });
  const names = plan.units.map(({ name }) => name);
  return `{"units":${inScript(names)},"places":${inScript(places.all)},"figures":[${figures.join(',')}]}`;
};

interface Stated {
  readonly unit: number;
  readonly observations: ReadonlyMap<string, Observation>;
  readonly shares: Shares;
}

type PlaceOf = (ref: CellRef) => number;

const sourcesOf = (item: string, stated: readonly Stated[], placeOf: PlaceOf): readonly string[] => {
  const sources: string[] = [];
  for (const { unit, observations, shares } of stated) {
    const [observation, share] = [observations.get(item), shares.get(item)];
    if (observation !== undefined || share !== undefined) sources.push(source(unit, observation, share, placeOf));
  }
  return sources;
};

const source = (
  unit: number,
  observation: Observation | undefined,
  share: Share | undefined,
  placeOf: PlaceOf,
): string => {
  const amount = share === undefined ? 'null' : textOf(share.amount);
  if (observation === undefined) return `[${unit},"",-1,"",${amount}]`;
  const { value, ref } = observation;
  const counted = value.raw === share?.amount ? '' : `,${amount}`;
  return `[${unit},${textOf(value.raw)},${placeOf(ref)},${textOf(ref.cell)}${counted}]`;
};

/** Numbers the places in the order in which they are asked for. */
const placesByRef = (): { readonly all: readonly (readonly [string, string])[]; readonly of: PlaceOf } => {
  const all: [string, string][] = [];
  const files = new Map<string, Map<string, number>>();
  const of: PlaceOf = ({ file, sheet }) => {
    const sheets = files.get(file) ?? new Map<string, number>();
    files.set(file, sheets);
    const place = sheets.get(sheet) ?? all.push([file, sheet]) - 1;
    sheets.set(sheet, place);
    return place;
  };
  return { all, of };
};

const textOf = (text: string): string => (PLAIN.test(text) ? `"${text}"` : inScript(text));

// Numbers and addresses, which most of them are.
const PLAIN = /^[\w.]*$/;

// Nothing in it can end the element that it stands in.
const inScript = (value: unknown): string =>
  JSON.stringify(shown(value)).replace(
    /[<>&\u2028\u2029]/gu,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
