// A new version of the form is a new folder: no code knows its labels.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadForms } from '../../pipeline/forms/load.ts';
import { proveForm } from '../../pipeline/forms/prove.ts';
import type { Form } from '../../pipeline/model.ts';
import { placesOn, reworded, toSheet } from '../recognise/block.ts';
import { printed } from '../recognise/printed.ts';
import { read } from '../recognise/read.ts';
import { change, copyOfTemplates } from './folder.ts';

/** annual-2021 as the notice of 2028 might change it. */
const forms = (): readonly Form[] => {
  const folder = copyOfTemplates();
  cpSync(join(folder, 'annual-2021'), join(folder, 'annual-2028'), { recursive: true });
  change(folder, 'annual-2021/form.yaml', 'until: null', 'until: 2027');
  change(folder, 'annual-2028/form.yaml', 'id: annual-2021', 'id: annual-2028');
  change(folder, 'annual-2028/form.yaml', 'since: 2021', 'since: 2028');
  change(folder, 'annual-2028/rows.csv', '1.属于国家秘密,国家秘密|涉及国家秘密', '1.涉密信息不得公开,依法定密');
  change(folder, 'annual-2028/rows.csv', '行政强制,强制|行政强制决定|行政强制措施|行政强制事项', '行政检查,检查');
  change(folder, 'annual-2028/columns.csv', '科研机构,科研|科研单位|科研院所|科学研究机构', '高等学校,高校');
  return loadForms(folder);
};

const FORMS = forms();
const [OLD, NEW] = ['annual-2021', 'annual-2028'].map(id => FORMS.find(form => form.id === id)) as [Form, Form];

/** All three tables of `drawn`, read as a return of `asked`. */
const readAs = (asked: Form, drawn: Form, words: Readonly<Record<string, string>> = {}) => {
  const sheets = drawn.tables.map(table => {
    const block = printed(drawn, table.id);
    const own = Object.entries(words).filter(([word]) => block.rows.flat().includes(word));
    return { table, block: reworded(block, Object.fromEntries(own)) };
  });
  const drawnSheets = sheets.map(({ table, block }) => toSheet(block, { name: table.id }));
  const due = Object.assign({}, ...sheets.map(({ block }, index) => placesOn(drawnSheets[index] as never, block)));
  return { ...read(asked, drawnSheets, 2028), due };
};

describe('a form folder with new labels', () => {
  test('proves', () => {
    expect(proveForm(NEW)).toEqual([]);
  });

  test('reads every figure of a return that has them', () => {
    const { places, due, remarks } = readAs(NEW, NEW);
    expect(Object.keys(due)).toHaveLength(200);
    expect(places).toEqual(due);
    expect(remarks).toEqual([]);
  });

  test('reads their aliases', () => {
    const { places, due, remarks } = readAs(NEW, NEW, { '1.涉密信息不得公开': '1.依法定密', 高等学校: '高校' });
    expect(places).toEqual(due);
    expect(remarks).toEqual([]);
  });

  test('does not know the old ones, and says which', () => {
    const { places, remarks } = readAs(NEW, OLD);
    expect(Object.keys(places).filter(item => /coercion|deny_secret|research/u.test(item))).toEqual([]);
    expect(remarks.map(remark => remark.split(' ').slice(0, 2).join(' '))).toEqual([
      'label-unknown t2!B12:',
      'label-unknown t3!D9:',
      'row-missing t2.coercion:',
      'row-missing t3.deny_secret:',
      'column-missing t3.research:',
    ]);
  });

  test('leaves the old form as it was', () => {
    const { places, due, remarks } = readAs(OLD, OLD);
    expect(places).toEqual(due);
    expect(remarks).toEqual([]);
  });
});
