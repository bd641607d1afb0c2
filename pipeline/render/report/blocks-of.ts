// Elements of the XHTML subset → blocks.
import type { Block, Inline, Scope, TableBlock, TableCell, TableRow } from './blocks.ts';
import type { Element } from './xhtml.ts';

export const blocksOf = (elements: readonly Element[]): readonly Block[] => elements.map(blockOf);

const blockOf = (element: Element): Block => {
  const { name, attributes } = element;
  const id = attributes.get('id') ?? null;
  const role = attributes.get('class') ?? null;
  switch (name) {
    case 'section':
      return { kind: 'section', id, role, blocks: blocksOf(elementsIn(element)) };
    case 'p':
      return { kind: 'paragraph', role, content: contentOf(element) };
    case 'ul':
    case 'ol':
      return { kind: 'list', ordered: name === 'ol', items: elementsIn(element).map(contentOf) };
    case 'table':
      return tableOf(element, id, role);
    default:
      return { kind: 'heading', level: Number(name.slice(1)) as 1 | 2 | 3 | 4, id, content: contentOf(element) };
  }
};

const tableOf = (element: Element, id: string | null, role: string | null): TableBlock => {
  const rowsIn = (part: string): readonly TableRow[] =>
    elementsIn(element)
      .filter(child => child.name === part)
      .flatMap(elementsIn)
      .map(rowOf);
  const caption = elementsIn(element).find(child => child.name === 'caption');
  return {
    kind: 'table',
    id,
    role,
    caption: caption === undefined ? [] : contentOf(caption),
    head: rowsIn('thead'),
    body: rowsIn('tbody'),
  };
};

const rowOf = (row: Element): TableRow => elementsIn(row).map(cellOf);

const cellOf = (cell: Element): TableCell => ({
  heads: cell.name === 'th' ? ((cell.attributes.get('scope') ?? 'col') as Scope) : null,
  role: cell.attributes.get('class') ?? null,
  rowspan: Number(cell.attributes.get('rowspan') ?? 1),
  colspan: Number(cell.attributes.get('colspan') ?? 1),
  content: contentOf(cell),
});

const elementsIn = (element: Element): readonly Element[] =>
  element.children.filter(child => typeof child !== 'string');

/** Without the white space at both ends. */
const contentOf = (element: Element): readonly Inline[] => {
  const content = inlinesIn(element);
  const trimmed = content.map((inline, i) => {
    if (inline.kind !== 'text') return inline;
    const start = i === 0 ? inline.text.trimStart() : inline.text;
    return { ...inline, text: i === content.length - 1 ? start.trimEnd() : start };
  });
  return trimmed.filter(inline => inline.kind !== 'text' || inline.text !== '');
};

const inlinesIn = (element: Element): readonly Inline[] => {
  const inlines: Inline[] = [];
  for (const child of element.children) {
    const last = inlines.at(-1);
    if (typeof child !== 'string') inlines.push(inlineOf(child));
    else if (last?.kind === 'text') inlines[inlines.length - 1] = { kind: 'text', text: collapsed(last.text + child) };
    else inlines.push({ kind: 'text', text: collapsed(child) });
  }
  return inlines.filter(inline => inline.kind !== 'text' || inline.text !== '');
};

const inlineOf = (element: Element): Inline => {
  const { name, attributes } = element;
  switch (name) {
    case 'br':
      return { kind: 'break' };
    case 'data':
      return {
        kind: 'data',
        value: attributes.get('value') ?? '',
        item: attributes.get('data-item') ?? '',
        title: attributes.get('title') ?? '',
        text: collapsed(element.children.filter(child => typeof child === 'string').join('')),
      };
    case 'a':
      return { kind: 'link', target: (attributes.get('href') ?? '').slice(1), content: inlinesIn(element) };
    case 'mark':
      return { kind: 'todo', content: inlinesIn(element) };
    default:
      return { kind: WORDS[name] ?? 'emphasis', content: inlinesIn(element) };
  }
};

const WORDS: Readonly<Record<string, 'strong' | 'emphasis' | 'superscript'>> = {
  strong: 'strong',
  em: 'emphasis',
  sup: 'superscript',
};

// Chinese has no spaces between words: where the source only breaks its line, nothing may show.
const collapsed = (text: string): string => text.replace(/[ \t\r\n]+/g, space => (/[\r\n]/.test(space) ? '' : ' '));
