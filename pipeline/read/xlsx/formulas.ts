// The formulas of one sheet while it is read; those that cells share are written out for each cell at the end.
import { shiftFormula } from '../formula/shift.ts';
import { refuse } from '../refusal.ts';
import type { StoredCell } from '../stored.ts';
import { type Attributes, attribute } from '../xml.ts';

/** The `f` element of a cell. */
export interface FormulaElement {
  readonly text: string;
  readonly attributes: Attributes;
}

interface Shared {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Formulas {
  readonly add: (index: number, row: number, column: number, element: FormulaElement) => void;
  readonly writeOut: (cells: readonly StoredCell[]) => readonly StoredCell[];
}

/** `room`: how many characters all formulas of the file may still have. */
export const openFormulas = (room: number, part: string): Formulas => {
  const masters = new Map<string, Shared>();
  const followers = new Map<number, string>();
  let left = room;
  const spend = (text: string): string => {
    left -= text.length;
    return left < 0 ? refuse('too-large', `${part}：公式`) : text;
  };

  return {
    add: (index, row, column, { text, attributes }) => {
      spend(text);
      const si = attribute(attributes, 'si');
      if (attribute(attributes, 't') !== 'shared' || si === undefined) return;
      if (text === '') followers.set(index, si);
      else masters.set(si, { row, column, text });
    },
    writeOut: cells => {
      if (followers.size === 0) return cells;
      return cells.map((cell, index) => {
        const master = masters.get(followers.get(index) ?? '');
        if (master === undefined || !followers.has(index)) return cell;
        return {
          ...cell,
          formula: spend(shiftFormula(master.text, cell.row - master.row, cell.column - master.column)),
        };
      });
    },
  };
};
