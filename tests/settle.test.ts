// Which of a unit's files counts, and what is said of the others.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from '../pipeline/settle.ts';
import { settle } from '../pipeline/settle.ts';
import { frozen, sent } from './made.ts';

const sure = (ret: Candidate['ret']): Candidate => ({ ret, disputed: false });

/** What became of the files: `path status reason`, by path. */
const told = (...candidates: readonly Candidate[]): readonly string[] =>
  settle(candidates).judgements.map(({ delivery, status, reason }) => `${delivery.path} ${status} ${reason}`.trim());

const counted = (...candidates: readonly Candidate[]): readonly string[] =>
  settle(candidates).returns.map(({ delivery }) => delivery.path);

test('each unit has one return, by code', () => {
  const candidates = [sure(sent('02', 'a.xlsx')), sure(sent('01', 'b.xlsx'))];
  expect(counted(...candidates)).toEqual(['b.xlsx', 'a.xlsx']);
  expect(told(...candidates)).toEqual(['a.xlsx accepted', 'b.xlsx accepted']);
});

test('a correction replaces what it corrects', () => {
  const candidates = [
    sure(sent('01', '教育局.xlsx', { 'list.press': '1' })),
    sure(sent('01', '教育局（更正）.xlsx', { 'list.press': '2' }, { rank: 1 })),
  ];
  expect(counted(...candidates)).toEqual(['教育局（更正）.xlsx']);
  expect(told(...candidates)).toEqual([
    '教育局.xlsx superseded 已由更正后的报表替代：教育局（更正）.xlsx',
    '教育局（更正）.xlsx accepted',
  ]);
});

test('a later date of filling in replaces an earlier one, but never a correction', () => {
  const early = sure(sent('01', 'a.xlsx', { 'list.press': '1' }, { filledOn: '2026-01-05' }));
  const late = sure(sent('01', 'b.xlsx', { 'list.press': '2' }, { filledOn: '2026-01-09' }));
  const corrected = sure(sent('01', 'c.xlsx', { 'list.press': '3' }, { filledOn: '2026-01-01', rank: 1 }));
  expect(told(early, late)).toEqual(['a.xlsx superseded 已由填报日期更晚的报表替代：b.xlsx', 'b.xlsx accepted']);
  expect(counted(early, late, corrected)).toEqual(['c.xlsx']);
});

test('the reason names the file that does replace, not merely another one', () => {
  const undated = sure(sent('01', 'a.xlsx', { 'list.press': '7' }));
  const early = sure(sent('01', 'b.xlsx', { 'list.press': '1' }, { filledOn: '2026-01-05' }));
  const late = sure(sent('01', 'c.xlsx', { 'list.press': '7' }, { filledOn: '2026-01-09' }));
  expect(told(undated, early, late)).toEqual([
    'a.xlsx accepted',
    'b.xlsx superseded 已由填报日期更晚的报表替代：c.xlsx',
    'c.xlsx superseded 与 a.xlsx 数字完全相同，只计一次',
  ]);
});

test('the same bytes twice are one return', () => {
  const first = sure(sent('01', 'a.xlsx', {}, { sha256: 'same' }));
  const second = sure(sent('01', '补报/a.xlsx', {}, { sha256: 'same', rank: 1 }));
  const third = sure(sent('01', 'b.xlsx', {}, { sha256: 'same' }));
  expect(told(first, third)).toEqual(['a.xlsx accepted', 'b.xlsx superseded 与 a.xlsx 内容完全相同，只计一次']);
  expect(told(first, second)).toEqual([
    'a.xlsx superseded 与 补报/a.xlsx 内容完全相同，只计一次',
    '补报/a.xlsx accepted',
  ]);
});

test('the same figures in another file are one return', () => {
  const candidates = [
    sure(sent('01', 'a.xlsx', { 'list.fee': '0.5' })),
    sure(sent('01', 'a.ods', { 'list.fee': '0.5' })),
  ];
  expect(told(...candidates)).toEqual(['a.ods accepted', 'a.xlsx superseded 与 a.ods 数字完全相同，只计一次']);
});

test('two different files conflict, and neither counts', () => {
  const candidates = [
    sure(sent('01', 'a.xlsx', { 'list.press': '1' })),
    sure(sent('01', 'b.xlsx', { 'list.press': '2' })),
  ];
  expect(counted(...candidates)).toEqual([]);
  expect(told(...candidates)).toEqual([
    'a.xlsx conflict 同一单位有多份内容不同的报表，无法判断以哪份为准：b.xlsx',
    'b.xlsx conflict 同一单位有多份内容不同的报表，无法判断以哪份为准：a.xlsx',
  ]);
});

