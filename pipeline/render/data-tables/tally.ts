// How often each rule held, broke, was undecided or failed.
import { csvLine } from '../csv.ts';
import { type DataTable, integer, text } from './table.ts';

export const tally: DataTable = {
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
  lines: edition =>
    edition.tally.map(({ check, rule, ...counts }) =>
      csvLine([check, rule, ...[counts.held, counts.broken, counts.unknown, counts.failed].map(String)]),
    ),
};
