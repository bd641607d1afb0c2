// 素材汇编: what the units wrote, each with its place, its length and its answer of last year.
import { describe, expect, it } from 'vitest';
import { docxBytes } from '../../pipeline/render/docx/print-docx.ts';
import { materialBlocks } from '../../pipeline/render/material/blocks.ts';
import type { Block } from '../../pipeline/render/report/blocks.ts';
import { plainText } from '../../pipeline/render/report/print-html.ts';
import { schemaErrors } from '../ooxml.ts';
import { type Made, madeEdition } from './edition.ts';
import { formNamed } from './house.ts';

const form = formNamed('annual-2021');
const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.map(block => ('content' in block ? plainText(block.content) : block.kind));
const lines = (made: Omit<Made, 'form'>): readonly string[] => linesOf(materialBlocks(madeEdition({ form, ...made })));

/** The lines from a heading to the end of its last answer. */
const under = (all: readonly string[], heading: string, count: number): readonly string[] => {
  const start = all.indexOf(heading);
  return all.slice(start + 1, start + 1 + count);
};

describe('the units’ texts', () => {
  it('stand in the roster’s order, with length, place and those who wrote nothing', () => {
    const all = lines({
      texts: [
        { unit: '11', id: 's5', text: '人手不足。\r\n  更新慢 。' },
        { unit: '01', id: 's5', text: '公开不及时。' },
      ],
    });
    expect(under(all, '五、存在的主要问题及改进情况', 8)).toEqual([
      '区教育局（6字）',
      '出处：01.xlsx，工作表“表”，单元格A1',
      '公开不及时。',
      '董志镇（9字）',
      '出处：11.xlsx，工作表“表”，单元格A1',
      '人手不足。',
      '更新慢 。',
      '没有填写的单位（1个）：区民政局。',
    ]);
    expect(under(all, '监督保障', 1)).toEqual(['已报送的单位都没有填写。']);
  });

  it('stand above what the same unit wrote a year before', () => {
    const previous = madeEdition({
      form,
      period: '2024',
      texts: [
        { unit: '01', id: 's6', text: '无。' },
        { unit: '02', id: 's6', text: '收费两件。' },
      ],
    });
    const all = lines({
      previous,
      texts: [
        { unit: '01', id: 's6', text: '无。' },
        { unit: '02', id: 's6', text: '没有收费。' },
      ],
    });
    expect(under(all, '六、其他需要报告的事项', 9).filter(line => !line.startsWith('出处'))).toEqual([
      '区教育局（2字）',
      '无。',
      '2024年填报：与本年一字不差。',
      '区民政局（5字）',
      '没有收费。',
      '2024年填报（5字）：',
      '收费两件。',
    ]);
  });

  it('name who has not filed', () => {
    expect(lines({ filed: ['01'] })).toContain('未报送的单位（2个）：区民政局、董志镇。');
  });
});

it('is a valid document, whatever the units wrote', async () => {
  const nasty = '<w:p>&amp;]]> {{title}} \u0000\u0008\ud800 =1+1\u2028';
  const blocks = materialBlocks(madeEdition({ form, texts: [{ unit: '01', id: 's5', text: nasty }] }));
  const bytes = await docxBytes(blocks, { title: nasty, at: '2026-01-20T08:00:00+08:00' });
  expect(await schemaErrors(bytes, 'docx')).toEqual([]);
});
