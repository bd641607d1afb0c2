// Paragraphs → sentences in one writing of width, marks and spaces.
import { groupsOf } from './groups.ts';
import type { Sentence } from './words.ts';

// No sentence is that long; what is was pasted together, and nobody can say what belongs to what.
const LONGEST = 3_000;

export const sentencesOf = (paragraphs: readonly string[]): readonly Sentence[] =>
  paragraphs.flatMap((paragraph, index) =>
    plain(paragraph)
      .split(/(?<=[。！？])/u)
      .filter(text => text !== '' && text.length <= LONGEST)
      .map(text => ({ text, paragraph: index, groups: groupsOf(withoutRemarks(text)) })),
  );

// 【待核：各项合计718条】 is said of the text and is none of it; places stay as they are.
const withoutRemarks = (text: string): string =>
  text.replace(/【[^【】]*】/gu, remark => '\u3000'.repeat(remark.length));

/** Fullwidth digits become plain, half-width marks Chinese; a comma within 13,000 stays. */
export const plain = (text: string): string =>
  text
    .replace(/[０-９Ａ-Ｚａ-ｚ％．＋－]/gu, character => character.normalize('NFKC'))
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/(?<!\d),|,(?!\d{3}(?!\d))/gu, '，')
    .replace(/[;:()﹝﹞[\]!?]/gu, character => MARKS[character] ?? character)
    .replace(/\s+/gu, (space, at: number, whole: string) =>
      isLatin(whole[at - 1]) && isLatin(whole[at + space.length]) ? ' ' : '',
    );

const isLatin = (character: string | undefined): boolean => character !== undefined && /[\x20-\x7e]/u.test(character);
const MARKS: Readonly<Record<string, string>> = {
  ...{ ';': '；', ':': '：', '(': '（', ')': '）', '!': '！', '?': '？' },
  ...{ '﹝': '〔', '﹞': '〕', '[': '〔', ']': '〕' },
};
