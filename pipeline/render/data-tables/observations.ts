// Every figure of every return that counts, with its cell.
import { columnLabel, itemIndex, itemName, rowLabel } from '../../items.ts';
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
  *rows({ form, plan, returns }) {
    const items = itemIndex(form);
    const names = new Map(plan.units.map(unit => [unit.code, unit.name] as const));
    for (const ret of returns)
      for (const observation of ret.observations) {
        const item = items.get(itemName(observation));
        const { table, row, column, value, ref } = observation;
        const labels = item === undefined ? ['', ''] : [rowLabel(item), columnLabel(item)];
        yield [
          ret.period,
          ret.unit,
          names.get(ret.unit) ?? '',
          ret.form,
          table,
          row,
          column,
          ...labels,
          value.kind,
          amountText(value),
          value.raw,
          ref.file,
          ref.sheet,
          ref.cell,
        ];
      }
  },
};
