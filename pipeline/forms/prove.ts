// Proof that a form can be read, summed and reported as it says: what the command check-forms runs on each.
import type { Form, FormTable } from '../model.ts';
import { proveLabels } from './prove-labels.ts';
import { proveRelations } from './prove-relations.ts';

/** Problems in plain English, each naming table and row; none where the form is sound. */
export const proveForm = (form: Form): readonly string[] => [
  ...form.tables.flatMap(table => [...proveUnits(table), ...proveHeads(table)]),
  ...proveLabels(form),
  ...proveRelations(form),
  ...form.texts.filter(text => text.section === '').map(text => `text "${text.id}" has no section`),
  ...(form.report.source.trim() === '' ? ['the form has no report template'] : []),
];

const MONEY_UNITS = ['元', '万元', '亿元'];

const proveUnits = (table: FormTable): readonly string[] =>
  table.rows.flatMap(row => {
    if (row.unit === '') return [`${table.id}: row "${row.id}" has no unit`];
    if (MONEY_UNITS.includes(row.unit) === (row.measure === 'money')) return [];
    return [`${table.id}: row "${row.id}" is measured as ${row.measure}, but its unit is ${row.unit}`];
  });

// In a table whose rows name no headings, heads say which column holds the values.
const proveHeads = (table: FormTable): readonly string[] => {
  const named = new Set(table.rows.flatMap(row => row.heads));
  if (named.size === 0) return [];
  return [
    ...table.rows
      .filter(row => row.heads.length === 0)
      .map(row => `${table.id}: row "${row.id}" has no heads, others have`),
    ...table.columns
      .filter(column => column.kind === 'head' && !named.has(column.id))
      .map(column => `${table.id}: no row names the head column "${column.id}"`),
  ];
};
