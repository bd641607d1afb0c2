// Which sums of a return may not hold: told in doubles, as all but a few hold and nothing more is to be known of those.
import { small } from '../decimal.ts';
import type { Form, Return } from '../model.ts';
import { type Observed, observer } from '../observed.ts';
import { onceOf } from '../once-of.ts';
import { type Relation, relationsOf } from '../relations.ts';
import { exactIn, isBlank } from './answers.ts';

/** All sums of a return that do not hold, and those that need `sumOfParts` to tell. */
export const doubtfulSums: (form: Form) => (ret: Return) => readonly Relation[] = onceOf(form => {
  const sums = relationsOf(form).filter(({ kind }) => kind === 'exhaustive');
  const observe = observer(form);
  return onceOf(ret => {
    const answers = observe(ret);
    const amounts = answers.map(answer => small(exactIn(answer) ?? ''));
    return sums.filter(sum => !surelyHolds(sum, answers, amounts));
  });
});

/** `amounts` are by place, NaN where no small whole number is stated. */
const surelyHolds = ({ whole, parts }: Relation, answers: Observed, amounts: readonly number[]): boolean => {
  let rest = amounts[whole.place] ?? Number.NaN;
  for (const part of parts) {
    const amount = amounts[part.place] ?? Number.NaN;
    if (!Number.isNaN(amount)) rest -= amount;
    else if (!isBlank(answers, part)) return false;
    if (!Number.isSafeInteger(rest)) return false;
  }
  return rest === 0;
};
