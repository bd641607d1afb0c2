// Until when a unit is to answer: the date of the period while it is ahead, else three working days.
import type { Edition } from '../../model.ts';
import { dayName } from '../../period.ts';

export const dueText = ({ plan, at }: Edition): string => {
  if (plan.due === null || plan.due < at.slice(0, 10)) return '收到后三个工作日内';
  return `${dayName(plan.due)}前`;
};
