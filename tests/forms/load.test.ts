// The forms of templates/ hold exactly what is asked, and a mistake in a form folder names its file and line.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../pipeline/fault.ts';
import { loadForms } from '../../pipeline/forms/load.ts';
import type { Form, FormTable } from '../../pipeline/model.ts';
import { folderWith } from '../files.ts';
import { change, copyOfTemplates, SMALL, smallWith } from './folder.ts';

const formOf = (folder: string, id: string): Form => {
  const form = loadForms(folder).find(candidate => candidate.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
};

const tableOf = (form: Form, id: string): FormTable => {
  const table = form.tables.find(candidate => candidate.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
};

const rowIds = (form: Form, table: string): readonly string[] => tableOf(form, table).rows.map(row => row.id);

const figures = (table: FormTable): readonly string[] =>
  table.columns.filter(column => column.kind === 'figure').map(column => column.id);

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

const partsOf = (table: FormTable, whole: string): readonly string[] =>
  table.rows.filter(row => row.partOf?.whole === whole && row.partOf.kind === 'exhaustive').map(row => row.id);

const T2 = words('reg_made reg_repealed reg_valid norm_made norm_repealed norm_valid permit penalty coercion fee_wan');
const OUTCOMES = words(`granted partial
  deny_secret deny_law deny_safety deny_third_party deny_internal deny_process deny_case_file deny_query
  na_not_held na_need_create na_unclear
  rej_petition rej_repeat rej_publication rej_excessive rej_reconfirm
  oth_no_correction oth_no_fee oth_misc`);
const T3 = ['new_received', 'carried_in', ...OUTCOMES, 'handled_total', 'carried_out'];
const T3_COLUMNS = words('natural enterprise research welfare legal other total');
const T4 = ['rev', 'dir', 'post'].flatMap(kind =>
  ['upheld', 'corrected', 'other', 'pending', 'total'].map(result => `${kind}_${result}`),
);
const STAT = words(`a_total a_norm_disclosed a_norm_issued a_gazette a_website a_weibo a_wechat a_other
  b_hot b_press b_press_lead b_interview b_interview_lead b_articles b_social b_other
  c_recv c_recv_face c_recv_fax c_recv_net c_recv_letter c_done c_done_ontime c_done_ext
  c_reply c_reply_already c_reply_agree c_reply_partial c_reply_deny
  c_deny_secret c_deny_business c_deny_privacy c_deny_safety c_deny_notinfo c_deny_law
  c_reply_notours c_reply_none c_reply_amend c_reply_otherway
  d_total d_upheld d_corrected d_other e_total e_upheld e_corrected e_other f_complaints g_fee
  h_bodies h_points h_staff h_fulltime h_parttime h_budget i_meetings i_trainings i_trained`);
const WAYS = words(
  'website_items website_visits broadcast_news broadcast_notices broadcast_qa reading_point_notices service_centres',
);
const KEY =
  words(`key_total key_norm_disclosed key_norm_issued key_personnel key_gov_docs key_social_security key_notices
  key_three_public key_housing key_projects key_food key_environment key_urban_mgmt key_interpretation`);

describe('the form annual-2021', () => {
  const form = formOf(copyOfTemplates(), 'annual-2021');

  test('asks 10 + 175 + 15 figures', () => {
    expect(form.tables.map(table => table.id)).toEqual(['t2', 't3', 't4']);
    expect(form.tables.map(table => table.rows.length * Math.max(1, figures(table).length))).toEqual([10, 175, 15]);
  });

  test('has the rows and columns of the notice, in their order', () => {
    expect(rowIds(form, 't2')).toEqual(T2);
    expect(rowIds(form, 't3')).toEqual(T3);
    expect(rowIds(form, 't4')).toEqual(T4);
    expect(figures(tableOf(form, 't3'))).toEqual(T3_COLUMNS);
  });

  test('adds 21 outcomes up to 总计, six applicants to 总计 and four results to each 总计', () => {
    const t3 = tableOf(form, 't3');
    const applicants = t3.columns.filter(column => column.partOf?.whole === 'total').map(column => column.id);
    expect(partsOf(t3, 'handled_total')).toEqual(OUTCOMES);
    expect(applicants).toEqual(T3_COLUMNS.slice(0, 6));
    for (const kind of ['rev', 'dir', 'post']) {
      expect(partsOf(tableOf(form, 't4'), `${kind}_total`)).toEqual(
        ['upheld', 'corrected', 'other', 'pending'].map(result => `${kind}_${result}`),
      );
    }
  });

  test('carries applications over from last year and maps the one 其他处理 of older files', () => {
    const carrying = tableOf(form, 't3').rows.filter(row => row.carriesFrom !== null);
    expect(carrying.map(row => [row.id, row.carriesFrom])).toEqual([['carried_in', 'carried_out']]);
    expect(form.olderRows).toEqual([
      { label: '（六）其他处理', table: 't3', row: 'oth_misc', note: '2019 年模板只有一行其他处理' },
    ]);
  });

  test('names what several units may each count', () => {
    expect(form.once.map(({ id, figures }) => [id, ...figures])).toEqual([
      ['co-defendant', 't4.dir_total', 't4.post_total'],
      ['joint-document', 't2.norm_made'],
    ]);
  });

  test('tells a nameless figure of table 四 by the headings above it', () => {
    const row = tableOf(form, 't4').rows.find(({ id }) => id === 'dir_upheld');
    expect(row).toMatchObject({ label: null, heads: ['lawsuit', 'direct', 'upheld'] });
  });

  test('asks seven texts and knows two older generations', () => {
    expect(form.texts.map(text => text.id)).toEqual(words('s1_active s1_request s1_manage s1_platform s1_guard s5 s6'));
    expect(form.texts.map(text => text.asks.join())).toEqual(
      words('overview overview overview overview overview problems fee'),
    );
    expect(form.generations.map(generation => generation.id)).toEqual(['2014', '2019']);
  });

  test('knows the columns beside the figures in every table', () => {
    for (const table of form.tables) {
      expect(table.columns.filter(column => column.kind === 'beside').map(column => column.id)).toContain(
        'beside_last_year',
      );
    }
  });
});

describe('the form annual-2014', () => {
  const form = formOf(copyOfTemplates(), 'annual-2014');
  const stat = tableOf(form, 'stat');

  test('has the 58 rows of the statistics table', () => {
    expect(STAT).toHaveLength(58);
    expect(rowIds(form, 'stat')).toEqual(STAT);
    expect(figures(stat)).toEqual([]);
  });

  test('adds its parts up', () => {
    const sizes = words('c_recv c_done c_reply c_reply_deny d_total e_total h_staff').map(
      id => partsOf(stat, id).length,
    );
    expect(sizes).toEqual([4, 2, 8, 6, 3, 3, 2]);
  });

  test('measures money in 万元 and everything else as counts', () => {
    expect(stat.rows.filter(row => row.measure === 'money').map(row => [row.id, row.unit])).toEqual([
      ['g_fee', '万元'],
      ['h_budget', '万元'],
    ]);
  });
});

describe('the form xifeng-2017', () => {
  test('has all of annual-2014 and two tables of its own', () => {
    const form = formOf(copyOfTemplates(), 'xifeng-2017');
    expect(form.tables.map(table => table.id)).toEqual(['stat', 'ways', 'key']);
    expect(rowIds(form, 'stat')).toEqual(STAT);
    expect(rowIds(form, 'ways')).toEqual(WAYS);
    expect(rowIds(form, 'key')).toEqual(KEY);
    expect(partsOf(tableOf(form, 'key'), 'key_total')).toEqual(KEY.slice(1));
    expect(form.generations.map(generation => generation.id)).toEqual(['2021', '2019']);
  });

  test('lays its own row and texts over those it extends', () => {
    const form = formOf(copyOfTemplates(), 'xifeng-2017');
    const complaints = tableOf(form, 'stat').rows.find(row => row.id === 'f_complaints');
    expect(complaints?.label?.aliases).toContain('申诉');
    expect(form.texts.map(text => [text.id, text.section])).toEqual([
      ['overview', '一、工作概述'],
      ['problems', '七、存在的主要问题及下一步打算'],
      ['plans', '七、存在的主要问题及下一步打算'],
    ]);
  });
});

describe('a form folder', () => {
  test('copied and renamed with other labels is a form of its own', () => {
    const folder = copyOfTemplates();
    renameSync(join(folder, 'annual-2021'), join(folder, 'annual-2030'));
    change(folder, 'annual-2030/form.yaml', 'id: annual-2021', 'id: annual-2030');
    change(folder, 'annual-2030/rows.csv', '行政强制,', '行政强制执行,');
    const form = formOf(folder, 'annual-2030');
    expect(tableOf(form, 't2').rows.find(row => row.id === 'coercion')?.label?.text).toBe('行政强制执行');
  });

  test('saved by a spreadsheet program as GB18030 with CRLF, or with a BOM, reads the same', () => {
    const folder = copyOfTemplates();
    const plain = formOf(folder, 'annual-2021').tables;
    const path = join(folder, 'annual-2021/rows.csv');
    const text = readFileSync(path, 'utf8').replaceAll('\n', '\r\n');
    writeFileSync(path, `\ufeff${text}`);
    expect(formOf(folder, 'annual-2021').tables).toEqual(plain);
    writeFileSync(path, inGbk(text));
    expect(formOf(folder, 'annual-2021').tables).toEqual(plain);
  });

  test('may hold empty lines and empty columns, as spreadsheet programs leave them', () => {
    const rows = SMALL['small/rows.csv'].trimEnd().split('\n');
    const padded = `${rows.map(row => `${row},,`).join('\n')}\n,,,,,,,,,,,\n\n`;
    expect(loadForms(folderWith({ ...SMALL, 'small/rows.csv': padded }))[0]?.tables).toEqual(
      loadForms(folderWith(SMALL))[0]?.tables,
    );
  });

  test('without form.yaml and rows.csv is no form', () => {
    expect(loadForms(folderWith({ ...SMALL, 'partials/head.hbs': '' })).map(form => form.id)).toEqual(['small']);
  });

  test('has the hash of its files, and of those it extends', () => {
    const folder = copyOfTemplates();
    const before = new Map(loadForms(folder).map(form => [form.id, form.hash]));
    expect(new Map(loadForms(folder).map(form => [form.id, form.hash]))).toEqual(before);
    change(folder, 'annual-2014/rows.csv', '当面申请数', '当面提出申请数');
    const changed = loadForms(folder).filter(form => form.hash !== before.get(form.id));
    expect(changed.map(form => form.id)).toEqual(['annual-2014', 'xifeng-2017']);
  });

  test('without a report takes over the one of the form it extends', () => {
    const report = 'report: {template: report.hbs, path: 年度报告.html}\n';
    const folder = folderWith({
      ...SMALL,
      'small/form.yaml': SMALL['small/form.yaml'] + report,
      'small/report.hbs': '{{title}}',
      'own/form.yaml': 'id: own\ntitle: 本区小表\nsince: 2020\nextends: small\n',
    });
    expect(formOf(folder, 'own').report).toEqual({ path: '年度报告.html', source: '{{title}}' });
    expect(formOf(folder, 'own').tables).toEqual(formOf(folder, 'small').tables);
  });
});

describe('a mistake in a form folder is a fault with file and line', () => {
  const faultOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
    const folder = folderWith(files);
    try {
      loadForms(folder);
    } catch (error) {
      if (error instanceof Fault) return error.message.replaceAll(`${folder}/`, '');
      throw error;
    }
    return 'no fault';
  };
  const rows = (before: string, after: string): string => faultOf(smallWith('small/rows.csv', before, after));
  const columns = (before: string, after: string): string => faultOf(smallWith('small/columns.csv', before, after));
  const yaml = (before: string, after: string): string => faultOf(smallWith('small/form.yaml', before, after));

  test('the small form itself has none', () => {
    expect(faultOf(SMALL)).toBe('no fault');
  });

  test.each([
    ['an unknown column name', rows('unit', 'units'), 'small/rows.csv:1: column "units" is unknown'],
    ['a missing column', rows(',carries_from', ''), 'small/rows.csv:1: column "carries_from" is missing'],
    ['an empty file', faultOf({ ...SMALL, 'small/rows.csv': '' }), 'small/rows.csv:1: is empty'],
    ['a comma too many', rows('total exhaustive,', 'total exhaustive,,x'), 'small/rows.csv:3: "x" stands in no column'],
    [
      'a cell under no name',
      faultOf({
        ...SMALL,
        'small/columns.csv': ',table,id,kind,label,aliases,under,part_of\nx,t,value,head,统计数,,,\n',
      }),
      'small/columns.csv:2: "x" stands in no column',
    ],
    ['an open quote', rows('1.当面', '"1.当面'), 'small/rows.csv:'],
    [
      'bytes that are no text',
      faultOf({ ...SMALL, 'small/rows.csv': Uint8Array.of(0xff, 0xff) }),
      'small/rows.csv: is neither',
    ],
    ['a row without id', rows('t,face', 't,'), 'small/rows.csv:3: row has no id'],
    ['an id that no rule could name', rows('t,face', 't,当面'), 'small/rows.csv:3: row id "当面"'],
    [
      'an id twice',
      rows('t,letter', 't,face'),
      'small/rows.csv:4: row "t.face" stands twice, first at small/rows.csv:3',
    ],
    ['an unknown table', rows('t,face', 'u,face'), 'small/rows.csv:3: table "u" is not in form.yaml'],
    ['an unknown whole', rows('total exhaustive', 'sum exhaustive'), 'small/rows.csv:3: part_of names "sum"'],
    ['an unknown kind of part', rows('exhaustive', 'all'), 'small/rows.csv:3: part_of "total all"'],
    ['an unknown severity', rows('exhaustive', 'exhaustive hard'), 'small/rows.csv:3: part_of "total exhaustive hard"'],
    [
      'a row that is part of itself',
      rows('total exhaustive', 'face exhaustive'),
      'small/rows.csv:3: row "face" is part of itself',
    ],
    ['an unknown head', rows('收到申请数,,件', '收到申请数,top,件'), 'small/rows.csv:3: heads names "top"'],
    ['an unknown carry-over', rows('count,,', 'count,,left'), 'small/rows.csv:2: carries_from names "left"'],
    ['an unknown measure', rows('件,count', '件,number'), 'small/rows.csv:2: row "total": measure is'],
    ['neither label nor heads', rows('收到申请数,,,', ',,,'), 'small/rows.csv:2: row "total" has neither'],
    ['an unknown kind of column', columns('head', 'main'), 'small/columns.csv:2: column "value": kind is'],
    ['a column without label', columns('统计数', ''), 'small/columns.csv:2: column "value" has no label'],
    [
      'a figure column of all tables',
      columns('beside', 'figure'),
      'small/columns.csv:3: column "note" is of all tables',
    ],
    ['a column id twice', columns('*,note', '*,value'), 'small/columns.csv:3: column "t.value" stands twice'],
    [
      'a part that holds no figures',
      columns('备注,,,', '备注,,,value exhaustive'),
      'small/columns.csv:3: column "note" holds no figures',
    ],
    ['broken YAML', yaml('title: 小表', 'title: [小表'), 'small/form.yaml:'],
    ['an unknown key', yaml('since', 'from'), 'small/form.yaml:3: "from" is unknown here'],
    ['a year that is none', yaml('2020', '今年'), 'small/form.yaml:3: "since"'],
    ['an end before the beginning', yaml('2020', '2020\nuntil: 2019'), 'small/form.yaml:4: ends 2019'],
    ['an id other than the folder', yaml('id: small', 'id: large'), 'small/form.yaml:1: id is "large"'],
    ['a table without title', yaml('    title: 申请情况\n', ''), 'small/form.yaml:5: "title" is missing'],
    [
      'a table without rows',
      yaml('texts:', '  - id: u\n    title: 空表\ntexts:'),
      'small/form.yaml:7: table "u" has no rows',
    ],
    ['a text without section', yaml('    section: 一、概述\n', ''), 'small/form.yaml:8: "section" is missing'],
    [
      'an unknown topic',
      yaml('    section: 一、概述\n', '    section: 一、概述\n    asks: [overview, fees]\n'),
      'small/form.yaml:10: asks names "fees"; known are overview, problems, fee',
    ],
    ['a generation without marks', yaml('[受理数]', '[]'), 'small/form.yaml:12: generation "old" has no marks'],
    [
      'an older row that leads nowhere',
      yaml('generations:', 'older_rows: [{label: 旧, table: t, row: gone, note: 旧}]\ngenerations:'),
      'small/form.yaml:11: older_rows names "t.gone"',
    ],
    [
      'what is counted once, without figures',
      yaml('generations:', 'once: [{id: joint, figures: [], why: 因, suggestion: 请}]\ngenerations:'),
      'small/form.yaml:11: once "joint" names no figures',
    ],
    [
      'what is counted once, without a reason',
      yaml('generations:', 'once: [{id: joint, figures: [t.total], suggestion: 请}]\ngenerations:'),
      'small/form.yaml:11: "why" is missing',
    ],
    [
      'a figure counted once that is none',
      yaml('generations:', 'once:\n  - {id: joint, figures: [t.gone], why: 因, suggestion: 请}\ngenerations:'),
      'small/form.yaml:12: once "joint" names "t.gone", which is no figure',
    ],
    [
      'two that are counted once by one id',
      yaml(
        'generations:',
        'once:\n  - &a {id: joint, figures: [t.total], why: 因, suggestion: 请}\n  - *a\ngenerations:',
      ),
      'small/form.yaml:13: once "joint" stands twice, first at small/form.yaml:12',
    ],
    ['an unknown base', yaml('since', 'extends: gone\nsince'), 'small/form.yaml:3: extends "gone"'],
    [
      'a base that is itself',
      yaml('since', 'extends: small\nsince'),
      'small/form.yaml:3: extends goes round in a circle',
    ],
    [
      'a report template that is missing',
      yaml('texts:', 'report:\n  template: report.hbs\n  path: 年度报告.html\ntexts:'),
      'small/form.yaml:8: the report template report.hbs is missing',
    ],
    [
      'a report outside output',
      yaml('texts:', 'report:\n  template: report.hbs\n  path: ../年度报告.html\ntexts:'),
      'small/form.yaml:9: "../年度报告.html" leads out',
    ],
  ])('%s', (_, message, due) => {
    expect(message.slice(0, due.length)).toBe(due);
  });

  test('form.yaml forgotten', () => {
    expect(faultOf({ 'lost/rows.csv': SMALL['small/rows.csv'] })).toBe('lost: form.yaml is missing');
  });
});

// Node writes no GB18030, so the bytes of each character are found by reading all pairs there are.
const inGbk = (text: string): Uint8Array => {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap(character => bytes.get(character) ?? character.charCodeAt(0)));
};
