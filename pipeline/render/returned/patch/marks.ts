// Doubtful cells coloured by conditions that hold as long as the cell says what it said: the cell itself keeps its looks.
import { a1, parseAddress } from '../../../address.ts';
import { escapeText } from '../../report/escape.ts';
import { holdsStill } from './holds.ts';
import { childOf, type Element, type Splice, withAttribute } from './outline.ts';
import { childAt } from './place.ts';
import type { Styles } from './styles.ts';

/** What is to be marked in one sheet: A1 address → how grave it is. */
export type Marks = ReadonlyMap<string, 'fatal' | 'query'>;

export const markSplices = (
  xml: string,
  sheet: Element,
  marks: Marks,
  styles: Styles,
  shared: (index: number) => string,
): readonly Splice[] => {
  if (marks.size === 0) return [];
  const cells = cellsAt(sheet, marks);
  const rules = [...marks].map(([address, gravity], nth) => {
    const formula = escapeText(holdsStill(address, xml, cells.get(address), shared));
    const p = sheet.prefix;
    return `<${p}conditionalFormatting sqref="${address}"><${p}cfRule type="expression" dxfId="${styles.marks[gravity]}" priority="${nth + 1}"><${p}formula>${formula}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
  });
  // Ours come first, or a rule of the unit's that stops would hide them; theirs keep their order among each other.
  return [...laterPriorities(xml, sheet, marks.size), childAt(sheet, 'conditionalFormatting', rules.join(''))];
};

/** By address. A row or cell without one stands behind the one before it. */
const cellsAt = (sheet: Element, wanted: Marks): ReadonlyMap<string, Element> => {
  const found = new Map<string, Element>();
  let row = -1;
  for (const line of childOf(sheet, 'sheetData')?.children ?? []) {
    row = line.attributes.has('r') ? Number(line.attributes.get('r')) - 1 : row + 1;
    let column = -1;
    for (const cell of line.children) {
      const address = parseAddress(cell.attributes.get('r') ?? '');
      column = address?.column ?? column + 1;
      const name = a1(row, column);
      if (wanted.has(name)) found.set(name, cell);
    }
  }
  return found;
};

const laterPriorities = (xml: string, sheet: Element, by: number): readonly Splice[] =>
  rulesIn(sheet).flatMap(rule => {
    const priority = Number(rule.attributes.get('priority') ?? Number.NaN);
    return Number.isSafeInteger(priority) ? [withAttribute(xml, rule, 'priority', String(priority + by))] : [];
  });

// Those in extLst (data bars of 2010) count in the same order.
const rulesIn = (element: Element): readonly Element[] =>
  element.children.flatMap(child =>
    child.name === 'cfRule' ? [child] : child.name === 'sheetData' ? [] : rulesIn(child),
  );
