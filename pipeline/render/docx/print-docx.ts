// Blocks → .docx in the layout of official documents (GB/T 9704-2012).
import { AlignmentType, Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Block } from '../report/blocks.ts';
import { printable } from '../report/escape.ts';
import { type Parts, partsOf, zipOf } from '../zip.ts';
import { LINE, MARGIN, PAGE } from './measures.ts';
import { marked, withPlain } from './plain.ts';
import { type Printed, printed } from './sections.ts';
import { settled } from './settled.ts';
import { STYLES } from './styles.ts';

export interface DocumentFacts {
  readonly title: string;
  /** The time of the run, ISO; the document bears it as its own. */
  readonly at: string;
}

/** The same blocks and facts give the same bytes. */
export const docxBytes = async (blocks: readonly Block[], facts: DocumentFacts): Promise<Uint8Array> =>
  zipOf(await partsOfDocx(printed(blocks), facts));

/** The parts of the .docx, settled. */
export const partsOfDocx = async (all: readonly Printed[], facts: DocumentFacts): Promise<Parts> => {
  const { children, plain } = marked(all);
  const document = new Document({
    title: printable(facts.title),
    compatabilityModeVersion: 15,
    evenAndOddHeaderAndFooters: true,
    styles: STYLES,
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: MARGIN },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...children],
      },
    ],
  });
  const parts = settled(partsOf(new Uint8Array(await Packer.toArrayBuffer(document))), facts);
  const body = new TextDecoder().decode(parts.get(BODY));
  return new Map([...parts, [BODY, new TextEncoder().encode(withPlain(body, plain))]]);
};

/** The part that holds the text. */
export const BODY = 'word/document.xml';

// — 1 —, one blank character from the outer edge.
const pageNumber = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: '年报页码',
        alignment,
        indent: { [alignment]: 280, firstLineChars: 0 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
