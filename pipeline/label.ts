// Labels as they are compared: without what people add, drop or type differently around the same words.
import { distance } from 'fastest-levenshtein';
import { onceForEach } from './once-for-each.ts';

const LONGEST = 200;

/**
 * The bare words of a label: NFKC, without spaces, numbering, bracketed notes and punctuation; 其它 is 其他.
 * `（二）部分公开（区分处理的，只计这一情形，不计其他情形）` → `部分公开`. Longer texts than 200 characters are no labels: ''.
 */
export const normalizeLabel = (text: string): string => (text.length > LONGEST ? '' : bareWords(text));

const bareWords = onceForEach((text: string): string => {
  const plain = withoutNotes(text.normalize('NFKC').replace(SPACES, ''));
  return plain.replace(NUMBERING, '').replace(OF_WHICH, '').replace(PUNCTUATION, '').replaceAll('其它', '其他');
});

/**
 * How many wrong characters still let a label be recognised: none below 3 characters, one below 6, two below 12, then
 * three. 结果维持 and 结果纠正 differ in two of four and must stay apart; 其他法律行政止公开 was printed for a label of 12.
 */
export const tolerance = (label: string): number => {
  if (label.length < 3) return 0;
  if (label.length < 6) return 1;
  return label.length < 12 ? 2 : 3;
};

/** The entries whose label is nearest to `label` within its tolerance; several if they are equally near. */
export const nearest = <T>(label: string, entries: Iterable<readonly [string, T]>): readonly T[] => {
  let best = Number.POSITIVE_INFINITY;
  let found: T[] = [];
  for (const [candidate, entry] of entries) {
    const allowed = Math.min(best, tolerance(candidate));
    if (Math.abs(candidate.length - label.length) > allowed) continue;
    if (!isSameSense(label, candidate)) continue;
    const apart = wrongCharacters(label, candidate);
    if (apart > allowed) continue;
    if (apart < best) found = [];
    best = apart;
    found.push(entry);
  }
  return found;
};

// 不予公开 is one character away from 给予公开, and its opposite.
const isSameSense = (a: string, b: string): boolean =>
  [...'不未无非上下本新'].every(sense => a.includes(sense) === b.includes(sense));
/** The `count` candidates nearest to what somebody wrote, nearest first, however far they are. */
export const closest = (text: string, candidates: Iterable<string>, count: number): readonly string[] =>
  [...new Set(candidates)]
    .map(candidate => ({ candidate, apart: distance(text, candidate) / Math.max(text.length, candidate.length, 1) }))
    .sort((a, b) => a.apart - b.apart || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);

// 国家密秘 for 国家秘密 is one slip.
const wrongCharacters = (a: string, b: string): number => {
  const apart = distance(a, b);
  return apart === 2 && [...a].sort().join('') === [...b].sort().join('') ? 1 : apart;
};

// A bracket that is never closed takes the rest with it: cells cut off at `部分公开（区分处理的` are met.
const withoutNotes = (text: string): string => {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (OPENING.has(character)) depth += 1;
    else if (CLOSING.has(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
};

// After NFKC （ is ( and ［ is [.
const OPENING = new Set(['(', '[', '【', '〔', '{', '<', '﹝']);
const CLOSING = new Set([')', ']', '】', '〕', '}', '>', '﹞']);
const SPACES = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}[、.,:]|第?\d{1,2}[.、,:](?!\d)|\d{1,2}(?=[^\d年.]))/u;
const OF_WHICH = /^其中[::,、]?/u;
const PUNCTUATION = /[\p{P}\p{S}]/gu;

/** A label as prose names it, without numbering and notes: `（四）部分公开（区分处理的…）` → `部分公开`; `其中：主动公开规范性文件数` → `主动公开规范性文件数`. */
export const plainLabel = (text: string): string =>
  text.trim().replace(PRINTED_NUMBERING, '').replace(PRINTED_NOTE, '').trim() || text.trim();

const PRINTED_NUMBERING = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.．、]|其中[：:])\s*/u;
const PRINTED_NOTE = /[（(][^（）()]*[）)]$/u;
