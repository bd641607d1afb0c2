// What each rule of the house says to a clerk when it is broken, from its own example: read tests/rules/messages/.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadForms } from '../../pipeline/forms/load.ts';
import type { Form } from '../../pipeline/model.ts';
import type { Answers } from '../../pipeline/rules/answers.ts';
import { compileRules } from '../../pipeline/rules/compile.ts';
import { judge } from '../../pipeline/rules/evaluate.ts';
import { givenIn } from '../../pipeline/rules/examples.ts';
import { decimalOf, ZERO } from '../../pipeline/rules/fraction.ts';
import { keyOf } from '../../pipeline/rules/linear.ts';
import { exactly, exactOf } from '../../pipeline/rules/range.ts';
import { complaintOn } from '../../pipeline/rules/wording.ts';

const FORMS = loadForms(join(import.meta.dirname, '../../templates'));

/** A line for each rule. */
const messages = (form: Form): string => {
  const { byRule, names } = compileRules(form);
  const lines = [...byRule].map(([rule, [edit]]) => {
    if (edit === undefined) throw new Error(rule.id);
    const given = givenIn(rule.broken[0] ?? '', edit, names);
    const answers: Answers = figure => {
      const said = given.get(keyOf(figure)) ?? null;
      const isTotal = rule.on === 'total' || figure.from.kind === 'children';
      return {
        range: said ?? exactly(ZERO),
        shown: said === null ? '0（空白）' : decimalOf(exactOf(said) ?? ZERO),
        isBlank: said === null,
        ref: isTotal
          ? null
          : { file: '甲局.xlsx', sheet: '统计表', cell: `C${[...given.keys()].indexOf(keyOf(figure)) + 1}` },
        period: figure.from.kind === 'before' ? '2024' : null,
        coverage: '',
      };
    };
    const judged = judge(edit, figure => answers(figure).range);
    expect(judged.outcome).toBe('broken');
    return complaintOn(edit, judged, answers, rule.on === 'total' ? '汇总数' : '“甲局”');
  });
  return `${lines.join('\n')}\n`;
};

test.each(FORMS.map(form => [form.id, form] as const))('%s', async (id, form) => {
  await expect(messages(form)).toMatchFileSnapshot(`messages/${id}.txt`);
});
