// The reports that we make of the sample pass our own proofreading, but for what truly does not add up.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../pipeline/house.ts';
import { openLog } from '../../pipeline/log.ts';
import { isError } from '../../pipeline/proofread/print.ts';
import { proofread } from '../../pipeline/proofread/proofread.ts';
import { sumIndexOf } from '../../pipeline/proofread/sum-index.ts';
import type { Claim } from '../../pipeline/proofread/words.ts';
import { readDocument } from '../../pipeline/read/document.ts';
import { documentsIn } from '../documents.ts';

const ROOT = join(import.meta.dirname, '../..');
let house: House;

beforeAll(async () => {
  const places = { input: join(ROOT, 'input'), templates: join(ROOT, 'templates') };
  house = await openHouse(places, '2026-01-20', openLog('silent'), () => {});
});

afterAll(() => house.close());

const claimsOf = async (period: string): Promise<readonly Claim[]> => {
  const edition = await house.edition(period);
  const report = (await documentsIn(house.documents(edition))).find(({ path }) => path === '年度报告.html');
  const writing = readDocument(report?.bytes ?? new Uint8Array());
  return writing.kind === 'writing' ? proofread(writing.paragraphs, sumIndexOf(edition)) : [];
};

/** The figures of these units do not balance, and findings say so. */
test.each([
  ['2017', [], ['718 ≠ 798']],
  ['2021', ['收办 71 + 0 ≠ 69 + 1'], []],
  ['2022', ['收办 78 + 1 ≠ 75 + 0'], ['79 ≠ 75']],
  ['2023', ['收办 3621 + 96 ≠ 3567 + 121'], ['3593 ≠ 3567']],
])('the report of %s has no other errors', async (period, errors, marked) => {
  const claims = await claimsOf(period);
  expect(claims.filter(isError).map(({ kind, arithmetic }) => `${kind} ${arithmetic}`)).toEqual(errors);
  const own = claims.filter(({ outcome }) => outcome === 'marked');
  expect(own.map(({ arithmetic }) => arithmetic.replace(/^.* = /u, ''))).toEqual(marked);
  expect(claims.filter(({ kind, outcome }) => kind === '汇总' && outcome === 'held').length).toBeGreaterThan(4);
});

test('a number that is not the sum is told with the sum and its scope', async () => {
  const sums = sumIndexOf(await house.edition('2017'));
  const [claim] = proofread(['本年收到政府信息公开申请29件。'], sums);
  expect(claim).toMatchObject({ kind: '汇总', outcome: 'broken', arithmetic: '29 ≠ 92' });
  expect(claim?.message).toMatch(/西峰区2017汇总，26个单位：.*92.*数字颠倒？/u);
});

test('received means the new applications, or those and the carried ones', async () => {
  const sums = sumIndexOf(await house.edition('2022'));
  for (const [number, outcome] of [
    [78, 'held'],
    [79, 'held'],
    [80, 'broken'],
  ] as const)
    expect(proofread([`2022年，收到政府信息公开申请${number}件。`], sums)).toMatchObject([{ kind: '汇总', outcome }]);
});
