// The tags of an XML text one after the other; comments, CDATA and instructions are passed over, and so is a `<` that begins no tag.

/** `start` is at the `<`, `end` behind the `>`; the name, which a `/` may stand before, ends at `named`. */
export type Visit = (start: number, named: number, end: number) => void;

/** Linear on any text: what is never closed is taken to the end, and no tag reaches over another. */
export const eachTag = (xml: string, visit: Visit): void => {
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const aside = ASIDES.find(([opening]) => xml.startsWith(opening, at));
    if (aside !== undefined) {
      const [opening, closing] = aside;
      const closed = xml.indexOf(closing, at + opening.length);
      at = closed < 0 ? -1 : xml.indexOf('<', closed + closing.length);
      continue;
    }
    const named = nameEnd(xml, xml.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1);
    const end = named < 0 ? -1 : tagEnd(xml, named);
    if (end >= 0) visit(at, named, end);
    at = xml.indexOf('<', end < 0 ? at + 1 : end);
  }
};

const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const [SLASH, LESS, GREATER, QUOTE, APOSTROPHE] = [0x2f, 0x3c, 0x3e, 0x22, 0x27];
const BEHIND_NAME: ReadonlySet<number> = new Set([...' \t\r\n<>/!?'].map(sign => sign.charCodeAt(0)));

/** Negative where there is no name. */
const nameEnd = (xml: string, from: number): number => {
  let at = from;
  while (at < xml.length && !BEHIND_NAME.has(xml.charCodeAt(at))) at += 1;
  return at === from ? -1 : at;
};

/** Negative where another tag begins before this one ends, or the text does. A `>` in quotes ends nothing. */
const tagEnd = (xml: string, from: number): number => {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml.charCodeAt(at);
    if (sign === LESS) return -1;
    if (quote !== 0) quote = sign === quote ? 0 : quote;
    else if (sign === GREATER) return at + 1;
    else if (sign === QUOTE || sign === APOSTROPHE) quote = sign;
  }
  return -1;
};
