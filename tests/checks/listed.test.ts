// The lists of checks and formats hold what their folders hold.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../pipeline/checks/checks.ts';
import { FORMATS } from '../../pipeline/render/formats.ts';

const PIPELINE = join(import.meta.dirname, '../../pipeline');

/** By file name without `.ts`: the plain objects with an id and `method` that the files of a folder export. */
const exported = async (folder: string, method: 'run' | 'render'): Promise<Readonly<Record<string, string>>> => {
  const found: Record<string, string> = {};
  for (const file of readdirSync(join(PIPELINE, folder)).filter(name => name.endsWith('.ts'))) {
    const module: Readonly<Record<string, unknown>> = await import(join(PIPELINE, folder, file));
    for (const one of Object.values(module))
      if (typeof one === 'object' && one !== null && 'id' in one && method in one)
        found[file.slice(0, -3)] = String(one.id);
  }
  return found;
};

describe.each([
  ['checks', 'run', CHECKS.map(({ id }) => id)],
  ['render', 'render', FORMATS.map(({ id }) => id)],
] as const)('the list of %s', (folder, method, listed) => {
  test('holds every one of its folder, each named for its file', async () => {
    const files = await exported(folder, method);
    expect(Object.values(files)).toEqual(Object.keys(files));
    expect([...listed].sort()).toEqual(Object.keys(files).sort());
  });

  test('is sorted by id', () => {
    expect(listed).toEqual([...listed].sort());
  });
});

test('each check says in Chinese what must hold', () => {
  for (const { title } of CHECKS) expect(title).toMatch(/^\p{Script=Han}[\p{Script=Han}，、]+$/u);
});
