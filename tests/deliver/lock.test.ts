// Two runs never write to one output folder at once, and what a killed one left does not keep the next away.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { stillHeld, withLock } from '../../pipeline/deliver/lock.ts';
import { Fault } from '../../pipeline/fault.ts';
import { folderWith } from '../files.ts';

const SINCE = '2026-01-31T08:00:00+08:00';
const BRIEF = { wait: 500, beat: 50, gone: 5_000 };
const LOCK = '.nianbao.lock';

const lockOf = (pid: number, host: string) => ({ [LOCK]: JSON.stringify({ pid, host, since: SINCE }) });

const locked = async (output: string, act: () => Promise<string>) => {
  const told: string[] = [];
  const result = await withLock(output, SINCE, message => told.push(message), act, BRIEF);
  return { result, told };
};

const done = async (): Promise<string> => 'done';

test('the second begins when the first has ended, and says that it waits', async () => {
  const output = folderWith();
  const steps: string[] = [];
  const slow = async (name: string): Promise<string> => {
    steps.push(`${name} begins`);
    await pause(200);
    steps.push(`${name} ends`);
    return name;
  };
  const both = await Promise.all(['a', 'b'].map(name => locked(output, () => slow(name))));
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(both.map(({ told }) => told.length)).toEqual([0, 1]);
  expect(readdirSync(output)).toEqual([]);
});

test('the second leaves when the first takes too long, and the first is not disturbed', async () => {
  const output = folderWith();
  const first = locked(output, async () => {
    await pause(1500);
    return readdirSync(output).join();
  });
  await expect(locked(output, done)).rejects.toThrow(/another run is writing to the output folder/u);
  expect((await first).result).toBe(LOCK);
});

test('that of a run that failed is gone', async () => {
  const output = folderWith();
  await expect(locked(output, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(readdirSync(output)).toEqual([]);
});

test('that of a killed run on this machine is taken over at once', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const output = folderWith(lockOf(pid, hostname()));
  const { result, told } = await locked(output, done);
  expect(result).toBe('done');
  expect(told).toEqual(['the lock of a run that is no more was taken over']);
});

test('that of a killed run which had our own number is taken over', async () => {
  expect((await locked(folderWith(lockOf(process.pid, hostname())), done)).result).toBe('done');
});

test('one of another machine is respected while it is young and taken over when it is old', async () => {
  const output = folderWith(lockOf(1, 'elsewhere'));
  await expect(locked(output, done)).rejects.toThrow(Fault);
  utimesSync(join(output, LOCK), 1_700_000_000, 1_700_000_000);
  expect((await locked(output, done)).told).toContain('the lock of a run that is no more was taken over');
  expect(readdirSync(output)).toEqual([]);
});

test.each(['', '{"pid":'])('one that stays half written, %j, is that of a run that was stopped there', async half => {
  const output = folderWith({ [LOCK]: half });
  const { result, told } = await locked(output, done);
  expect(result).toBe('done');
  expect(told.at(-1)).toBe('the lock of a run that is no more was taken over');
  expect(readdirSync(output)).toEqual([]);
});

test('one that is half written only for a moment is respected', async () => {
  const output = folderWith({ [LOCK]: '{"pid":' });
  const wait = locked(output, done);
  await pause(20);
  writeFileSync(join(output, LOCK), JSON.stringify({ pid: 1, host: 'elsewhere', since: SINCE }));
  await expect(wait).rejects.toThrow(Fault);
});

test('one whose folder is taken away meanwhile is told before anything is written in its place', async () => {
  const output = folderWith();
  const seen = await locked(output, async () => {
    stillHeld(output);
    renameSync(output, `${output}/../nianbao-away-${process.pid}`);
    expect(() => stillHeld(output)).toThrow(/the output folder was taken away or replaced while it went on/u);
    mkdirSync(output);
    expect(() => stillHeld(output)).toThrow(Fault);
    renameSync(`${output}/../nianbao-away-${process.pid}`, output);
    stillHeld(output);
    return 'done';
  });
  expect(seen.result).toBe('done');
  expect(readdirSync(output)).toEqual([]);
});

test('an output that cannot be written to is a Fault', async () => {
  const output = join(folderWith({ output: 'a file' }), 'output/here');
  await expect(locked(output, done)).rejects.toThrow(/the output folder cannot be written to/u);
});
