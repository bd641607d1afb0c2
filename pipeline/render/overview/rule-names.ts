// What a line of the tally counts, as people call it: a rule of the form by its name, a sum by its figure.
import { itemIndex, itemLabel } from '../../items.ts';
import type { Form } from '../../model.ts';

export const ruleNames = (form: Form): ((rule: string) => string) => {
  const items = itemIndex(form);
  const rules = new Map(form.rules.map(({ id, name }) => [id, name === '' ? id : `${id} ${name}`] as const));
  const tables = new Map(form.tables.map(table => [table.id, table] as const));
  return rule => {
    const item = items.get(rule);
    const [table = '', row = ''] = rule.split('.');
    const label = tables.get(table)?.rows.find(one => one.id === row)?.label?.text;
    return rules.get(rule) ?? (item === undefined ? (label ?? rule) : itemLabel(item));
  };
};
