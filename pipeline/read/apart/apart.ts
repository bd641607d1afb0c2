// Large files, and those of the old kinds, are read in another process, one at a time, which may die or hang without harm.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { whereCompiled } from '../../compiled.ts';
import type { Reading } from '../../model.ts';
import type { Limits } from '../limits.ts';

export interface Apart {
  readonly read: (bytes: Uint8Array) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

const ENTRY = fileURLToPath(new URL('./child.ts', import.meta.url));

export const openApart = (limits: Limits): Apart => {
  let child: ChildProcess | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const start = (): ChildProcess => {
    const started = fork(ENTRY, [], {
      execArgv: [`--max-old-space-size=${limits.heap}`],
      // Days are counted in UTC, wherever the program runs.
      env: { TZ: 'UTC', ...whereCompiled() },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.once('exit', () => {
      if (child === started) child = null;
    });
    return started;
  };

  const readOne = (bytes: Uint8Array): Promise<Reading> =>
    new Promise(done => {
      child ??= start();
      const current = child;
      const settle = (reading: Reading, isUsable: boolean): void => {
        clearTimeout(timer);
        current.removeAllListeners('message').removeAllListeners('error').off('exit', onExit);
        idle(current);
        if (!isUsable) {
          if (child === current) child = null;
          current.once('error', () => {}).kill('SIGKILL');
        }
        done(reading);
      };
      const onExit = (code: number | null, signal: string | null): void => {
        // Who ends the program by Ctrl-C ends this process with it; what waits for the file to be read must not take that for its fault.
        if (signal === 'SIGINT' || signal === 'SIGTERM') again();
        // V8 aborts when its heap is full.
        else if (signal === 'SIGABRT' || code === 134) settle(refusedAs('too-large', '内存超过上限'), false);
        else settle(refusedAs('crashed', '读取进程退出'), false);
      };
      const again = (): void => {
        clearTimeout(timer);
        if (child === current) child = null;
        current
          .removeAllListeners('message')
          .removeAllListeners('error')
          .once('error', () => {});
        done(readOne(bytes));
      };
      const timer = setTimeout(
        () => settle(refusedAs('too-slow', `超过 ${limits.time / 1_000} 秒`), false),
        limits.time,
      );
      busy(current);
      current.once('message', message => settle(message as Reading, true));
      current.once('error', error => settle(refusedAs('crashed', error.message), false));
      current.once('exit', onExit);
      current.send({ bytes, limits }, error => {
        if (error !== null) settle(refusedAs('crashed', error.message), false);
      });
    });

  return {
    read: bytes => {
      const reading = queue.then(() => readOne(bytes));
      queue = reading.catch(() => {});
      return reading;
    },
    close: async () => {
      await queue;
      const last = child;
      child = null;
      if (last === null) return;
      busy(last);
      const ended = new Promise(done => last.once('exit', done));
      last.kill('SIGKILL');
      await ended;
    },
  };
};

/** An idle child does not keep the program from ending; its end of the channel then closes, which ends it too. */
const idle = (child: ChildProcess): void => {
  child.unref();
  child.channel?.unref();
};

const busy = (child: ChildProcess): void => {
  child.ref();
  child.channel?.ref();
};

const refusedAs = (refusal: 'crashed' | 'too-slow' | 'too-large', detail: string): Reading => ({
  kind: 'refused',
  refusal,
  detail,
});
