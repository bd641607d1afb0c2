// {{日期 iso}}: 2026-01-31, or the day of 2026-01-31T08:00:00+08:00 as stated there → 2026年1月31日.
import { Fault } from '../../../fault.ts';
import { dayName } from '../../../period.ts';
import type { Helper } from './helper.ts';

export const date: Helper = {
  id: '日期',
  takes: ['text'],
  gives: 'markup',
  run: given => {
    const iso = given.text(0);
    if (!ISO.test(iso)) throw new Fault(`{{日期}} needs an ISO date, not “${iso}”`);
    return dayName(iso);
  },
};

const ISO = /^\d{4}-\d\d-\d\d(?:T|$)/;
