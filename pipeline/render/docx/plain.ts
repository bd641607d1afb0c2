// Paragraphs of nothing but text, of which a document may have tens of thousands: written as XML at once, where the library would build
// a tree for each of them, and put in where the library was given a mark.
import { Paragraph } from 'docx';
import type { Inline } from '../report/blocks.ts';
import { escaped } from '../report/escape.ts';

/** A paragraph, or several on end, as they stand in the body of a document. */
export interface Plain {
  readonly xml: string;
}

/** What the library would write; null where there is more to the text than its words and where its lines break. */
export const plainOf = (style: string, content: readonly Inline[]): Plain | null => {
  const runs = content.map(runOf);
  return runs.includes(null) ? null : { xml: `<w:p>${styled(style)}${runs.join('')}</w:p>` };
};

const runOf = (inline: Inline): string | null => {
  if (inline.kind === 'break') return '<w:r><w:br/></w:r>';
  if ((inline.kind !== 'text' && inline.kind !== 'data') || inline.text === '') return null;
  return `<w:r><w:t xml:space="preserve">${escaped(inline.text).replaceAll('&#39;', '&apos;')}</w:t></w:r>`;
};

/** Of a style's own properties, without text. */
const styled = (style: string): string => `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;

/** Nothing that anybody sees: to find the place again. */
export const markXml = (style: string): string => `<w:p>${styled(style)}</w:p>`;

/** For the library: a mark for all that is plain on end. For `withPlain`: what belongs in their places, in order. */
export const marked = <Printed extends object>(
  all: readonly (Printed | Plain)[],
): { readonly children: readonly (Printed | Paragraph)[]; readonly plain: readonly string[] } => {
  const children: (Printed | Paragraph)[] = [];
  const plain: string[] = [];
  let isOnEnd = false;
  for (const one of all) {
    const isPlain = 'xml' in one;
    if (!isPlain) children.push(one);
    else if (isOnEnd) plain[plain.length - 1] += one.xml;
    else {
      children.push(new Paragraph({ style: MARK }));
      plain.push(one.xml);
    }
    isOnEnd = isPlain;
  }
  return { children, plain };
};

// No text reads like this: its signs are escaped.
const MARK = 'plain';

/** The body with what belongs in the places of the marks. */
export const withPlain = (body: string, plain: readonly string[]): string => {
  const pieces = body.split(markXml(MARK));
  if (pieces.length !== plain.length + 1) throw new Error(`${plain.length} marks came out as ${pieces.length - 1}`);
  return pieces.map((piece, i) => piece + (plain[i] ?? '')).join('');
};
