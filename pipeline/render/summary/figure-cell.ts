// What one unit states of one figure, as 各单位明细 shows it: a number is in the sum, a text is not.
import type { Share } from '../../complete.ts';
import type { Value } from '../../model.ts';
import { onceForEach } from '../../once-for-each.ts';
import type { Dress } from '../workbook/look.ts';
import { amountFormat, insteadOfZero } from '../workbook/number-format.ts';

export interface FigureCell {
  readonly value: string | number;
  /** The same object for all that look alike. */
  readonly look: Dress;
}

const RIGHT = { align: { horizontal: 'right' } } as const;
const CENTRE = { align: { horizontal: 'center' } } as const;
const ABSENT: Dress = { ...CENTRE, shade: 'absent' };
const WRONG: Dress = { ...CENTRE, shade: 'wrong', font: { bold: true } };
const formatted = onceForEach((format): Dress => ({ ...RIGHT, format }));
const computed = onceForEach((format): Dress => ({ ...RIGHT, font: { italic: true }, format }));

/** `value`: undefined where the file has no such line; `share`: null where nobody can say how much it is. */
export const figureCell = (value: Value | undefined, share: Share | null): FigureCell => {
  if (value === undefined) return { value: '缺行', look: ABSENT };
  if (share === null) {
    if (value.kind === 'blank') return { value: '未分列', look: ABSENT };
    return { value: [...value.raw].slice(0, 40).join('') || '？', look: WRONG };
  }
  const number = Number(share.amount);
  if (share.computed) return { value: number, look: computed(amountFormat(share.amount, share.word, '*')) };
  const instead = INSTEAD[value.kind];
  const format = instead === undefined ? amountFormat(share.amount, share.word) : insteadOfZero(instead);
  return { value: number, look: formatted(format) };
};

const INSTEAD: Partial<Record<Value['kind'], string>> = { nil: '无', 'not-applicable': '不适用', blank: '空' };

/** A unit that has no return that counts. */
export const UNFILED: FigureCell = { value: '未报', look: ABSENT };
