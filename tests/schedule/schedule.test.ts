// On time, never twice at once, and stopping lets the act under way end.
import { describe, expect, test } from 'vitest';
import { Fault } from '../../pipeline/fault.ts';
import { cronOf, keepTime } from '../../pipeline/schedule/schedule.ts';

const logOf = () => {
  const lines: string[] = [];
  const write = (fields: unknown, message?: string): void => {
    lines.push(message ?? String(fields));
  };
  return { lines, log: { info: write, warn: write, error: write, debug: write } as never };
};

describe('a schedule', () => {
  test('is of five fields or six, at times of China', () => {
    expect(cronOf('0 7 * * *').nextRun()?.toISOString().slice(11)).toBe('23:00:00.000Z');
    expect(() => cronOf('*/5 * * * * *')).not.toThrow();
  });

  test.each(['', 'daily', '0 25 * * *', '* * * *', '0 7 30 2 *'])('cannot be “%s”', pattern => {
    expect(() => cronOf(pattern)).toThrow(Fault);
  });

  test('leaves out a time while the run before is under way, and goes on after a run that failed', async () => {
    const { lines, log } = logOf();
    const stop = new AbortController();
    let running = 0;
    let most = 0;
    let runs = 0;
    const act = async (): Promise<void> => {
      runs += 1;
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 1_500));
      running -= 1;
      if (runs === 1) throw new Error('disk full');
      stop.abort();
    };
    await keepTime('* * * * * *', act, log, stop.signal);
    expect([most, running, runs]).toEqual([1, 0, 2]);
    expect(lines).toContain('times that came while the run was under way were left out');
    expect(lines).toContain('a scheduled run failed');
  });
});
