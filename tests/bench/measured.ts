// A command run once, with what it cost: by its own account of time and memory.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Measured {
  /** In seconds. */
  readonly wall: number;
  /** Of all its threads, in seconds. */
  readonly processor: number;
  /** The most memory that it held at once, in MiB. */
  readonly peak: number;
  readonly output: string;
}

/** Throws where the command fails. It is to leave its seconds of processor and KiB of peak memory in the file that `COST` names. */
export const measured = (command: string, args: readonly string[]): Measured => {
  const cost = join(tmpdir(), `nianbao-cost-${process.pid}`);
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, COST: cost, NIANBAO_LOG: 'warn' },
    maxBuffer: 2 ** 26,
  });
  const wall = (performance.now() - started) / 1_000;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  const [processor = 0, peak = 0] = readFileSync(cost, 'utf8').split(' ').map(Number);
  rmSync(cost);
  return { wall, processor, peak: peak / 1_024, output: stdout };
};
