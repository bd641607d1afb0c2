// A unit's answers in words, as the checks on them look at and name them.
import { plainLabel } from '../label.ts';
import type { Form, FormText, Place, Return, TextAnswer, Topic } from '../model.ts';
import { placeIn } from './wording.ts';

export interface Answer {
  readonly asked: FormText;
  /** Null where the unit answered other texts, but not this one. */
  readonly answer: TextAnswer | null;
}

/** Of a unit that answered any text at all: what it said to those that ask for a topic. Most returns bring figures only. */
export const answersOn = (topic: Topic, form: Form, ret: Return): readonly Answer[] => {
  if (ret.texts.length === 0) return [];
  return form.texts
    .filter(text => text.asks.includes(topic))
    .map(asked => ({ asked, answer: ret.texts.find(({ id }) => id === asked.id) ?? null }));
};

/** Every answer, whatever it was asked. */
export const answersIn = (form: Form, ret: Return): readonly (Answer & { readonly answer: TextAnswer })[] =>
  form.texts.flatMap(asked => {
    const answer = ret.texts.find(({ id }) => id === asked.id);
    return answer === undefined ? [] : [{ asked, answer }];
  });

/** The text stands where a figure's table does, so that two texts of one unit are two places. */
export const placeOfText = (ret: Return, { asked, answer }: Answer): Place =>
  placeIn(ret, { table: asked.id }, answer?.ref ?? null);

/** `“总体情况·主动公开”` */
export const quotedText = ({ section, label }: FormText): string => {
  const names = [plainLabel(section), plainLabel(label.text)];
  return `“${[...new Set(names)].join('·')}”`;
};

/** How long a text is, as a notice counts it: without white space. */
export const lengthOf = (text: string): number => [...text.replace(/\s/gu, '')].length;

/** 无, 暂无, 没有, 无其他问题 …: words that answer nothing. */
export const saysNothing = (text: string): boolean =>
  /^(?:无|暂无|没有|不存在|零|0|)(?:其他|任何)?(?:问题|情况|事项)?$/u.test(text.replace(/[\s\p{P}\p{S}]/gu, ''));
