// The sheets that figures stand on, numbered, so that a page names each of them once.
import type { CellRef, Edition } from '../../model.ts';
import { observer } from '../../observed.ts';

export interface Places {
  /** [file, sheet], in the order in which the figures of the form, and for each of them the returns, come upon them. */
  readonly list: readonly (readonly [string, string])[];
  /** Where in the list. */
  readonly of: (ref: CellRef) => number;
}

export const placesOf = (edition: Edition): Places => {
  const list = firstCells(edition)
    .sort((a, b) => a.figure - b.figure)
    .map(({ ref }) => [ref.file, ref.sheet] as const);
  const files = new Map<string, Map<string, number>>();
  for (const [place, [file, sheet]] of list.entries())
    files.set(file, (files.get(file) ?? new Map<string, number>()).set(sheet, place));
  // Asked for cell after cell of one sheet as a rule.
  let last = { file: '', sheet: '', place: -1 };
  const of = ({ file, sheet }: CellRef): number => {
    if (last.sheet !== sheet || last.file !== file) last = { file, sheet, place: files.get(file)?.get(sheet) ?? -1 };
    return last.place;
  };
  return { list, of };
};

/** Of each sheet of each return, which may have come in several files, the first figure in the form's order. */
const firstCells = ({ form, returns }: Edition): { readonly figure: number; readonly ref: CellRef }[] => {
  const observed = observer(form);
  return returns.flatMap(ret => {
    const found = new Map<string, { readonly figure: number; readonly ref: CellRef }>();
    for (const [figure, observation] of observed(ret).entries()) {
      if (observation === undefined) continue;
      const { ref } = observation;
      const sheet = ref.file === ret.delivery.path ? ref.sheet : `${ref.sheet}\n${ref.file}`;
      if (!found.has(sheet)) found.set(sheet, { figure, ref });
    }
    return [...found.values()];
  });
};
