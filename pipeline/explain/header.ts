// The header of a list of explanations: which column holds what, wherever on its sheet the list begins.
import { normalizeLabel } from '../label.ts';
import type { Cell, Sheet } from '../model.ts';
import { onceForEach } from '../once-for-each.ts';

export type Field = 'finding' | 'text' | 'reason' | 'by' | 'on';

export interface Header {
  readonly row: number;
  /** The column of each field; `finding` and `text` are always there. */
  readonly columns: ReadonlyMap<Field, number>;
}

/** As `normalizeLabel` leaves them; of two that stand in one header the first counts. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  finding: ['问题编号', '编号', 'id'],
  text: ['核实说明', '单位说明', '情况说明', '更正说明', '说明', 'explanation'],
  reason: ['原因', '理由', '原因理由', 'reason'],
  by: ['说明人', '填报人', '填表人'],
  on: ['说明日期', '填报日期', '日期'],
};

const FIELDS = Object.keys(NAMES) as readonly Field[];
const DEEPEST = 20;

/** The first header within the first 20 rows, or null. */
export const headerOf = (sheet: Sheet): Header | null => {
  const names = sheet.cells.filter(({ row, typed, shown }) => row < DEEPEST && typed.kind === 'text' && isName(shown));
  if (names.length < 2) return null;
  for (const [row, cells] of Map.groupBy(names, cell => cell.row)) {
    const columns = columnsIn(cells);
    if (columns.has('finding') && columns.has('text')) return { row, columns };
  }
  return null;
};

const ALL_NAMES = new Set(Object.values(NAMES).flat());

const isName = onceForEach((text: string): boolean => ALL_NAMES.has(normalizeLabel(text).toLowerCase()));

const columnsIn = (cells: readonly Cell[]): ReadonlyMap<Field, number> => {
  const named = new Map(
    cells.toReversed().map(cell => [normalizeLabel(cell.shown).toLowerCase(), cell.column] as const),
  );
  return new Map(
    FIELDS.flatMap(field => {
      const name = NAMES[field].find(candidate => named.has(candidate));
      return name === undefined ? [] : [[field, named.get(name) ?? 0] as const];
    }),
  );
};
