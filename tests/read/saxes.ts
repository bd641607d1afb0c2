// The parts of a workbook through another parser, saxes, as what our own is held to.
import { SaxesParser } from 'saxes';

/** What a parser makes of a text: its tags and texts in order, or how it is refused. */
export type Told = readonly string[] | 'damaged' | 'unsafe';

const MOST_ATTRIBUTES = 256;

class Refused extends Error {
  readonly kind: 'damaged' | 'unsafe';
  constructor(kind: 'damaged' | 'unsafe') {
    super(kind);
    this.kind = kind;
  }
}

/** Texts outside of the root are white space, and left out. */
export const toldBySaxes = (text: string): Told => {
  const told: string[] = [];
  const refuse = (kind: 'damaged' | 'unsafe'): never => {
    throw new Refused(kind);
  };
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  let count = 0;
  const say = (piece: string): void => {
    if (depth > 0) told.push(`text ${piece}`);
  };
  parser.on('error', () => refuse('damaged'));
  parser.on('doctype', () => refuse('unsafe'));
  parser.on('opentagstart', () => {
    count = 0;
  });
  parser.on('attribute', () => {
    if (++count > MOST_ATTRIBUTES) refuse('unsafe');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    told.push(`open ${name} ${JSON.stringify(Object.entries(attributes))}`);
  });
  parser.on('closetag', () => {
    depth--;
    told.push('close');
  });
  parser.on('text', say);
  parser.on('cdata', say);
  try {
    parser.write(text).close();
    return told;
  } catch (error) {
    if (error instanceof Refused) return error.kind;
    throw error;
  }
};