test('two files with figures that nobody can read are the same only where the same was typed', () => {
  const typed = (path: string, raw: string): Candidate => sure(sent('01', path, { 'list.press': raw }));
  expect(counted(typed('a.xlsx', '1+2'), typed('b.xlsx', '1+2'))).toEqual(['a.xlsx']);
  expect(counted(typed('a.xlsx', '1+2'), typed('b.xlsx', '1、2'))).toEqual([]);
});

test('blank, 无 and 0 are three answers', () => {
  const typed = (path: string, raw: string): Candidate => sure(sent('01', path, { 'list.press': raw }));
  expect(counted(typed('a.xlsx', ''), typed('b.xlsx', '0'))).toEqual([]);
  expect(counted(typed('a.xlsx', '无'), typed('b.xlsx', '0'))).toEqual([]);
});

test('a disputed file never takes the place of a sure one, however late it is', () => {
  const disputed: Candidate = {
    ret: sent('01', '民政局（更正）.xlsx', { 'list.press': '9' }, { rank: 1, filledOn: '2026-03-01' }),
    disputed: true,
  };
  const own = sure(sent('01', '教育局.xlsx', { 'list.press': '1' }));
  expect(counted(disputed, own)).toEqual(['教育局.xlsx']);
  expect(told(disputed, own)).toEqual([
    '教育局.xlsx accepted',
    '民政局（更正）.xlsx conflict 表内与文件名所示单位不一致，本单位另有报表（教育局.xlsx），未采用',
  ]);
  expect(counted(disputed)).toEqual(['民政局（更正）.xlsx']);
});

test('更正 and 第二次 side by side say nothing of which came last', () => {
  const corrected = sure(sent('01', '更正.xlsx', { 'list.press': '1' }, { rank: 1 }));
  const second = sure(sent('01', '第二次.xlsx', { 'list.press': '2' }, { rank: 2 }));
  const third = sure(sent('01', '第三次.xlsx', { 'list.press': '3' }, { rank: 3 }));
  expect(counted(corrected, second)).toEqual([]);
  expect(counted(second, third)).toEqual(['第三次.xlsx']);
});

test('tables sent one a file are one return, in whatever order they came', () => {
  const part = (path: string, table: string, missing: string): Candidate => {
    const made = sent('01', path, { 'list.press': '4', 'app.granted.natural': '2' });
    const observations = made.observations.filter(found => found.table === table);
    const remark = { kind: 'table-missing' as const, key: { table: missing }, ref: null, stated: '', due: '' };
    return frozen(sure({ ...made, observations, remarks: [remark] }));
  };
  const [applications, list] = [part('申请.xlsx', 'app', 'list'), part('公开.xlsx', 'list', 'app')];
  const { returns, judgements } = settle([list, applications]);
  expect(returns).toHaveLength(1);
  expect(returns[0]?.observations.map(({ table }) => table)).toEqual([
    ...Array(9).fill('app'),
    ...Array(4).fill('list'),
  ]);
  expect(returns[0]?.remarks).toEqual([]);
  expect(judgements.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
  expect(settle([applications, list])).toEqual({ returns, judgements });
  expect(counted(applications, list, sure(sent('01', '全.xlsx', { 'list.press': '4' })))).toEqual([]);
});

test('the same bytes under the names of two units are nobody’s, unless they hold nothing but zeros', () => {
  const twin = (code: string, path: string, press: string): Candidate =>
    sure(sent(code, path, { 'list.press': press }, { sha256: `same ${press}` }));
  expect(counted(twin('01', 'a.xlsx', '3'), twin('02', 'b.xlsx', '3'))).toEqual([]);
  expect(told(twin('01', 'a.xlsx', '3'), twin('02', 'b.xlsx', '3'))).toEqual([
    'a.xlsx conflict 与其他单位名下的文件内容完全相同，无法判断是哪个单位的：b.xlsx',
    'b.xlsx conflict 与其他单位名下的文件内容完全相同，无法判断是哪个单位的：a.xlsx',
  ]);
  expect(counted(twin('01', 'a.xlsx', '0'), twin('02', 'b.xlsx', '0'))).toEqual(['a.xlsx', 'b.xlsx']);
});

test('scopes and periods are settled apart', () => {
  const own = sent('01', 'a.xlsx', { 'list.press': '1' });
  const all = { ...sent('01', 'b.xlsx', { 'list.press': '2' }), scope: 'aggregate' as const };
  const last = { ...sent('01', 'c.xlsx', { 'list.press': '3' }), period: '2024' };
  expect(counted(sure(own), sure(all), sure(last))).toHaveLength(3);
});

const candidate = fc
  .record({
    unit: fc.constantFrom('01', '02'),
    press: fc.constantFrom('1', '2', '', '1+2'),
    rank: fc.constantFrom(-1, 0, 0, 1),
    filledOn: fc.constantFrom(null, '2026-01-05', '2026-01-09'),
    sha256: fc.constantFrom('x', 'y', 'z'),
    disputed: fc.boolean(),
  })
  .map(made => ({ ...made, sha256: `${made.sha256} ${made.press}` }));

const candidates = fc
  .array(candidate, { minLength: 1, maxLength: 7 })
  .map(all =>
    all.map(
      ({ unit, press, disputed, ...more }, nth): Candidate =>
        frozen({ ret: sent(unit, `${nth}.xlsx`, { 'list.press': press }, more), disputed }),
    ),
  );

test('the order of arrival does not matter', () => {
  const shuffled = candidates.chain(all =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      expect(settle(other)).toEqual(settle(all));
    }),
  );
});

