// What a finding does to the published numbers, so that people begin with what matters most.
import { compare } from '../../decimal.ts';
import { missingUnits } from '../../filing.ts';
import type { Edition, Finding } from '../../model.ts';
import { indexTotals } from '../report/totals-index.ts';

export interface Effect {
  /** From 0, the gravest. */
  readonly rank: number;
  /** How much of the published number is in doubt: 0 to 1, only for sorting within a rank. */
  readonly share: number;
  /** Chinese: `合计不含该单位`, `影响合计的 12.5%`, `不影响合计` … */
  readonly text: string;
}

/** The gravest is a unit that no sum holds, then a figure that is in none, then the figures by their share of their sums. */
export const effectsOf = (edition: Edition): ((finding: Finding) => Effect) => {
  const totalOf = indexTotals(edition);
  const missing = new Set(missingUnits(edition).map(({ code }) => code));
  return ({ place: { unit, table, row, column }, severity, difference }) => {
    const grave = severity === 'fatal' ? 0 : severity === 'query' ? 1 : 2;
    if (unit !== null && missing.has(unit)) return effect(0, grave, 1, '合计不含该单位');
    const sum = row === undefined ? null : totalOf({ table: table ?? '', row, column: column ?? '' });
    if (sum === null) return effect(grave === 2 ? 4 : 3, grave, 0, '不直接影响合计');
    if (unit !== null && sum.unitsMissing.includes(unit)) return effect(1, grave, 1, '该项合计不含该单位');
    if (difference === '' || difference === '0') return effect(3, grave, 0, '影响大小不能确定');
    const share = shareOf(difference, sum.value);
    return effect(2, grave, share, shareText(share, difference, sum.value));
  };
};

const effect = (kind: number, grave: number, share: number, text: string): Effect => ({
  rank: grave * 10 + kind,
  share,
  text,
});

const shareOf = (difference: string, sum: string): number =>
  compare(sum, '0') === 0 ? 1 : Math.min(1, Math.abs(Number(difference) / Number(sum)));

const shareText = (share: number, difference: string, sum: string): string => {
  if (share >= 1) return `合计 ${sum}，相差 ${difference.replace('-', '')}`;
  return share < 0.001 ? '影响不到合计的 0.1%' : `影响合计的 ${(share * 100).toFixed(1)}%`;
};
