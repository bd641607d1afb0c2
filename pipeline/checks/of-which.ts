// 其中: no part exceeds its whole.
import { compare, subtract } from '../decimal.ts';
import type { Verdict } from '../model.ts';
import type { Relation } from '../relations.ts';
import { exactAmount } from './answers.ts';
import { broken, held, unknown } from './check.ts';
import { cellText, placeIn, quoted } from './wording.ts';
import type { Told } from './wrong-cell.ts';

export const partVerdicts = (relation: Relation, { ret, name, answers }: Told): readonly Verdict[] => {
  const whole = exactAmount(answers, relation.whole);
  if (whole === null) return [unknown(relation.rule)];
  return relation.parts.map(part => {
    const amount = exactAmount(answers, part);
    if (amount === null) return unknown(relation.rule);
    if (compare(amount, whole) <= 0) return held(relation.rule);
    const ref = answers[part.place]?.ref ?? null;
    return broken(relation.rule, {
      severity: relation.severity,
      place: placeIn(ret, part.key, ref),
      stated: amount,
      due: `≤${whole}`,
      difference: subtract(amount, whole),
      message: `“${name}”${cellText(ref)}，${quoted(part)}填报 ${amount}，大于${quoted(relation.whole)}的 ${whole}。其中数不应超过总数，请核对。`,
    });
  });
};
