// Workbooks of hand-written parts.
import { type Part, zip } from './zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const relations = (...list: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${list
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const workbookXml = (before = '', sheets = '<sheet name="表" sheetId="1" r:id="rId1"/>'): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${sheets}</sheets></workbook>`;

export const sheetXml = (rows: string, after = '', before = ''): string =>
  `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0&quot;件&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="58"/></cellXfs></styleSheet>`;

/** A small sound workbook; `changed` replaces, adds or (null) leaves out parts. */
export const parts = (sheet: string, changed: Readonly<Record<string, string | Uint8Array | null>> = {}): Part[] => {
  const all = new Map<string, string | Uint8Array | null>([
    ['_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])],
    ['xl/workbook.xml', workbookXml()],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ),
    ],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', sheet],
    ...Object.entries(changed),
  ]);
  return [...all].flatMap(([name, data]) => (data === null ? [] : [{ name, data }]));
};

export const workbook = (rows: string, changed: Readonly<Record<string, string | Uint8Array | null>> = {}): Buffer =>
  zip(parts(sheetXml(rows), changed));
