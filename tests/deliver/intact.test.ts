// Whether another run with the same documents would have anything to put right.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { intactIn } from '../../pipeline/deliver/intact.ts';
import { folderWith, put } from '../files.ts';
import { diskHolding, failure } from './disks.ts';
import { AFTER, documents, outputWith } from './edition.ts';

const REPORT = '年度报告.docx';

test('an edition as it was written is intact, and says whether it has a PDF', async () => {
  expect(intactIn(await outputWith(), '2025')).toEqual({ hasPdf: false });
  expect(intactIn(await outputWith({ '年度报告.docx': 'x', '年度报告.pdf': 'y' }), '2025')).toEqual({ hasPdf: true });
});

test('what people edited or added does not matter', async () => {
  const output = await outputWith();
  put(join(output, '2025'), { [REPORT]: '改过', '自己的.txt': 'x' });
  expect(intactIn(output, '2025')).not.toBeNull();
});

test.each<[string, (output: string) => void]>([
  ['a document is gone', output => rmSync(join(output, '2025', REPORT))],
  ['a table for programs was edited', output => put(output, { '2025/data/run.json': '{ }' })],
  ['a run was stopped while it wrote', output => mkdirSync(join(output, '.2025.new'))],
  ['a run was stopped between the renames', output => mkdirSync(join(output, '.2025.old'))],
  ['a run was stopped while it moved documents in', output => mkdirSync(join(output, '.2025.move'))],
  ['documents of two editions may lie there', output => put(output, { '2025/.nianbao.sha256.new': '' })],
  ['its list is gone', output => rmSync(join(output, '2025/.nianbao.sha256'))],
])('it is not where %s', async (_, change) => {
  const output = await outputWith();
  change(output);
  expect(intactIn(output, '2025')).toBeNull();
});

test('it is not where no run wrote the folder, or there is none', () => {
  expect(intactIn(folderWith({ '2025/教育局.xlsx': 'x' }), '2025')).toBeNull();
  expect(intactIn(folderWith(), '2025')).toBeNull();
});

test('a document that lies beside stays there while people have its name, and is put in its place after that', async () => {
  const output = await outputWith();
  put(join(output, '2025'), { [REPORT]: '改过' });
  await deliver(documents(AFTER), output, '2025');
  expect(intactIn(output, '2025')).not.toBeNull();
  rmSync(join(output, '2025', REPORT));
  expect(intactIn(output, '2025')).toBeNull();
});

test('one that lies beside because its own was open is waited with while that is so', async () => {
  const output = await outputWith();
  const held = diskHolding([join(output, '2025'), join(output, '2025', REPORT)], ({ name, args }) => {
    if (name === 'openSync' && args[0] === join(output, '2025', REPORT) && args[1] === 'r+') throw failure('EBUSY');
  });
  await deliver(documents(AFTER), output, '2025', { disk: held });
  expect(intactIn(output, '2025', held)).not.toBeNull();
  expect(intactIn(output, '2025')).toBeNull();
});
