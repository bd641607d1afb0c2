// Parts that a sentence lists against their whole: equal where it says that they are all, else no more than it (P1, P1b).
import { compare, divide, subtract } from '../../decimal.ts';
import type { Decimal } from '../../model.ts';
import { canAddUp, isExact, sumOf, sumText } from '../arithmetic.ts';
import { RECEIVED, totalsBefore } from '../context.ts';
import { hintOf } from '../hints.ts';
import { broken, held, type Judge, type Script } from '../judge.ts';
import { type List, listsOf } from '../lists.ts';
import type { Claim, Confidence, Mention, Sentence } from '../words.ts';

export const addsUp: Judge = {
  id: 'adds-up',
  judge: script =>
    script.sentences.flatMap((sentence, index) =>
      sentence.groups.flatMap(listsOf).flatMap(list => judgeList(list, sentence, script, index)),
    ),
};

const judgeList = (list: List, sentence: Sentence, script: Script, index: number): readonly Claim[] => {
  const wholes = wholesOf(list, script, index);
  const [nearest] = wholes;
  if (nearest === undefined || list.parts.length === 0) return [];
  for (const whole of wholes) {
    const parts = fitting(list, whole);
    if (parts !== null) return [held('合计', sentence, `${sumText(parts)} = ${whole.amount}`)];
  }
  if (list.kind === 'loose' || !isExact([...list.parts, nearest]) || hasBare(list)) return [];
  const others = [
    ...totalsBefore(script.sentences, index),
    ...mentionsIn(sentence),
    ...script.sentences.slice(index + 1, index + 8).flatMap(mentionsIn),
  ].filter(mention => mention !== nearest && !list.parts.includes(mention));
  const whole = list.outer !== null && compare(sumOf(list.parts), nearest.amount) > 0 ? list.outer : nearest;
  return list.kind === 'all' ? judgeAll(list, whole, sentence, others) : judgeSome(list, whole, sentence, others);
};

/** A number without its counting word may be anything; it can complete a sum, not spoil it. */
const hasBare = ({ parts, whole }: List): boolean =>
  [...parts, ...(whole === null ? [] : [whole])].some(({ family }) => family === 'bare');

/** What the parts may be parts of, the likeliest first. */
export const wholesOf = (list: List, script: Script, index: number): readonly Mention[] => {
  if (list.whole !== null && !list.isByAspect) return list.outer === null ? [list.whole] : [list.whole, list.outer];
  if (list.whole === null && list.kind === 'loose') return [];
  const before = totalsBefore(script.sentences, index);
  const received = before.filter(({ label }) => RECEIVED.test(label));
  return [...(list.whole === null ? [] : [list.whole]), ...received, ...before];
};

/** All parts, or with what follows them as far as it goes, if together they are the whole. */
const fitting = ({ parts, more, kind }: List, whole: Mention): readonly Mention[] | null => {
  if (kind === 'loose') return fittingLoosely([...parts, ...more], whole);
  const all = [...parts, ...more];
  for (let count = Math.max(2, parts.length); count <= all.length; count++)
    if (canAddUp(all.slice(0, count), whole)) return all.slice(0, count);
  return fittingTwice(parts, whole);
};

// By applicant and then by outcome, in one list.
const fittingTwice = (parts: readonly Mention[], whole: Mention): readonly Mention[] | null => {
  for (let count = 2; count < parts.length - 1; count++)
    if (canAddUp(parts.slice(0, count), whole) && canAddUp(parts.slice(count), whole)) return parts.slice(0, count);
  return null;
};

const fittingLoosely = (all: readonly Mention[], whole: Mention): readonly Mention[] | null => {
  if (whole.amount === '0') return null;
  for (let count = 2; count <= all.length; count++)
    if (canAddUp(all.slice(0, count), whole)) return all.slice(0, count);
  return null;
};

