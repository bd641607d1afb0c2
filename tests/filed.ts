// Returns of the 2021 form as a unit would file them: the official layout with these figures, all others 0.
import { itemsOf } from '../pipeline/items.ts';
import { formNamed } from './render/house.ts';
import type { Answers, Ink } from './sample/answer.ts';
import type { Book } from './sample/canvas.ts';
import { onOneSheet, SECTIONS } from './sample/report-2021.ts';
import { saveCsv } from './sample/save-csv.ts';
import { saveXlsx } from './sample/save-xlsx.ts';

/** By `t2.permit.value`, `t3.granted.natural`; null: left empty. */
export type Figures = Readonly<Record<string, Ink | null>>;

const ITEMS = itemsOf(formNamed('annual-2021')).map(({ key }) => `${key.table}.${key.row}.${key.column}`);

const book = (unit: string, year: number, figures: Figures): Book => {
  const ink = (item: string): Ink | null => (item in figures ? (figures[item] ?? null) : 0);
  const answers: Answers = new Map(ITEMS.map(item => [item, { ink: ink(item), truth: null }] as const));
  return onOneSheet({
    title: `${unit}${year}年政府信息公开工作年度报告`,
    unit,
    answers,
    departures: { relabelled: {}, onlyRows: null, oneOtherRow: false, format: null },
    sections: SECTIONS,
    above: [],
    below: [],
    tables: ['t2', 't3', 't4'],
    faces: { title: '宋体', body: '宋体', shade: null },
  });
};

export const filedXlsx = (unit: string, year: number, figures: Figures = {}): Promise<Buffer> =>
  saveXlsx(book(unit, year, figures));

export const filedCsv = (unit: string, year: number, figures: Figures = {}): Buffer =>
  saveCsv(book(unit, year, figures));
