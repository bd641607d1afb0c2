// A run that would make the same again leaves everything as it is; whatever could make another edition makes one.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunOptions, run } from '../../pipeline/commands/run.ts';
import type { Surroundings } from '../../pipeline/commands/surroundings.ts';
import { filedCsv } from '../filed.ts';
import { contentOf, folderWith, put } from '../files.ts';
import { optionsFor, surroundings } from './surroundings.ts';

const FILES = {
  'units.csv': 'code,name\n01,教育局\n02,民政局\n',
  '2024/教育局.csv': filedCsv('教育局', 2024, { 't2.permit.value': 7 }),
  '2025/period.yaml': 'due: 2026-01-31\n',
  '2025/教育局.csv': filedCsv('教育局', 2025, { 't2.permit.value': 12 }),
  '2025/~$教育局.csv': 'x',
};

/** Path, size and time of everything in the output but health.json and the cache, which are no part of an edition. */
const stateOf = (output: string): readonly string[] =>
  readdirSync(output, { recursive: true, encoding: 'utf8' })
    .filter(path => !/^(?:health\.json|cache\.sqlite)/u.test(path))
    .map(path => [path, statSync(join(output, path))] as const)
    .map(([path, { size, mtimeMs, ino }]) => `${path} ${size} ${mtimeMs} ${ino}`)
    .sort();

interface Place {
  readonly input: string;
  readonly output: string;
}

const made = async (files: Readonly<Record<string, string | Uint8Array>> = FILES): Promise<Place> => {
  const [input, output] = [folderWith(files), folderWith()];
  await run(optionsFor(input, output, { period: ['2025'] }), surroundings());
  return { input, output };
};

const again = async ({ input, output }: Place, more: Partial<RunOptions> = {}, around: Partial<Surroundings> = {}) => {
  const told = surroundings(around);
  const options = optionsFor(input, output, { period: ['2025'], at: '2026-01-21', ifChanged: true, ...more });
  return { code: await run(options, told), ...told };
};

describe('a run that changes nothing', () => {
  test('is silent, and leaves edition, record and archive as they are', async () => {
    const place = await made();
    const before = stateOf(place.output);
    expect(await again(place)).toMatchObject({ code: 0, printed: [], logged: [] });
    utimesSync(join(place.input, '2025/教育局.csv'), new Date(), new Date());
    expect(await again(place, { at: '2026-01-31' })).toMatchObject({ code: 0, printed: [], logged: [] });
    expect(stateOf(place.output)).toEqual(before);
  });

  test('keeps what people made of the report, and their own files', async () => {
    const place = await made();
    put(join(place.output, '2025'), { '年度报告.html': '改过', '自己的.txt': 'x' });
    expect(await again(place)).toMatchObject({ code: 0, printed: [], logged: [] });
    expect(contentOf(join(place.output, '2025'))['年度报告.html']).toBe('改过');
  });

  test('still ends with 1 under --strict where fatal findings are open', async () => {
    const late = await made({ ...FILES, '2025/period.yaml': 'due: 2026-01-10\n' });
    expect(await again(late, { strict: true })).toMatchObject({ code: 1, printed: [] });
    expect((await again(await made(), { strict: true })).code).toBe(0);
  });

  test('of several periods makes those that changed only', async () => {
    const place = await made();
    await again(place, { period: [] });
    put(place.input, { '2025/民政局.csv': filedCsv('民政局', 2025) });
    const { printed } = await again(place, { period: [] });
    expect(printed.map(line => line.slice(0, 5))).toEqual(['2025年']);
  });
});

const bytesOf = (path: string, value: number) => ({ [path]: filedCsv('教育局', 2025, { 't2.permit.value': value }) });

interface Change {
  readonly after: string;
  readonly change?: (place: Place) => void;
  readonly options?: Partial<RunOptions>;
  readonly around?: Partial<Surroundings>;
}

/** What happens, and how the run after it is called. */
const CHANGES: readonly Change[] = [
  {
    after: 'a file that says something else in as many bytes',
    change: ({ input }) => put(input, bytesOf('2025/教育局.csv', 13)),
  },
  { after: 'a file more', change: ({ input }) => put(input, { '2025/民政局.csv': filedCsv('民政局', 2025) }) },
  { after: 'a file less', change: ({ input }) => rmSync(join(input, '2025/~$教育局.csv')) },
  {
    after: 'another name',
    change: ({ input }) => renameSync(join(input, '2025/教育局.csv'), join(input, '2025/教育局更正.csv')),
  },
  {
    after: 'a roster with another group',
    change: ({ input }) => put(input, { 'units.csv': 'code,name,group\n01,教育局,部门\n02,民政局,\n' }),
  },
  { after: 'other settings', change: ({ input }) => put(input, { '2025/period.yaml': 'due: 2026-01-30\n' }) },
  { after: 'the year before', change: ({ input }) => put(input, { '2024/民政局.csv': filedCsv('民政局', 2024) }) },
  { after: 'a document that is gone', change: ({ output }) => rmSync(join(output, '2025/总览.html')) },
  {
    after: 'a table for programs that somebody edited',
    change: ({ output }) => put(output, { '2025/data/totals.csv': 'x' }),
  },
  { after: 'an edition that is gone', change: ({ output }) => rmSync(join(output, '2025'), { recursive: true }) },
  { after: 'a run that was cut off', change: ({ output }) => mkdirSync(join(output, '.2025.new')) },
  { after: 'an archive that is gone', change: ({ output }) => rmSync(join(output, 'archive'), { recursive: true }) },
  { after: 'a record that is gone', change: ({ output }) => rmSync(join(output, 'ledger.sqlite')) },
  { after: 'another limit', options: { maxFile: 5 } },
  { after: 'another program', options: { maxFile: 5 }, around: { program: () => 'another' } },
  {
    after: 'the day after the last for returns',
    options: { maxFile: 5, at: '2026-02-01' },
    around: { program: () => 'another' },
  },
];

describe('an edition is made anew after', () => {
  let place: Place;
  beforeAll(async () => {
    place = await made();
  });

  test.each(CHANGES)('$after, and the run after that is silent', async ({ change, options, around }) => {
    change?.(place);
    expect((await again(place, options, around)).printed).toHaveLength(1);
    expect(await again(place, options, around)).toMatchObject({ printed: [], logged: [] });
  });
});

test('templates that changed make it anew, and what an editor leaves beside them does not', async () => {
  const place = await made();
  const templates = folderWith(contentOf(surroundings().templates));
  await again(place, {}, { templates });
  writeFileSync(join(templates, 'annual-2021/~$rows.xlsx'), 'x');
  expect((await again(place, {}, { templates })).printed).toEqual([]);
  writeFileSync(join(templates, 'page/page.css'), 'body { color: black; }');
  expect((await again(place, {}, { templates })).printed).toHaveLength(1);
});
