// What is wrong in the house itself is said before any return is opened; what is written to meanwhile is left.
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHouse } from '../pipeline/house.ts';

import { folderWith } from './files.ts';
import { SILENT } from './silent.ts';

const ROOT = join(import.meta.dirname, '..');

test('a report template with an unknown figure is a fault with its place, and no file was read', async () => {
  const templates = folderWith();
  cpSync(join(ROOT, 'templates'), templates, { recursive: true });
  appendFileSync(join(templates, 'annual-2021/report.hbs'), '\n<p>{{数 t3.new_received.totl}}</p>\n');
  const read: string[] = [];
  const house = await openHouse({ input: join(ROOT, 'input'), templates }, '2026-01-20', SILENT, (_, path) => {
    read.push(path);
  });
  try {
    await expect(house.edition('2021')).rejects.toThrow(/templates\/annual-2021\/report\.hbs:\d+:\d+: .*totl/u);
    expect(read).toEqual([]);
  } finally {
    await house.close();
  }
});

test('a file that grows while the others are read waits for the next run, which takes it whole', async () => {
  const half = readFileSync(join(ROOT, 'tests/cases/a-sound-return/甲局.csv'), 'utf8').replaceAll(/«[^»]*»/gu, '');
  const units = readFileSync(join(ROOT, 'tests/cases/a-sound-return/units.csv'), 'utf8');
  const input = folderWith({
    'units.csv': units,
    '2023/period.yaml': 'form: annual-2021',
    '2023/甲局.csv': half,
    '2023/说明.csv': 'x',
  });
  const places = { input, templates: join(ROOT, 'templates') };
  let isWriting = true;
  const told = async (): Promise<readonly string[]> => {
    const house = await openHouse(places, '2024-01-20', SILENT, (_, path) => {
      if (path === '说明.csv' && isWriting) appendFileSync(join(input, '2023/甲局.csv'), '\n');
      isWriting = isWriting && path !== '说明.csv';
    });
    const { judgements } = await house.edition('2023');
    await house.close();
    return judgements.map(({ delivery, status, reason }) => `${delivery.path} ${status} ${reason}`);
  };
  expect((await told())[0]).toBe('甲局.csv ignored 文件正在写入或刚被改动，留待下次运行');
  expect((await told())[0]).toMatch(/^甲局\.csv (?:accepted|rejected) /u);
});
