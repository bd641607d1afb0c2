// A document that somebody has open costs nobody the edition: the others are replaced, the new one lies beside until it is closed.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import type { Disk } from '../../pipeline/deliver/disk.ts';
import { put } from '../files.ts';
import { diskHolding, diskWith, failure } from './disks.ts';
import { AFTER, BEFORE, documents, editionIn, entries, outputWith, type Texts } from './edition.ts';

const REPORT = '年度报告.docx';
const BESIDE = '年度报告（新）.docx';

/** The documents, and with them the period's folder, in which somebody has them open. */
const holding = (output: string, ...paths: readonly string[]): Disk =>
  diskHolding([join(output, '2025'), ...paths.map(path => join(output, '2025', path))]);

const run = (output: string, files: Texts = AFTER, disk?: Disk) =>
  deliver(documents(files), output, '2025', disk === undefined ? {} : { disk });

test('the others are replaced, and the new one lies beside, run after run', async () => {
  const output = await outputWith();
  for (const text of ['一', '二']) {
    const kept = await run(output, { ...AFTER, [REPORT]: text }, holding(output, REPORT));
    expect(kept).toEqual([{ why: 'open', path: REPORT, beside: BESIDE }]);
    expect(editionIn(output)).toEqual({ ...AFTER, [REPORT]: '旧', [BESIDE]: text });
    expect(entries(output)).toEqual(['2025']);
  }
});

test.each([
  ['by the folder', () => undefined],
  ['one by one', (output: string) => holding(output)],
])('once it is closed, the new one has its name and nothing lies beside: %s', async (_, disk) => {
  const output = await outputWith();
  await run(output, AFTER, holding(output, REPORT));
  expect(await run(output, AFTER, disk(output))).toEqual([]);
  expect(editionIn(output)).toEqual(AFTER);
  expect(entries(join(output, '2025'))).not.toContain('退回');
});

test('what was saved after all is an edited document like others', async () => {
  const output = await outputWith();
  await run(output, AFTER, holding(output, REPORT));
  put(join(output, '2025'), { [REPORT]: '改过' });
  const kept = [{ why: 'edited', path: REPORT, beside: BESIDE }];
  for (const disk of [undefined, holding(output), holding(output, REPORT)]) {
    expect(await run(output, AFTER, disk)).toEqual(kept);
    expect(editionIn(output)).toEqual({ ...AFTER, [REPORT]: '改过', [BESIDE]: AFTER[REPORT] });
  }
});

test('where the new one is open, too, the next lies under a number, and goes when both are closed', async () => {
  const output = await outputWith();
  await run(output, AFTER, holding(output, REPORT));
  const kept = await run(output, { ...AFTER, [REPORT]: '更新' }, holding(output, REPORT, BESIDE));
  expect(kept).toEqual([{ why: 'open', path: REPORT, beside: '年度报告（新2）.docx' }]);
  expect(editionIn(output)).toEqual({ ...AFTER, [REPORT]: '旧', [BESIDE]: '新', '年度报告（新2）.docx': '更新' });
  expect(await run(output)).toEqual([]);
  expect(editionIn(output)).toEqual(AFTER);
});

test('a document that the run makes no more stays while it is open', async () => {
  const output = await outputWith();
  await run(output, AFTER, holding(output, '退回/教育局.xlsx'));
  expect(editionIn(output)).toEqual({ ...AFTER, '退回/教育局.xlsx': 'x' });
  await run(output);
  expect(editionIn(output)).toEqual(AFTER);
});

test('one that cannot even be read is taken for neither edited nor ours until it is closed', async () => {
  const output = await outputWith();
  const path = join(output, '2025', REPORT);
  const unreadable = diskHolding([join(output, '2025'), path], ({ name, paths }) => {
    if (['openSync', 'copyFileSync'].includes(name) && paths[0] === path) throw failure('EBUSY');
  });
  expect(await run(output, AFTER, unreadable)).toEqual([{ why: 'open', path: REPORT, beside: BESIDE }]);
  expect(editionIn(output)).toEqual({ ...AFTER, [REPORT]: '旧', [BESIDE]: '新' });
  expect(await run(output)).toEqual([]);
  expect(editionIn(output)).toEqual(AFTER);
});

test('what people added stays, and what they changed of data goes aside', async () => {
  const output = await outputWith();
  mkdirSync(join(output, '2025/存档'));
  put(join(output, '2025'), { '批示.txt': '阅', '~$年度报告.docx': '谁', 'data/run.json': '改过' });
  expect(await run(output, AFTER, holding(output, REPORT, '批示.txt', '~$年度报告.docx'))).toEqual([
    { why: 'open', path: REPORT, beside: BESIDE },
    { why: 'aside', path: 'data/run.json', beside: 'data/run（人工修改）.json' },
  ]);
  const added = { '批示.txt': '阅', '~$年度报告.docx': '谁', 'data/run（人工修改）.json': '改过' };
  expect(editionIn(output)).toEqual({ ...AFTER, ...added, [REPORT]: '旧', [BESIDE]: '新' });
  expect(readdirSync(join(output, '2025'))).toContain('存档');
  expect(await run(output)).toEqual([]);
  expect(editionIn(output)).toEqual({ ...AFTER, ...added });
});

test('a file saved while the folder is being replaced is not lost', async () => {
  const output = await outputWith();
  const disk = diskWith(({ name, paths }) => {
    if (name === 'renameSync' && paths[1]?.endsWith('.2025.old')) put(join(output, '2025'), { [REPORT]: '刚存' });
  });
  expect(await run(output, AFTER, disk)).toEqual([{ why: 'edited', path: REPORT, beside: BESIDE }]);
  expect(editionIn(output)).toEqual({ ...AFTER, [REPORT]: '刚存', [BESIDE]: '新' });
});

test('an edition before that can neither be moved nor written to is unchanged', async () => {
  const output = await outputWith();
  const disk = diskWith(({ name, paths }) => {
    if (name === 'renameSync' && paths.some(path => path === join(output, '2025') || path.includes('2025/')))
      throw failure('EACCES');
  });
  await expect(run(output, AFTER, disk)).rejects.toThrow(/the one before is unchanged/u);
  expect(editionIn(output)).toEqual(BEFORE);
});
