// A cell as its sheet stores it → the formula that is true while it still says the same: a mark with it goes when the cell is corrected.
import { childOf, type Element, textOf } from './outline.ts';

/** `address` is A1; `shared` gives a shared string. The formula needs XML escaping. */
export const holdsStill = (
  address: string,
  xml: string,
  cell: Element | undefined,
  shared: (index: number) => string,
): string => {
  const value = cell === undefined ? undefined : childOf(cell, 'v');
  const text = value === undefined ? '' : textOf(xml, value);
  // A formula that was saved without its result: nobody knows what it will say.
  if (text === '' && cell !== undefined && childOf(cell, 'f') !== undefined) return `LEN(${address})>0`;
  switch (cell?.attributes.get('t') ?? 'n') {
    case 's':
      return sameText(address, shared(Number(text)));
    case 'str':
      return sameText(address, decoded(text));
    case 'inlineStr':
      return sameText(address, inlineText(xml, childOf(cell, 'is')));
    case 'b':
      return `AND(ISLOGICAL(${address}),${address}=${text.trim() === '1' ? 'TRUE' : 'FALSE'})`;
    case 'e':
      return `ISERROR(${address})`;
    case 'd':
      return `LEN(${address})>0`;
    default:
      return sameNumber(address, text.trim());
  }
};

const sameNumber = (address: string, text: string): string => {
  if (text === '') return `LEN(${address})=0`;
  const isPlain = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/u.test(text) && Number.isFinite(Number(text));
  // A blank cell equals 0, and is another thing.
  return isPlain ? `AND(ISNUMBER(${address}),${address}=${text.replace(/^\+/u, '')})` : `LEN(${address})>0`;
};

/** A text in a formula has at most 255 signs; of a longer one, or one with line breaks, its beginning tells. */
const sameText = (address: string, text: string): string => {
  if (text === '') return `LEN(${address})=0`;
  const [beginning = ''] = /^\P{Cc}{0,120}/u.exec(text.toWellFormed()) ?? [];
  const literal = `"${beginning.replaceAll('"', '""')}"`;
  if (beginning === text) return `EXACT(${address},${literal})`;
  return beginning === '' ? `LEN(${address})>0` : `EXACT(LEFT(${address},LEN(${literal})),${literal})`;
};

/** The text of `<si>` or `<is>`: its runs together, without phonetic guides. */
export const inlineText = (xml: string, element: Element | undefined): string =>
  decoded(
    (element?.children ?? [])
      .flatMap(child =>
        child.name === 't' ? [child] : child.name === 'r' ? child.children.filter(({ name }) => name === 't') : [],
      )
      .map(t => textOf(xml, t))
      .join(''),
  );

/** `_x000D_` is how a workbook writes what XML cannot hold. */
const decoded = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
