// Every sum, for all units and by group.
import { columnLabel, itemIndex, itemName, rowLabel } from '../../items.ts';
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
  *rows({ form, plan, totals: all }) {
    const items = itemIndex(form);
    for (const total of all) {
      const item = items.get(itemName(total));
      const labels = item === undefined ? ['', ''] : [rowLabel(item), columnLabel(item)];
      const { group, table, row, column, value, approximate, unitsIn, unitsMissing } = total;
      yield [
        plan.period,
        form.id,
        group,
        table,
        row,
        column,
        ...labels,
        value,
        String(approximate !== null),
        unitsIn.join('|'),
        unitsMissing.join('|'),
      ];
    }
  },
};
