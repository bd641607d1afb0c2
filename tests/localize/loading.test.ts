// The solver is loaded for a run that may need it, once, and for no other.
import { afterAll, expect, test } from 'vitest';
import { planOf } from '../../pipeline/intake/plan.ts';
import { loadSolver } from '../../pipeline/localize/solver.ts';
import type { Arrival, Edition, Unit } from '../../pipeline/model.ts';
import { openReader } from '../../pipeline/read/read.ts';
import { run } from '../../pipeline/run.ts';
import { type Figures, filedCsv } from '../filed.ts';
import { unit } from '../made.ts';
import { formNamed } from '../render/house.ts';

const FORM = formNamed('annual-2021');
const UNITS: readonly Unit[] = [unit('01', '教育局'), unit('02', '民政局')];
const reader = openReader();
afterAll(() => reader.close());

async function* arrivals(figures: Figures): AsyncGenerator<Arrival> {
  for (const { name } of UNITS) {
    const bytes = filedCsv(name, 2025, figures);
    yield { delivery: { path: `${name}.csv`, sha256: name, size: bytes.length }, reading: await reader.read(bytes) };
  }
}

const runWith = (figures: Figures, load: typeof loadSolver): Promise<Edition> => {
  const plan = planOf('2025', 'organ: 西峰区\ndue: 2026-01-31\n', UNITS, [FORM], 'period.yaml');
  return run(arrivals(figures), {
    plan,
    form: FORM,
    roster: UNITS,
    at: '2026-02-01',
    previous: null,
    loadSolver: load,
  });
};

// All other figures are 0, and so are the sums.
const SIX = {
  't3.granted.natural': 901,
  't3.partial.enterprise': 802,
  't3.deny_secret.research': 703,
  't3.na_not_held.welfare': 604,
  't3.rej_petition.legal': 505,
  't3.oth_misc.other': 406,
};

const loads = async (figures: Figures): Promise<readonly [number, Edition]> => {
  let count = 0;
  const edition = await runWith(figures, () => {
    count++;
    return loadSolver();
  });
  return [count, edition];
};

const messagesOf = ({ findings }: Edition): string =>
  findings.flatMap(({ check, message }) => (check === 'adds-up' ? [message] : [])).join('\n');

test('not where all sums hold, nor where few are broken', async () => {
  expect((await loads({}))[0]).toBe(0);
  expect((await loads({ 't3.granted.natural': 901 }))[0]).toBe(0);
});

test('once where many are broken, and each sum tells its part of one way', async () => {
  const [count, edition] = await loads(SIX);
  expect([count, edition.failures]).toEqual([1, []]);
  expect(messagesOf(edition)).toContain('与此相连的各处不符，最少改 6 格可全部相符，其中一种改法：');
  expect(Object.keys(edition)).not.toContain('solver');
});

test('and where it cannot be loaded, that is said and the sums are told without it', async () => {
  const edition = await runWith(SIX, () => Promise.reject(new Error('no memory')));
  expect(edition.failures.map(failure => failure.split('\n')[0])).toEqual(['solver: Error: no memory']);
  expect(messagesOf(edition)).toContain('请核对总计与各分项。');
  expect(messagesOf(edition)).not.toContain('改法');
});
