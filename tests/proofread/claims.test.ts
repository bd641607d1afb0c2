// Claims of published reports, re-typed: what is wrong is found, with its arithmetic, and nothing else is objected to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isError } from '../../pipeline/proofread/print.ts';
import { proofread } from '../../pipeline/proofread/proofread.ts';
import type { Claim } from '../../pipeline/proofread/words.ts';

interface Expected {
  readonly text: readonly string[];
  /** Kind and arithmetic of each error, and of each claim that holds. */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

const FIXTURE: readonly Expected[] = readFileSync(join(import.meta.dirname, 'claims.jsonl'), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line));

const told = (claims: readonly Claim[]): readonly string[] =>
  claims.map(({ kind, arithmetic }) => `${kind} ${arithmetic}`);

describe('a claim is judged as a person would', () => {
  test.each(FIXTURE)('$text', ({ text, wrong, right }) => {
    const claims = proofread(text, null);
    expect(told(claims.filter(isError))).toEqual(wrong);
    expect(told(claims.filter(({ outcome }) => outcome === 'held'))).toEqual(right);
  });
});

describe('the report of 2017', () => {
  const paragraphs = readFileSync(join(import.meta.dirname, 'report-2017.txt'), 'utf8').split('\n');
  const claims = proofread(paragraphs, null);
  const errors = claims.filter(isError);
  const held = told(claims.filter(({ outcome }) => outcome === 'held')).join('\n');

  test('has five errors', () => {
    expect(errors.map(({ arithmetic }) => arithmetic.replace(/^.* = (\d+ ≠)/u, '$1'))).toEqual([
      '718 ≠ 798',
      '172 ≠ 92',
      '88 ÷ 92 = 95.652% ≠ 95.6%',
      '1 ÷ 92 = 1.087% ≠ 1.2%',
      '3 ÷ 92 = 3.261% ≠ 3.2%',
    ]);
  });

  test('says what the difference may come from', () => {
    expect(errors[0]?.message).toContain('比总数798条少80（差额等于“属于已主动公开的80件”，重复计算？）');
    expect(errors[2]?.message).toContain('截断');
  });

  test.each(['61 + 20 + 6 + 5 = 92', '3 + 46 = 49', '80 ÷ 92 = 86.96% → 87%', '4 ÷ 92 = 4.348% → 4.3%'])(
    'is right that %s',
    right => {
      expect(held).toContain(right);
    },
  );
});

test('digits that changed places are told', () => {
  const [error] = proofread(['主动公开政府信息1913条，其中区直单位1397条，乡镇534条。'], null).filter(isError);
  expect(error?.message).toContain('数字颠倒？');
});

test('a sentence that says itself that it does not add up is no error', () => {
  const claims = proofread(['收到申请92件，分别为当面61件、网上20件【待核：各项合计81件，与92件不符】。'], null);
  expect(claims.map(({ outcome }) => outcome)).toEqual(['marked']);
});
