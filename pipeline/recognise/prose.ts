// Finds the unit's prose answers: beside their label, below it, or run on after it in one cell.

import { normalizeLabel } from '../label.ts';
import type { CellRef, Form, FormText } from '../model.ts';
import { onceOf } from '../once-of.ts';
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
  const asked = askedBy(form);
  const found = new Map<string, FoundText>();
  for (const layout of layouts)
    for (const answer of textsOf(layout, asked)) if (!found.has(answer.id)) found.set(answer.id, answer);
  return form.texts.flatMap(text => found.get(text.id) ?? []);
};

interface Asked {
  /** By all ways of writing their labels. */
  readonly labels: ReadonlyMap<string, FormText>;
  /** What a form prints around its texts, which is no answer. */
  readonly printed: ReadonlySet<string>;
}

// The same for every file of a run.
const askedBy: (form: Form) => Asked = onceOf(form => {
  const labels = new Map(form.texts.flatMap(text => spellings(text.label).map(label => [label, text] as const)));
  const printed = new Set([
    ...labels.keys(),
    ...form.texts.map(text => normalizeLabel(text.section)),
    ...form.tables.flatMap(table => spellings(table.title)),
  ]);
  return { labels, printed };
});

const textsOf = (layout: Layout, { labels, printed }: Asked): readonly FoundText[] => {
  const beside = layout.labels.flatMap(cell => {
    const asked = labels.get(cell.label);
    const answer =
      asked === undefined
        ? null
        : (proseAt(layout, cell.row, cell.area.right + 1, printed) ??
          proseAt(layout, cell.area.bottom + 1, cell.column, printed));
    return asked === undefined || answer === null ? [] : [{ id: asked.id, ...answer }];
  });
  return [...beside, ...runOn(layout, labels)];
};

const proseAt = (
  layout: Layout,
  row: number,
  column: number,
  printed: ReadonlySet<string>,
): Omit<FoundText, 'id'> | null => {
  const cell = layout.cellAt(row, column);
  if (cell === null || cell.typed.kind !== 'text') return null;
  const text = cell.typed.text.trim();
  if (text === '' || printed.has(normalizeLabel(text))) return null;
  return { text, ref: refAt(layout, cell) };
};

// `（一）主动公开。2023 年，……` in one cell.
const runOn = (layout: Layout, labels: Asked['labels']): readonly FoundText[] =>
  layout.sheet.cells.flatMap(cell => {
    if (cell.typed.kind !== 'text' || cell.typed.text.length < 8) return [];
    const match = RUN_ON.exec(cell.typed.text.trim());
    const [, heading, body] = match ?? [];
    if (heading === undefined || body === undefined) return [];
    const asked = labels.get(normalizeLabel(heading));
    return asked === undefined
      ? []
      : [{ id: asked.id, text: body.trim(), ref: refAt({ ...layout, turned: false }, cell) }];
  });

const RUN_ON = /^([^。：:\n]{2,40})[。：:\n]\s{0,20}(\S[\s\S]{3,})$/u;
