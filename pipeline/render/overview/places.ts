// The sheets that figures stand on, numbered, so that a page names each of them once.
import { itemName, itemsOf } from '../../items.ts';
import type { CellRef, Edition } from '../../model.ts';

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

/** Of each sheet of each return the first figure in the form's order. */
const firstCells = ({ form, returns }: Edition): { readonly figure: number; readonly ref: CellRef }[] => {
  const figures = new Map(itemsOf(form).map(({ name }, i) => [name, i] as const));
  return returns.flatMap(({ observations }) => {
    const found = new Map<string, { readonly figure: number; readonly ref: CellRef }>();
    for (const observation of observations) {
      const { ref } = observation;
      if (found.has(ref.sheet)) continue;
      const figure = figures.get(itemName(observation));
      if (figure !== undefined) found.set(ref.sheet, { figure, ref });
    }
    return [...found.values()];
  });
};
