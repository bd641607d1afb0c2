// Whatever call of the disk fails, and wherever a run is cut off: one edition is there whole, and the next run needs no help.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { Fault } from '../../pipeline/fault.ts';
import { type Before, failure, halfDone, quick } from './disks.ts';
import { documents } from './edition.ts';
import { diskOf, expectRecovery, expectWhole, NEXT, newIn, OLD, ROUTES, type Route, seenIn, worked } from './stops.ts';

const run = (output: string, route: Route, before: Before) =>
  deliver(documents(NEXT), output, '2025', { disk: diskOf(output, route, before) });

const callsOf = async (route: Route): Promise<number> => {
  let calls = 0;
  await run(await worked(), route, () => {
    calls += 1;
  });
  return calls;
};

/** From a call on nothing reaches the disk any more. */
const cutOff =
  (at: number): Before =>
  call => {
    if (call.nth === at) halfDone(call);
    if (call.nth >= at) throw new Error('cut off');
  };

const failAt =
  (at: number, code: string, forGood: boolean): Before =>
  call => {
    if (forGood ? call.nth >= at : call.nth === at) throw failure(code);
  };

describe.each(Object.entries(ROUTES))('an edition delivered %s', (_, route) => {
  test('is the new one', async () => {
    const output = await worked();
    await run(output, route, () => undefined);
    expect(seenIn(output)).toEqual(newIn(route));
    expect(readdirSync(output)).toEqual(['2025']);
  });

  test('and cut off at any call leaves an edition, which the next run recovers', async () => {
    const calls = await callsOf(route);
    expect(calls).toBeGreaterThan(60);
    for (let at = 0; at < calls; at += 1) {
      const output = await worked();
      await expect(run(output, route, cutOff(at)), `call ${at} of ${calls}`).rejects.toThrow('cut off');
      expectWhole(seenIn(output), route, true);
      await expectRecovery(output, route);
    }
  });

  test('and cut off twice running, too', async () => {
    const calls = await callsOf(route);
    for (let at = 0; at < calls; at += 2) {
      const output = await worked();
      await expect(run(output, route, cutOff(at))).rejects.toThrow('cut off');
      await run(output, route, cutOff((at * 7) % calls)).catch(() => undefined);
      expectWhole(seenIn(output), route, true);
      await expectRecovery(output, route);
    }
  });

  test.each([
    ['ENOSPC', false],
    ['EROFS', true],
  ])('and failing at any call with %s (for good: %s) says what is there', async (code, forGood) => {
    const calls = await callsOf(route);
    for (let at = 0; at < calls; at += 1) {
      const output = await worked();
      const outcome = await run(output, route, failAt(at, code, forGood)).catch((error: unknown) => error);
      expectTold(outcome, seenIn(output), route);
      await expectRecovery(output, route);
    }
  });

  test('and failing at any call as if somebody had it open loses nothing', async () => {
    const calls = await callsOf(route);
    for (let at = 0; at < calls; at += 1) {
      const output = await worked();
      const outcome = await run(output, route, failAt(at, 'EBUSY', false)).catch((error: unknown) => error);
      if (outcome instanceof Fault) expectTold(outcome, seenIn(output), route);
      else expect(Object.values(seenIn(output))).toEqual(expect.arrayContaining(Object.values(NEXT)));
      expect(Object.values(seenIn(output))).toEqual(expect.arrayContaining(['人改过的报告', '人改过', '阅']));
      await deliver(documents(NEXT), output, '2025', { disk: quick() });
      expect(seenIn(output)).toEqual(newIn({ ...route, open: [] }));
    }
  });
});

const expectTold = (outcome: unknown, seen: ReturnType<typeof seenIn>, route: Route): void => {
  const message = outcome instanceof Fault ? outcome.message : Array.isArray(outcome) ? 'done' : String(outcome);
  if (/is unchanged|puts it back/u.test(message)) expect(seen).toEqual(OLD);
  else if (/is in place in part only/u.test(message)) expectWhole(seen, route, true);
  else {
    expect(message).toMatch(/^done$|the new edition is in place, but the disk failed after that/u);
    expect(seen).toEqual(newIn(route));
  }
};
