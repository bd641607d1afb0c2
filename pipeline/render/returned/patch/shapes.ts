// The boxes in which comments are shown: a drawing in VML, which every program that shows comments still asks for.
import { parseAddress } from '../../../address.ts';
import type { Element, Splice } from './outline.ts';
import {
  bytewise,
  declareExtension,
  freeName,
  has,
  type Package,
  putBytewise,
  relate,
  relationsOf,
} from './package.ts';
import { childAt } from './place.ts';
import type { Workbook } from './workbook.ts';

/** Adds a box for each address; gives what the sheet needs to say of it. `boxes`: A1 address → lines of text. */
export const withShapes = (
  pack: Package,
  book: Workbook,
  sheetPart: string,
  sheet: Element,
  boxes: ReadonlyMap<string, number>,
): readonly Splice[] => {
  if (boxes.size === 0) return [];
  const drawing = sheet.children.find(({ name }) => name === 'legacyDrawing');
  const id = [...(drawing?.attributes ?? [])].find(([name]) => name.endsWith(':id'))?.[1];
  const known = relationsOf(pack, sheetPart).find(relation => relation.id === id)?.target;
  if (known !== undefined && has(pack, known)) {
    grow(pack, known, boxes);
    return [];
  }
  const part = freeName(pack, 'xl/drawings/vmlDrawing{}.vml');
  putBytewise(
    pack,
    part,
    `<xml ${SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`,
  );
  grow(pack, part, boxes);
  declareExtension(pack, 'vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  const relation = relate(pack, sheetPart, `${book.relations}/vmlDrawing`, part);
  const element = `<${sheet.prefix}legacyDrawing xmlns:r="${book.relations}" r:id="${relation}"/>`;
  // A drawing that is named and not there is replaced.
  if (drawing !== undefined) return [{ at: drawing.start, until: drawing.end, text: element }];
  return [childAt(sheet, 'legacyDrawing', element)];
};

const SPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

// What is put before the last tag keeps the rest as it is, whatever it is.
const grow = (pack: Package, part: string, boxes: ReadonlyMap<string, number>): void => {
  const text = bytewise(pack, part);
  const end = text.lastIndexOf('</xml');
  if (end < 0) throw new Error(`no VML in ${part}`);
  const taken = [...text.matchAll(/_x0000_s(\d{1,9})\b/gu)].map(([, number]) => Number(number));
  const first = taken.reduce((most, number) => Math.max(most, number), 1024) + 1;
  const type = /id=["']_x0000_t202["']/u.test(text) ? '' : SHAPE_TYPE;
  const shapes = [...boxes].map(([address, lines], nth) => shape(first + nth, address, lines)).join('');
  putBytewise(pack, part, text.slice(0, end) + type + shapes + text.slice(end));
};

const SHAPE_TYPE = `<v:shapetype ${SPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

const shape = (number: number, address: string, lines: number): string => {
  const { row, column } = parseAddress(address) ?? { row: 0, column: 0 };
  const top = Math.max(0, row - 1);
  const anchor = [column + 1, 15, top, 10, column + 5, 15, top + Math.max(4, lines), 4].join(', ');
  return `<v:shape ${SPACES} id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:240pt;height:${lines * 14 + 10}pt;z-index:${number};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
};
