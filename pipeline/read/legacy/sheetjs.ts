// Old kinds of workbook (.xls, .et, .xlsb) → what they store; the only file that knows SheetJS.
import zlib from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel';
import type { GridNote } from '../../model.ts';
import type { Limits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { StoredSheet, StoredWorkbook } from '../stored.ts';
import { storedCells } from './cells.ts';
import { checkWhole } from './ole2.ts';
import { propertiesOf } from './properties.ts';
import { checkFormulas } from './records.ts';

// Its own inflate never ends on some damaged files.
XLSX.CFB.utils.use_zlib(zlib);
XLSX.set_cptable(codepages);

/** An entry of an OLE2 container, which SheetJS gives no type; type 2 is a stream. */
interface Stream {
  readonly type: number;
  readonly size: number;
  readonly content: Uint8Array | undefined;
}

export const readOld = (bytes: Uint8Array, limits: Limits): StoredWorkbook => {
  const isOle = bytes[0] === 0xd0;
  const hasMacros = isOle && checkStreams(bytes);
  const book = parse(bytes);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  if (book.SheetNames.length > limits.sheets) refuse('too-large', `工作表超过 ${limits.sheets} 个`);
  const sheets: StoredSheet[] = [];
  let room = limits.cells;
  book.SheetNames.forEach((name, i) => {
    const sheet = book.Sheets[name] ?? refuse('damaged', `缺少工作表 ${name}`);
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') return;
    const stored = storedSheet(name, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0, sheet, {
      ...limits,
      cells: room,
    });
    room -= stored.cells.length;
    sheets.push(stored);
  });
  return { from1904, sheets, properties: propertiesOf(book), notes: notesOf(book, hasMacros) };
};

/** Whether the OLE2 container holds macros; refuses one that holds no workbook, or a locked one. */
const checkStreams = (bytes: Uint8Array): boolean => {
  checkWhole(bytes);
  const container = attempt(() => XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' }));
  const isShort = ({ type, size, content }: Stream): boolean => type === 2 && size !== (content?.length ?? 0);
  if (container.FileIndex.some(isShort)) refuse('damaged', 'OLE2 不完整');
  const has = (path: string): boolean =>
    container.FullPaths.some((full: string) => full.toLowerCase().endsWith(path.toLowerCase()));
  if (has('/EncryptedPackage')) refuse('encrypted', 'EncryptedPackage');
  if (has('/WordDocument')) refuse('not-a-spreadsheet', 'Word 文档');
  if (has('/PowerPoint Document')) refuse('not-a-spreadsheet', '演示文稿');
  if (!has('/Workbook') && !has('/Book')) refuse('not-a-spreadsheet', 'OLE2');
  for (const { name, content } of container.FileIndex)
    if (/^(?:workbook|book)$/i.test(name) && content !== undefined) checkFormulas(Uint8Array.from(content));
  return has('/_VBA_PROJECT_CUR/');
};

const parse = (bytes: Uint8Array): XLSX.WorkBook =>
  attempt(() =>
    XLSX.read(Buffer.from(bytes), {
      type: 'buffer',
      dense: true,
      // Without it a broken sheet is silently left out.
      WTF: true,
      bookFiles: true,
      cellDates: false,
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
      // Hidden rows and columns come with the styles.
      cellStyles: true,
      cellText: false,
    }),
  );

const attempt = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) return refuse('encrypted', '密码');
    return refuse('damaged', message.slice(0, 100));
  }
};

const storedSheet = (name: string, hidden: boolean, sheet: XLSX.WorkSheet, limits: Limits): StoredSheet => {
  const merges = sheet['!merges'] ?? [];
  if (merges.length > limits.merges) refuse('too-large', `合并区超过 ${limits.merges} 个`);
  return {
    name,
    hidden,
    cells: storedCells(sheet, limits),
    merges: merges.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenOf(sheet['!rows']),
    hiddenColumns: hiddenOf(sheet['!cols']),
  };
};

const hiddenOf = (list: readonly ({ hidden?: boolean } | undefined)[] = []): readonly number[] => {
  const hidden: number[] = [];
  // `forEach` passes over the holes of a sparse list.
  list.forEach((one, i) => {
    if (one?.hidden === true) hidden.push(i);
  });
  return hidden;
};

const notesOf = (book: XLSX.WorkBook, hasMacros: boolean): readonly GridNote[] => {
  const { keys = [] } = book as { keys?: readonly string[] };
  const macros = hasMacros || keys.some(key => /vbaproject\.bin$/i.test(key));
  const links = keys.filter(key => /externallinks\/[^/]+\.bin$/i.test(key)).length;
  return [
    ...(macros ? [{ kind: 'macros' as const, place: null, detail: 'VBA' }] : []),
    ...(links > 0 ? [{ kind: 'external-links' as const, place: null, detail: `${links}` }] : []),
  ];
};
