// A package of the docx library → the same on every run: its dates, its counted ids, and fonts that a machine may lack.
import { escapeText, printable } from '../report/escape.ts';
import { type Parts, partsOf, zipOf } from '../zip.ts';
import { FONT } from './styles.ts';

export const settled = (parts: Parts, facts: { readonly title: string; readonly at: string }): Parts => {
  const ids = new Map<string, string>();
  return new Map(
    [...parts]
      .toSorted(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
      .map(([path, bytes]) => {
        if (path === 'docProps/core.xml') return [path, encoded(coreOf(facts))];
        if (path === 'word/fontTable.xml') return [path, encoded(FONTS)];
        if (path === 'word/styles.xml') return [path, encoded(offGrid(new TextDecoder().decode(bytes)))];
        if (path.endsWith('.xlsx')) return [path, zipOf(partsOf(bytes))];
        return [path, encoded(recounted(new TextDecoder().decode(bytes), ids))];
      }),
  );
};

const encoded = (xml: string): Uint8Array => new TextEncoder().encode(xml);

// Office looks for the list of content types first.
const order = (path: string): number => (path === '[Content_Types].xml' ? 0 : path.startsWith('_rels/') ? 1 : 2);

const coreOf = ({ title, at }: { readonly title: string; readonly at: string }): string => {
  // The day only: a run later on the same day writes the same document.
  const time = `${at.slice(0, 10)}T00:00:00Z`;
  const dated = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties ' +
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeText(printable(title))}</dc:title><dc:creator>nianbao</dc:creator>` +
    '<cp:lastModifiedBy>nianbao</cp:lastModifiedBy><cp:revision>1</cp:revision>' +
    `${dated('created')}${dated('modified')}<dc:language>zh-CN</dc:language></cp:coreProperties>`
  );
};

// Our styles give their line pitch exactly; on the page's grid, rows of tables would be two or three times as high. The library
// has no word for it.
const offGrid = (styles: string): string =>
  styles.replace(/(<w:pPr>(?:(?!<\/w:pPr>).)*?)(?=<w:spacing )/gsu, '$1<w:snapToGrid w:val="0"/>');

// The library counts bookmarks and drawings from its first to its last document, and gives parts random ids: `ids` has theirs by ours.
const recounted = (xml: string, ids: Map<string, string>): string => {
  const numbers = new Map<string, number>();
  let drawings = 0;
  const named = xml
    .replace(/\brId[\w-]{15,}/gu, id => {
      ids.set(id, ids.get(id) ?? `rIdPart${ids.size + 1}`);
      return ids.get(id) ?? id;
    })
    .replace(/(<wp:docPr id=")\d+/gu, (_, before: string) => `${before}${++drawings}`);
  return named.replace(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]*)"/gu, (_, before: string, id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return `${before}${numbers.get(id)}"`;
  });
};

/** What stands in for a font where it is not installed, by Office's own rule. */
const STAND_INS: Readonly<Record<string, string>> = {
  [FONT.title]: '华文中宋',
  [FONT.body]: '仿宋',
  [FONT.kai]: '楷体',
  [FONT.hei]: 'SimHei',
  [FONT.song]: 'SimSun',
};

const FONTS = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...Object.entries(STAND_INS).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  ),
  '</w:fonts>',
].join('');
