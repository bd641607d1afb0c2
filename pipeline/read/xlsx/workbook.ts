// The workbook part: its sheets in order, and the calendar it counts days from.
import { onceOf } from '../../once-of.ts';
import type { Limits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { attribute, isTrue, prefixed, walkXml } from '../xml.ts';

export interface Workbook {
  readonly from1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly relation: string }[];
}

export const readWorkbook = (bytes: Uint8Array, part: string, limits: Limits): Workbook => within(limits)(bytes, part);

const within = onceOf((limits: Limits) => onceOf((bytes: Uint8Array, part: string) => workbookIn(bytes, part, limits)));

const workbookIn = (bytes: Uint8Array, part: string, limits: Limits): Workbook => {
  const sheets: Workbook['sheets'][number][] = [];
  let from1904 = false;
  walkXml(bytes, part, 'root', {
    open: (name, attributes, parent) => {
      if (parent === '' && name !== 'workbook') refuse('not-a-spreadsheet', OTHERS.get(name) ?? `XML（${name}）`);
      if (parent === 'workbook' && name === 'workbookPr') from1904 = isTrue(attribute(attributes, 'date1904'));
      if (parent !== 'sheets' || name !== 'sheet') return;
      const relation = prefixed(attributes, 'id') ?? refuse('damaged', part);
      const state = attribute(attributes, 'state');
      const hidden = state === 'hidden' || state === 'veryHidden';
      sheets.push({ name: attribute(attributes, 'name') ?? refuse('damaged', part), hidden, relation });
      if (sheets.length > limits.sheets) refuse('too-large', `工作表超过 ${limits.sheets} 个`);
    },
  });
  return { from1904, sheets };
};

const OTHERS: ReadonlyMap<string, string> = new Map([
  ['document', 'Word 文档'],
  ['presentation', '演示文稿'],
]);
