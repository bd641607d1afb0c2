// How the units of 2017 typed their figures: with words, signs, other digits, or not at all.
import type { Answer, Answers, Ink } from './answer.ts';
import { TABLES_2017 } from './rows-2017.ts';

/** Figures not typed as plain numbers. `truth` is the amount stated, null where none can be read. */
export const WORDED: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  XF01: {
    'ways.website_items': { ink: '13000余条', truth: '13000' },
    'ways.website_visits': { ink: '550万', truth: '5500000' },
  },
  XF04: { 'stat.a_total': { ink: '1,208', truth: '1208' }, 'stat.a_website': { ink: '1,190', truth: '1190' } },
  XF06: {
    'stat.a_total': { ink: '268条', truth: '268' },
    'stat.a_website': { ink: '240条', truth: '240' },
    'key.key_notices': { ink: '6条', truth: '6' },
  },
  XF07: {
    'stat.c_recv': { ink: '3件', truth: '3' },
    'stat.c_recv_face': { ink: '2件', truth: '2' },
    'stat.h_parttime': { ink: '2人', truth: '2' },
    'key.key_projects': { ink: ' 7 ', truth: '7' },
  },
  XF13: { 'ways.broadcast_news': { ink: '1546多', truth: '1546' } },
  // Numbers kept as text, as a copy from a web page leaves them.
  XF19: {
    'stat.a_total': { ink: '118', truth: '118' },
    'stat.a_website': { ink: '88', truth: '88' },
    'stat.a_wechat': { ink: '31 ', truth: '31' },
  },
  XF20: {
    'stat.a_total': { ink: '９５', truth: '95' },
    'stat.a_website': { ink: '７０条', truth: '70' },
    'key.key_three_public': { ink: '３', truth: '3' },
  },
  // Yuan where 万元 is asked.
  XF21: { 'stat.h_budget': { ink: '5000元', truth: '0.5' } },
  // Typed as 3-1, which the spreadsheet made a date.
  XF24: { 'stat.b_other': { ink: { day: '2018-03-01' }, truth: null } },
};

/** How a unit types a figure that is none: a zero, a word, a sign, or an empty cell. */
export type ZeroHabit = '0' | 'blank' | '无' | '/' | '—' | 'mixed';

export function answersOf(code: string, split: ReadonlyMap<string, number>, habit: ZeroHabit): Answers {
  const answers = new Map<string, Answer>();
  let nth = 0;
  for (const [table, rows] of TABLES_2017) {
    for (const row of rows) {
      if (row.id === null) continue;
      const item = `${table}.${row.id}`;
      const figure = split.get(item) ?? 0;
      const worded = WORDED[code]?.[item];
      answers.set(
        `${item}.value`,
        worded ?? (figure === 0 ? none(habit, nth++) : { ink: figure, truth: String(figure) }),
      );
    }
  }
  return answers;
}

function none(habit: ZeroHabit, nth: number): Answer {
  if (habit === '0') return { ink: 0, truth: '0' };
  if (habit === 'blank') return { ink: null, truth: null };
  const signs: readonly Ink[] = ['无', '/', 0, '0'];
  return { ink: habit === 'mixed' ? (signs[nth % signs.length] ?? 0) : habit, truth: '0' };
}