test('every file is judged once, at most one of a unit is accepted, and the accepted are the returns', () => {
  fc.assert(
    fc.property(candidates, all => {
      const { returns, judgements } = settle(all);
      expect(judgements.map(({ delivery }) => delivery.path)).toEqual(all.map((_, nth) => `${nth}.xlsx`));
      const accepted = judgements.filter(({ status }) => status === 'accepted').map(({ delivery }) => delivery.path);
      expect(returns.map(({ delivery }) => delivery.path).sort()).toEqual(accepted.sort());
      expect(new Set(returns.map(({ unit }) => unit)).size).toBe(returns.length);
    }),
  );
});

test('a returned workbook replaces what it answers, whatever its name and date', () => {
  const original = sure(sent('01', '教育局（更正）.xlsx', { 'list.press': '1' }, { rank: 1, sha256: 'x' }));
  const answer = sent('01', '新建.xlsx', { 'list.press': '2' }, { filledOn: '2020-01-01', answers: ['x'] });
  const older = sure(sent('01', '第一次.xlsx', { 'list.press': '7' }, { filledOn: '2026-01-01' }));
  expect(told(older, original, sure(answer))).toEqual([
    '教育局（更正）.xlsx superseded 已由退回后发回的报表替代：新建.xlsx',
    '新建.xlsx accepted',
    '第一次.xlsx superseded 已由更正后的报表替代：新建.xlsx',
  ]);
  expect(counted({ ret: answer, disputed: true }, original)).toEqual(['新建.xlsx']);
});

test('of a chain of returned workbooks the last counts, without those between too', () => {
  const files = ['x', 'y', 'z'].map((sha256, nth) =>
    sure(sent('01', `${sha256}.xlsx`, { 'list.press': `${nth}` }, { sha256, answers: ['y', 'x'].slice(2 - nth) })),
  );
  const [x, , z] = files as [Candidate, Candidate, Candidate];
  expect(counted(...files)).toEqual(['z.xlsx']);
  expect(counted(x, z)).toEqual(['z.xlsx']);
});

test('a returned workbook that comes back as it was counts once', () => {
  const original = sure(sent('01', 'a.xlsx', { 'list.press': '1' }, { sha256: 'x' }));
  const back = sure(sent('01', 'b.xlsx', { 'list.press': '1' }, { answers: ['x'] }));
  expect(told(original, back)).toEqual(['a.xlsx superseded 与 b.xlsx 数字完全相同，只计一次', 'b.xlsx accepted']);
});

test('two different answers to one return are a conflict', () => {
  const original = sure(sent('01', 'a.xlsx', { 'list.press': '1' }, { sha256: 'x' }));
  const two = ['b.xlsx', 'c.xlsx'].map((path, nth) =>
    sure(sent('01', path, { 'list.press': `${nth + 5}` }, { answers: ['x'] })),
  );
  expect(counted(original, ...two)).toEqual([]);
});
