// Documents and years that the report cites: lapsed forms, numbers that do not go with their title, another year's text (P/S12).
import { broken, held, type Judge, type Script } from '../judge.ts';
import type { Claim, Sentence } from '../words.ts';

export const citation: Judge = {
  id: 'citation',
  judge: script =>
    script.sentences.flatMap(sentence => [
      ...judgeForm(sentence, script),
      ...judgeDecree(sentence, script),
      ...judgeSpan(sentence, script),
    ]),
};

const FORM = /年度报告格式/u;
const NUMBER = /国办公开办函?〔(\d{4})〕(\d{1,4})号/u;
const TRIAL = /年度报告格式[》”]?（试行）|年度报告格式（试行/u;

/** The form of the report: 〔2019〕60号（试行） for 2019 and 2020, 〔2021〕30号 from 2021 on. */
const judgeForm = (sentence: Sentence, { year }: Script): readonly Claim[] => {
  const { text } = sentence;
  const [cited = '', issued, number] = NUMBER.exec(text) ?? [];
  if (!FORM.test(text) || (cited === '' && !TRIAL.test(text))) return [];
  const say = (message: string): readonly Claim[] => [broken('引文', sentence, '高', cited, message)];
  const isCurrent = issued === '2021' && number === '30';
  const isTrial = issued === '2019' && number === '60';
  if (cited !== '' && !isCurrent && !isTrial)
    return say(`${cited}文号有误：现行格式是国办公开办函〔2021〕30号，试行格式是〔2019〕60号`);
  if (isCurrent && TRIAL.test(text)) return say('〔2021〕30号的格式不是试行格式，去掉“（试行）”');
  if (year === null) return [];
  if (year >= 2021 && !isCurrent) return say('〔2019〕60号试行格式已被国办公开办函〔2021〕30号代替，不再适用');
  if (year < 2020 && isCurrent) return say(`${year}年度报告不会依据2021年的格式`);
  return [held('引文', sentence, cited)];
};

/** The Regulations: 国务院令第492号 until 14 May 2019, 第711号 since. */
const judgeDecree = (sentence: Sentence, { year }: Script): readonly Claim[] => {
  const [cited, number] = /国务院令第?(\d{3})号/u.exec(sentence.text) ?? [];
  if (cited === undefined || !/政府信息公开条例/u.test(sentence.text) || year === null) return [];
  if (number !== '711' && number !== '492')
    return [broken('引文', sentence, '高', cited, '《政府信息公开条例》是国务院令第711号')];
  if (year >= 2019 && number === '492')
    return [broken('引文', sentence, '高', cited, '《政府信息公开条例》已修订为国务院令第711号')];
  if (year < 2018 && number === '711')
    return [broken('引文', sentence, '高', cited, `${year}年适用的是国务院令第492号`)];
  return [held('引文', sentence, cited)];
};

const SPAN = /统计(?:期限|期间|时间|周期|时限)|数据的?(?:时间|期限)|报告期/u;

/** The years of the span against the title. */
const judgeSpan = (sentence: Sentence, { year }: Script): readonly Claim[] => {
  const { text } = sentence;
  if (year === null || !SPAN.test(text)) return [];
  const dates = [...text.slice(text.search(SPAN)).matchAll(/(\d{4})年?(1月1日|1[012]月31日)/gu)];
  const wrong = dates.find(([, told]) => told !== String(year));
  const [first] = dates;
  if (first === undefined) return [];
  if (wrong === undefined) return [held('引文', sentence, `${first[0]} = ${year}年`)];
  return [broken('引文', sentence, '高', `${wrong[0]} ≠ ${year}年`, `标题是${year}年，统计期限写作${wrong[0]}`)];
};
