// Copied problems, and none.
import { describe, expect, test } from 'vitest';
import { isOwnText } from '../../pipeline/checks/is-own-text.ts';
import type { Edition } from '../../pipeline/model.ts';
import { confronted } from '../made.ts';
import { facingProse, PROSE_FORM, telling } from './prose.ts';
import { brokenOf, messagesOf, outcomesOf } from './verdicts.ts';

const OURS =
  '公开内容以结果为主，过程信息偏少；部分栏目更新不及时，解读材料不够通俗；工作人员多为兼职，培训不够经常，业务能力有待提高。';
const THEIRS =
  '群众查阅信息不便，村务公开栏位置偏僻；个别村公开的低保和惠农补贴名单不完整，没有在规定的期限内张榜；线上渠道关注的人太少。';

const lastYear = (text: string): Edition => ({
  ...confronted([telling('01', { s5: text })], { form: PROSE_FORM }),
  findings: [],
  tally: [],
  failures: [],
  madeFrom: null,
});

test('own words of this year hold', () => {
  const returns = [telling('01', { s5: OURS }), telling('02', { s5: THEIRS })];
  expect(outcomesOf(isOwnText.run(facingProse(returns, { previous: lastYear(THEIRS) })))).toEqual({
    answered: 'held held',
    'unlike-last-year': 'held unknown',
    'unlike-others': 'held held',
  });
});

describe('an answer', () => {
  const problemsOf = (texts: Readonly<Record<string, string>>) =>
    messagesOf(isOwnText.run(facingProse([telling('01', texts)])));

  test('that says nothing is asked about', () => {
    expect(problemsOf({ s5: '无。' })).toEqual([
      '“教育局”工作表“文字”B1，“存在的主要问题”只写了“无。”。→请写明本年存在的主要问题和改进情况。',
    ]);
    for (const text of ['暂无', '没有其他问题', '／', '无任何问题。']) expect(problemsOf({ s5: text })).toHaveLength(1);
    expect(problemsOf({ s5: '无障碍浏览还不完善。' })).toEqual([]);
  });

  test('that is lacking among others is asked about, and among figures only is not', () => {
    expect(problemsOf({ s1: '公开30条。' })[0]).toMatch(/^“教育局”，“存在的主要问题”没有填写。/u);
    expect(problemsOf({})).toEqual([]);
  });
});

test('last year’s text is recognised, though its year was changed', () => {
  const returns = [telling('01', { s5: `2025年，${OURS}` })];
  const verdicts = isOwnText.run(facingProse(returns, { previous: lastYear(`2024年，${OURS}`) }));
  expect(messagesOf(verdicts)).toEqual([
    '“教育局”工作表“文字”B1，“存在的主要问题”与本单位上年的答复有 100% 相同：“2025年，公开内容以结果为主，过程信息偏少；部分栏目更新不及时，解读材料不够通俗；工作人员多为兼职，培训不够经常，业务…”。→请按本单位本年的实际情况重写，不与上年和其他单位雷同。',
  ]);
  expect(brokenOf(verdicts)[0]).toMatchObject({ rule: 'unlike-last-year', severity: 'query', place: { table: 's5' } });
});

test('both of two units that wrote the same are asked', () => {
  const returns = [telling('01', { s5: OURS }), telling('02', { s5: OURS.replace('兼职', '新手') })];
  const messages = messagesOf(isOwnText.run(facingProse(returns)));
  expect(messages.map(message => message.slice(0, 46))).toEqual([
    '“教育局”工作表“文字”B1，“存在的主要问题”与“民政局”的答复有 85% 相同：“公开内',
    '“民政局”工作表“文字”B1，“存在的主要问题”与“教育局”的答复有 85% 相同：“公开内',
  ]);
});

test('short answers that are the same say nothing of copying', () => {
  const returns = ['01', '02'].map(code => telling(code, { s5: '公开内容不够全面，更新不及时。' }));
  expect(messagesOf(isOwnText.run(facingProse(returns)))).toEqual([]);
});
