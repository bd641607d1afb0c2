// The time of a run is China's.
import { expect, test } from 'vitest';
import { inChina, timeOf } from '../pipeline/time.ts';

test('a day stays a day', () => {
  expect(timeOf('2026-01-31')).toBe('2026-01-31');
});

test('a moment is told in the time of China, whatever zone it was given in', () => {
  expect(timeOf('2026-01-31T20:30:00Z')).toBe('2026-02-01T04:30:00+08:00');
  expect(timeOf('2026-01-31T20:30:15+08:00')).toBe('2026-01-31T20:30:15+08:00');
  expect(timeOf('2026-01-31T20:30')).toBe('2026-01-31T20:30:00+08:00');
  expect(timeOf('2026-01-31T08:00:00.123-05:00')).toBe('2026-01-31T21:00:00+08:00');
  expect(inChina(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01T00:00:00+08:00');
});

test('what is no time is none', () => {
  for (const text of [
    '',
    '5',
    'now',
    '2026',
    '2026-02-30',
    '2026-02-30T00:00:00Z',
    '2026-01-31 08:00',
    '2026-01-31T25:00',
    'Jan 1 2026',
  ])
    expect(timeOf(text)).toBeNull();
});
