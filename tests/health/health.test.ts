// What output/health.json says of the runs before the last.
import { expect, test } from 'vitest';
import { healthAfter, healthIn, type RunHealth } from '../../pipeline/health/health.ts';

const run = (ended: string, more: Partial<RunHealth> = {}): RunHealth => ({
  nianbao: '0.1.0',
  started: ended,
  ended,
  seconds: 1,
  peak_memory_mib: 1,
  outcome: 'unchanged',
  exit: 0,
  error: '',
  periods: [],
  next: null,
  unsent_notice: '',
  ...more,
});
const written = run('1', { outcome: 'written', periods: [{ period: '2025', outcome: 'written', error: '' }] });
const failed = (ended: string) => run(ended, { outcome: 'failed', exit: 2, error: 'no share' });

test('failures are counted until a run ends well, and the last good and the last written are remembered', () => {
  let text = '';
  const after = (next: RunHealth) => {
    const health = healthAfter(healthIn(text), next);
    text = JSON.stringify(health);
    return [health.failed_in_a_row, health.last_good, health.last_written];
  };
  expect(after(failed('0'))).toEqual([1, null, null]);
  expect(after(written)).toEqual([0, '1', '1']);
  expect(after(failed('2'))).toEqual([1, '1', '1']);
  expect(after(failed('3'))).toEqual([2, '1', '1']);
  expect(after(run('4'))).toEqual([0, '4', '1']);
});

test('a run in which one period failed and another was written is a failed one that wrote', () => {
  const both = run('5', {
    outcome: 'failed',
    periods: [
      { period: '2024', outcome: 'failed', error: 'x' },
      { period: '2025', outcome: 'written', error: '' },
    ],
  });
  expect(healthAfter({}, both)).toMatchObject({ failed_in_a_row: 1, last_good: null, last_written: '5' });
});

test.each(['', '{', 'null', '[]', '{"failed_in_a_row":"x","last_good":1,"unsent_notice":{}}'])(
  'a file that says “%s” says nothing of them',
  text => {
    expect(healthIn(text)).toEqual({});
  },
);