const judgeAll = (list: List, whole: Mention, sentence: Sentence, others: readonly Mention[]): readonly Claim[] => {
  if (list.parts.length < 2) return [];
  const ratio = ratioOf(list.parts, whole);
  const isSure = ratio >= 0.6 && ratio <= 1.6 && !(ratio > 1 && areChannels(list.parts));
  const isNear = list.whole !== null && isWhole(list);
  return [wrongSum(list.parts, whole, sentence, isSure ? (isNear ? '高' : '中') : '低', others)];
};

const judgeSome = (list: List, whole: Mention, sentence: Sentence, others: readonly Mention[]): readonly Claim[] => {
  const { parts } = list;
  const sum = sumOf(parts);
  const larger = parts.find(part => compare(part.amount, whole.amount) > 0);
  if (larger !== undefined && whole.amount !== '0')
    return [
      broken(
        '合计',
        sentence,
        list.whole === null ? '中' : '高',
        `${larger.amount} > ${whole.amount}`,
        `部分${larger.label.slice(-15)}${larger.raw}大于总数${whole.raw}`,
      ),
    ];
  if (parts.length === 1) return list.whole === null ? [] : [held('合计', sentence, `${sum} ≤ ${whole.amount}`)];
  const ratio = ratioOf(parts, whole);
  if (ratio > 1) return [wrongSum(parts, whole, sentence, overfull(list, ratio), others)];
  if (looksComplete(list, ratio) && !isTold(subtract(whole.amount, sum), sentence))
    return [wrongSum(parts, whole, sentence, '中', others)];
  return [held('合计', sentence, `${sumText(parts)} = ${sum} ≤ ${whole.amount}`)];
};

// 其中 need not name all; a list that ends with 其他, or a long one that misses little, was probably meant to.
const looksComplete = (list: List, ratio: number): boolean => {
  const endsWithRest = /^其[他它]/u.test(list.parts.at(-1)?.label ?? '');
  return isWhole(list) && (endsWithRest ? ratio >= 0.6 : list.parts.length >= 6 && ratio >= 0.85);
};

/** What is missing stands elsewhere in the sentence: 结转8件. */
const isTold = (missing: Decimal, sentence: Sentence): boolean =>
  mentionsIn(sentence).some(({ amount }) => amount === missing);

const isWhole = ({ more, isFinished }: List): boolean => more.length === 0 || isFinished;

const overfull = (list: List, ratio: number): Confidence => {
  const { parts } = list;
  if (ratio > 10 || areChannels(parts)) return '低';
  if (!isWhole(list)) return ratio > 1.6 ? '低' : '中';
  return parts.length >= 2 ? '高' : '中';
};

// One document on the website and in the gazette is counted once in the whole and twice in the channels.
const areChannels = (parts: readonly Mention[]): boolean =>
  parts.filter(({ label, unit }) => unit !== '个' && CHANNEL.test(label)).length * 2 > parts.length;
const CHANNEL = /网站|公报|微博|微信|新媒体|公众号|广播|电视|报纸|报刊|抖音|头条|客户端|公开栏|公示栏|查阅点/u;

const wrongSum = (
  parts: readonly Mention[],
  whole: Mention,
  sentence: Sentence,
  confidence: Confidence,
  others: readonly Mention[],
): Claim => {
  const sum = sumOf(parts);
  const difference = subtract(sum, whole.amount);
  const more = difference.startsWith('-') ? `少${difference.slice(1)}` : `多${difference}`;
  return broken(
    '合计',
    sentence,
    confidence,
    `${sumText(parts)} = ${sum} ≠ ${whole.amount}`,
    `各项合计${sum}，比总数${whole.raw}${more}${hintOf(sum, whole.amount, [...parts, whole], others)}`,
  );
};

const ratioOf = (parts: readonly Mention[], whole: Mention): number =>
  whole.amount === '0' ? Number.POSITIVE_INFINITY : Number(divide(sumOf(parts), whole.amount, 4));

const mentionsIn = ({ groups }: Sentence): readonly Mention[] =>
  groups.flatMap(({ members }) => members.map(({ mention }) => mention));
