// `check-forms`: proves every form folder of templates/.
import { Fault } from '../fault.ts';
import { loadForms } from '../forms/load.ts';
import { proveForm } from '../forms/prove.ts';
import type { Form } from '../model.ts';
import { loadKit } from '../render/kit.ts';
import { checkReport } from '../render/report/report.ts';
import { figuresWithoutRule, proveRules } from '../rules/prove.ts';
import { EXIT } from './exit.ts';
import type { Surroundings } from './surroundings.ts';

export const checkForms = async ({ templates, print }: Surroundings): Promise<number> => {
  const forms = loadForms(templates);
  const kit = loadKit(templates);
  const problems = forms.flatMap(form =>
    [...proveForm(form), ...proveRules(form)].map(problem => `${form.id}: ${problem}`),
  );
  for (const problem of problems) print(`${problem}\n`);
  if (problems.length > 0) throw new Fault(`${problems.length} problems in the forms`, templates);
  for (const form of forms) checkReport(form, kit);
  for (const form of forms) print(soundText(form));
  return EXIT.done;
};

const soundText = (form: Form): string => {
  const { id, title, tables, texts, rules } = form;
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const bare = figuresWithoutRule(form);
  const told = bare.length === 0 ? '' : `    没有规则涉及的 ${bare.length} 项：${bare.join(' ')}\n`;
  return `${id}  ${title}：${tables.length} 张表，${rows} 行，${texts.length} 项文字，${rules.length} 条规则，无问题\n${told}`;
};
