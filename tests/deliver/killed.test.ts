// A real process, killed by the system while it moves documents in one by one.
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { COMPILED } from '../contract/compiled.ts';
import { documents } from './edition.ts';
import { diskOf, expectRecovery, expectWhole, NEXT, newIn, ROUTES, type Route, seenIn, worked } from './stops.ts';

const SCRIPT = join(import.meta.dirname, 'killed.ts');
const env = { NODE_COMPILE_CACHE: join(tmpdir(), COMPILED) };

/** The signal that ended it; null if it came to its own end. */
const killedAt = (output: string, { isFolderHeld, open }: Route, at: number): Promise<string | null> => {
  const held = isFolderHeld ? ['2025', ...open.map(path => join('2025', path))] : [];
  const args = [SCRIPT, output, String(at), JSON.stringify(NEXT), ...held];
  return new Promise(done => {
    execFile(process.execPath, args, { env }, error => done(error === null ? null : String(error.signal ?? error)));
  });
};

const callsOf = async (route: Route): Promise<number> => {
  const output = await worked();
  let calls = 0;
  const disk = diskOf(output, route, () => {
    calls += 1;
  });
  await deliver(documents(NEXT), output, '2025', { disk });
  return calls;
};

const WORKERS = 3;

// What a run writes where nothing is open is killed at each of its calls in tests/killed/.
const STEP = 4;

test('delivered with one document open, at every fourth call', { timeout: 300_000 }, async () => {
  const route = ROUTES['with one document open'] as Route;
  const calls = await callsOf(route);
  const points = Array.from({ length: Math.ceil(calls / STEP) }, (_, nth) => nth * STEP);
  expect(points.length).toBeGreaterThan(50);
  const work = async (): Promise<void> => {
    for (let at = points.pop(); at !== undefined; at = points.pop()) {
      const output = await worked();
      expect(await killedAt(output, route, at)).toBe('SIGKILL');
      expectWhole(seenIn(output), route, true);
      await expectRecovery(output, route);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
});

test('one that is not killed delivers the edition', async () => {
  for (const route of Object.values(ROUTES)) {
    const output = await worked();
    expect(await killedAt(output, route, -1)).toBeNull();
    expect(seenIn(output)).toEqual(newIn(route));
  }
});
