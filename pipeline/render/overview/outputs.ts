// The other documents of an edition, by the names under which they lie beside the overview.
import type { Form } from '../../model.ts';
import { wordPath } from '../report/report.ts';
import type { Standings } from './verdict.ts';

export interface Output {
  readonly path: string;
  readonly name: string;
  readonly what: string;
}

export const outputsOf = (form: Form, { missing, returned, asked }: Standings): readonly Output[] => [
  output(form.report.path, '网页版报告，可打印'),
  output(wordPath(form), '报告的 Word 文稿，在它上面改'),
  output('汇总表.xlsx', '各单位的数和合计'),
  output('审核清单.xlsx', '全部问题，可以在里面写说明'),
  output('素材汇编.docx', '各单位报来的文字'),
  ...(returned.length + asked.length > 0 ? [output('退回/', '标好问题的工作簿，发回给单位')] : []),
  ...(missing.length > 0 ? [output('空白表/', '发给未报单位填写')] : []),
  output('上报/', '报上级的表'),
  output('data/', '明细数据（CSV）'),
];

const output = (path: string, what: string): Output => ({ path, name: path.replace(/\/$/u, ' 文件夹'), what });
