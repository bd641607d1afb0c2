// What several units may each have counted is asked about once for the period: the totals do not say which case or document it was.

import { type Share, sharesOf } from '../complete.ts';
import { compare } from '../decimal.ts';
import { itemIndex } from '../items.ts';
import type { Once, Return, Verdict } from '../model.ts';
import type { Check, Confronted } from './check.ts';
import { broken, held, placeOfUnit, unknown } from './check.ts';
import { quoted, unitName } from './wording.ts';

export const isCountedOnce: Check = {
  id: 'is-counted-once',
  title: '同一案件、同一文件不由几个单位重复计数',
  rules: ({ form }) => form.once.map(({ id }) => id),
  run: confronted => {
    const ofReturn = sharesOf(confronted.form);
    const index = itemIndex(confronted.form);
    const filed = confronted.returns.map(ret => {
      const shares = ofReturn(ret);
      return { ret, shareOf: (figure: string) => shares[index.get(figure)?.place ?? -1] ?? null };
    });
    return confronted.form.once.map(once => verdictOn(once, filed, confronted));
  },
};

interface Filed {
  readonly ret: Return;
  /** Null where nobody can say. */
  readonly shareOf: (figure: string) => Share | null;
}

const verdictOn = (once: Once, filed: readonly Filed[], confronted: Confronted): Verdict => {
  const shared = once.figures
    .map(figure => ({ figure, counts: countsOf(figure, filed) }))
    .filter(({ counts }) => counts.length > 1);
  if (shared.length === 0)
    return once.figures.some(figure => mayBeShared(figure, filed)) ? unknown(once.id) : held(once.id);
  return broken(once.id, {
    severity: 'info',
    place: placeOfUnit(null),
    // Codes, so that a unit renamed, or one that states nothing, leaves the finding's id alone.
    stated: shared
      .map(({ figure, counts }) => `${figure}：${counts.map(({ unit, text }) => `${unit} ${text}`).join('、')}`)
      .join('；'),
    message: `${shared.map(one => listed(one, confronted)).join('；')}。${once.why}`,
    suggestion: once.suggestion,
  });
};

interface Shared {
  readonly figure: string;
  readonly counts: readonly { readonly unit: string; readonly text: string }[];
}

/** The units that count something there, in the order of their codes. */
const countsOf = (figure: string, filed: readonly Filed[]): Shared['counts'] =>
  filed.flatMap(({ ret, shareOf }) => {
    const share = shareOf(figure);
    if (share === null || compare(share.amount, '0') <= 0) return [];
    return [{ unit: ret.unit, text: share.word === null ? share.amount : `${share.amount}（约数）` }];
  });

/** Where a figure cannot be read nobody knows whether a second unit counts there. */
const mayBeShared = (figure: string, filed: readonly Filed[]): boolean => {
  const unread = filed.filter(({ shareOf }) => shareOf(figure) === null).length;
  return unread > 0 && unread + countsOf(figure, filed).length > 1;
};

const listed = ({ figure, counts }: Shared, { form, plan }: Confronted): string => {
  const item = itemIndex(form).get(figure);
  const units = counts.map(({ unit, text }) => `“${unitName(plan, unit)}”${text}`).join('、');
  return `${item === undefined ? figure : quoted(item)}有 ${counts.length} 个单位填报（${units}，单位：${item?.row.unit ?? ''}）`;
};
