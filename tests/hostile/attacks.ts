// Files that are made to break what reads them, each small enough to be made in a moment.
import { crc32, deflateRawSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import { parts, relations, sheetXml, workbook, workbookXml } from '../read/parts.ts';
import { type Part, zip } from '../read/zip-writer.ts';

export interface Attack {
  readonly file: string;
  readonly bytes: () => Uint8Array;
  /** How it is refused, or `read` where it opens and is judged by what it says. */
  readonly becomes: string;
}

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const SHEET = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const times = (count: number, one: string | ((i: number) => string)): string =>
  typeof one === 'string' ? one.repeat(count) : Array.from({ length: count }, (_, i) => one(i)).join('');

const text = (content: string): string =>
  `<c t="inlineStr"><is><t>${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;

const workbookAnd = (...more: readonly Part[]): Buffer => zip([...parts(sheetXml(ROW)), ...more]);

const stored = (after: string, rows = ROW, before = ''): Buffer => zip(storedParts(sheetXml(rows, after, before)));

/** As a writer that does not compress: the ratio tells nothing. */
const storedParts = (sheet: string, changed: Readonly<Record<string, string>> = {}): readonly Part[] =>
  parts(sheet, changed).map(part => ({ ...part, stored: true }));

const shared = (strings: string, rows: string): Buffer =>
  zip(storedParts(sheetXml(rows), { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }));

const entities = (declared: string, used: string): Buffer =>
  zip(parts(`<!DOCTYPE w [${declared}]>${sheetXml(`<row><c t="str"><v>${used}</v></c></row>`)}`));

const ods = (body: string): Buffer => {
  const spaces = 'xmlns:office="o" xmlns:table="t" xmlns:text="x"';
  const content = `<office:document-content ${spaces}><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
  return zip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', data: content, stored: true },
  ]);
};

const ZEROS = Buffer.alloc(30_000_000);

/** A workbook whose sheet says that it unpacks to `stated` bytes and holds 30 MB of zeros. */
const lying = (stated: number): Buffer => workbookAnd({ name: 'xl/a.xml', data: ZEROS, statedSize: stated });

const xls = (sheet: XLSX.WorkSheet, name = '表'): Uint8Array => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, name);
  return XLSX.write(book, { bookType: 'biff8', type: 'buffer' });
};

const quine = (): Buffer => {
  const inner = zip([{ name: 'a', data: 'a' }]);
  return workbookAnd({ name: 'xl/inner.zip', data: inner, stored: true });
};

