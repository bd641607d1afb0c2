// Every file that came and what became of it.
import { csvLine } from '../csv.ts';
import { type DataTable, integer, text } from './table.ts';

export const deliveries: DataTable = {
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
    text('reason', '未采用的原因；核实说明的条数'),
  ],
  lines: ({ judgements }) =>
    judgements.map(({ delivery, unit, period, form, status, reason }) =>
      csvLine([
        delivery.path,
        delivery.sha256,
        String(delivery.size),
        unit ?? '',
        period ?? '',
        form ?? '',
        status,
        reason,
      ]),
    ),
};
