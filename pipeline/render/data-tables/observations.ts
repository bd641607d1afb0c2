// Every figure of every return that counts, with its cell.
import type { CellRef } from '../../model.ts';
import { type Csv, csvCell, csvJoined, csvLine } from '../csv.ts';
import { itemLines } from './item-lines.ts';
import { amountText, CELL, type DataTable, ITEM, text } from './table.ts';

export const observations: DataTable = {
  name: 'observations',
  description: '采用的报表中每个指标的值及其所在单元格',
  fields: [
    text('period', '所属期'),
    text('unit_code', '单位代码'),
    text('unit_name', '单位名称'),
    text('form', '表式'),
    ...ITEM,
    text(
      'status',
      'count 数 · approximate 约数 · nil 写明没有，计 0 · not-applicable 不适用 · blank 空白 · unreadable 读不准，不计',
    ),
    { name: 'value', type: 'number', description: '数值；读不准、空白、不适用的为空' },
    text('raw', '单元格中的原文'),
    ...CELL,
  ],
  *lines({ form, plan, returns }) {
    const names = new Map(plan.units.map(unit => [unit.code, unit.name] as const));
    const itemOf = itemLines(form);
    for (const ret of returns) {
      const filer = csvLine([ret.period, ret.unit, names.get(ret.unit) ?? '', ret.form]);
      const placeOf = placeLines();
      for (const observation of ret.observations) {
        const { value, ref } = observation;
        const [status, amount, raw] = [csvCell(value.kind), csvCell(amountText(value)), csvCell(value.raw)];
        yield csvJoined(filer, itemOf(observation), status, amount, raw, placeOf(ref), csvCell(ref.cell));
      }
    }
  },
};

/** File and sheet, which are the same for many cells on end. */
const placeLines = (): ((ref: CellRef) => Csv) => {
  let last: CellRef | null = null;
  let line = csvLine([]);
  return ref => {
    if (last === null || last.sheet !== ref.sheet || last.file !== ref.file) line = csvLine([ref.file, ref.sheet]);
    last = ref;
    return line;
  };
};
