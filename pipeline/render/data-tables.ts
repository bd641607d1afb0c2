// The tables that programs read: the outside contract's columns, in its order, each with its meaning.
import { columnLabel, itemName, itemsOf, rowLabel } from '../items.ts';
import type { Edition, Value } from '../model.ts';

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
}

export interface DataTable {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly rows: (edition: Edition) => Iterable<readonly string[]>;
}

const text = (name: string, description: string): Field => ({ name, type: 'string', description });
const integer = (name: string, description: string): Field => ({ name, type: 'integer', description });

const ITEM: readonly Field[] = [
  text('table', '表的代号'),
  text('row', '行的代号'),
  text('column', '列的代号；无列的表为 value'),
  text('row_label', '行名'),
  text('column_label', '列名'),
];

const CELL: readonly Field[] = [
  text('file', '文件，相对于该期文件夹'),
  text('sheet', '工作表'),
  text('cell', '单元格'),
];

/** The amount of a value as a plain decimal; '' where it states none. Stated to be none is 0. */
export const amountText = (value: Value): string => {
  if (value.kind === 'nil') return '0';
  return value.kind === 'count' || value.kind === 'approximate' ? value.amount : '';
};

const deliveries: DataTable = {
  name: 'deliveries',
  description: '收到的每个文件及其处理结果',
  fields: [
    text('file', '文件，相对于该期文件夹'),
    text('sha256', '文件内容的 SHA-256；未打开的为空'),
    integer('size', '字节数'),
    text('unit_code', '认定的单位代码'),
    text('period', '所属期'),
    text('form', '表式'),
    text('status', 'accepted 采用 · superseded 被替代 · conflict 冲突 · rejected 未采用 · ignored 不是报表'),
    text('reason', '未采用的原因'),
  ],
  rows: ({ judgements }) =>
    judgements.map(({ delivery, unit, period, form, status, reason }) => [
      delivery.path,
      delivery.sha256,
      String(delivery.size),
      unit ?? '',
      period ?? '',
      form ?? '',
      status,
      reason,
    ]),
};

const observations: DataTable = {
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
    const items = new Map(itemsOf(form).map(item => [itemName(item.key), item] as const));
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

const totals: DataTable = {
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
    const items = new Map(itemsOf(form).map(item => [itemName(item.key), item] as const));
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

const findings: DataTable = {
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
    text('table', '表的代号'),
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
  rows: ({ findings: all, plan }) => {
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
      }) => [
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
      ],
    );
  },
};

const tally: DataTable = {
  name: 'tally',
  description: '每条规则核查的结果计数',
  fields: [
    text('check', '检查'),
    text('rule', '规则'),
    integer('held', '成立'),
    integer('broken', '不成立'),
    integer('unknown', '无法判断'),
    integer('failed', '未能运行'),
  ],
  rows: edition =>
    edition.tally.map(({ check, rule, ...counts }) => [
      check,
      rule,
      ...[counts.held, counts.broken, counts.unknown, counts.failed].map(String),
    ]),
};

export const DATA_TABLES: readonly DataTable[] = [deliveries, findings, observations, tally, totals];
