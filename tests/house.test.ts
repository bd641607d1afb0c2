// What is wrong in the house itself is said before any return is opened.
import { appendFileSync, cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHouse } from '../pipeline/house.ts';

const ROOT = join(import.meta.dirname, '..');
const SILENT = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} } as const;

test('a report template with an unknown figure is a fault with its place, and no file was read', async () => {
  const templates = mkdtempSync(join(tmpdir(), 'nianbao-'));
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
