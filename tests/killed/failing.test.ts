// Each call by which a run writes fails once with each thing that a disk says: an edition is whole, and what is told is true.
import { beforeAll, expect, test } from 'vitest';
import { Fault } from '../../pipeline/fault.ts';
import { failure } from '../deliver/disks.ts';
import { type Call, DISK, intercept } from './calls.ts';
import { type Seen, type Stage, seenIn, stageOf } from './states.ts';
import { write } from './writing.ts';

const CODES = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES'] as const;
const DOCUMENTS = 3;

let stage: Stage;
beforeAll(async () => {
  stage = await stageOf(DOCUMENTS);
});

/** The warnings, or what ended the run, and how many calls there were; one of them fails, if any. */
const runFailing = async (output: string, at: number, code: string) => {
  let calls = 0;
  let failed: Call | null = null;
  const end = intercept(DISK.all, call => {
    calls += 1;
    if (calls - 1 !== at) return;
    failed = call;
    throw SQL.includes(call.name) ? Object.assign(new Error('disk I/O error'), { errcode: 10 }) : failure(code);
  });
  try {
    const told = await write(output, stage.next).catch((error: unknown) => error);
    return { told, calls, failed: failed as Call | null };
  } finally {
    end();
  }
};

const SQL = ['exec', 'get', 'run'];

test('at every call, with every code, one after another: an edition is whole, and the next run needs no help', {
  timeout: 400_000,
}, async () => {
  const { calls } = await runFailing(stage.begun(), -1, '');
  expect(calls).toBeGreaterThan(120);
  const outcomes = new Map<string, number>();
  for (let at = 0; at < calls; at += 1) {
    const output = stage.begun();
    for (const code of CODES) {
      const before = seenIn(output);
      const { told, failed } = await runFailing(output, at, code);
      const where = `${code} at ${at}, ${failed?.name} ${failed?.args[0]}`;
      const kind = kindOf(told);
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      const after = seenIn(output);
      if (kind === 'unchanged') expect(after, `${where}: ${told}`).toEqual(before);
      else if (code === 'EACCES') expectEach(after, before, kind === 'in part');
      else expect(after, `${where}: ${kind} ${told}`).toEqual(stage.new);
    }
    await stage.expectRecovery(output);
  }
  expect([...outcomes.keys()].sort()).toEqual(expect.arrayContaining(['done', 'unchanged', 'warned']));
  expect([...outcomes.keys()].filter(kind => kind.startsWith('not told'))).toEqual([]);
});

// As if somebody had it open: of that document the new one lies beside, or will after the next run.
const expectEach = (after: Seen, before: Seen, isInPart: boolean): void => {
  const whole = [...Object.values(before), ...Object.values(stage.new)];
  for (const [path, text] of Object.entries(after))
    if (!path.startsWith('.nianbao')) expect(whole, path).toContain(text);
  if (isInPart) return;
  for (const [path, text] of Object.entries(stage.new))
    if (!path.startsWith('.nianbao')) expect(Object.values(after), path).toContain(text);
};

const kindOf = (told: unknown): string => {
  if (Array.isArray(told)) return told.length === 0 ? 'done' : 'warned';
  if (!(told instanceof Fault)) return `not told: ${told instanceof Error ? told.stack : told}`;
  if (/in place in part only/u.test(told.message)) return 'in part';
  if (/the new edition is in place/u.test(told.message)) return 'done';
  return 'unchanged';
};
