// What is wrong, where, and what was due.
import { csvLine } from '../csv.ts';
import { CELL, type DataTable, text } from './table.ts';

export const findings: DataTable = {
  name: 'findings',
  description: '核查发现的问题',
  fields: [
    text('id', '问题编号：单位、检查、位置和所填数值不变则不变'),
    text('period', '所属期'),
    text('unit_code', '单位代码'),
    text('unit_name', '单位名称'),
    text('check', '检查'),
    text('rule', '规则'),
    text('severity', 'fatal 强制性 · query 核实性 · info 提示性'),
    text('table', '表或文字项的代号'),
    text('row', '行的代号'),
    text('column', '列的代号'),
    ...CELL,
    text('stated', '所填'),
    text('due', '应为'),
    text('difference', '所填减应为'),
    text('message', '说明'),
    text('suggestion', '建议'),
    text('status', 'open 待处理 · explained 已说明'),
    text('explanation', '单位的说明'),
  ],
  lines: ({ findings: all, plan }) => {
    const names = new Map(plan.units.map(unit => [unit.code, unit.name] as const));
    return all.map(
      ({
        id,
        period,
        check,
        rule,
        severity,
        place,
        stated,
        due,
        difference,
        message,
        suggestion,
        status,
        explanation,
      }) =>
        csvLine([
          id,
          period,
          place.unit ?? '',
          names.get(place.unit ?? '') ?? '',
          check,
          rule,
          severity,
          place.table ?? '',
          place.row ?? '',
          place.column ?? '',
          place.ref?.file ?? '',
          place.ref?.sheet ?? '',
          place.ref?.cell ?? '',
          stated,
          due,
          difference,
          message,
          suggestion,
          status,
          explanation,
        ]),
    );
  },
};
