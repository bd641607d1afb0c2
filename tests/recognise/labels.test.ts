// Labels of lines and headings: other wordings, wrong characters, and what is no label at all.
import { describe, expect, test } from 'vitest';
import { type Block, reworded, rowWith, withColumn, withRow } from './block.ts';
import { printed } from './printed.ts';
import { formOf, readBlocks } from './read.ts';

const FORM = formOf('annual-2021');
const [T2, T3, T4] = ['t2', 't3', 't4'].map(id => printed(FORM, id)) as [Block, Block, Block];
const PARTIAL = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
const NO_CORRECTION = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';

/** Each label in the table that holds it, written otherwise. */
const written = (words: Readonly<Record<string, string>>): readonly Block[] =>
  [T2, T3, T4].map(block =>
    reworded(block, Object.fromEntries(Object.entries(words).filter(([word]) => block.rows.flat().includes(word)))),
  );

const told = (words: Readonly<Record<string, string>>): readonly string[] => {
  const { places, due, remarks } = readBlocks(FORM, written(words));
  expect(places).toEqual(due);
  return remarks.map(remark => remark.replace(/ 表.*?:/u, ':'));
};

describe('a label written in another way is the same label', () => {
  test.each([
    ['行政规范性文件', '规范性文件'],
    ['现行有效件数', '现行有效件'],
    ['现行有效件数', '现行有效件数（历史累计）'],
    ['本年收费金额（单位：万元）', '本年收费金额(单位:万元)'],
    [PARTIAL, '（二）部分公开'],
    [PARTIAL, '（二）部分公开（区分处理的,只计这一情况'],
    ['5.属于三类内部事务信息', '5、属于三类内部事务信息'],
    ['6.属于四类过程性信息', '⑥属于四类过程性信息'],
    [NO_CORRECTION, '1.逾期不补正'],
    ['2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '2.逾期不缴费'],
    ['3.其他', '3.其它'],
    ['二、上年结转政府信息公开申请数量', '二、上年度继续办理'],
    ['（七）总计', '（七）合 计'],
    ['自然人', '自 然 人'],
    ['科研机构', '科研\n机构'],
    ['尚未审结', '未审结'],
    ['3.危及“三安全一稳定”', '3.危及"三安全一稳定"'],
    ['3.危及“三安全一稳定”', '（三）危及三安全一稳定'],
    ['行政许可', '行政许可：'],
    ['（一）予以公开', '其中：（一）予以公开'],
  ])('%s as %s', (word, other) => {
    expect(told({ [word]: other })).toEqual([]);
  });
});

describe('one or two wrong characters are forgiven and told', () => {
  test.each([
    ['2.其他法律行政法规禁止公开', '2.其他法律行政止公开'],
    ['6.属于四类过程性信息', '6.属于四类过程性性信息'],
    ['7.属于行政执法案卷', '7.属于行政执法案倦'],
    ['1.本机关不掌握相关政府信息', '1.本机关不掌握有关政府信息'],
    ['规章', '规 章。'],
    ['自然人', '自燃人'],
    ['社会公益组织', '社会公溢组织'],
    ['现行有效件数', '现行有校件数'],
    ['结果纠正', '结果究正'],
    ['四、结转下年度继续办理', '四、结转下年度继续代理'],
  ])('%s as %s', (word, other) => {
    const remarks = told({ [word]: other });
    const isRepair = remarks.every(remark => remark === `label-repaired: ${other} → ${word}`);
    expect([isRepair, remarks.length > 0]).toEqual([true, word !== '规章']);
  });

  test('未经复议直接启诉 still stands over its five results', () => {
    expect(told({ 未经复议直接起诉: '未经复议直接启诉' }).length).toBeGreaterThan(0);
  });
});

test('结果维持 is never taken for 结果纠正, though half of it is equal', () => {
  const { places } = readBlocks(FORM, written({ 结果维持: '结果某某' }));
  expect(places['t4.rev_upheld']).toBeUndefined();
  expect(places['t4.rev_corrected']).toBe('表3!B5');
});

describe('a line that the form does not know', () => {
  const at = rowWith(T3, '（七）总计');

  test('is named with its figures, which answer nothing', () => {
    const block = withRow(T3, at, [null, '（六之二）转办', null, 5, 6]);
    const { places, due, remarks } = readBlocks(FORM, [T2, block, T4]);
    expect(places).toEqual(due);
    expect(remarks).toEqual(['label-unknown 表2!D28: （六之二）转办：5、6']);
  });

  test('is passed over where it has none', () => {
    expect(readBlocks(FORM, [T2, withRow(T3, at, [null, '填表说明见背面']), T4]).remarks).toEqual([]);
  });

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '（）',
    '1.',
    '',
    '𠮷'.repeat(300),
    '表'.repeat(30_000),
  ])('may be called %.20s', label => {
    const block = withRow(withColumn(T3, 10, [null, null, null, label]), at, [null, label, null, 5]);
    const { places, due, remarks } = readBlocks(FORM, [T2, block, T4]);
    expect(places).toEqual(due);
    expect(remarks).toHaveLength(1);
  });
});

test('a line that is gone is named, several of one table together', () => {
  const { remarks } = readBlocks(FORM, written({ '（一）予以公开': '', '2.重复申请': '' }));
  expect(remarks.at(-1)).toBe('row-missing t3:  → （一）予以公开；2.重复申请');
});
