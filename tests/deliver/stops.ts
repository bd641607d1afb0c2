// An output folder in which people have worked, an edition that is to come, and what may be seen when its delivery is cut off.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import type { Disk } from '../../pipeline/deliver/disk.ts';
import { Fault } from '../../pipeline/fault.ts';
import { contentOf, folderWith, put } from '../files.ts';
import { type Before, diskHolding, quick } from './disks.ts';
import { documents, type Texts } from './edition.ts';

const FIRST: Texts = {
  '年度报告.docx': '第一版报告',
  '汇总表.xlsx': '第一版汇总表',
  'data/run.json': '{"edition":1}',
  '退回/教育局.xlsx': '第一版退回表',
};
const PEOPLE: Texts = { '年度报告.docx': '人改过的报告', 'data/run.json': '人改过', '批示.txt': '阅' };
export const NEXT: Texts = {
  '年度报告.docx': '第二版报告',
  '汇总表.xlsx': '第二版汇总表',
  'data/run.json': '{"edition":2}',
  '审核清单.xlsx': '第二版清单',
};

export const OLD: Texts = { ...FIRST, ...PEOPLE };

/** Who has what open. `open`: the documents that cannot be replaced; the folder cannot be renamed then either. */
export interface Route {
  readonly isFolderHeld: boolean;
  readonly open: readonly string[];
}

export const ROUTES: Readonly<Record<string, Route>> = {
  'as a whole': { isFolderHeld: false, open: [] },
  'one by one': { isFolderHeld: true, open: [] },
  'with one document open': { isFolderHeld: true, open: ['汇总表.xlsx'] },
};

const edited = (next: Texts): Texts => ({
  ...next,
  '批示.txt': '阅',
  '年度报告.docx': '人改过的报告',
  '年度报告（新）.docx': next['年度报告.docx'] ?? '',
  'data/run（人工修改）.json': '人改过',
});

/** The new edition as people see it. */
export const newIn = ({ open }: Route): Texts => {
  const beside = open.map(path => [path.replace('.', '（新）.'), NEXT[path] ?? '']);
  const stays = open.map(path => [path, FIRST[path] ?? '']);
  return { ...edited(NEXT), ...Object.fromEntries([...beside, ...stays]) };
};

export const worked = async (): Promise<string> => {
  const output = folderWith();
  await deliver(documents(FIRST), output, '2025', { disk: quick() });
  put(join(output, '2025'), PEOPLE);
  mkdirSync(join(output, '2025/存档'));
  return output;
};

export const diskOf = (output: string, { isFolderHeld, open }: Route, before: Before): Disk =>
  diskHolding(isFolderHeld ? [join(output, '2025'), ...open.map(path => join(output, '2025', path))] : [], before);

/** The edition as people see it; between two renames it is away, and lies whole beside. */
export const seenIn = (output: string): Texts => {
  const folder = ['2025', '.2025.old'].map(name => join(output, name)).find(existsSync) ?? '';
  const own = Object.entries(contentOf(folder)).filter(([path]) => !path.startsWith('.nianbao'));
  return Object.fromEntries(own);
};

/** One edition whole; or, while documents are moved in one by one, each of them whole. */
export const expectWhole = (seen: Texts, route: Route, mayBeMixed: boolean): void => {
  const next = newIn(route);
  const isEdition = [OLD, next].some(edition => isSame(edition, seen));
  if (isEdition) return;
  if (!mayBeMixed || !route.isFolderHeld) expect(seen).toEqual(OLD);
  for (const [path, text] of Object.entries(seen)) expect([OLD[path], next[path]], path).toContain(text);
  for (const path of Object.keys(OLD).filter(name => name in next))
    expect(Object.keys(seen)).toContain(moved(path, seen));
};

// Data that people edited has no name for a moment, between going aside and the new one's coming.
const moved = (path: string, seen: Texts): string =>
  path === 'data/run.json' && !(path in seen) ? 'data/run（人工修改）.json' : path;

const isSame = (a: Texts, b: Texts): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([path, text]) => b[path] === text);

/** A next run that fails leaves one edition whole, and one that succeeds its own, with all that people have. */
export const expectRecovery = async (output: string, route: Route): Promise<void> => {
  const failing = deliver(documents({ a: '1', 'a/b': '2' }), output, '2025', { disk: quick() });
  await expect(failing).rejects.toThrow(Fault);
  expectWhole(seenIn(output), { ...route, open: wereOpen(output, route) }, false);
  const third = { ...NEXT, '审核清单.xlsx': '第三版清单' };
  await deliver(documents(third), output, '2025', { disk: quick() });
  expect(seenIn(output)).toEqual(edited(third));
  expect(existsSync(join(output, '2025/存档'))).toBe(true);
};

// What was open when the delivery was cut off is closed by now: it lies beside if it was laid there before.
const wereOpen = (output: string, { open }: Route): readonly string[] =>
  open.filter(path => existsSync(join(output, '2025', path.replace('.', '（新）.'))));
