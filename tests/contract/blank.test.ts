// Blanks by the command: all units, one unit, and one unit beside those that stand there.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../files.ts';
import { nianbao } from './command.ts';

const FILES = { 'units.csv': 'code,name\n01,教育局\n02,民政局\n03,董志镇\n' };

test('blanks are written before the period has a folder, of one unit without touching the others', async () => {
  const [input, output] = [folderWith(FILES), folderWith()];
  const blank = (...more: readonly string[]) =>
    nianbao(['blank', '2025', '--input', input, '--output', output, '--at', '2025-12-01', ...more]);
  const names = (): readonly string[] =>
    readdirSync(join(output, '2025/空白表'))
      .filter(name => name.endsWith('.xlsx'))
      .sort();
  expect((await blank('--unit', '02')).stdout).toMatch(/^2025年：空白表 1 份 → /u);
  expect(names()).toEqual(['民政局.xlsx']);
  expect((await blank('--unit', '01')).code).toBe(0);
  expect(names()).toEqual(['教育局.xlsx', '民政局.xlsx']);
  expect((await blank()).code).toBe(0);
  expect(names()).toHaveLength(3);
  expect((await blank('--unit', '09')).code).toBe(2);
  expect(names()).toHaveLength(3);
});
