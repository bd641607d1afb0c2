// The time of a run, as it is given and as it is printed: China's, wherever the program runs.
import { isDay } from './period.ts';

const HOURS_AHEAD = 8;
const TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/u;

/** `2026-01-31` as it is; `2026-01-31T00:30:00Z` as `2026-01-31T08:30:00+08:00`; without a zone it is China's. Else null. */
export const timeOf = (text: string): string | null => {
  if (isDay(text)) return text;
  const [, day = '', minutes = '', seconds = ':00', zone = '+08:00'] = TIME.exec(text) ?? [];
  const date = new Date(`${day}T${minutes}${seconds}${zone}`);
  return isDay(day) && !Number.isNaN(date.getTime()) ? inChina(date) : null;
};

/** To the second, with its offset, so that its first ten characters are the day in China. */
export const inChina = (date: Date): string =>
  `${new Date(date.getTime() + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 19)}+0${HOURS_AHEAD}:00`;
