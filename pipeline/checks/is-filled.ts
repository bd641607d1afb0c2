// Blanks that matter: a total left out, parts left out below a total, a return with nothing in it (crosschecks B1, B3, B4).
import { type Shares, sharesOf, stated } from '../complete.ts';
import { compare } from '../decimal.ts';
import type { PlacedItem } from '../items.ts';
import { itemLabel } from '../items.ts';
import type { Form, Return, Verdict } from '../model.ts';
import { type Observed, observer } from '../observed.ts';
import type { Relation } from '../relations.ts';
import { relationsOf } from '../relations.ts';
import { isBlank } from './answers.ts';
import type { Check } from './check.ts';
import { broken, held, placeOfUnit, unknown } from './check.ts';
import { cellText, placeIn, quoted, unitName } from './wording.ts';

export const isFilled: Check = {
  id: 'is-filled',
  title: '该填的格没有空着',
  run: ({ form, returns, plan }) => {
    const [observe, ofReturn] = [observer(form), sharesOf(form)];
    const relations = relationsOf(form).filter(({ kind }) => kind === 'exhaustive');
    const wholes = [...new Set(relations.map(({ whole }) => whole))];
    return returns.flatMap(ret => {
      const name = unitName(plan, ret.unit);
      if (isAllBlank(ret)) return [nothingFilled(ret, name, form)];
      return verdictsOn(relations, wholes, { ret, name, answers: observe(ret), shares: ofReturn(ret) });
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

/** A return of the unit `name`: what its cells say, and what is taken from them. */
interface Filled {
  readonly ret: Return;
  readonly name: string;
  readonly answers: Observed;
  readonly shares: Shares;
}

const verdictsOn = (
  relations: readonly Relation[],
  wholes: readonly PlacedItem[],
  filled: Filled,
): readonly Verdict[] => {
  const splits = relations.map(relation => unsplit(relation, filled));
  const told = relations.flatMap(({ parts }, nth) => (splits[nth]?.outcome === 'broken' ? parts : []));
  const totals = wholes.filter(whole => !told.includes(whole)).map(whole => leftOut(whole, relations, filled));
  return [...totals, ...splits];
};

/** Whether a total was left out, what it was taken for, or that it could not be taken for anything. */
const leftOut = (item: PlacedItem, relations: readonly Relation[], filled: Filled): Verdict => {
  const { ret, name, answers, shares } = filled;
  const answer = answers[item.place];
  const share = shares[item.place] ?? null;
  if (answer === undefined) return unknown('total-filled');
  if (answer.value.kind !== 'blank' || share?.computed === false) return held('total-filled');
  const place = placeIn(ret, item.key, answer.ref);
  const where = `“${name}”${cellText(answer.ref)}，${quoted(item)}未填`;
  if (share === null) {
    // A line that is cut off is told once, not again at each total that it belongs to.
    const parts = relations.flatMap(relation => (relation.whole === item ? relation.parts : []));
    if (parts.some(part => answers[part.place] === undefined)) return unknown('total-filled');
    const message = `${where}，分项中又有未填或读不准的，无法代为计算，未计入汇总。请补填总计。`;
    return broken('total-filled', { severity: 'fatal', place, stated: '', message });
  }
  const message = `${where}，已按各分项之和 ${share.amount} 计入。请补填总计。`;
  const due = share.amount;
  return broken('total-filled', { severity: 'query', place, stated: '', due, message, suggestion: due });
};

const unsplit = ({ rule, whole, parts }: Relation, { ret, name, answers }: Filled): Verdict => {
  if (!parts.every(part => isBlank(answers, part))) return held('parts-filled');
  const answer = answers[whole.place];
  const amount = answer === undefined ? undefined : stated(answer.value)?.amount;
  if (answer === undefined || answer.value.kind === 'unreadable') return unknown('parts-filled');
  if (amount === undefined || compare(amount, '0') === 0) return held('parts-filled');
  const [first] = parts;
  return broken('parts-filled', {
    severity: 'fatal',
    place: placeIn(ret, whole.key, answer.ref),
    stated: amount,
    message: `“${name}”${cellText(answer.ref)}，${quoted(whole)}填报 ${amount}，但各分项（${first === undefined ? rule : itemLabel(first)} 等 ${parts.length} 项）都空着，无法归类，各分项未计入。请补填。`,
  });
};
