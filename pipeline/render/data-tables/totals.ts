// Every sum, for all units and by group.

import { onceOf } from '../../once-of.ts';
import { csvCell, csvJoined, csvLine } from '../csv.ts';
import { itemLines } from './item-lines.ts';
import { type DataTable, ITEM, text } from './table.ts';

export const totals: DataTable = {
  name: 'totals',
  description: '每个指标的合计，全部及分组',
  fields: [
    text('period', '所属期'),
    text('form', '表式'),
    text('group', '* 为全部，其余为 units.csv 中的分组'),
    ...ITEM,
    { name: 'value', type: 'number', description: '合计：空白计 0；总计空白而分项已填的，按分项之和计' },
    { name: 'approximate', type: 'boolean', description: '合计中含有约数' },
    text('units_in', '计入的单位代码，以 | 分隔'),
    text('units_missing', '未计入的单位代码，以 | 分隔'),
  ],
  *lines({ form, plan, totals: all }) {
    const itemOf = itemLines(form);
    // Where all units state all figures, the sums share their lists of units.
    const codesOf = onceOf((codes: readonly string[]) => csvCell(codes.join('|')));
    for (const total of all) {
      const { group, value, approximate, unitsIn, unitsMissing } = total;
      const sum = csvLine([value, String(approximate !== null)]);
      yield csvJoined(
        csvLine([plan.period, form.id, group]),
        itemOf(total),
        sum,
        codesOf(unitsIn),
        codesOf(unitsMissing),
      );
    }
  },
};
