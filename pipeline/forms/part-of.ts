// The cell `part_of` of rows.csv and columns.csv: `handled_total exhaustive`, `a_norm_issued of_which query`.
import { Fault } from '../fault.ts';
import type { Part } from '../model.ts';

/** Null where the cell is empty. Without a severity the relation is `fatal`. */
export const parsePartOf = (cell: string, place: string): Part | null => {
  if (cell === '') return null;
  const [whole = '', kind, severity = 'fatal', ...rest] = cell.split(/\s+/u);
  if (kind !== 'exhaustive' && kind !== 'of_which') {
    throw new Fault(`part_of "${cell}": after "${whole}" comes exhaustive or of_which`, place);
  }
  if (severity !== 'fatal' && severity !== 'query' && severity !== 'info') {
    throw new Fault(`part_of "${cell}": the severity is fatal, query or info, not "${severity}"`, place);
  }
  if (rest.length > 0) throw new Fault(`part_of "${cell}": "${rest.join(' ')}" is too much`, place);
  return { whole, kind, severity };
};
