// Edition → the report's blocks, from which its HTML and every other format of it is printed.
import type { Edition, Form } from '../../model.ts';
import { onceOf } from '../../once-of.ts';
import type { Kit } from '../format.ts';
import type { Block } from './blocks.ts';
import { blocksOf } from './blocks-of.ts';
import { HELPERS } from './helpers/list.ts';
import { reportModel } from './report-model.ts';
import { specimenEdition } from './specimen.ts';
import { renderTemplate } from './template.ts';
import { checkTemplate } from './template-check.ts';
import { parseXhtml } from './xhtml.ts';

export const reportBlocks = (edition: Edition, kit: Kit): readonly Block[] => blocksBy(kit)(edition);

const blocksBy = onceOf((kit: Kit) =>
  onceOf((edition: Edition): readonly Block[] => {
    const { form } = edition;
    const text = renderTemplate(form.report.source, reportModel(edition), kit.partials, HELPERS);
    return blocksOf(parseXhtml(text, `${fileOf(form)} (as rendered)`));
  }),
);

/** Whether a form's report template can be rendered for every edition of it: else a Fault at `file:line:column`. */
export const checkReport = (form: Form, kit: Kit): void => {
  const set = { file: fileOf(form), source: form.report.source, partials: kit.partials, helpers: HELPERS };
  const specimen = reportModel(specimenEdition(form));
  checkTemplate(set, specimen);
  parseXhtml(renderTemplate(set.source, specimen, set.partials, set.helpers), `${set.file} (as rendered)`);
};

/** The path of the same report for Word. */
export const wordPath = ({ report }: Form): string => report.path.replace(/\.html$/u, '.docx');

const fileOf = (form: Form): string => `templates/${form.id}/report.hbs`;
