// Blocks → HTML.
import type { Block, Inline, TableBlock, TableCell, TableRow } from './blocks.ts';
import { escapeText, type Markup } from './escape.ts';

export const printHtml = (blocks: readonly Block[]): Markup => ({ markup: printBlocks(blocks, '') });

/** The text alone, as a reader would copy it. */
export const plainText = (content: readonly Inline[]): string =>
  content
    .map(inline => {
      if (inline.kind === 'break') return '\n';
      return 'text' in inline ? inline.text : plainText(inline.content);
    })
    .join('');

// A table without a caption is read out under the heading that it stands below.
const printBlocks = (blocks: readonly Block[], above: string): string => {
  let heading = above;
  return blocks
    .map(block => {
      if (block.kind === 'heading') heading = plainText(block.content);
      return printBlock(block, heading);
    })
    .join('\n');
};

const printBlock = (block: Block, heading: string): string => {
  switch (block.kind) {
    case 'section':
      return `${tag('section', { id: block.id, class: block.role })}\n${printBlocks(block.blocks, heading)}\n</section>`;
    case 'heading':
      return `${tag(`h${block.level}`, { id: block.id })}${inlines(block.content)}</h${block.level}>`;
    case 'paragraph':
      return `${tag('p', { class: block.role })}${inlines(block.content)}</p>`;
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}>\n${block.items.map(item => `<li>${inlines(item)}</li>`).join('\n')}\n</${name}>`;
    }
    case 'table':
      return printTable(block, heading);
  }
};

const printTable = (table: TableBlock, heading: string): string => {
  const unseen = heading === '' ? [] : [`<caption class="unseen">${escapeText(heading)}</caption>`];
  const caption = table.caption.length > 0 ? [`<caption>${inlines(table.caption)}</caption>`] : unseen;
  const part = (name: string, rows: readonly TableRow[]): readonly string[] =>
    rows.length > 0 ? [`<${name}>`, ...rows.map(row => `<tr>${row.map(printCell).join('')}</tr>`), `</${name}>`] : [];
  const open = tag('table', { id: table.id, class: table.role });
  return [open, ...caption, ...part('thead', table.head), ...part('tbody', table.body), '</table>'].join('\n');
};

const printCell = (cell: TableCell): string => {
  const name = cell.heads === null ? 'td' : 'th';
  const attributes = {
    scope: cell.heads,
    class: cell.role,
    rowspan: cell.rowspan > 1 ? String(cell.rowspan) : null,
    colspan: cell.colspan > 1 ? String(cell.colspan) : null,
  };
  return `${tag(name, attributes)}${inlines(cell.content)}</${name}>`;
};

const inlines = (content: readonly Inline[]): string => content.map(printInline).join('');

const printInline = (inline: Inline): string => {
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text);
    case 'data':
      return `${tag('data', { value: inline.value, 'data-item': inline.item, title: inline.title })}${escapeText(inline.text)}</data>`;
    case 'todo':
      return `<mark class="todo">${inlines(inline.content)}</mark>`;
    case 'link':
      return `${tag('a', { href: `#${inline.target}` })}${inlines(inline.content)}</a>`;
    case 'break':
      return '<br>';
    default:
      return `<${NAMES[inline.kind]}>${inlines(inline.content)}</${NAMES[inline.kind]}>`;
  }
};

const NAMES = { strong: 'strong', emphasis: 'em', superscript: 'sup' } as const;

const tag = (name: string, attributes: Readonly<Record<string, string | null>>): string => {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null ? '' : ` ${key}="${escapeText(value)}"`,
  );
  return `<${name}${written.join('')}>`;
};
