// Numbers in a row and their sum behind them: 新收71件，上年结转0件，合计71件.
import { canAddUp, isExact, sumOf, sumText } from '../arithmetic.ts';
import { hintOf } from '../hints.ts';
import { broken, held, type Judge } from '../judge.ts';
import { outerMembers } from '../roles.ts';
import type { Claim, Mention, Sentence } from '../words.ts';

export const totalled: Judge = {
  id: 'totalled',
  judge: ({ sentences }) =>
    sentences.flatMap(sentence => {
      const figures = outerMembers(sentence.groups).filter(({ mention }) => mention.family !== 'percent');
      return figures.flatMap(({ mention, gap }, index) => {
        const before = figures.slice(0, index).map(figure => figure.mention);
        return /^[，、；]?(?:合计|共计|总计)(?:为|共)?$/u.test(gap) ? judgeTotal(mention, before, sentence) : [];
      });
    }),
};

const judgeTotal = (total: Mention, before: readonly Mention[], sentence: Sentence): readonly Claim[] => {
  const parts = before.filter(({ family }) => family === total.family);
  for (let from = parts.length - 2; from >= 0; from--) {
    const last = parts.slice(from);
    if (canAddUp(last, total)) return [held('合计', sentence, `${sumText(last)} = ${total.amount}`)];
  }
  // Only where nothing else stands before it is it sure what is added.
  if (parts.length < 2 || parts.length > 4 || parts.length < before.length || !isExact([...parts, total])) return [];
  const sum = sumOf(parts);
  const hint = hintOf(sum, total.amount, [...parts, total], []);
  return [
    broken(
      '合计',
      sentence,
      '中',
      `${sumText(parts)} = ${sum} ≠ ${total.amount}`,
      `前面各项合计${sum}，写作${total.raw}${hint}`,
    ),
  ];
};
