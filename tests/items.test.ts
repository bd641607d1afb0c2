// The figures of a form and their names.
import { expect, test } from 'vitest';
import { columnLabel, itemLabel, itemName, itemsOf, rowLabel } from '../pipeline/items.ts';
import { FORM, ITEMS } from './made.ts';
import { FORMS, formNamed } from './render/house.ts';

const labelOf = (form: string, name: string): string => {
  const item = itemsOf(formNamed(form)).find(({ key }) => itemName(key) === name);
  if (item === undefined) throw new Error(`no item ${name}`);
  return itemLabel(item);
};

test('figures stand in the order of the form: by table, row, column', () => {
  expect(ITEMS.slice(0, 4)).toEqual([
    'app.granted.natural',
    'app.granted.legal',
    'app.granted.total',
    'app.denied.natural',
  ]);
  expect(ITEMS.slice(-4)).toEqual(['list.press', 'list.press_lead', 'list.fee', 'list.change']);
});

test('a table without columns has the column value, which its names leave out', () => {
  const item = itemsOf(FORM).at(-1);
  expect(item?.key).toEqual({ table: 'list', row: 'change', column: 'value' });
  expect(item?.column).toBeNull();
});

test('no two figures of a form have one name', () => {
  for (const form of FORMS) {
    const names = itemsOf(form).map(({ key }) => itemName(key));
    expect(new Set(names).size).toBe(names.length);
  }
});

test('the forms of the house ask as many figures as their tables print', () => {
  expect(FORMS.map(form => [form.id, itemsOf(form).length])).toEqual([
    ['annual-2014', 58],
    ['annual-2021', 200],
    ['xifeng-2017', 79],
  ]);
});

test('a figure is called as a clerk calls it', () => {
  expect(labelOf('annual-2021', 't3.new_received.natural')).toBe('一、本年新收政府信息公开申请数量·自然人');
  expect(labelOf('annual-2021', 't2.reg_made')).toBe('规章·本年制发件数');
  expect(labelOf('annual-2021', 't2.permit')).toBe('行政许可');
  expect(labelOf('annual-2021', 't4.dir_upheld')).toBe('行政诉讼·未经复议直接起诉·结果维持');
});

test('no two figures of a table are called the same', () => {
  for (const form of FORMS)
    for (const items of Map.groupBy(itemsOf(form), ({ key }) => key.table).values()) {
      const labels = items.map(item => `${item.row.under.join('/')} ${rowLabel(item)} ${columnLabel(item)}`);
      expect(labels.filter((label, nth) => labels.indexOf(label) !== nth)).toEqual([]);
    }
});
