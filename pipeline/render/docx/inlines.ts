// Inlines of a block → runs of a paragraph.
import { InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Inline } from '../report/blocks.ts';
import { printable } from '../report/escape.ts';

/** What the inlines around a text say of it. */
interface Marks {
  readonly bold?: boolean;
  readonly emphasisMark?: object;
  readonly superScript?: boolean;
  readonly highlight?: 'yellow';
}

export const runsOf = (content: readonly Inline[], marks: Marks = {}): readonly ParagraphChild[] =>
  content.flatMap(inline => runsIn(inline, marks));

const runsIn = (inline: Inline, marks: Marks): readonly ParagraphChild[] => {
  switch (inline.kind) {
    case 'text':
    case 'data':
      return [new TextRun({ ...marks, text: printable(inline.text) })];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'todo':
      return runsOf(inline.content, { ...marks, highlight: 'yellow' });
    case 'strong':
      return runsOf(inline.content, { ...marks, bold: true });
    // Chinese is stressed by dots below its characters, never by slanting them.
    case 'emphasis':
      return runsOf(inline.content, { ...marks, emphasisMark: {} });
    case 'superscript':
      return runsOf(inline.content, { ...marks, superScript: true });
    case 'link':
      return [new InternalHyperlink({ anchor: inline.target, children: [...runsOf(inline.content, marks)] })];
  }
};
