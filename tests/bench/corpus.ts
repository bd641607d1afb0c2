// An input folder of many returns for the benchmark of speed: synthetic districts on the 2021 form, as workbooks of two layouts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadForms } from '../../pipeline/forms/load.ts';
import { itemName, itemsOf } from '../../pipeline/items.ts';
import type { Form } from '../../pipeline/model.ts';
import { relationsOf } from '../../pipeline/relations.ts';
import { onOneSheet, onSheets, type Report, SECTIONS } from '../sample/report-2021.ts';
import { saveXlsx } from '../sample/save-xlsx.ts';
import { type Chance, chanceOf } from './chance.ts';
import { districtOf } from './district.ts';
import { type Filled, filledOf } from './mistakes.ts';

const form = loadForms(join(import.meta.dirname, '../../templates')).find(({ id }) => id === 'annual-2021') as Form;
const items = itemsOf(form);
const relations = relationsOf(form);

export const PERIOD = '2025';

/** One return of so many has a wrong figure and goes back to its unit. */
const ONE_WRONG_OF = 10;

/** Writes `units.csv` and one workbook a unit below `folder`; the same seed gives the same folder. */
export const writeCorpus = async (folder: string, units: number, seed: number): Promise<void> => {
  mkdirSync(join(folder, PERIOD), { recursive: true });
  const names = Array.from({ length: units }, (_, nth) => nameOf(nth));
  const roster = names.map((name, nth) => `U${nth + 1},${name},,部门,,,,`);
  writeFileSync(
    join(folder, 'units.csv'),
    `code,name,aliases,group,parent,since,until,contact\n${roster.join('\n')}\n`,
  );
  writeFileSync(join(folder, PERIOD, 'period.yaml'), 'form: annual-2021\norgan: 某区\n');
  const chance = chanceOf(seed);
  for (const [nth, { years }] of districtOf(chance, units, 1).entries()) {
    const right = filledOf(years[0] ?? new Map(), items, relations);
    await writeReturn(folder, nth, nth % ONE_WRONG_OF === 0 ? withWrongFigure(right, chance) : right);
  }
};

/** Gives the first unit other figures. */
export const changeOne = async (folder: string, seed: number): Promise<void> => {
  const [unit] = districtOf(chanceOf(seed), 1, 1);
  await writeReturn(folder, 0, filledOf(unit?.years[0] ?? new Map(), items, relations));
};

const nameOf = (nth: number): string => `第${String(nth + 1).padStart(4, '0')}局`;

const writeReturn = async (folder: string, nth: number, figures: Filled): Promise<void> => {
  const book = reportOf(nameOf(nth), figures);
  const bytes = await saveXlsx(nth % 2 === 0 ? onSheets(book) : onOneSheet(book));
  writeFileSync(join(folder, PERIOD, `${nameOf(nth)}.xlsx`), bytes);
};

const withWrongFigure = (right: Filled, chance: Chance): Filled => {
  const names = [...right.keys()].filter(name => name.startsWith('t3.'));
  const name = chance.pick(names);
  return new Map([...right, [name, (right.get(name) ?? 0) + 7]]);
};

const reportOf = (unit: string, figures: Filled): Report => ({
  title: `${unit}${PERIOD}年政府信息公开工作年度报告`,
  unit,
  answers: new Map(
    items.map(({ key }) => {
      const figure = figures.get(itemName(key)) ?? 0;
      return [`${key.table}.${key.row}.${key.column}`, { ink: figure, truth: String(figure) }] as const;
    }),
  ),
  departures: { relabelled: {}, onlyRows: null, oneOtherRow: false, format: null },
  sections: SECTIONS,
  above: [],
  below: [
    ['五、存在的主要问题及改进情况', `${unit}公开内容不够及时，下一步逐月核对。`],
    ['六、其他需要报告的事项', '本年度未收取信息处理费。'],
  ],
  tables: ['t2', 't3', 't4'],
  faces: { title: '宋体', body: '宋体', shade: null },
});
