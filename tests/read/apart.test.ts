// Large files are read where they can be stopped, and read the same there.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { defaultLimits, limitsOf } from '../../pipeline/read/limits.ts';
import { openReader } from '../../pipeline/read/read.ts';
import { workbook } from './workbook.ts';

const ROWS = Array.from({ length: 50 }, (_, i) => `<row><c><v>${i}</v></c><c t="str"><v>行${i}</v></c></row>`).join('');
const LINES = Buffer.from('1,2,3,4,5,6,7,8\n'.repeat(100_000));

const [here, apart] = [openReader(), openReader({ quick: 0 })];
afterAll(() => Promise.all([here.close(), apart.close()]));

test.each([
  ['a workbook', workbook(ROWS)],
  ['a text', Buffer.from('教育局,1\n"a,b",2\n')],
  ['a damaged workbook', workbook('<row><c><v>1 2</v></c></row>')],
])('%s reads the same in the other process', async (_, bytes) => {
  expect(await apart.read(bytes)).toEqual(await here.read(bytes));
});

test('a large file that runs out of time, or of memory, is one refused file; the next one is read', async () => {
  const hasty = openReader({ quick: 1_000, time: 1 });
  expect(await hasty.read(LINES)).toMatchObject({ refusal: 'too-slow' });
  expect((await hasty.read(Buffer.from('a,b'))).kind).toBe('grid');
  await hasty.close();
  const narrow = openReader({ quick: 1_000, heap: 48 });
  expect(await narrow.read(LINES)).toMatchObject({ refusal: 'too-large', detail: '内存超过上限' });
  expect((await narrow.read(Buffer.from('1,2\n'.repeat(300)))).kind).toBe('grid');
  await narrow.close();
});

test('what is small by its own size and large unpacked is read in the other process', async () => {
  const hasty = openReader({ quick: 100_000, time: 1 });
  const bytes = workbook(ROWS.repeat(100));
  expect(bytes.length).toBeLessThan(100_000);
  expect(await hasty.read(bytes)).toMatchObject({ refusal: 'too-slow' });
  await hasty.close();
});

test('limits set by people scale what a file may unpack to', () => {
  expect(limitsOf({})).toEqual(defaultLimits);
  expect(limitsOf({ mebibytes: 40, seconds: 60 })).toEqual({
    ...defaultLimits,
    file: 2 * defaultLimits.file,
    entry: 2 * defaultLimits.entry,
    unpacked: 2 * defaultLimits.unpacked,
    time: 60_000,
  });
});

/** Of this process, by whichever of its threads it was started. */
const children = (): readonly string[] =>
  readdirSync('/proc/self/task').flatMap(task =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );

test.runIf(process.platform === 'linux')(
  'a file whose process was told to stop, as by Ctrl-C, is read by another',
  async () => {
    const reader = openReader({ quick: 1_000 });
    const known = children();
    const reading = reader.read(LINES.subarray(0, 160_000));
    let started: string | undefined;
    while (started === undefined) {
      await pause(5);
      started = children().find(pid => !known.includes(pid));
    }
    process.kill(Number(started), 'SIGINT');
    expect((await reading).kind).toBe('grid');
    await reader.close();
  },
);
