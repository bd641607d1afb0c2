// The charts over the years beside their numbers, with what makes two years hard to compare.
import { missingUnits } from '../../filing.ts';
import type { Edition } from '../../model.ts';
import { periodName } from '../../period.ts';
import type { Chart } from '../charts/chart.ts';
import { chartsOverYears, editionsOverYears } from '../charts/over-years.ts';

export interface Charted {
  readonly chart: Chart;
  readonly rows: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** `2023年 6 个单位（缺 1 个）`. */
  readonly note: string;
}

export const chartedYears = (edition: Edition): readonly Charted[] => {
  const note = noteOf(editionsOverYears(edition));
  return chartsOverYears(edition).map(chart => ({
    chart,
    rows: chart.series.map(({ name, values }) => ({ name, values: values.map(value => String(value ?? '—')) })),
    note,
  }));
};

const noteOf = (editions: readonly Edition[]): string => {
  const told = editions.map(edition => {
    const { plan } = edition;
    const lacking = missingUnits(edition).length;
    return `${periodName(plan.period)} ${plan.units.length} 个单位${lacking === 0 ? '' : `（缺 ${lacking} 个）`}`;
  });
  const codes = editions.map(({ returns }) => returns.map(({ unit }) => unit).join('|'));
  const warning = new Set(codes).size > 1 ? '各年计入的单位不同，只供参考，不能直接算增减。' : '';
  return `应报单位：${told.join('，')}。${warning}`;
};
