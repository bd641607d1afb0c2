// What is to be reported besides says whether fees for processing information were charged, also where none were (国办函〔2020〕109号).
import type { Return, Verdict } from '../model.ts';
import type { Check, Confronted } from './check.ts';
import { broken, held } from './check.ts';
import { type Answer, answersOn, placeOfText, quotedText } from './prose.ts';
import { cellText, shortened, unitName } from './wording.ts';

export const hasFeeStatement: Check = {
  id: 'has-fee-statement',
  title: '其他需要报告的事项写明信息处理费收取情况',
  run: confronted =>
    confronted.returns.flatMap(ret => answersOn('fee', confronted.form, ret).map(one => onFee(one, ret, confronted))),
};

const onFee = (one: Answer, ret: Return, { plan }: Confronted): Verdict => {
  const text = one.answer?.text ?? '';
  if (text.normalize('NFKC').replace(/\s/gu, '').includes('信息处理费')) return held('fee');
  const what = text === '' ? '没有填写' : `没有提到信息处理费：“${shortened(text)}”`;
  return broken('fee', {
    severity: 'query',
    place: placeOfText(ret, one),
    stated: shortened(text),
    due: '信息处理费',
    message: `“${unitName(plan, ret.unit)}”${cellText(one.answer?.ref ?? null)}，${quotedText(one.asked)}${what}。`,
    suggestion: '请写明本年度收取信息处理费的情况；没有收取的，写“本年度未收取信息处理费”。',
  });
};
