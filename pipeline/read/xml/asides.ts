// What says nothing about the data: comments and processing instructions.
import { nameEnd, spacesEnd } from './names.ts';
import type { Source } from './source.ts';

export const commentEnd = (source: Source, start: number): number => {
  const end = pastEnd('--', source, start);
  return source.text[end] === '>' ? end + 1 : source.fail('注释写法不对', end);
};

export const instructionEnd = (source: Source, start: number): number => {
  const { text, fail } = source;
  const end = nameEnd(text, start);
  if (end === start) fail('处理指令写法不对', start);
  if (text.slice(start, end).toLowerCase() === 'xml') fail('XML 声明不在开头', start);
  if (text[end] !== '?' && spacesEnd(text, end) === end) fail('处理指令写法不对', end);
  return pastEnd('?>', source, end);
};

/** Behind the next place where `sign` stands. */
export const pastEnd = (sign: string, { text, fail }: Source, start: number): number => {
  const at = text.indexOf(sign, start);
  return at < 0 ? fail('', text.length) : at + sign.length;
};