/** Every directory entry leads to the same packed bytes (as zbsm.zip by David Fifield). */
const overlapping = (count: number): Buffer => {
  const data = Buffer.alloc(1_000_000);
  const packed = deflateRawSync(data);
  const head = Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0', 'latin1'), Buffer.alloc(16)]);
  head.writeUInt32LE(crc32(data), 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(data.length, 22);
  head.writeUInt16LE(1, 26);
  const local = Buffer.concat([head, Buffer.from('a'), packed]);
  const one = (i: number): Buffer => {
    const name = Buffer.from(`a${i}`);
    const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0', 'latin1'), Buffer.alloc(30)]);
    head.copy(entry, 16, 14, 26);
    entry.writeUInt16LE(name.length, 28);
    return Buffer.concat([entry, name]);
  };
  const directory = Buffer.concat(Array.from({ length: count }, (_, i) => one(i)));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
};

/** By what they try. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  'a zip bomb': { file: 'a.xlsx', becomes: 'unsafe', bytes: () => workbookAnd({ name: 'xl/a.xml', data: ZEROS }) },
  'a zip in a zip': { file: 'a.xlsx', becomes: 'read', bytes: quine },
  'a size that lies': { file: 'a.xlsx', becomes: 'read', bytes: () => lying(900_000) },
  'the sheet’s size lies': {
    file: 'a.xlsx',
    becomes: 'damaged',
    bytes: () =>
      zip(parts('').map(part => (part.name === SHEET ? { ...part, data: ZEROS, statedSize: 900_000 } : part))),
  },
  'overlapping entries': { file: 'a.xlsx', becomes: 'unsafe', bytes: () => overlapping(900) },
  '65,000 entries': {
    file: 'a.xlsx',
    becomes: 'too-large',
    bytes: () => workbookAnd(...Array.from({ length: 65_000 }, (_, i) => ({ name: `x/${i}`, data: '', stored: true }))),
  },
  'entries beyond zip64': { file: 'a.xlsx', becomes: 'read', bytes: () => zip(parts(sheetXml(ROW)), '', true) },
  'two entries of one name': {
    file: 'a.xlsx',
    becomes: 'unsafe',
    bytes: () => workbookAnd({ name: SHEET, data: sheetXml('') }),
  },
  'an entry that climbs out': {
    file: 'a.xlsx',
    becomes: 'unsafe',
    bytes: () => workbookAnd({ name: 'xl/../../x', data: '' }),
  },
  'an absolute entry': {
    file: 'a.xlsx',
    becomes: 'unsafe',
    bytes: () => workbookAnd({ name: '/etc/passwd', data: '' }),
  },
  'a billion laughs': {
    file: 'a.xlsx',
    becomes: 'unsafe',
    bytes: () =>
      entities(
        times(20, i => `<!ENTITY a${i + 1} "${times(10, `&a${i};`)}">`),
        '&a20;',
      ),
  },
  'quadratic blowup': {
    file: 'a.xlsx',
    becomes: 'unsafe',
    bytes: () => entities(`<!ENTITY a "${'x'.repeat(100_000)}">`, times(10_000, '&a;')),
  },
  'an external entity': {
    file: 'a.xlsx',
    becomes: 'unsafe',
    bytes: () => entities('<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;'),
  },
  'a DOCTYPE in an .ods': {
    file: 'a.ods',
    becomes: 'unsafe',
    bytes: () =>
      zip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', data: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' },
      ]),
  },
  'deep nesting': { file: 'a.xlsx', becomes: 'unsafe', bytes: () => stored(times(200_000, '<a>')) },
  'a million attributes': {
    file: 'a.xlsx',
    becomes: 'unsafe',
    bytes: () => stored(`<a ${times(300_000, i => `a${i}="" `)}/>`),
  },
  'a million merges': {
    file: 'a.xlsx',
    becomes: 'too-large',
    bytes: () => stored(`<mergeCells>${times(500_000, i => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`)}</mergeCells>`),
  },
  'merges over all rows': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () =>
      stored(
        `<mergeCells>${times(99_999, i => `<mergeCell ref="A${i + 2}:XFD1048576"/>`)}</mergeCells>`,
        `${ROW}${times(2_000, i => `<row r="${i + 2}"><c r="XFD${i + 2}"><v>1</v></c></row>`)}`,
      ),
  },
  'a million defined names': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () =>
      zip(
        storedParts(sheetXml(ROW), {
          'xl/workbook.xml': workbookXml(
            `<definedNames>${times(300_000, i => `<definedName name="n${i}">A1</definedName>`)}</definedNames>`,
          ),
        }),
      ),
  },
  'a dimension of a whole sheet': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () => stored('', ROW, '<dimension ref="A1:XFD1048576"/>'),
  },
  '1,048,575 empty rows': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () => stored('', `${ROW}${times(1_048_575, '<row/>')}`),
  },
  'rows beyond the last': { file: 'a.xlsx', becomes: 'damaged', bytes: () => stored('', times(1_048_577, '<row/>')) },
  'columns hidden a thousand times': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () => stored('', ROW, `<cols>${times(50_000, '<col min="1" max="16384" hidden="1"/>')}</cols>`),
  },
  'shared strings out of range': {
    file: 'a.xlsx',
    becomes: 'damaged',
    bytes: () => shared('<si><t>x</t></si>', '<row><c t="s"><v>99999</v></c></row>'),
  },
  'a giant shared string, used a thousand times': {
    file: 'a.xlsx',
    becomes: 'too-large',
    bytes: () =>
      shared(`<si><t>${'填报单位（（'.repeat(500_000)}</t></si>`, times(1_000, '<row><c t="s"><v>0</v></c></row>')),
  },
  'a million shared strings': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () => shared(times(700_000, '<si><t>x</t></si>'), ROW),
  },
  'relations in a circle': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () =>
      zip([
        ...parts(sheetXml(ROW)),
        {
          name: 'xl/worksheets/_rels/sheet1.xml.rels',
          data: relations(['worksheet', 'sheet1.xml'], ['x', '../workbook.xml']),
        },
      ]),
  },
  'a workbook that is its own sheet': {
    file: 'a.xlsx',
    becomes: 'damaged',
    bytes: () => zip(parts(sheetXml(ROW), { 'xl/_rels/workbook.xml.rels': relations(['worksheet', 'workbook.xml']) })),
  },
  'external relations': {
    file: 'a.xlsx',
    becomes: 'damaged',
    bytes: () =>
      zip(
        parts(sheetXml(ROW), {
          'xl/_rels/workbook.xml.rels': relations(['worksheet', 'http://127.0.0.1:9/x.xml']).replace(
            'Target=',
            'TargetMode="External" Target=',
          ),
        }),
      ),
  },
  'UTF-7': {
    file: 'a.xlsx',
    becomes: 'damaged',
    bytes: () => zip(parts(`<?xml version="1.0" encoding="UTF-7"?>${sheetXml(`<row>${text('+ADw-')}</row>`)}`)),
  },
  'another encoding than is said': {
    file: 'a.xlsx',
    becomes: 'damaged',
    bytes: () => zip(parts(`<?xml version="1.0" encoding="gb2312"?>${sheetXml(`<row>${text('教育')}</row>`)}`)),
  },
  'UTF-16': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () => zip(parts('', { [SHEET]: Buffer.from(`\ufeff${sheetXml(ROW)}`, 'utf16le') })),
  },
  'a million characters in one formula': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () => stored('', `<row><c><f>${'SUM('.repeat(250_000)}</f></c><c><v>1</v></c></row>`),
  },
  'formulas that sum each other': {
    file: 'a.xlsx',
    becomes: 'read',
    bytes: () =>
      stored(
        '',
        times(20_000, i => `<row><c><f>SUM(A1:A1048576)+A${i + 2}</f></c></row>`) + ROW.replaceAll('1"', '20001"'),
      ),
  },
  'a shared formula written out 100,000 times': {
    file: 'a.xlsx',
    becomes: 'too-large',
    bytes: () =>
      stored(
        '',
        `<row><c><f t="shared" si="0">${'A1+'.repeat(2_000)}A1</f><v>1</v></c></row>${times(50_000, '<row><c><f t="shared" si="0"/><v>1</v></c></row>')}`,
      ),
  },
  'a line of 10 MB': { file: 'a.csv', becomes: 'too-large', bytes: () => Buffer.from('x'.repeat(10_000_000)) },
  'a million columns': { file: 'a.csv', becomes: 'too-large', bytes: () => Buffer.from('1,'.repeat(500_000)) },
  'a quote that never ends': {
    file: 'a.csv',
    becomes: 'damaged',
    bytes: () => Buffer.from(`a,"${'b\n'.repeat(300_000)}`),
  },
  'quotes without end': { file: 'a.csv', becomes: 'read', bytes: () => Buffer.from(`${'"a'.repeat(200_000)}\n`) },
  'a million lines': { file: 'a.csv', becomes: 'too-large', bytes: () => Buffer.from('1\n'.repeat(1_000_000)) },
  NUL: { file: 'a.csv', becomes: 'not-a-spreadsheet', bytes: () => Buffer.from('a,b\0\n') },
  'a cell repeated over all rows': {
    file: 'a.ods',
    becomes: 'too-large',
    bytes: () =>
      ods(
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row></table:table>',
      ),
  },
  'an .xls that says it is large': {
    file: 'a.xls',
    becomes: 'read',
    bytes: () => xls({ A1: { t: 'n', v: 1 }, '!ref': 'A1:IV4000' }),
  },
  'an .xls with thousands of merges': {
    file: 'a.xls',
    becomes: 'read',
    bytes: () =>
      xls({
        A1: { t: 'n', v: 1 },
        '!ref': 'A1:B2',
        '!merges': Array.from({ length: 1_000 }, (_, i) => ({ s: { r: i, c: 0 }, e: { r: i, c: 200 } })),
      }),
  },
  'a picture named .xlsx': {
    file: 'a.xlsx',
    becomes: 'not-a-spreadsheet',
    bytes: () => Buffer.from('\x89PNG\r\n', 'latin1'),
  },
  'a program named .csv': {
    file: 'a.csv',
    becomes: 'not-a-spreadsheet',
    bytes: () => Buffer.from('MZ\x90\0', 'latin1'),
  },
  'a workbook named .csv': { file: 'a.csv', becomes: 'read', bytes: () => workbook(ROW) },
};
