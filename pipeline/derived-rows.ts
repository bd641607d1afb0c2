// Sums of rows that prose quotes though the official table does not print them: 不予公开 in all, 收到 in all.

import { plainLabel } from './label.ts';
import type { FormTable } from './model.ts';

export interface DerivedRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly rows: readonly string[];
}

/**
 * Rows of a table with columns that stand under one heading and share the beginning of their ids give `<beginning>_total`:
 * `deny_secret`, `deny_law` … under （三）不予公开 give `deny_total`. What the table prints itself is not derived.
 */
export const derivedRows = (table: FormTable): readonly DerivedRow[] =>
  [...byHeading(table), ...received(table)].filter(derived => table.rows.every(row => row.id !== derived.id));

const byHeading = (table: FormTable): readonly DerivedRow[] => {
  if (table.columns.every(column => column.kind !== 'figure')) return [];
  const headings = Map.groupBy(table.rows, row => JSON.stringify(row.under));
  return [...headings.values()].flatMap(rows => {
    const beginnings = new Set(rows.map(row => row.id.split('_')[0]));
    const [first] = rows;
    if (rows.length < 2 || beginnings.size > 1 || first === undefined) return [];
    const label = plainLabel(first.under.at(-1) ?? '');
    return [{ id: `${[...beginnings][0]}_total`, label, unit: first.unit, rows: rows.map(row => row.id) }];
  });
};

// 新收 + 上年结转: a row that takes over last year's rest belongs to what is received by the same side of the official
// relation (第一项加第二项之和). Two rows at most can stand there, so they are named here and nowhere else.
const received = (table: FormTable): readonly DerivedRow[] => {
  const rows = table.rows.filter(row => RECEIVED.includes(row.id));
  if (rows.length < RECEIVED.length) return [];
  return [{ id: 'received_all', label: '新收和上年结转申请总数', unit: rows[0]?.unit ?? '', rows: RECEIVED }];
};

const RECEIVED: readonly string[] = ['new_received', 'carried_in'];
