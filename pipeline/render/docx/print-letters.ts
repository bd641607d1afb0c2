// Many short documents of one layout → .docx: printed as one that is cut, so that what they have in common is made and packed once.
import type { Block } from '../report/blocks.ts';
import { type Packed, pack, zipOf } from '../zip.ts';
import { markXml } from './plain.ts';
import { BODY, type DocumentFacts, partsOfDocx } from './print-docx.ts';
import { printed } from './sections.ts';

/**
 * Each is what `docxBytes` gives of its blocks, in the order given. They have no anchors, links or charts: these would have ids
 * and parts of their own.
 */
export async function* letterBytes(
  letters: readonly (readonly Block[])[],
  facts: DocumentFacts,
): AsyncGenerator<Uint8Array> {
  for (let first = 0; first < letters.length; first += AT_ONCE) {
    const some = letters.slice(first, first + AT_ONCE);
    const children = some.flatMap((blocks, nth) => (nth === 0 ? printed(blocks) : [{ xml: CUT }, ...printed(blocks)]));
    const parts = await partsOfDocx(children, facts);
    const packed = new Map<string, Packed | Uint8Array>([...parts].map(([path, part]) => [path, pack(part)]));
    for (const xml of cutUp(new TextDecoder().decode(parts.get(BODY)), some.length))
      yield zipOf(packed.set(BODY, new TextEncoder().encode(xml)));
  }
}

/** So many that the rest counts for little, and so few that they are not felt in memory. */
const AT_ONCE = 100;

// No text reads like this: its signs are escaped.
const CUT = markXml('cut');

/** The body is what stands between its opening tag and the section's properties, which close it. */
const cutUp = (xml: string, count: number): readonly string[] => {
  const start = xml.indexOf('<w:body>') + '<w:body>'.length;
  const end = xml.lastIndexOf('<w:sectPr');
  const pieces = xml.slice(start, end).split(CUT);
  if (pieces.length !== count) throw new Error(`${count} letters came out as ${pieces.length}`);
  return pieces.map(piece => xml.slice(0, start) + piece + xml.slice(end));
};
