// An input that goes away while it is read, wholly or for a moment: no edition is made that says nobody has filed.
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Fault } from '../../pipeline/fault.ts';
import { openHouse } from '../../pipeline/house.ts';
import { withSomeOpened } from '../../pipeline/intake/reachable.ts';
import { unopened } from '../../pipeline/left.ts';
import type { Arrival } from '../../pipeline/model.ts';
import { folderWith } from '../files.ts';
import { SILENT } from '../silent.ts';

const FILES = {
  'units.csv': 'code,name\n01,教育局\n02,民政局\n',
  '2024/教育局.csv': 'a,1\n',
  '2024/民政局.csv': 'b,2\n',
};
const TEMPLATES = join(import.meta.dirname, '../../templates');

/** The statuses of its files, or why there is no edition; `act` is done before the second file is opened. */
const editionOf = async (input: string, act: () => void): Promise<readonly string[] | string> => {
  const seen: string[] = [];
  const house = await openHouse({ input, templates: TEMPLATES }, '2025-01-20', SILENT, (_, path) => {
    seen.push(path);
    if (seen.length === 2) act();
  });
  try {
    return (await house.edition('2024')).judgements.map(({ status, reason }) => `${status} ${reason}`);
  } catch (error) {
    return error instanceof Fault ? error.message.slice(input.length) : String(error);
  } finally {
    await house.close();
  }
};

test.each([
  ['the folder of the period is removed', (input: string) => rmSync(join(input, '2024'), { recursive: true })],
  ['the input is renamed', (input: string) => renameSync(input, `${input}-gone`)],
])('%s: a Fault that says so', async (_, act) => {
  const input = folderWith(FILES);
  expect(await editionOf(input, () => act(input))).toMatch(
    /^\/2024: the folder went away while its files were read: ENOENT/u,
  );
  rmSync(`${input}-gone`, { recursive: true, force: true });
});

test('one file that is removed costs nobody else anything', async () => {
  const input = folderWith(FILES);
  const told = await editionOf(input, () => rmSync(join(input, '2024/民政局.csv')));
  expect(told).toHaveLength(2);
  expect(told[1]).toMatch(/^ignored .*留待下次运行$/u);
});

const arrival = (path: string, ignored: string | null): Arrival => {
  const delivery = { path, sha256: '', size: 1 };
  return ignored === null
    ? { delivery, reading: { kind: 'refused', refusal: 'damaged', detail: '' } }
    : { delivery, ignored };
};

const outcomeOf = (ignored: readonly (string | null)[]): string => {
  const all = ignored.map((one, nth) => arrival(`${nth}.xlsx`, one));
  try {
    return `${[...withSomeOpened(all, '/share/2024')].length}`;
  } catch (error) {
    return (error as Error).message;
  }
};

test('where not one file can be opened it is the share and not the files', () => {
  expect(outcomeOf([unopened('EIO'), '是系统文件，不是报表', unopened('EIO')])).toBe(
    '/share/2024: not one of 2 files can be opened: EIO',
  );
  expect(outcomeOf([unopened('EIO'), null])).toBe('2');
  expect(outcomeOf(['是系统文件，不是报表'])).toBe('1');
  expect(outcomeOf([])).toBe('0');
});
