// Shares of one whole whose parts are all told add up to 100 (P2b), but for what rounding takes and gives.
import { add, compare, multiply } from '../../decimal.ts';
import { canAddUp, distanceOf, percentOf, step } from '../arithmetic.ts';
import { broken, held, type Judge } from '../judge.ts';
import { listsOf } from '../lists.ts';
import type { Claim, Group, Mention, Sentence } from '../words.ts';
import { wholesOf } from './adds-up.ts';
import { sharesOf } from './share.ts';

export const sharesOfOne: Judge = {
  id: 'shares-of-one',
  judge: script =>
    script.sentences.flatMap((sentence, index) =>
      sentence.groups.flatMap(group =>
        listsOf(group).flatMap(list => {
          const whole = wholesOf(list, script, index).find(each => canAddUp(list.parts, each));
          return whole === undefined ? [] : judgeShares(list.parts, whole, sentence);
        }),
      ),
    ),
};

const judgeShares = (parts: readonly Mention[], whole: Mention, sentence: Sentence): readonly Claim[] => {
  const shares = sentence.groups.flatMap((group: Group) => sharesOf(group));
  const own = parts.flatMap(part => shares.filter(share => share.part === part && share.base === null).slice(0, 1));
  if (own.length < 2 || own.length < parts.length || whole.amount === '0') return [];
  const sum = add(own.map(({ percent }) => percent.amount));
  const places = Math.min(...own.map(({ percent }) => percent.places));
  const margin = multiply(multiply(step(places), '0.5'), String(own.length));
  const text = `${own.map(({ percent }) => percent.amount).join(' + ')} = ${sum}%`;
  if (compare(distanceOf(sum, '100'), margin) > 0)
    return [broken('占比', sentence, '中', `${text} ≠ 100%`, `各项占比合计${sum}%，不是100%`)];
  const forced = own.filter(
    ({ part, percent }) => compare(percentOf(part.amount, whole.amount, percent.places), percent.amount) !== 0,
  );
  const isForced = compare(sum, '100') === 0 && forced.length === 1;
  return [held('占比', sentence, isForced ? `${text}（凑整：${forced[0]?.percent.raw}）` : text)];
};
