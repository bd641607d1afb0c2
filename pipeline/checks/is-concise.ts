// The overview is told in about a thousand characters (国办公开办函〔2021〕30号: 原则上不超过1000字).
import type { Form, Plan, Return, Verdict } from '../model.ts';
import type { Check } from './check.ts';
import { broken, held } from './check.ts';
import { answersOn, lengthOf } from './prose.ts';
import { placeIn, unitName } from './wording.ts';

export const isConcise: Check = {
  id: 'is-concise',
  title: '总体情况合计不超过一千字',
  run: ({ returns, form, plan }) => returns.flatMap(ret => onLength(ret, form, plan)),
};

const LONGEST = 1000;

const onLength = (ret: Return, form: Form, plan: Plan): readonly Verdict[] => {
  const answers = answersOn('overview', form, ret).flatMap(({ answer }) => answer ?? []);
  const [first] = answers;
  if (first === undefined) return [];
  const length = answers.reduce((sum, { text }) => sum + lengthOf(text), 0);
  if (length <= LONGEST) return [held('length')];
  return [
    broken('length', {
      severity: 'info',
      place: placeIn(ret, {}, first.ref),
      stated: String(length),
      due: String(LONGEST),
      difference: String(length - LONGEST),
      message: `“${unitName(plan, ret.unit)}”的总体情况合计 ${length} 字，原则上不超过 ${LONGEST} 字，多 ${length - LONGEST} 字。`,
      suggestion: '请精简文字。',
    }),
  ];
};
