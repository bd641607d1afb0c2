// Notes on cells as comments: beside those that the sheet has, whose text stays and comes first.
import { escapeText, printable } from '../../report/escape.ts';
import { appended, childOf, type Element, outlineOf, type Splice, spliced, textOf } from './outline.ts';
import { declarePart, freeName, has, type Package, putText, relate, relationsOf, textPart } from './package.ts';
import type { Workbook } from './workbook.ts';

/** A1 address → text. */
export type Notes = ReadonlyMap<string, string>;

const AUTHOR = '审核';
const STALE = '上次退回的问题，已不在本次清单中。';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

/** Writes the comments and gives the addresses that have none to be seen yet: each needs a shape. */
export const withComments = (pack: Package, book: Workbook, sheet: string, notes: Notes): readonly string[] => {
  const known = relationsOf(pack, sheet).find(({ type }) => type === 'comments')?.target;
  const part = known !== undefined && has(pack, known) ? known : newPart(pack, book, sheet);
  const xml = textPart(pack, part);
  const root = outlineOf(xml, 5);
  const [authors, list] = [childOf(root, 'authors'), childOf(root, 'commentList')];
  if (authors === undefined || list === undefined) throw new Error(`no comments in ${part}`);
  const names = authors.children.map(author => textOf(xml, author));
  const ours = names.includes(AUTHOR) ? names.indexOf(AUTHOR) : names.length;
  const there = new Map(list.children.map(comment => [comment.attributes.get('ref') ?? '', comment] as const));
  const fresh = [...notes].filter(([address]) => !there.has(address));
  const p = root.prefix;
  const added = fresh.map(
    ([address, text]) =>
      `<${p}comment ref="${address}" authorId="${ours}"><${p}text>${run(p, text)}</${p}text></${p}comment>`,
  );
  const changed = [...there].flatMap(([address, comment]): readonly Splice[] => {
    const author = names[Number(comment.attributes.get('authorId'))] ?? '';
    const note = notes.get(address);
    if (author === AUTHOR) return [rewritten(comment, run(p, note ?? STALE))];
    // The text of a threaded comment is only its likeness for old programs.
    return note === undefined || author.startsWith('tc=') ? [] : continued(xml, comment, `\n———\n${AUTHOR}：${note}`);
  });
  const author = ours < names.length ? [] : [appended(xml, authors, `<${p}author>${AUTHOR}</${p}author>`)];
  const more = added.length === 0 ? [] : [appended(xml, list, added.join(''))];
  putText(pack, part, spliced(xml, [...author, ...changed, ...more]));
  return fresh.map(([address]) => address);
};

const newPart = (pack: Package, book: Workbook, sheet: string): string => {
  const part = freeName(pack, 'xl/comments{}.xml');
  const empty = `<comments xmlns="${book.namespace}"><authors/><commentList/></comments>`;
  putText(pack, part, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${empty}`);
  declarePart(pack, part, TYPE);
  relate(pack, sheet, `${book.relations}/comments`, part);
  return part;
};

const run = (p: string, text: string): string =>
  `<${p}r><${p}rPr><${p}sz val="9"/><${p}rFont val="宋体"/></${p}rPr><${p}t xml:space="preserve">${escapeText(printable(text))}</${p}t></${p}r>`;

const rewritten = (comment: Element, runs: string): Splice => {
  const text = childOf(comment, 'text');
  if (text === undefined) throw new Error('a comment without text');
  return { at: text.start, until: text.end, text: `<${text.prefix}text>${runs}</${text.prefix}text>` };
};

// A text is either plain or made of runs: plain becomes the first run.
const continued = (xml: string, comment: Element, more: string): readonly Splice[] => {
  const text = childOf(comment, 'text');
  if (text === undefined) return [];
  const plain = childOf(text, 't');
  const added = run(comment.prefix, more);
  const lastRun = text.children.findLast(({ name }) => name === 'r');
  const behind = lastRun ?? plain;
  if (behind === undefined) return [rewritten(comment, added)];
  const wrap: readonly Splice[] =
    plain === undefined
      ? []
      : [
          {
            at: plain.start,
            until: plain.end,
            text: `<${plain.prefix}r>${xml.slice(plain.start, plain.end)}</${plain.prefix}r>`,
          },
        ];
  return [...wrap, { at: behind.end, until: behind.end, text: added }];
};
