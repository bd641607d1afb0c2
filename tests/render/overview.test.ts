// What the overview says, without a browser.
import { describe, expect, test } from 'vitest';
import type { Edition, Finding } from '../../pipeline/model.ts';
import { overviewModel } from '../../pipeline/render/overview/model.ts';
import { overviewHtml } from '../../pipeline/render/overview-html.ts';
import { finding, judgement } from '../made.ts';
import { type District, districtEdition } from './district.ts';
import { unit } from './edition.ts';
import { formNamed, KIT } from './house.ts';

const form = formNamed('annual-2021');
const units = [
  { ...unit('01', '教育局'), contact: '张主任' },
  unit('02', '民政局'),
  { ...unit('11', '董志镇', '乡镇'), contact: '李\n所长' },
];
const about = (code: string | null, more: Partial<Finding>): Finding =>
  finding({ place: { unit: code, table: 't3', row: 'granted', column: 'total', ref: null }, ...more });
const modelOf = (more: Partial<District> = {}, change: Partial<Edition> = {}) =>
  overviewModel({ ...districtEdition({ form, units, ...more }), ...change });

describe('the verdict', () => {
  const verdict = (...given: Parameters<typeof modelOf>) => modelOf(...given).verdict;

  test('lets publish what nothing fatal stands against', () => {
    expect(verdict()).toEqual({ isReady: true, text: '可以发布' });
    expect(verdict({ findings: [about('01', { severity: 'info' })] }).text).toBe('可以发布');
    expect(verdict({ findings: [about('01', { severity: 'fatal', status: 'explained' })] }).text).toBe('可以发布');
  });

  test('says what is still to be answered', () => {
    const findings = [about('01', {}), about(null, {}), about('02', { status: 'explained' })];
    expect(verdict({ findings })).toEqual({ isReady: true, text: '可以发布，但还有 2 条核实性问题没有答复' });
  });

  test('counts all that stands against it', () => {
    const findings = [
      about('01', { severity: 'fatal' }),
      about('01', { severity: 'fatal' }),
      about(null, { severity: 'fatal' }),
    ];
    const district = { filed: ['01', '02'], findings, judgements: [judgement({ status: 'conflict' })] };
    expect(verdict(district, { failures: ['a check threw'] })).toEqual({
      isReady: false,
      text: '还不能发布：1 个单位未报，1 个单位的报表须更正（2 处），另有 1 条强制性问题，1 份文件相互冲突，有核对没能运行，请告诉维护人员',
    });
  });
});

describe('what is to be done', () => {
  test('names the missing units by group with whom to ask, a line a group', () => {
    expect(modelOf({ filed: ['02'] }).toDo.missingText).toBe(
      [
        '请以下单位于 2026-01-31 前报送2025年政府信息公开报表（3 个应报单位中还缺以下单位）：',
        '部门：教育局（张主任）',
        '乡镇：董志镇（李 所长）',
      ].join('\n'),
    );
  });

  test('says that the day is past, or that none is set', () => {
    expect(modelOf({ filed: ['02'] }, { at: '2026-02-01' }).toDo.missingText).toMatch(
      /^2025年.*应于 2026-01-31 前报送，请以下单位抓紧补报/u,
    );
    expect(modelOf({ filed: ['02'], plan: { due: null } }).toDo.missingText).toMatch(/^请以下单位尽快报送2025年/u);
  });

  test('says where a missing unit did send something', () => {
    const judgements = [judgement({ unit: '11', status: 'conflict' }), judgement({ unit: '11', status: 'conflict' })];
    const { missing, files } = modelOf({ filed: ['01', '02'], judgements }).toDo;
    expect(missing.map(({ note }) => note)).toEqual(['已交 2 份文件，但都没有采用，原因见“文件”']);
    expect(files.map(({ status }) => status)).toEqual(['冲突', '冲突']);
  });

  test('puts each unit that filed in one list', () => {
    const findings = [about('01', { severity: 'fatal' }), about('01', {}), about('11', {})];
    const { returned, asked, ready, returnedText, askedText } = modelOf({ findings }).toDo;
    expect([returned, asked, ready].map(list => list.map(({ name }) => name))).toEqual([
      ['教育局'],
      ['董志镇'],
      ['民政局'],
    ]);
    expect(returnedText).toBe('以下单位的报表须更正后重报，问题见退回的工作簿（1 个）：\n部门：教育局（张主任，1 处）');
    expect(askedText).toContain('乡镇：董志镇（李 所长，1 处）');
  });
});

test('a rate of filing is 100 only where all have filed', () => {
  const many = Array.from({ length: 300 }, (_, i) => unit(String(i), `单位${i}`, i < 150 ? '部门' : ''));
  const { groups, all } = modelOf({ units: many, filed: many.slice(1).map(({ code }) => code) }).filing;
  expect(groups.map(({ name, percent, lacking }) => [name, percent, lacking])).toEqual([
    ['部门', 99, 1],
    ['未分组', 100, 0],
  ]);
  expect(all).toEqual({ name: '合计', due: 300, filed: 299, lacking: 1, percent: 99 });
});

test('the page has the same bytes for the same edition', async () => {
  const page = async () => {
    const edition = districtEdition({
      form,
      units,
      previous: districtEdition({ form, units, plan: { period: '2024' } }),
    });
    const [document] = await overviewHtml.render(edition, KIT);
    return new TextDecoder().decode(document?.bytes);
  };
  const first = await page();
  expect(first).toContain('<svg role="img"');
  expect(await page()).toBe(first);
});

test('a page can be made where nothing came', async () => {
  const [document] = await overviewHtml.render(
    districtEdition({ form, units, filed: [], plan: { organ: null, due: null } }),
    KIT,
  );
  const text = new TextDecoder().decode(document?.bytes);
  expect(text).toContain('还不能发布：3 个单位未报');
  expect(text.replace(/<script[\s\S]*?<\/script>/gu, '')).not.toMatch(/undefined|NaN|\[object/u);
});
