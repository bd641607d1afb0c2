// `status`, `explain` and `check-forms`, as they are read on a terminal.
import { beforeAll, describe, expect, test } from 'vitest';
import { filedCsv, filedXlsx } from '../filed.ts';
import { folderWith, put } from '../files.ts';
import { nianbao, type Outcome } from './command.ts';

const input = folderWith();

beforeAll(async () => {
  put(input, {
    'units.csv': 'code,name,group\n01,教育局,部门\n02,民政局,部门\n03,财政局,\n11,董志镇,乡镇\n',
    '2024/教育局.csv': filedCsv('教育局', 2024),
    '2025/period.yaml': 'organ: 西峰区\ndue: 2026-01-31\n',
    '2025/部门/教育局.xlsx': await filedXlsx('教育局', 2025, {
      't2.permit.value': 12,
      't3.granted.natural': 3,
      't3.granted.total': 4,
    }),
    '2025/民政局\u001b[2J.xlsx': await filedXlsx('民政局', 2025, {
      't2.permit.value': '12\u202e3',
      't2.penalty.value': null,
    }),
    '2025/董志镇.csv': filedCsv('董志镇', 2025, { 't2.permit.value': '无', 't2.penalty.value': '约40' }),
  });
});

const ask = (command: string, ...args: readonly string[]): Promise<Outcome> =>
  nianbao([command, ...args, '--input', input, '--at', '2026-01-15']);

describe.concurrent('explain', () => {
  test('leads from the figure to units, files, cells and what was typed', async () => {
    const { code, stdout, stderr } = await ask('explain', '2025', 't2.permit');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      '2025年  t2.permit  行政许可（件）',
      '  合计 12  计入 2 个单位，未计入 2 个',
      '  教育局（01）  12  ← 部门/教育局.xlsx!年度报告!E10  原文“12”',
      '  民政局（02）  读不准，未计入  ← 民政局\\u{1b}[2J.xlsx!年度报告!E10  原文“12\\u{202e}3”',
      '  财政局（03）  没有可用的报表，未计入',
      '  董志镇（11）  0（写明没有）  ← 董志镇.csv!csv!E10  原文“无”',
      '',
    ]);
  });

  test('finds a figure by the end of its name or by its label, and one unit of it', async () => {
    const { stdout } = await ask('explain', '2025', 'penalty', '--unit', '11');
    expect(stdout).toMatch(
      /^2025年 {2}t2\.penalty {2}行政处罚（件）\n {2}董志镇（11） {2}约 40 {2}← .* {2}原文“约40”\n$/u,
    );
  });

  test('names the nearest where it knows none', async () => {
    const { code, stdout, stderr } = await ask('explain', '2025', 'new_recieved.total');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(JSON.parse(stderr).msg).toBe(
      'no item is named "new_recieved.total" in form annual-2021; did you mean t3.new_received.total?',
    );
  });
});

describe.concurrent('status', () => {
  test('says who has filed, who is missing and what is open, of the latest period', async () => {
    const { code, stdout, stderr } = await ask('status');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 7)).toEqual([
      '西峰区2025年  表式 annual-2021  截止 2026-01-31',
      '  应报 4，已报 3，未报 1',
      '  部门 2/2',
      '  未分组 0/1',
      '  乡镇 1/1',
      '  未报：财政局',
      '  文件 3：采用 3，被替代 0，冲突 0，未采用 0，忽略 0',
    ]);
    expect(stdout).toContain('\n  · “教育局”工作表“年度报告”');
    expect(stdout).not.toMatch(/\p{Cf}|\p{Cc}(?<!\n)/u);
  });

  test('of a period that is named', async () => {
    const { stdout } = await ask('status', '2024');
    expect(stdout).toMatch(/^2024年 {2}表式 annual-2021\n {2}应报 4，已报 1，未报 3\n/u);
  });
});

test('check-forms proves every form of the house', async () => {
  const { code, stdout, stderr } = await nianbao(['check-forms']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(
    stdout
      .split('\n')
      .filter(line => line !== '')
      .map(line => line.split(' ')[0]),
  ).toEqual(expect.arrayContaining(['annual-2014', 'annual-2021', 'xifeng-2017']));
  expect(stdout).toMatch(/^annual-2021 .*：3 张表，50 行，\d+ 项文字，\d+ 条规则，无问题$/mu);
});
