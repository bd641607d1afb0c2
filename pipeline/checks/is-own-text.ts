// What a unit writes of its problems is its own and of this year: not left out, not last year's, not another unit's (国办公开办函〔2021〕30号: 年年雷同).
import { returnsByUnit } from '../filing.ts';
import type { Form, Return, Verdict } from '../model.ts';
import type { Check, Confronted } from './check.ts';
import { broken, held, unknown } from './check.ts';
import { ALIKE, likeness, type Shingles, shinglesOf, twinsAmong } from './likeness.ts';
import { type Answer, answersOn, lengthOf, placeOfText, quotedText, saysNothing } from './prose.ts';
import { cellText, shortened, unitName } from './wording.ts';

export const isOwnText: Check = {
  id: 'is-own-text',
  title: '存在的问题写的是本单位本年的情况，不与上年或其他单位雷同',
  run: confronted => {
    const written = confronted.returns.flatMap(ret => writtenIn(ret, confronted.form));
    return [
      ...written.map(one => onAnswered(one, confronted)),
      ...written.map(one => onLastYear(one, confronted)),
      ...onOthers(written, confronted),
    ];
  },
};

interface Written {
  readonly ret: Return;
  readonly answer: Answer;
  readonly text: string;
  /** Null where the text is too short to be told from another. */
  readonly shingles: Shingles | null;
}

const writtenIn = (ret: Return, form: Form): readonly Written[] =>
  answersOn('problems', form, ret).map(answer => {
    const text = answer.answer?.text ?? '';
    return { ret, answer, text, shingles: shinglesOf(text) };
  });

const onAnswered = ({ ret, answer, text }: Written, { plan }: Confronted): Verdict => {
  if (!saysNothing(text)) return held('answered');
  const what = text === '' ? '没有填写' : `只写了“${text}”`;
  return broken('answered', {
    severity: 'query',
    place: placeOfText(ret, answer),
    stated: text,
    message: `“${unitName(plan, ret.unit)}”${cellText(answer.answer?.ref ?? null)}，${quotedText(answer.asked)}${what}。`,
    suggestion: '请写明本年存在的主要问题和改进情况。',
  });
};

const onLastYear = (written: Written, { plan, previous }: Confronted): Verdict => {
  const before = previous === null ? undefined : returnsByUnit(previous).get(written.ret.unit);
  const texts = before === undefined || previous === null ? [] : writtenIn(before, previous.form);
  const shares = texts.flatMap(({ shingles }) =>
    shingles === null || written.shingles === null ? [] : [likeness(written.shingles, shingles)],
  );
  if (shares.length === 0) return unknown('unlike-last-year');
  const share = Math.max(...shares);
  if (share < ALIKE) return held('unlike-last-year');
  return alike('unlike-last-year', written, unitName(plan, written.ret.unit), '本单位上年的答复', share);
};

const onOthers = (written: readonly Written[], { plan }: Confronted): readonly Verdict[] => {
  const long = written.filter(({ shingles }) => shingles !== null);
  const sets = long.map(({ shingles }) => shingles ?? new Set<string>());
  const verdicts = twinsAmong(sets).map((nth, at): Verdict => {
    const [one, other] = [long[at] as Written, nth === null ? null : (long[nth] as Written)];
    if (other === null || nth === null) return held('unlike-others');
    const share = likeness(sets[at] ?? new Set(), sets[nth] ?? new Set());
    const [name, otherName] = [one, other].map(({ ret }) => unitName(plan, ret.unit)) as [string, string];
    return alike('unlike-others', one, name, `“${otherName}”的答复`, share);
  });
  const short = written.filter(({ shingles }) => shingles === null);
  return [...verdicts, ...short.map(() => unknown('unlike-others'))];
};

const alike = (rule: string, { ret, answer, text }: Written, name: string, other: string, share: number): Verdict =>
  broken(rule, {
    severity: 'query',
    place: placeOfText(ret, answer),
    // Of a long text the length stands for the rest, so that another text is another finding.
    stated: `${shortened(text)}（${lengthOf(text)} 字）`,
    message: `“${name}”${cellText(answer.answer?.ref ?? null)}，${quotedText(answer.asked)}与${other}有 ${Math.floor(share * 100)}% 相同：“${shortened(text)}”。`,
    suggestion: '请按本单位本年的实际情况重写，不与上年和其他单位雷同。',
  });
