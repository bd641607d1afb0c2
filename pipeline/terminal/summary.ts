// One line of a run about one period, for standard output.
import type { Edition } from '../model.ts';
import { periodName } from '../period.ts';
import { countsOf } from './status.ts';

export const summary = ({ plan, returns, findings }: Edition, folder: string): string =>
  `${periodName(plan.period)}：应报 ${plan.units.length}，已报 ${returns.length}；待处理 ${countsOf(findings)} → ${folder}\n`;
