// What a unit cites is the law in force, and the year that it writes of is this one: both go wrong where last year's text was copied.
import type { Return, Verdict } from '../model.ts';
import { periodName, yearOf } from '../period.ts';
import type { Check, Confronted } from './check.ts';
import { broken, held } from './check.ts';
import { type Answer, answersIn, placeOfText, quotedText } from './prose.ts';
import { cellText, unitName } from './wording.ts';

export const citesTheLaw: Check = {
  id: 'cites-the-law',
  title: '文字引用现行规定，所写年度是本期',
  run: confronted => {
    const year = yearOf(confronted.plan.period);
    const lapsed = LAPSED.filter(({ since }) => since <= year);
    return confronted.returns.flatMap(ret =>
      answersIn(confronted.form, ret).flatMap(one => {
        const text = one.answer.text.normalize('NFKC').replace(/\s/gu, '');
        return [...lapsed.map(law => onLaw(law, text, one, ret, confronted)), onYear(text, one, ret, confronted)];
      }),
    );
  },
};

interface Lapsed {
  readonly rule: string;
  /** The first year of whose reports it is wrong. */
  readonly since: number;
  readonly pattern: RegExp;
  readonly due: string;
  readonly why: string;
}

// Between the words of a citation stand brackets of any kind.
const LAPSED: readonly Lapsed[] = [
  {
    rule: 'notice',
    since: 2021,
    pattern: /国办公开办函[^\p{L}\d]{0,3}2019[^\p{L}\d]{0,3}60号/u,
    due: '国办公开办函〔2021〕30号',
    why: '该通知的报告格式自2021年度起不再使用',
  },
  {
    rule: 'notice-title',
    since: 2021,
    pattern: /年度报告有关事项的通知[^\p{L}\d]{0,3}国办公开办函[^\p{L}\d]{0,3}2021[^\p{L}\d]{0,3}30号/u,
    due: '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）',
    why: '标题是2019年通知的，文号是2021年通知的',
  },
  {
    rule: 'trial',
    since: 2021,
    pattern: /年度报告格式[^\p{L}\d]{0,3}试行/u,
    due: '《中华人民共和国政府信息公开工作年度报告格式》',
    why: '试行格式自2021年度起由正式格式替代',
  },
  {
    rule: 'regulation',
    since: 2019,
    pattern: /令[^\p{L}\d]{0,3}第?492号/u,
    due: '国务院令第711号',
    why: '《条例》于2019年修订，自2019年5月15日起施行',
  },
  { rule: 'misprint', since: 2019, pattern: /令[^\p{L}\d]{0,3}第?711条/u, due: '国务院令第711号', why: '令以“号”编号' },
];

const onLaw = (law: Lapsed, text: string, one: Answer, ret: Return, { plan }: Confronted): Verdict => {
  const [cited] = law.pattern.exec(text) ?? [];
  if (cited === undefined) return held(law.rule);
  return broken(law.rule, {
    severity: 'query',
    place: placeOfText(ret, one),
    stated: cited,
    due: law.due,
    message: `${textOf(one, unitName(plan, ret.unit))}引用了“${cited}”，应为“${law.due}”：${law.why}。`,
    suggestion: '请改用现行规定的名称和文号，并核对全文是否沿用了往年的文稿。',
  });
};

const onYear = (text: string, one: Answer, ret: Return, { plan }: Confronted): Verdict => {
  const due = yearOf(plan.period);
  const mayLookBack = text.includes(String(due)) || one.asked.asks.includes('problems');
  const [, year] = THIS_YEAR.exec(text) ?? (mayLookBack ? null : OPENING.exec(text)) ?? [];
  if (year === undefined || Number(year) === due) return held('year');
  return broken('year', {
    severity: 'query',
    place: placeOfText(ret, one),
    stated: `${year}年`,
    due: `${due}年`,
    message: `${textOf(one, unitName(plan, ret.unit))}写的是${year}年，本期是${periodName(plan.period)}。`,
    suggestion: '请核对是否沿用了往年的文稿，并改正年度。',
  });
};

/** 本年度（2022年） */
const THIS_YEAR = /本年度?\((20\d\d)年?度?\)/u;
/** `2022年，我局……` at the head of a text that names the period's year nowhere; not 2019年以来, 2022年底, 2022年5月. Problems may be last year's. */
const OPENING =
  /^(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.])?(?:在|截至)?(20\d\d)年(?!度?(?:\d|以来|[至到起底末初前\-—~]))/u;

const textOf = (one: Answer, name: string): string =>
  `“${name}”${cellText(one.answer?.ref ?? null)}，${quotedText(one.asked)}`;
