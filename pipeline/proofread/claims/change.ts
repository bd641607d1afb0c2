// 同比增长3.1%（上年 x 件）, 较上年增加 n 件: where both numbers are told, the change follows from them (P6).
import { compare, subtract } from '../../decimal.ts';
import type { Decimal } from '../../model.ts';
import { distanceOf, percentOf, truncatedPercentOf } from '../arithmetic.ts';
import { broken, held, type Judge } from '../judge.ts';
import type { Claim, Mention, Sentence } from '../words.ts';

export const change: Judge = {
  id: 'change',
  judge: ({ sentences }) =>
    sentences.flatMap(sentence => changesIn(sentence).flatMap(found => judgeChange(found, sentence))),
};

interface Change {
  readonly now: Mention;
  /** Last year's number as told, or as the change in numbers gives it. */
  readonly before: Decimal | null;
  readonly isFall: boolean;
  readonly percent: Mention | null;
  readonly difference: Mention | null;
}

const CHANGED =
  /(?:同比|较\S{0,6}|比\S{0,6}|与\S{1,8}相比|环比)?(?:增长|增加|上升|提高|增幅|增|下降|减少|降低|降幅|减)了?(?:约|达|为)?$/u;
const FALL = /下降|减少|降低|降幅|减/u;
const LAST_YEAR =
  /(?:上年|去年|上一年|上年度|上一年度|\d{4}年度?)(?:同期)?(?:度)?(?:为|的|是|共|收到|受理|公开|发布)*[^，。；、（）\d]{0,16}$/u;

const changesIn = ({ text, groups }: Sentence): readonly Change[] => {
  const all = groups
    .flatMap(({ members }) => members.map(({ mention }) => mention))
    .toSorted((a, b) => a.start - b.start);
  const before = (mention: Mention): string => clauseBefore(text, mention.start);
  const isChange = (mention: Mention): boolean =>
    CHANGED.test(before(mention)) &&
    /同比|上年|去年|上一年|较|比|环比/u.test(text.slice(Math.max(0, mention.start - 40), mention.start));
  const isLast = (mention: Mention): boolean =>
    !isChange(mention) && LAST_YEAR.test(before(mention)) && !/结转|转入/u.test(mention.label);
  const plain = (mention: Mention): boolean => mention.family !== 'percent' && !isChange(mention) && !isLast(mention);
  const starts = all.filter(plain);
  return starts.flatMap((now, index): readonly Change[] => {
    const end = starts[index + 1]?.start ?? text.length;
    const own = all.filter(({ start }) => start > now.start && start < end);
    const percents = own.filter(mention => mention.family === 'percent' && isChange(mention));
    const differences = own.filter(mention => mention.family === now.family && isChange(mention));
    const lasts = own.filter(mention => mention.family === now.family && isLast(mention));
    // 2022年收到80件，2023年收到92件，同比增长15%: last year's stands before.
    const told = lasts[0] ?? null;
    const [percent = null, difference = null] = [percents[0], differences[0]];
    if (percents.length > 1 || differences.length > 1 || lasts.length > 1 || (percent === null && difference === null))
      return [];
    if (![now, percent, difference, told].every(mention => mention === null || mention.isExact)) return [];
    const isFall = FALL.test(before(percent ?? difference ?? now));
    return [{ now, percent, difference, isFall, before: told?.amount ?? fromDifference(now, difference, isFall) }];
  });
};

const fromDifference = (now: Mention, difference: Mention | null, isFall: boolean): Decimal | null =>
  difference === null ? null : isFall ? sum(now.amount, difference.amount) : subtract(now.amount, difference.amount);

const judgeChange = ({ now, before, isFall, percent, difference }: Change, sentence: Sentence): readonly Claim[] => {
  if (before === null || compare(before, '0') <= 0) return [];
  const change = isFall ? subtract(before, now.amount) : subtract(now.amount, before);
  if (difference !== null && compare(change, difference.amount) !== 0) {
    const due = change.startsWith('-') ? `方向相反，差${change.slice(1)}` : change;
    return [
      broken(
        '同比',
        sentence,
        '中',
        `${now.amount} − ${before} = ${subtract(now.amount, before)}`,
        `增减应为${due}，写作${difference.raw}`,
      ),
    ];
  }
  const equation = `(${now.amount} − ${before}) ÷ ${before}`;
  if (percent === null)
    return difference === null
      ? []
      : [held('同比', sentence, `${now.amount} − ${before} = ${subtract(now.amount, before)}`)];
  if (change.startsWith('-')) return [judgeReversed(now, before, percent, sentence)];
  const due = percentOf(change, before, percent.places);
  if (compare(due, percent.amount) === 0) return [held('同比', sentence, `${equation} = ${due}%`)];
  const isCut = compare(truncatedPercentOf(change, before, percent.places), percent.amount) === 0;
  const isFar = Number(distanceOf(due, percent.amount)) > 1 + Number(due) * 0.25;
  return [
    broken(
      '同比',
      sentence,
      isFar ? '低' : '高',
      `${equation} = ${due}% ≠ ${percent.amount}%`,
      `同比应为${due}%，写作${percent.raw}${isCut ? '（截断，未四舍五入）' : ''}`,
    ),
  ];
};

/** Sure only where the percentage is right but for its direction; else it is the growth of something else. */
const judgeReversed = (now: Mention, before: Decimal, percent: Mention, sentence: Sentence): Claim => {
  const due = percentOf(distanceOf(now.amount, before), before, percent.places);
  const confidence = compare(due, percent.amount) === 0 ? '高' : '低';
  const message = `${now.raw}与上年${before}相比，增减方向写反`;
  return broken('同比', sentence, confidence, `(${now.amount} − ${before}) ÷ ${before}`, message);
};

const sum = (a: Decimal, b: Decimal): Decimal => subtract(a, `-${b}`.replace('--', ''));
const clauseBefore = (text: string, end: number): string => {
  const piece = text.slice(Math.max(0, end - 40), end);
  return piece.slice(Math.max(...[...'，；。（）、'].map(mark => piece.lastIndexOf(mark))) + 1);
};
