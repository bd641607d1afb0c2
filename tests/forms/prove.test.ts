// check-forms: sound forms prove, and each way of being unsound is named.
import { describe, expect, test } from 'vitest';
import { loadForms } from '../../pipeline/forms/load.ts';
import { proveForm } from '../../pipeline/forms/prove.ts';
import type { Form } from '../../pipeline/model.ts';
import { folderWith } from '../files.ts';
import { copyOfTemplates, SMALL, smallWith } from './folder.ts';

test.each(loadForms(copyOfTemplates()).map(form => [form.id, form] as const))('%s proves', (_, form) => {
  expect(proveForm(form)).toEqual([]);
});

describe('a form is unsound', () => {
  const REPORT = { path: '年度报告.html', source: '<html></html>' };
  const problems = (files: Readonly<Record<string, string | Uint8Array>>): readonly string[] =>
    loadForms(folderWith(files)).flatMap(form => proveForm({ ...form, report: REPORT }));
  const rows = (before: string, after: string): readonly string[] =>
    problems(smallWith('small/rows.csv', before, after));
  const columns = (before: string, after: string): readonly string[] =>
    problems(smallWith('small/columns.csv', before, after));
  const yaml = (before: string, after: string): readonly string[] =>
    problems(smallWith('small/form.yaml', before, after));

  test('not when it is the small one', () => {
    expect(problems(SMALL)).toEqual([]);
  });

  test.each([
    [
      'two rows are called the same',
      rows('2.信函申请数,信函', '2.信函申请数,（二）当面'),
      't: row "letter" and row "face" are both called "当面"',
    ],
    [
      'a label is nothing but a note',
      rows('2.信函申请数,信函', '（信函）,'),
      't: row "letter": no word of "（信函）" is left to compare',
    ],
    [
      'a column that is asked is called like one that is not',
      columns('备注', '统计 数'),
      't: column "value" and column "note", which is not asked, are both called "统计数"',
    ],
    [
      'a text is called like a table',
      yaml('label: 概述', 'label: 申请情况'),
      'form: text "overview" and table "t" are both called "申请情况"',
    ],
    [
      'a mark of another generation is its own',
      yaml('受理数', '1、收到申请数'),
      'generation "old": the mark "1、收到申请数" is a label of this form too',
    ],
    [
      'a mark is one of its own headings',
      rows('当面,收到申请数', '当面,受理数'),
      'generation "old": the mark "受理数" is a label of this form too',
    ],
    [
      'a part has another unit than its whole',
      rows('letter,2.信函申请数,信函,收到申请数,,件', 'letter,2.信函申请数,信函,收到申请数,,份'),
      't: row "letter" (份, count) is no part of "total" (件, count)',
    ],
    [
      'a sum has one part',
      rows('\nt,letter,2.信函申请数,信函,收到申请数,,件,count,total exhaustive,', ''),
      't: row "total" has a single exhaustive part; that is no sum',
    ],
    [
      'a whole is one in two ways',
      rows('信函,收到申请数,,件,count,total exhaustive', '信函,收到申请数,,件,count,total of_which'),
      't: row "total" has exhaustive and of_which parts; it can be whole in one way only',
    ],
    [
      'a sum is half fatal',
      rows('信函,收到申请数,,件,count,total exhaustive', '信函,收到申请数,,件,count,total exhaustive query'),
      't: row "total" is a sum with parts of several severities',
    ],
    [
      'a part is its own whole in the end',
      rows('件,count,,', '件,count,face of_which,'),
      't: row "total" is, in the end, part of itself',
    ],
    ['a row has no unit', rows('收到申请数,,,,件', '收到申请数,,,,'), 't: row "total" has no unit'],
    [
      'money is counted',
      rows('收到申请数,,,,件', '收到申请数,,,,万元'),
      't: row "total" is measured as count, but its unit is 万元',
    ],
    [
      'a value is carried over in another unit',
      rows('件,count,total exhaustive,', '份,count,,total'),
      't: row "face" (份) takes its value over from "total" (件)',
    ],
  ])('when %s', (_, found, due) => {
    expect(found).toContain(due);
  });

  test('when it has no report', () => {
    expect(loadForms(folderWith(SMALL)).flatMap(proveForm)).toEqual(['the form has no report template']);
  });

  test('when some rows name headings and others do not', () => {
    const form = loadForms(
      folderWith(smallWith('small/rows.csv', '当面,收到申请数,,', '当面,收到申请数,value,')),
    )[0] as Form;
    expect(proveForm(form)).toContain('t: row "total" has no heads, others have');
  });
});

test('adding 件 to 份 may be asked as a query', () => {
  const text = SMALL['small/rows.csv']
    .replaceAll('exhaustive', 'exhaustive query')
    .replace('信函,收到申请数,,件', '信函,收到申请数,,份');
  const form = loadForms(folderWith({ ...SMALL, 'small/rows.csv': text }))[0] as Form;
  expect(proveForm(form)).toEqual(['the form has no report template']);
});
