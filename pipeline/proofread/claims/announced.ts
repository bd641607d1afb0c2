// A sentence that announces n parts and names fewer: 总体情况、…、其他需要报告的事项六个部分.
import { parseNumeral } from '../../normalize/numeral.ts';
import { broken, held, type Judge } from '../judge.ts';
import type { Claim, Sentence } from '../words.ts';

export const announced: Judge = { id: 'announced', judge: ({ sentences }) => sentences.flatMap(judgeSentence) };

const NAMED =
  /(?:包括|由|包含|分为|分)([^，；。：（）]{4,300}?)等?(?:共)?([一二三四五六七八九十]|\d{1,2})个?(?:部分|方面|章节|章|板块)/u;

const judgeSentence = (sentence: Sentence): readonly Claim[] => {
  const [, list = '', numeral = ''] = NAMED.exec(sentence.text) ?? [];
  const count = Number(/\d/u.test(numeral) ? numeral : parseNumeral(numeral));
  const fewest = list.split('、').length;
  if (list === '' || fewest < 2 || !(count > 1)) return [];
  // 和 may join two parts or stand inside one: both are counted.
  const joined = (list.replace(INSIDE, '').match(/和|及|以及|与/gu) ?? []).length;
  if (fewest + joined >= count)
    return [held('列项', sentence, `${count}个部分，列出${Math.min(count, fewest + joined)}项`)];
  return [
    broken('列项', sentence, '高', `${fewest + joined} ≠ ${count}`, `说有${count}个部分，只列出${fewest + joined}项`),
  ];
};

const INSIDE = /收到和处理|复议[和及与]|和行政诉讼|及改进|和改进|和下一步|及下一步|及存在|以及(?=改进)/gu;
