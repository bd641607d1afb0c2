// Blocks → paragraphs and tables of Word; the section that they stand in gives some of them their style.
import { Bookmark, Paragraph, type Table } from 'docx';
import type { Block, Inline } from '../report/blocks.ts';
import { chartOf } from '../report/chart-of.ts';
import { plainText } from '../report/print-html.ts';
import { chartParagraph } from './chart.ts';
import { runsOf } from './inlines.ts';
import { type Plain, plainOf } from './plain.ts';
import { tableOf } from './table.ts';

/** What a block stands in. */
interface Surroundings {
  readonly role: string | null;
  /** A name that links lead to, for the first paragraph of a section. */
  readonly anchor: string | null;
  readonly isOnNewPage: boolean;
}

export type Printed = Paragraph | Table | Plain;

const NOWHERE: Surroundings = { role: null, anchor: null, isOnNewPage: false };

export const printed = (blocks: readonly Block[], around: Surroundings = NOWHERE): readonly Printed[] =>
  blocks.flatMap((block, i) => printBlock(block, i === 0 ? around : { ...around, anchor: null, isOnNewPage: false }));

const printBlock = (block: Block, around: Surroundings): readonly Printed[] => {
  switch (block.kind) {
    case 'section':
      return printed(block.blocks, {
        role: block.role ?? around.role,
        anchor: block.id ?? around.anchor,
        isOnNewPage: around.isOnNewPage || block.role === 'annex' || hasLargeTable(block.blocks),
      });
    case 'heading':
      return [paragraph(headingStyle(block.level, around.role), headingContent(block), around, block.id)];
    case 'paragraph':
      return [paragraph(PARAGRAPHS[block.role ?? around.role ?? ''] ?? '年报正文', block.content, around)];
    case 'list':
      return block.items.map((item, i) =>
        paragraph('年报列表', [{ kind: 'text', text: block.ordered ? `${i + 1}. ` : '● ' }, ...item], around),
      );
    case 'table': {
      if (block.role === 'chart') return [chartParagraph(chartOf(block))];
      const caption = block.caption.length === 0 ? [] : [paragraph('年报表题', block.caption, around, block.id)];
      return [...caption, tableOf(block)];
    }
  }
};

// 表三 fills a page; only from the head of one is it never torn apart, whatever the program.
const hasLargeTable = (blocks: readonly Block[]): boolean =>
  blocks.some(block => block.kind === 'table' && block.role === 'grid');

const headingStyle = (level: 1 | 2 | 3 | 4, role: string | null): string => {
  if (level === 1) return '年报标题';
  if (role === 'notes') return '年报附注标题';
  return ['年报一级标题', '年报二级标题', '年报三级标题'][level - 2] ?? '年报正文';
};

// A title of several lines is broken where its words allow it: after whose report it is.
const headingContent = ({ level, content }: Block & { readonly kind: 'heading' }): readonly Inline[] => {
  const title = plainText(content);
  const [, whose, what] = /^(.{4,})(政府信息公开.*)$/u.exec(title) ?? [];
  if (level !== 1 || whose === undefined || what === undefined || widthOf(title) <= TITLE_WIDTH) return content;
  return [{ kind: 'text', text: whose }, { kind: 'break' }, { kind: 'text', text: what }];
};

/** In characters; Latin letters and figures are half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[ -~]/u.test(character) ? 0.5 : 1), 0);

/** So many characters of 二号 fill a line. */
const TITLE_WIDTH = 19;

const PARAGRAPHS: Readonly<Record<string, string>> = {
  addressee: '年报主送',
  organ: '年报署名',
  date: '年报日期',
  notes: '年报附注',
  source: '年报出处',
  former: '年报上年文字',
};

const paragraph = (
  style: string,
  content: readonly Inline[],
  { anchor, isOnNewPage }: Surroundings,
  id: string | null = null,
): Paragraph | Plain => {
  const name = id ?? anchor;
  const plain = name === null && !isOnNewPage ? plainOf(style, content) : null;
  if (plain !== null) return plain;
  const runs = runsOf(content);
  const children = name === null ? runs : [new Bookmark({ id: name, children: runs })];
  return new Paragraph({ style, children: [...children], ...(isOnNewPage ? { pageBreakBefore: true } : {}) });
};
