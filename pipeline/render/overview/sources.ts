// Every sum down to its cells, as compact JSON that the page's script opens: 300 units × 200 figures stay small.
import { type Share, sharesOf } from '../../complete.ts';
import { itemLabel, itemsOf } from '../../items.ts';
import type { Edition, Observation } from '../../model.ts';
import { observer } from '../../observed.ts';
import { encoded } from '../encoded.ts';
import { indexTotals } from '../report/totals-index.ts';
import { type Places, placesOf } from './places.ts';
import { shown } from './shown.ts';

/**
 * `{ units, places, figures }` as it may stand in a script element. `units` are names, `places` are [file, sheet], a figure is
 * `{ item, label, unit, missing, from }`; `missing` are the units due that are not in the sum. A source, in `from`, is [unit, value as typed,
 * place, cell, amount counted]: `unit` and `place` count in `units` and `places`, the amount is left out where it is what was typed, and
 * null where nothing of it is in the sum. Written as text at once, and encoded, since a district has hundreds of thousands of sources.
 */
export const sourcesJson = (edition: Edition): string => {
  const { form, plan } = edition;
  const position = new Map(plan.units.map(({ code }, i) => [code, i] as const));
  const places = placesOf(edition);
  const sources = sourcesByFigure(edition, position, places);
  const totalOf = indexTotals(edition);
  const figures = itemsOf(form).map((item, i) => {
    const missing = (totalOf(item.key)?.unitsMissing ?? []).map(code => position.get(code) ?? -1);
    const about = inScript({ item: item.name, label: itemLabel(item), unit: item.row.unit, missing });
    return `${about.slice(0, -1)},"from":[${(sources[i] ?? []).join(',')}]}`;
  });
  const names = plan.units.map(({ name }) => name);
  return `{"units":${inScript(names)},"places":${inScript(places.list)},"figures":[${figures.join(',')}]}`;
};

/** The sources of each figure, those of some returns together in one text: so many small ones would be long in the keeping. */
const sourcesByFigure = (
  { form, returns }: Edition,
  position: ReadonlyMap<string, number>,
  places: Places,
): readonly (readonly string[])[] => {
  const [observed, shared] = [observer(form), sharesOf(form)];
  const together: string[][] = itemsOf(form).map(() => []);
  for (let first = 0; first < returns.length; first += AT_ONCE) {
    const some: string[][] = together.map(() => []);
    for (const ret of returns.slice(first, first + AT_ONCE)) {
      const unit = position.get(ret.unit) ?? -1;
      const [observations, shares] = [observed(ret), shared(ret)];
      some.forEach((texts, place) => {
        const [observation, share] = [observations[place], shares[place] ?? null];
        if (observation !== undefined || share !== null) texts.push(sourceOf(unit, observation, share, places));
      });
    }
    for (const [place, texts] of some.entries()) if (texts.length > 0) together[place]?.push(texts.join(','));
  }
  return together;
};

const AT_ONCE = 50;

const sourceOf = (unit: number, observation: Observation | undefined, share: Share | null, places: Places): string => {
  const amount = share === null ? 'null' : textOf(share.amount);
  if (observation === undefined) return `[${unit},"",-1,"",${amount}]`;
  const { value, ref } = observation;
  const counted = value.raw === share?.amount ? '' : `,${amount}`;
  return `[${unit},${textOf(value.raw)},${places.of(ref)},${textOf(ref.cell)}${counted}]`;
};

const textOf = (text: string): string => (PLAIN.test(text) ? `"${text}"` : inScript(text));

// Numbers and addresses, which most of them are.
const PLAIN = /^[\w.]*$/;

// Nothing in it can end the element that it stands in.
const inScript = (value: unknown): string =>
  encoded(
    JSON.stringify(shown(value)).replace(
      /[<>&\u2028\u2029]/gu,
      sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
