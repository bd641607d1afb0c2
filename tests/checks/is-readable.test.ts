// Every file can be opened and every figure is a number that can be read for sure.
import { describe, expect, test } from 'vitest';
import { isReadable } from '../../pipeline/checks/is-readable.ts';
import type { UnreadableReason, Verdict } from '../../pipeline/model.ts';
import { judgement, ret } from '../made.ts';
import { brokenOf, facing, messagesOf, outcomesOf } from './verdicts.ts';

const run = (item: string, raw: string): readonly Verdict[] =>
  isReadable.run(facing([ret('01', { [item]: raw }, {}, null)]));

const unreadable = (raw: string, reason: UnreadableReason): readonly Verdict[] => {
  const made = ret('01', { 'list.press': 'x' }, {}, null);
  const observations = made.observations.map(found => ({
    ...found,
    value: { kind: 'unreadable' as const, raw, reason },
  }));
  return isReadable.run(facing([{ ...made, observations }]));
};

describe('a figure', () => {
  test('that is a plain number is readable, exact and whole', () => {
    expect(outcomesOf(run('list.press', '12'))).toEqual({ figure: 'held', exact: 'held', 'whole-number': 'held' });
  });

  test('that is blank, 无 or 不适用 is readable, and states no amount to look at', () => {
    for (const raw of ['', '无', '不适用']) expect(outcomesOf(run('list.press', raw))).toEqual({ figure: 'held' });
  });

  test('that cannot be read is quoted with its cell, the reason and the remedy', () => {
    const verdicts = unreadable('3月1日', 'date');
    expect(messagesOf(verdicts)).toEqual([
      '“教育局”工作表“统计表”C11，“新闻发布会次数”填写为“3月1日”，被表格软件变成了日期，未计入汇总。请把单元格格式改为“常规”或“文本”后重新填写（单位：次）。',
    ]);
    expect(brokenOf(verdicts)[0]).toMatchObject({
      rule: 'figure',
      severity: 'fatal',
      stated: '3月1日',
      difference: '',
    });
  });

  test('is told apart by what is wrong with it', () => {
    const said = (raw: string, reason: UnreadableReason): string | undefined =>
      /”，([^”]*)，未计入汇总。(.*)（/u
        .exec(messagesOf(unreadable(raw, reason))[0] ?? '')
        ?.slice(1)
        .join(' ');
    expect(said('#REF!', 'error-value')).toBe('是公式错误值 请改正公式或直接填写数字');
    expect(said('12%', 'percent')).toBe('是百分数 请填写件数等实际数量');
    expect(said('', 'formula')).toBe('是没有保存计算结果的公式 请用 Excel 或 WPS 打开、保存一次，或直接填写数字');
    expect(said('若干', 'text')).toBe('不是数字 请只填写数字；没有的填 0');
    expect(said('12+3', 'several-numbers')).toBe('含有不止一个数 请只填写合计后的一个数');
    expect(said('3人', 'other-unit')).toBe('所注单位与要求的计量单位不同 请按要求的计量单位填写');
    expect(said('…', 'too-long')).toBe('过长，不像是一个数量 请只填写数字，说明写在备注中');
    expect(said('5', 'two-items')).toBe('写在跨了几项的合并单元格里，分不清各项是多少 请取消合并，逐项填写');
    expect(said('3；4', 'two-cells')).toBe('在两处填写且不一致 请核对并只保留一处');
  });

  test('that is a whole story is quoted in part', () => {
    const [message] = messagesOf(unreadable('说'.repeat(300), 'too-long'));
    expect(message).toContain(`填写为“${'说'.repeat(60)}…”，过长，不像是一个数量，`);
  });

  test('that is approximate counts, and its exact number is asked for', () => {
    const verdicts = run('list.press', '13000余');
    expect(outcomesOf(verdicts)).toEqual({ figure: 'held', exact: 'broken' });
    expect(messagesOf(verdicts)).toEqual([
      '“教育局”工作表“统计表”C11，“新闻发布会次数”填写为“13000余”，是约数，按 13000 计入，合计也只是约数。请填写准确数。',
    ]);
    expect(brokenOf(verdicts)[0]?.severity).toBe('query');
  });
});

describe('a count', () => {
  const allowed = (item: string, raw: string): string | undefined => outcomesOf(run(item, raw))['whole-number'];

  test('is whole and not negative; money may have a fraction, a change a sign (H5)', () => {
    expect([allowed('list.press', '1.5'), allowed('list.press', '-1'), allowed('list.press', '1.0')]).toEqual([
      'broken',
      'broken',
      'held',
    ]);
    expect([allowed('list.fee', '24252.311082'), allowed('list.fee', '-1')]).toEqual(['held', 'broken']);
    expect([allowed('list.change', '-3'), allowed('list.change', '0.5')]).toEqual(['held', 'broken']);
  });

  test('that cannot be one counts as it was typed, and is asked back', () => {
    expect(messagesOf(run('list.press', '-1'))).toEqual([
      '“教育局”工作表“统计表”C11，“新闻发布会次数”填写为“-1”，应为不小于 0 的整数。数字已照填计入汇总，请核对更正。',
    ]);
    expect(messagesOf(run('list.fee', '-1'))[0]).toContain('应为不小于 0 的金额。');
    expect(messagesOf(run('list.change', '0.5'))[0]).toContain('应为整数。');
  });
});

describe('a file', () => {
  const damaged = judgement({
    status: 'rejected',
    reason: '文件已损坏或没有传完',
    trouble: {
      check: 'is-readable',
      rule: 'damaged',
      message: '文件已损坏或没有传完',
      suggestion: '请重新报送',
      remarks: [],
    },
  });

  test('that cannot be opened is named, with its unit where its name tells', () => {
    const verdicts = isReadable.run(facing([], { judgements: [damaged, { ...damaged, unit: null }] }));
    expect(messagesOf(verdicts)).toEqual([
      '“教育局”的文件 教育局.xlsx 没有采用：文件已损坏或没有传完。→请重新报送',
      '文件 教育局.xlsx 没有采用：文件已损坏或没有传完。→请重新报送',
    ]);
    expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'damaged', severity: 'fatal', place: { unit: '01' } });
  });

  test('that was opened is held, also where it was not recognised; litter is not looked at', () => {
    const other = { check: 'is-recognised' as const, rule: 'no-table', message: '', suggestion: '', remarks: [] };
    const judgements = [
      judgement(),
      judgement({ status: 'rejected', trouble: other }),
      judgement({ status: 'ignored' }),
    ];
    expect(outcomesOf(isReadable.run(facing([], { judgements })))).toEqual({ file: 'held held' });
  });
});
