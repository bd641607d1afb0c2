// What proofreading found, as a person reads it.
import type { Claim } from './words.ts';

/** Errors count from 中 up; what is 低 is printed only with `all`, in a part of its own. */
export const proofText = (claims: readonly Claim[], all: boolean): string => {
  const errors = claims.filter(isError);
  const doubts = claims.filter(({ outcome, confidence }) => outcome === 'broken' && confidence === '低');
  const marked = claims.filter(({ outcome }) => outcome === 'marked');
  const held = claims.filter(({ outcome }) => outcome === 'held');
  return [
    ...part('不符', errors),
    ...part('文中已标待核', marked),
    ...(all ? [...part('把握不大，仅供参考', doubts), ...part('相符', held)] : []),
    closing(claims.length, held.length, errors, marked.length, doubts.length),
    '',
  ].join('\n');
};

export const isError = ({ outcome, confidence }: Claim): boolean => outcome === 'broken' && confidence !== '低';

const part = (title: string, claims: readonly Claim[]): readonly string[] =>
  claims.length === 0 ? [] : [`【${title}】`, ...claims.flatMap(lines), ''];

const lines = (
  { kind, confidence, outcome, sentence, arithmetic, message }: Claim,
  index: number,
): readonly string[] => [
  `${index + 1}. ${kind}${outcome === 'held' ? '' : `（把握：${confidence}）`} ${message}`.trimEnd(),
  `   算式：${arithmetic}`,
  `   原文：${sentence.length > 160 ? `${sentence.slice(0, 160)}……` : sentence}`,
];

const closing = (all: number, held: number, errors: readonly Claim[], marked: number, doubts: number): string => {
  const high = errors.filter(({ confidence }) => confidence === '高').length;
  return `核对${all}处：相符${held}，不符${errors.length}（把握高${high}、中${errors.length - high}），已标待核${marked}，把握不大${doubts}。`;
};
