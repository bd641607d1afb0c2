// Every table, line and column of the form was found in each file, and nothing in the file was left over.
import type { Form, Plan, Remark, Return, Severity, Verdict } from '../model.ts';
import type { Check } from './check.ts';
import { broken } from './check.ts';
import { troubles } from './troubles.ts';
import { cellText, placeIn, unitName } from './wording.ts';

export const isRecognised: Check = {
  id: 'is-recognised',
  title: '报表是本期表式，表格、行、列都认得出',
  run: ({ judgements, returns, form, plan }) => [
    ...troubles('is-recognised', judgements, plan),
    ...returns.flatMap(ret => ret.remarks.map(remark => verdictOn(remark, ret, form, plan))),
  ],
};

const verdictOn = (remark: Remark, ret: Return, form: Form, plan: Plan): Verdict => {
  const name = unitName(plan, ret.unit);
  const { severity, text, remedy } = wordingOf(remark, form, name);
  return broken(remark.kind, {
    severity,
    place: placeIn(ret, remark.key, remark.ref),
    // What is missing is what was found: other rows missing is another finding.
    stated: remark.kind.endsWith('-missing') ? `缺少：${remark.due}` : remark.stated,
    due: remark.kind === 'note' ? '' : remark.due,
    message: `“${name}”${cellText(remark.ref)}：${text}。`,
    suggestion: remedy,
  });
};

interface Wording {
  readonly severity: Severity;
  readonly text: string;
  readonly remedy: string;
}

const wordingOf = (remark: Remark, form: Form, unit: string): Wording => {
  const { kind, stated, due } = remark;
  const say = (severity: Severity, text: string, remedy = ''): Wording => ({ severity, text, remedy });
  switch (kind) {
    case 'table-missing':
      return say('fatal', `没有找到表“${due}”，其各项都未计入`, '请补齐后重新报送；各表须要素齐备');
    case 'row-missing':
      return say(
        'fatal',
        `表“${tableTitle(form, remark)}”缺少行“${due}”，该行未计入`,
        '请按本期空白表补齐该行；没有的填 0',
      );
    case 'column-missing':
      return say(
        'fatal',
        `表“${tableTitle(form, remark)}”缺少列“${due}”，该列未计入`,
        '请按本期空白表补齐该列；没有的填 0',
      );
    case 'label-unknown':
      return say('query', `“${stated}”不对应表中任何一行，其数未计入`, '请核对行名；确属本表的，改用官方行名');
    case 'figure-set-aside':
      return say('query', `此处的数${stated.replace(/^：/u, '')}不对应任何一行，未计入`, '请核对是否填错位置');
    case 'label-repaired':
      return say('info', `“${stated}”按“${due}”认定`, '请核对该行、列名称是否有错别字');
    case 'placed-by-order':
      return say(
        'query',
        `“${stated === '' ? due : stated}”缺少上级标题，按表内先后次序认定为“${due}”`,
        '请核对数字是否归入了正确的栏目',
      );
    case 'older-template':
      return due === ''
        ? say('query', `含有${stated}的栏目，疑用了旧表式`, '请改用本期空白表填报')
        : say('query', `旧表式的“${stated}”按“${due}”计入`, '请单位按现行表式分项填报');
    case 'sheet-set-aside':
      return say('info', `该工作表未采用：${stated}`, '');
    case 'twin-set-aside':
      return say('info', `同一工作表上另有其他年度的“${stated}”，只读取了本期的`, '');
    case 'hidden':
      return say('info', `${stated}，其中的数字已照常读取`, '请核对隐藏内容是否应当计入');
    case 'unit-converted': {
      return say('info', `“${stated}”按计量单位折算为 ${due} 计入`, '请核对计量单位');
    }
    case 'zero-report-disagrees':
      return say(
        'query',
        `零报告一栏选了“${stated}”，表中却填有数字（如 ${due}），数字照常计入`,
        '请单位核对：有数据的，零报告改选“否”',
      );
    case 'unit-disagrees':
      return say('query', `所写单位不一致：“${stated}”与“${due}”，按“${unit}”认定`, '请核对是哪个单位的报表');
    case 'unit-unsure':
      return say(
        'query',
        `填报单位写的是“${stated}”，暂按名册中的“${due}”认定`,
        '如是同一单位，请把这一写法加入 units.csv 的 aliases；如不是，请移出该文件',
      );
    case 'period-disagrees':
      return say('query', `写的年度与本期不一致：“${stated}”`, '请核对是否误用了往年的文件');
    case 'note':
      return noteWording(remark, say);
  }
};

// What the reader noticed; `due` holds the kind of its note.
const noteWording = (
  { stated, due }: Remark,
  say: (severity: Severity, text: string, remedy?: string) => Wording,
): Wording => {
  switch (due) {
    case 'macros':
      return say('info', '工作簿含有宏，未运行', '');
    case 'external-links':
      return say('info', '工作簿链接了其他文件，只读取已保存的数值', '请核对链接的数值是否最新');
    case 'recomputed':
      return say('info', `公式没有保存结果，已重新计算${stated === '' ? '' : `：${stated}`}`, '');
    case 'value-under-merge':
      return say('query', `合并单元格之下藏有内容“${stated}”，看不见，未计入`, '请取消合并后核对');
    case 'cells-dropped':
      return say('query', `有内容超出可读取的范围，未计入${stated === '' ? '' : `：${stated}`}`, '');
    default:
      return say('info', `文字编码不能完全确定${stated === '' ? '' : `：${stated}`}`, '请核对文件中的汉字是否正常');
  }
};

const tableTitle = (form: Form, { key }: Remark): string =>
  form.tables.find(table => table.id === key.table)?.title.text ?? '';
