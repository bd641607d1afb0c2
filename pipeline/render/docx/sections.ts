// Blocks → paragraphs and tables of Word; the section that they stand in gives some of them their style.
import { Bookmark, Paragraph, type ParagraphChild, type Table } from 'docx';
import type { Block } from '../report/blocks.ts';
import { runsOf } from './inlines.ts';
import { tableOf } from './table.ts';

/** What a block stands in. */
interface Surroundings {
  readonly role: string | null;
  /** A name that links lead to, for the first paragraph of a section. */
  readonly anchor: string | null;
  readonly isOnNewPage: boolean;
}

type Printed = Paragraph | Table;

const NOWHERE: Surroundings = { role: null, anchor: null, isOnNewPage: false };

export const printed = (blocks: readonly Block[], around: Surroundings = NOWHERE): readonly Printed[] =>
  blocks.flatMap((block, i) => printBlock(block, i === 0 ? around : { ...around, anchor: null, isOnNewPage: false }));

const printBlock = (block: Block, around: Surroundings): readonly Printed[] => {
  switch (block.kind) {
    case 'section':
      return printed(block.blocks, {
        role: block.role ?? around.role,
        anchor: block.id ?? around.anchor,
        isOnNewPage: block.role === 'annex' || around.isOnNewPage,
      });
    case 'heading':
      return [paragraph(headingStyle(block.level, around.role), runsOf(block.content), around, block.id)];
    case 'paragraph':
      return [paragraph(PARAGRAPHS[block.role ?? around.role ?? ''] ?? '年报正文', runsOf(block.content), around)];
    case 'list':
      return block.items.map((item, i) =>
        paragraph('年报列表', runsOf([{ kind: 'text', text: block.ordered ? `${i + 1}. ` : '● ' }, ...item]), around),
      );
    case 'table': {
      const caption =
        block.caption.length === 0 ? [] : [paragraph('年报表题', runsOf(block.caption), around, block.id)];
      return [...caption, tableOf(block)];
    }
  }
};

const headingStyle = (level: 1 | 2 | 3 | 4, role: string | null): string => {
  if (level === 1) return '年报标题';
  if (role === 'notes') return '年报附注标题';
  return ['年报一级标题', '年报二级标题', '年报三级标题'][level - 2] ?? '年报正文';
};

const PARAGRAPHS: Readonly<Record<string, string>> = { organ: '年报署名', date: '年报日期', notes: '年报附注' };

const paragraph = (
  style: string,
  content: readonly ParagraphChild[],
  { anchor, isOnNewPage }: Surroundings,
  id: string | null = null,
): Paragraph => {
  const name = id ?? anchor;
  const children = name === null ? content : [new Bookmark({ id: name, children: content })];
  return new Paragraph({ style, children: [...children], ...(isOnNewPage ? { pageBreakBefore: true } : {}) });
};
