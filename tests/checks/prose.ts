// Returns that answer in words: an overview, problems and the rest.
import type { Confronted } from '../../pipeline/checks/check.ts';
import type { Form, FormText, Return, Topic } from '../../pipeline/model.ts';
import { FORM, ret } from '../made.ts';
import { facing } from './verdicts.ts';

const text = (id: string, section: string, label: string, topic: Topic): FormText => ({
  id,
  section,
  label: { text: label, aliases: [] },
  asks: [topic],
});

export const PROSE_FORM: Form = {
  ...FORM,
  texts: [
    text('s1', '一、总体情况', '（一）主动公开', 'overview'),
    text('s1b', '一、总体情况', '（二）监督保障', 'overview'),
    text('s5', '五、存在的主要问题', '五、存在的主要问题', 'problems'),
    text('s6', '六、其他事项', '六、其他事项', 'fee'),
  ],
};

/** The return of a unit with these answers, by the text's id. */
export const telling = (code: string, texts: Readonly<Record<string, string>>): Return =>
  ret(
    code,
    {},
    {
      texts: Object.entries(texts).map(([id, said], nth) => ({
        id,
        text: said,
        ref: { file: `${code}.xlsx`, sheet: '文字', cell: `B${nth + 1}` },
      })),
    },
  );

export const facingProse = (returns: readonly Return[], more: Partial<Confronted> = {}): Confronted =>
  facing(returns, { form: PROSE_FORM, ...more });
