// The sheets that figures stand on, numbered, so that a page names each of them once.
import type { CellRef, Edition } from '../../model.ts';
import { observer } from '../../observed.ts';

export interface Places {
  /** [file, sheet], in the order in which the figures of the form, and for each of them the returns, come upon them. */
  readonly list: readonly (readonly [string, string])[];
  /** Where in the list. */
  readonly of: (ref: CellRef) => number;
}

export const placesOf = ({ form, returns }: Edition): Places => {
  const observed = observer(form);
  const found: { readonly figure: number; readonly ref: CellRef }[] = [];
  for (const ret of returns) {
    const seen = new Set<string>();
    observed(ret).forEach((observation, figure) => {
      if (observation === undefined || seen.has(observation.ref.sheet)) return;
      seen.add(observation.ref.sheet);
      found.push({ figure, ref: observation.ref });
    });
  }
  const list: [string, string][] = [];
  const files = new Map<string, Map<string, number>>();
  const of = ({ file, sheet }: CellRef): number => files.get(file)?.get(sheet) ?? -1;
  for (const { ref } of found.sort((a, b) => a.figure - b.figure)) {
    if (of(ref) !== -1) continue;
    files.set(ref.file, (files.get(ref.file) ?? new Map<string, number>()).set(ref.sheet, list.length));
    list.push([ref.file, ref.sheet]);
  }
  return { list, of };
};
