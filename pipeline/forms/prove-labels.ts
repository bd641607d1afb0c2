// Proof that every label of a form tells what it stands for, as labels are compared when returns are read.

import { normalizeLabel } from '../label.ts';
import type { Form, FormColumn, FormRow, FormTable, Label } from '../model.ts';

export const proveLabels = (form: Form): readonly string[] => [
  ...collisions('form', [...form.tables.map(titleClaim), ...form.texts.map(textClaim)]),
  ...form.tables.flatMap(table => [
    ...collisions(table.id, table.rows.map(rowClaim)),
    ...collisions(table.id, table.columns.filter(column => column.kind !== 'beside').map(columnClaim)),
    ...besideCollisions(table),
  ]),
  ...form.generations.flatMap(generation => provesOther(form, generation.id, generation.marks)),
];

// Who claims a label, and what besides the label tells it from others: its headings.
interface Claim {
  readonly who: string;
  readonly label: Label | null;
  readonly context: string;
}

const titleClaim = (table: FormTable): Claim => ({ who: `table "${table.id}"`, label: table.title, context: '' });

const textClaim = (text: Form['texts'][number]): Claim => ({
  who: `text "${text.id}"`,
  label: text.label,
  context: '',
});

const rowClaim = (row: FormRow): Claim => ({
  who: `row "${row.id}"`,
  label: row.label,
  context: JSON.stringify([row.under.map(normalizeLabel), row.heads]),
});

const columnClaim = (column: FormColumn): Claim => ({
  who: `column "${column.id}"`,
  label: column.label,
  context: JSON.stringify(column.under.map(normalizeLabel)),
});

const collisions = (where: string, claims: readonly Claim[]): readonly string[] => {
  const claimed = new Map<string, string>();
  const problems: string[] = [];
  for (const claim of claims) {
    for (const text of claim.label === null ? [''] : [claim.label.text, ...claim.label.aliases]) {
      const bare = normalizeLabel(text);
      if (bare === '' && claim.label !== null)
        problems.push(`${where}: ${claim.who}: no word of "${text}" is left to compare`);
      const key = `${bare}\n${claim.context}`;
      const before = claimed.get(key) ?? claim.who;
      if (before !== claim.who) problems.push(`${where}: ${claim.who} and ${before} are both called "${bare}"`);
      claimed.set(key, before);
    }
  }
  return problems;
};

// A beside column has no headings that could tell it from a column that is asked.
const besideCollisions = (table: FormTable): readonly string[] => {
  const plain = table.columns.map(column => ({
    ...columnClaim(column),
    context: '',
    beside: column.kind === 'beside',
  }));
  const beside = new Map(plain.filter(claim => claim.beside).flatMap(claim => barely(claim.label, claim.who)));
  const asked = plain.filter(claim => !claim.beside).flatMap(claim => barely(claim.label, claim.who));
  return [
    ...asked
      .filter(([bare]) => beside.has(bare))
      .map(
        ([bare, who]) => `${table.id}: ${who} and ${beside.get(bare)}, which is not asked, are both called "${bare}"`,
      ),
    ...collisions(
      table.id,
      plain.filter(claim => claim.beside),
    ),
  ];
};

const barely = (label: Label | null, who: string): readonly (readonly [string, string])[] =>
  label === null ? [] : [label.text, ...label.aliases].map(text => [normalizeLabel(text), who] as const);

// A mark that the form itself uses, or that two generations share, tells nothing.
const provesOther = (form: Form, generation: string, marks: readonly string[]): readonly string[] => {
  const own = ownLabels(form);
  const others = form.generations.filter(other => other.id !== generation);
  return marks.flatMap(mark => {
    const bare = normalizeLabel(mark);
    if (bare === '') return [`generation "${generation}": no word of the mark "${mark}" is left to compare`];
    if (own.has(bare)) return [`generation "${generation}": the mark "${mark}" is a label of this form too`];
    const shared = others.find(other => other.marks.some(text => normalizeLabel(text) === bare));
    return shared === undefined ? [] : [`generation "${generation}": the mark "${mark}" is one of "${shared.id}" too`];
  });
};

const ownLabels = (form: Form): ReadonlySet<string> => {
  const labels = form.tables.flatMap(table => [
    table.title,
    ...table.rows.flatMap(row => row.label ?? []),
    ...table.columns.map(column => column.label),
  ]);
  const headings = form.tables.flatMap(table => [...table.rows, ...table.columns].flatMap(part => part.under));
  const texts = [...labels, ...form.texts.map(text => text.label)].flatMap(label => [label.text, ...label.aliases]);
  return new Set([...texts, ...headings].map(normalizeLabel));
};
