// A zip with a workbook → what it stores.
import type { GridNote } from '../../model.ts';
import type { Limits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { StoredSheet, StoredWorkbook } from '../stored.ts';
import type { Zip } from '../zip/directory.ts';
import { partOf, type Relation, relationsOf } from './package.ts';
import { readProperties } from './properties.ts';
import { readSheet, type Tables } from './sheet.ts';
import { readStyles } from './styles.ts';
import { readSharedStrings } from './text.ts';
import { readWorkbook } from './workbook.ts';

/** Where a workbook begins: the relations of its package, and its workbook part. */
export interface Start {
  readonly roots: readonly Relation[];
  readonly part: string;
  readonly bytes: Uint8Array;
}

export const readXlsx = (zip: Zip, { roots, part, bytes }: Start, limits: Limits): StoredWorkbook => {
  const relations = relationsOf(zip, part);
  const workbook = readWorkbook(bytes, part, limits);
  const tables = readTables(zip, relations);
  const sheets: StoredSheet[] = [];
  let room = limits;
  for (const { name, hidden, relation } of workbook.sheets) {
    const found = relations.find(({ id }) => id === relation) ?? refuse('damaged', `缺少工作表 ${name}`);
    // Chart, dialog and macro sheets hold no cells.
    if (found.type !== 'worksheet') continue;
    const sheet = readSheet(partOf(zip, found.target), found.target, tables, room);
    const formulas = sheet.cells.reduce((length, { formula }) => length + (formula?.length ?? 0), 0);
    room = { ...room, cells: room.cells - sheet.cells.length, formulas: room.formulas - formulas };
    sheets.push({ name, hidden, ...sheet });
  }
  return { from1904: workbook.from1904, sheets, properties: readProperties(zip, roots), notes: notesOf(relations) };
};

const readTables = (zip: Zip, relations: readonly Relation[]): Tables => {
  const targetOf = (wanted: string): string | undefined => relations.find(({ type }) => type === wanted)?.target;
  const strings = targetOf('sharedStrings');
  const styles = targetOf('styles');
  return {
    // Some writers name a part of shared strings that they then leave out, having none.
    strings:
      strings === undefined || !zip.has(strings.toLowerCase()) ? [] : readSharedStrings(partOf(zip, strings), strings),
    styles: styles === undefined ? [] : readStyles(partOf(zip, styles), styles),
  };
};

const notesOf = (relations: readonly Relation[]): readonly GridNote[] => {
  const macros = relations.filter(({ type }) => type === 'vbaProject' || type === 'xlMacrosheet');
  const links = relations.filter(({ type }) => type === 'externalLink');
  return [
    ...macros.slice(0, 1).map(({ target }) => ({ kind: 'macros' as const, place: null, detail: target })),
    ...links.slice(0, 1).map(() => ({ kind: 'external-links' as const, place: null, detail: `${links.length}` })),
  ];
};
