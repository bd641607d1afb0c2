// A number in prose is the sum of the edition that it names (P3). 收到 is the new applications, or those and the carried ones.
import { compare } from '../../decimal.ts';
import { countingWord } from '../../normalize/counting-word.ts';
import { hintOf } from '../hints.ts';
import { broken, held, type Judge, type Script } from '../judge.ts';
import { outerMembers } from '../roles.ts';
import { bareWords, RECEIVED, type SumEntry, type SumIndex } from '../sum-index.ts';
import type { Claim, Mention, Sentence } from '../words.ts';

export const equalsSum: Judge = {
  id: 'equals-sum',
  judge: ({ sentences, sums }: Script) =>
    sums === null
      ? []
      : sentences.flatMap(sentence =>
          outerMembers(sentence.groups).flatMap(({ mention }) => judgeMention(mention, sentence, sums)),
        ),
};

/** Another time than the edition's. */
const OTHER_TIME = /上年|去年|上一年|同比|较|增加|减少|累计|上半年|季度|历年/u;
/** Another scope: the organ itself, one of its units. */
const OTHER_SCOPE = /本级|机关本身|区政府|县政府|市政府|办公室|[局委镇乡]：/u;

const judgeMention = (mention: Mention, sentence: Sentence, { scope, byWords }: SumIndex): readonly Claim[] => {
  const words = bareWords(mention.label);
  const entries = (byWords.get(words) ?? []).filter(
    ({ unit }) => countingWord(unit)?.family === countingWord(mention.unit)?.family,
  );
  const [first, ...others] = entries;
  if (
    first === undefined ||
    (OTHER_TIME.test(mention.label) && !/^上年/u.test(words)) ||
    (others.length > 0 && words !== RECEIVED)
  )
    return [];
  const right = entries.find(entry => isWithin(mention, entry));
  if (right !== undefined)
    return [held('汇总', sentence, `${mention.raw} = ${right.label} ${right.amount}（${scope}）`)];
  if (!mention.isExact || !first.isExact) return [];
  const due = entries.map(({ label, amount, name }) => `${label} ${amount}（${name}）`).join('，或');
  const hint = hintOf(mention.amount, first.amount, [mention], []);
  return [
    broken(
      '汇总',
      sentence,
      OTHER_SCOPE.test(sentence.text) ? '低' : '中',
      `${mention.amount} ≠ ${first.amount}`,
      `${mention.label.slice(-15)}${mention.raw}，${scope}：${due}${hint}`,
    ),
  ];
};

// Money is summed in 万元; prose prints the digits of its unit.
const isWithin = ({ low, high, amount, family }: Mention, entry: SumEntry): boolean => {
  if (family === 'money') return compare(amount, shifted(entry)) === 0 || compare(amount, entry.amount) === 0;
  return compare(low, entry.amount) <= 0 && (high === null || compare(entry.amount, high) <= 0);
};

const shifted = ({ amount, unit }: SumEntry): string => {
  const power = countingWord(unit)?.power ?? 0;
  const [whole = '', fraction = ''] = amount.split('.');
  const digits = `${whole}${fraction.padEnd(power, '0').slice(0, power)}.${fraction.slice(power)}0`;
  return power === 0 ? amount : digits.replace(/^0+(?=\d)/u, '');
};
