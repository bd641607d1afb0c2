// Finds the unit's prose answers: beside their label, below it, or run on after it in one cell.

import { normalizeLabel } from '../label.ts';
import type { CellRef, Form, FormText } from '../model.ts';
import type { Layout } from './layout.ts';
import { refAt } from './spot.ts';
import { spellings } from './words.ts';

export interface FoundText {
  readonly id: string;
  readonly text: string;
  readonly ref: CellRef;
}

/** The first answer to each text that the form asks for, on any of the sheets. */
export const findTexts = (layouts: readonly Layout[], form: Form): readonly FoundText[] => {
  const labels = new Map(form.texts.flatMap(text => spellings(text.label).map(label => [label, text] as const)));
  const known = new Set([
    ...labels.keys(),
    ...form.texts.map(text => normalizeLabel(text.section)),
    ...form.tables.flatMap(table => spellings(table.title)),
  ]);
  const found = new Map<string, FoundText>();
  for (const layout of layouts)
    for (const answer of textsOf(layout, form.texts, labels, known))
      if (!found.has(answer.id)) found.set(answer.id, answer);
  return form.texts.flatMap(text => found.get(text.id) ?? []);
};

const textsOf = (
  layout: Layout,
  texts: readonly FormText[],
  labels: ReadonlyMap<string, FormText>,
  known: ReadonlySet<string>,
): readonly FoundText[] => {
  const beside = layout.labels.flatMap(cell => {
    const asked = labels.get(cell.label);
    const answer =
      asked === undefined
        ? null
        : (proseAt(layout, cell.row, cell.area.right + 1, known) ??
          proseAt(layout, cell.area.bottom + 1, cell.column, known));
    return asked === undefined || answer === null ? [] : [{ id: asked.id, ...answer }];
  });
  return [...beside, ...runOn(layout, texts)];
};

const proseAt = (
  layout: Layout,
  row: number,
  column: number,
  known: ReadonlySet<string>,
): Omit<FoundText, 'id'> | null => {
  const cell = layout.cellAt(row, column);
  if (cell === null || cell.typed.kind !== 'text') return null;
  const text = cell.typed.text.trim();
  if (text === '' || known.has(normalizeLabel(text))) return null;
  return { text, ref: refAt(layout, cell) };
};

// `（一）主动公开。2023 年，……` in one cell.
const runOn = (layout: Layout, texts: readonly FormText[]): readonly FoundText[] =>
  layout.sheet.cells.flatMap(cell => {
    if (cell.typed.kind !== 'text' || cell.typed.text.length < 8) return [];
    const match = RUN_ON.exec(cell.typed.text.trim());
    const [, heading, body] = match ?? [];
    if (heading === undefined || body === undefined) return [];
    const label = normalizeLabel(heading);
    const asked = texts.find(text => spellings(text.label).includes(label));
    return asked === undefined
      ? []
      : [{ id: asked.id, text: body.trim(), ref: refAt({ ...layout, turned: false }, cell) }];
  });

const RUN_ON = /^([^。：:\n]{2,40})[。：:\n]\s{0,20}(\S[\s\S]{3,})$/u;
