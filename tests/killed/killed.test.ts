// A real process, killed by the system at each of the calls by which a run writes: cache, lock, edition, archive, record.
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { audit } from '../../pipeline/ledger/audit.ts';
import { COMPILED } from '../contract/compiled.ts';
import { type Stage, seenIn, stageOf } from './states.ts';

const CHILD = join(import.meta.dirname, 'child.ts');
const DOCUMENTS = 15;
const AT_LEAST = 200;
const WORKERS = 3;

let stage: Stage;
beforeAll(async () => {
  stage = await stageOf(DOCUMENTS);
});

/** The signal that ended it, or what it said at its own end. */
const childOn = (output: string, at: number): Promise<string> =>
  new Promise(done => {
    const options = { env: { NODE_COMPILE_CACHE: join(tmpdir(), COMPILED) } };
    execFile(process.execPath, [CHILD, output, String(DOCUMENTS), String(at)], options, (error, stdout) =>
      done(error === null ? stdout : String(error.signal ?? error)),
    );
  });

/** What a clerk may be told to do after a run that was cut off, and nothing else. */
const RUN_AGAIN = /再运行一次|^没有运行记录/u;

test(`at each of more than ${AT_LEAST} calls: an edition is whole, and the next run needs no help`, {
  timeout: 400_000,
}, async () => {
  const whole = stage.begun();
  const calls = Number(await childOn(whole, -1));
  expect(seenIn(whole)).toEqual(stage.new);
  expect(audit(whole).differences).toEqual([]);
  expect(calls).toBeGreaterThanOrEqual(AT_LEAST);
  const points = Array.from({ length: calls }, (_, nth) => nth);
  const halves = new Map<'old' | 'new', number>();
  const work = async (): Promise<void> => {
    for (let at = points.pop(); at !== undefined; at = points.pop()) {
      const output = stage.begun();
      expect(await childOn(output, at), `call ${at}`).toBe('SIGKILL');
      const seen = seenIn(output);
      const which = seen['data/0.csv'] === stage.old['data/0.csv'] ? 'old' : 'new';
      halves.set(which, (halves.get(which) ?? 0) + 1);
      expect(seen, `call ${at}`).toEqual(stage[which]);
      expect(
        audit(output).differences.filter(text => !RUN_AGAIN.test(text)),
        `call ${at}`,
      ).toEqual([]);
      await stage.expectRecovery(output);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  expect(halves.get('old')).toBeGreaterThan(100);
  expect(halves.get('new')).toBeGreaterThan(50);
});
