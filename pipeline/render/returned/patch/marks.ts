// Doubtful cells coloured by conditions that hold as long as the cell says what it said: the cell itself keeps its looks.
import { a1, parseAddress } from '../../../address.ts';
import { escapeText } from '../../report/escape.ts';
import { holdsStill } from './holds.ts';
import { childOf, type Element, type Splice, textOf, withAttribute } from './outline.ts';
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
  const formulas = new Map(
    [...marks.keys()].map(address => [address, holdsStill(address, xml, cells.get(address), shared)] as const),
  );
  const rules = [...marks].map(([address, gravity], nth) => {
    const formula = escapeText(formulas.get(address) ?? '');
    const p = sheet.prefix;
    return `<${p}conditionalFormatting sqref="${address}"><${p}cfRule type="expression" dxfId="${styles.marks[gravity]}" priority="${nth + 1}"><${p}formula>${formula}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
  });
  // Ours come first, or a rule of the unit's that stops would hide them; theirs keep their order among each other. Excel goes by
  // priority, LibreOffice by what stands first.
  const all = sheet.children.filter(({ name }) => name === 'conditionalFormatting');
  const before = all.filter(one => isOursOfBefore(xml, one, formulas));
  const theirs = all.find(one => !before.includes(one));
  const place = childAt(sheet, 'conditionalFormatting', rules.join(''));
  const first = theirs === undefined ? place : { ...place, at: theirs.start, until: theirs.start };
  const rest = sheet.children.filter(child => !before.includes(child));
  const dropped = before.map(({ start, end }) => ({ at: start, until: end, text: '' }));
  return [...laterPriorities(xml, rest, marks.size), ...dropped, first];
};

// A file that is sent back again bears our marks of the last time.
const isOursOfBefore = (xml: string, one: Element, formulas: ReadonlyMap<string, string>): boolean => {
  const [rule, ...others] = one.children;
  const formula = childOf(rule, 'formula');
  if (formula === undefined || others.length > 0) return false;
  return formulas.get(one.attributes.get('sqref') ?? '') === textOf(xml, formula);
};

/** By address. A row or cell without one stands behind the one before it. */
const cellsAt = (sheet: Element, wanted: Marks): ReadonlyMap<string, Element> => {
  const found = new Map<string, Element>();
  const rows = new Set([...wanted.keys()].map(address => parseAddress(address)?.row));
  let row = -1;
  for (const line of childOf(sheet, 'sheetData')?.children ?? []) {
    row = line.attributes.has('r') ? Number(line.attributes.get('r')) - 1 : row + 1;
    if (!rows.has(row)) continue;
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

const laterPriorities = (xml: string, elements: readonly Element[], by: number): readonly Splice[] =>
  rulesIn(elements).flatMap(rule => {
    const priority = Number(rule.attributes.get('priority') ?? Number.NaN);
    return Number.isSafeInteger(priority) ? [withAttribute(xml, rule, 'priority', String(priority + by))] : [];
  });

// Those in extLst (data bars of 2010) count in the same order.
const rulesIn = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap(element =>
    element.name === 'cfRule' ? [element] : element.name === 'sheetData' ? [] : rulesIn(element.children),
  );
