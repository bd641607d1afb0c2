// Blanks that matter: a total left out, parts left out below a total, a return with nothing in it (crosschecks B1, B3, B4).
import { completer, stated } from '../complete.ts';
import { compare } from '../decimal.ts';
import type { Item } from '../items.ts';
import { itemLabel, itemName } from '../items.ts';
import type { Form, Observation, Return, Verdict } from '../model.ts';
import type { Relation } from '../relations.ts';
import { relationsOf } from '../relations.ts';
import type { Check } from './check.ts';
import { broken, held, placeOfUnit } from './check.ts';
import { cellText, placeIn, quoted, unitName } from './wording.ts';

export const isFilled: Check = {
  id: 'is-filled',
  title: '该填的格没有空着',
  run: ({ form, returns, plan }) => {
    const complete = completer(form);
    const relations = relationsOf(form).filter(({ kind }) => kind === 'exhaustive');
    const items = relations.map(({ whole }) => whole);
    return returns.flatMap(ret => {
      const name = unitName(plan, ret.unit);
      const answers = new Map(ret.observations.map(observation => [itemName(observation), observation] as const));
      if (isAllBlank(ret)) return [nothingFilled(ret, name, form)];
      return [
        ...totalsLeftOut(items, answers, complete(ret), ret, name),
        ...relations.map(relation => unsplit(relation, answers, ret, name)),
      ];
    });
  },
};

const isAllBlank = (ret: Return): boolean =>
  ret.observations.length > 0 && ret.observations.every(({ value }) => value.kind === 'blank');

const nothingFilled = (ret: Return, name: string, form: Form): Verdict =>
  broken('not-all-blank', {
    severity: 'query',
    place: { ...placeOfUnit(ret.unit), ref: { file: ret.delivery.path, sheet: '', cell: '' } },
    stated: '全部空白',
    message: `“${name}”的报表（${form.title}）没有填写任何数字，暂按 0 计入。请确认是零报告还是漏填。`,
  });

type Answers = ReadonlyMap<string, Observation>;

const totalsLeftOut = (
  wholes: readonly Item[],
  answers: Answers,
  shares: ReturnType<ReturnType<typeof completer>>,
  ret: Return,
  name: string,
): readonly Verdict[] =>
  [...new Map(wholes.map(item => [itemName(item.key), item] as const))].map(([key, item]) => {
    const share = shares.get(key);
    const answer = answers.get(key);
    if (answer === undefined || share === undefined || !share.computed) return held('total-filled');
    return broken('total-filled', {
      severity: 'query',
      place: placeIn(ret, item.key, answer.ref),
      stated: '',
      due: share.amount,
      message: `“${name}”${cellText(answer.ref)}，${quoted(item)}未填，已按各分项之和 ${share.amount} 计入。请补填总计。`,
      suggestion: share.amount,
    });
  });

const unsplit = ({ rule, whole, parts }: Relation, answers: Answers, ret: Return, name: string): Verdict => {
  const answer = answers.get(itemName(whole.key));
  const amount = answer === undefined ? null : stated(answer.value)?.amount;
  const blank = parts.every(part => answers.get(itemName(part.key))?.value.kind === 'blank');
  if (answer === undefined || amount === null || amount === undefined || compare(amount, '0') === 0 || !blank)
    return held('parts-filled');
  const [first] = parts;
  return broken('parts-filled', {
    severity: 'fatal',
    place: placeIn(ret, whole.key, answer.ref),
    stated: amount,
    message: `“${name}”${cellText(answer.ref)}，${quoted(whole)}填报 ${amount}，但各分项（${first === undefined ? rule : itemLabel(first)} 等 ${parts.length} 项）都空着，无法归类，各分项未计入。请补填。`,
  });
};
