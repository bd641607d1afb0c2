// What reading noticed of a file, as a clerk is told it.
import { describe, expect, test } from 'vitest';
import { isRecognised } from '../../pipeline/checks/is-recognised.ts';
import type { Judgement, Remark } from '../../pipeline/model.ts';
import { judgement, ret } from '../made.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const REF = { file: '01.xlsx', sheet: '统计表', cell: 'A9' };

const remark = (kind: Remark['kind'], stated: string, due = '', more: Partial<Remark> = {}): Remark => ({
  kind,
  key: {},
  ref: REF,
  stated,
  due,
  ...more,
});

/** `severity message→suggestion` of one remark. */
const told = (one: Remark): string => {
  const verdicts = isRecognised.run(facing([ret('01', {}, { remarks: [one] })]));
  return `${brokenOf(verdicts)[0]?.severity} ${messagesOf(verdicts)[0]}`;
};

test('a file of which nothing is to be said is held, once', () => {
  expect(outcomesOf(isRecognised.run(facing([ret('01', {})], { judgements: [judgement()] })))).toEqual({
    file: 'held',
  });
});

describe('what is missing', () => {
  const none = { ref: null, key: { table: 'app' } };

  test('is named by table, row and column, and is fatal', () => {
    expect(told(remark('table-missing', '', '三、申请情况', none))).toBe(
      'fatal “教育局”：没有找到表“三、申请情况”，其各项都未计入。→请补齐后重新报送；各表须要素齐备',
    );
    expect(told(remark('row-missing', '', '不予公开', none))).toBe(
      'fatal “教育局”：表“三、申请情况”缺少行“不予公开”，该行未计入。→请按本期空白表补齐该行；没有的填 0',
    );
    expect(told(remark('column-missing', '', '法人', none))).toBe(
      'fatal “教育局”：表“三、申请情况”缺少列“法人”，该列未计入。→请按本期空白表补齐该列；没有的填 0',
    );
  });

  test('is placed in the file, even where there is no cell to point at', () => {
    const verdicts = isRecognised.run(facing([ret('01', {}, { remarks: [remark('table-missing', '', 'x', none)] })]));
    expect(brokenOf(verdicts)[0]?.place).toEqual({
      unit: '01',
      table: 'app',
      ref: { file: '01.xlsx', sheet: '', cell: '' },
    });
  });
});

describe('what was read otherwise than it stands there', () => {
  test('is quoted with what it was taken for', () => {
    expect(told(remark('label-repaired', '在线防谈', '在线访谈'))).toBe(
      'info “教育局”工作表“统计表”A9：“在线防谈”按“在线访谈”认定。→请核对该行、列名称是否有错别字',
    );
    expect(told(remark('unit-converted', '5000元', '0.5万元'))).toBe(
      'info “教育局”工作表“统计表”A9：“5000元”按计量单位折算为 0.5万元 计入。→请核对计量单位',
    );
    expect(told(remark('placed-by-order', '', '结果维持'))).toBe(
      'query “教育局”工作表“统计表”A9：“结果维持”缺少上级标题，按表内先后次序认定为“结果维持”。→请核对数字是否归入了正确的栏目',
    );
    expect(told(remark('older-template', '（六）其他处理', '3.其他'))).toBe(
      'query “教育局”工作表“统计表”A9：旧表式的“（六）其他处理”按“3.其他”计入。→请单位按现行表式分项填报',
    );
    expect(told(remark('older-template', '2019年统计表'))).toBe(
      'query “教育局”工作表“统计表”A9：含有2019年统计表的栏目，疑用了旧表式。→请改用本期空白表填报',
    );
    expect(told(remark('hidden', '第3行是隐藏的'))).toBe(
      'info “教育局”工作表“统计表”A9：第3行是隐藏的，其中的数字已照常读取。→请核对隐藏内容是否应当计入',
    );
  });
});

describe('what was left aside', () => {
  test('is quoted with its cell', () => {
    expect(told(remark('label-unknown', '其他事项：5'))).toBe(
      'query “教育局”工作表“统计表”A9：“其他事项：5”不对应表中任何一行，其数未计入。→请核对行名；确属本表的，改用官方行名',
    );
    expect(told(remark('figure-set-aside', '：5'))).toBe(
      'query “教育局”工作表“统计表”A9：此处的数5不对应任何一行，未计入。→请核对是否填错位置',
    );
    expect(told(remark('sheet-set-aside', '是2016年的表'))).toBe(
      'info “教育局”工作表“统计表”A9：该工作表未采用：是2016年的表。',
    );
  });
});

describe('whose and when', () => {
  test('a disagreement names both units and the one it was taken for, which need not be the one inside', () => {
    expect(told(remark('unit-disagrees', '老教育局', '教育局.xlsx（教育局）'))).toBe(
      'query “教育局”工作表“统计表”A9：所写单位不一致：“老教育局”与“教育局.xlsx（教育局）”，按“教育局”认定。→请核对是哪个单位的报表',
    );
    expect(told(remark('unit-unsure', '教育局招生办', '教育局'))).toBe(
      'query “教育局”工作表“统计表”A9：填报单位写的是“教育局招生办”，暂按名册中的“教育局”认定。→如是同一单位，请把这一写法加入 units.csv 的 aliases；如不是，请移出该文件',
    );
    expect(told(remark('period-disagrees', '2024年度', '2025年'))).toBe(
      'query “教育局”工作表“统计表”A9：写的年度与本期不一致：“2024年度”。→请核对是否误用了往年的文件',
    );
  });
});

describe('what the reader noticed', () => {
  const note = (kind: string, detail = ''): string => told(remark('note', detail, kind));

  test('is told in Chinese, each kind its own way', () => {
    expect(note('macros')).toBe('info “教育局”工作表“统计表”A9：工作簿含有宏，未运行。');
    expect(note('external-links')).toContain('工作簿链接了其他文件，只读取已保存的数值');
    expect(note('recomputed', 'SUM(A1:A2)')).toContain('公式没有保存结果，已重新计算：SUM(A1:A2)');
    expect(note('value-under-merge', '7')).toContain(
      'query “教育局”工作表“统计表”A9：合并单元格之下藏有内容“7”，看不见，未计入',
    );
    expect(note('cells-dropped')).toContain('有内容超出可读取的范围，未计入');
    expect(note('encoding-unsure', 'GB18030')).toContain('文字编码不能完全确定：GB18030');
  });
});

describe('a file that gave no return', () => {
  const refused = (rule: string, remarks: readonly Remark[] = []): Judgement =>
    judgement({
      unit: null,
      status: 'rejected',
      trouble: {
        check: 'is-recognised',
        rule,
        message: '看不出是哪个单位报送的',
        suggestion: '请写明填报单位',
        remarks,
      },
    });

  test('is fatal, with the cells that speak for it', () => {
    const verdicts = isRecognised.run(
      facing([], { judgements: [refused('unknown-unit', [remark('unit-disagrees', '某局')])] }),
    );
    expect(messagesOf(verdicts)).toEqual([
      '文件 教育局.xlsx 没有采用：看不出是哪个单位报送的（依据：统计表!A9“某局”）。→请写明填报单位',
    ]);
    expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'unknown-unit', severity: 'fatal', stated: '教育局.xlsx' });
  });

  test('because it could not be opened may hold any form: that is unknown', () => {
    const trouble = { check: 'is-readable' as const, rule: 'damaged', message: '', suggestion: '', remarks: [] };
    const judgements = [judgement({ status: 'rejected', trouble })];
    expect(outcomesOf(isRecognised.run(facing([], { judgements })))).toEqual({ file: 'unknown' });
  });
});
