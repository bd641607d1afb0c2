// `proofread`, as it is called.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../files.ts';
import { nianbao } from './command.ts';

const folder = folderWith({
  '错.txt': '收到申请92件，分别为当面61件、网上21件。\n召开会议3次。\n',
  '对.html': '<html><body><p>收到申请92件，其中当面61件、网上31件。</p></body></html>',
  '坏.docx': 'PK\u0003\u0004',
});

test('prints the errors with their arithmetic, and the counts', async () => {
  const { code, stdout } = await nianbao(['proofread', join(folder, '错.txt')]);
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      '【不符】',
      '1. 合计（把握：高） 各项合计82，比总数92件少10',
      '   算式：61 + 21 = 82 ≠ 92',
      '   原文：收到申请92件，分别为当面61件、网上21件。',
      '',
      '核对1处：相符0，不符1（把握高1、中0），已标待核0，把握不大0。',
      '',
    ].join('\n'),
  );
});

test('prints what holds with --all', async () => {
  const { stdout } = await nianbao(['proofread', join(folder, '对.html'), '--all']);
  expect(stdout).toContain('算式：61 + 31 = 92');
});

test('exits with 1 under --strict when it is sure of an error, and with 0 when it is not', async () => {
  expect((await nianbao(['proofread', join(folder, '错.txt'), '--strict'])).code).toBe(1);
  expect((await nianbao(['proofread', join(folder, '对.html'), '--strict'])).code).toBe(0);
});

test('a file that is no writing, or not there, is a fault', async () => {
  expect((await nianbao(['proofread', join(folder, '坏.docx')])).code).toBe(2);
  expect((await nianbao(['proofread', join(folder, '无.docx')])).code).toBe(2);
});
