// Prose answers: beside their label, below it, or run on in one cell.
import { describe, expect, test } from 'vitest';
import { type Content, sheetOf } from '../grid.ts';
import { below, blockOf, toSheet } from './block.ts';
import { printed } from './printed.ts';
import { formOf, read } from './read.ts';

const FORM = formOf('annual-2021');
const texts = (...rows: readonly (readonly Content[])[]) => read(FORM, [sheetOf(rows)]).texts;
const ANSWER = '2023年，本单位主动公开信息120条。';

describe('a prose answer is found', () => {
  test('beside its label', () => {
    expect(texts(['（一）主动公开', ANSWER])).toEqual({ s1_active: `B1 ${ANSWER}` });
  });

  test('beside a merged label', () => {
    const sheet = sheetOf([['主动公开', null, ANSWER]], { merges: [{ top: 0, left: 0, bottom: 2, right: 1 }] });
    expect(read(FORM, [sheet]).texts).toEqual({ s1_active: `C1 ${ANSWER}` });
  });

  test('below its label', () => {
    expect(texts(['（一）主动公开'], [ANSWER], ['（二）依申请公开'], ['无。'])).toEqual({
      s1_active: `A2 ${ANSWER}`,
      s1_request: 'A4 无。',
    });
  });

  test('run on after its label in one cell', () => {
    expect(texts([`（一）主动公开。${ANSWER}`], [`依申请公开情况：${ANSWER}`])).toEqual({
      s1_active: `A1 ${ANSWER}`,
      s1_request: `A2 ${ANSWER}`,
    });
  });

  test('under another wording of the label', () => {
    expect(texts(['六、其他需要汇报事项', '本年度未收取信息处理费。'])).toEqual({ s6: 'B1 本年度未收取信息处理费。' });
  });

  test('with its line breaks and its length', () => {
    const long = `第一段。\n第二段。${'长'.repeat(5_000)}`;
    expect(texts(['监督保障', long])).toEqual({ s1_guard: `B1 ${long}` });
  });

  test('once, on the first of several sheets', () => {
    const sheets = ['甲', '乙'].map(name => sheetOf([['监督保障', `${name}单位已落实。`]], { name }));
    expect(read(FORM, sheets).texts).toEqual({ s1_guard: 'B1 甲单位已落实。' });
  });
});

describe('a label without an answer gives none', () => {
  test('where the next label follows directly', () => {
    expect(texts(['（一）主动公开'], ['（二）依申请公开'], ['（三）政府信息管理'])).toEqual({});
  });

  test('where a heading or a table follows', () => {
    expect(texts(['（五）监督保障'], ['二、主动公开政府信息情况'])).toEqual({});
    const sheet = toSheet(below([blockOf(['五、存在的主要问题及改进情况']), printed(FORM, 't4')], 0));
    expect(read(FORM, [sheet]).texts).toEqual({});
  });

  test('where a number stands beside it', () => {
    expect(texts(['主动公开', 12])).toEqual({});
  });
});
