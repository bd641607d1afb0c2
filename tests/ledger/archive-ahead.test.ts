// The head start of the archive: what it does is there, what it cannot do is left to who keeps the edition.
import { expect, test } from 'vitest';
import { archiveAll } from '../../pipeline/ledger/archive.ts';
import { archiveAhead } from '../../pipeline/ledger/archive-ahead.ts';
import { sha256 } from '../../pipeline/sha256.ts';
import { contentOf, folderWith } from '../files.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const delivery = (text: string) => ({ path: `${text}局.xlsx`, sha256: sha256(text), size: bytesOf(text).length });

test('what came is in the archive once it has settled, also what comes after that', async () => {
  const output = folderWith();
  const ahead = archiveAhead(output);
  for (const text of ['甲', '乙', '甲']) ahead.offer(delivery(text), bytesOf(text));
  await ahead.settled();
  expect(Object.values(contentOf(output)).sort()).toEqual(['乙', '甲']);
  ahead.offer(delivery('甲'), bytesOf('甲'));
  ahead.offer(delivery('丙'), bytesOf('丙'));
  await ahead.settled();
  expect(Object.values(contentOf(output)).sort()).toEqual(['丙', '乙', '甲']);
  const gone = () => null;
  expect(archiveAll(['甲', '乙', '丙'].map(delivery), gone, output)).toEqual([]);
});

test('where nothing can be written it ends quietly, and who keeps the edition tells', async () => {
  const output = folderWith({ archive: 'in the way' });
  const ahead = archiveAhead(output);
  ahead.offer(delivery('甲'), bytesOf('甲'));
  await ahead.settled();
  expect(archiveAll([delivery('甲')], () => bytesOf('甲'), output).map(({ path }) => path)).toEqual(['甲局.xlsx']);
});

test('more than a slow disk could take is left out rather than held', async () => {
  const output = folderWith();
  const ahead = archiveAhead(output);
  const large = new Uint8Array(40 * 2 ** 20);
  for (const path of ['一', '二', '三']) ahead.offer({ path, sha256: sha256(path), size: large.length }, large);
  await ahead.settled();
  const kept = Object.keys(contentOf(output)).length;
  expect(kept).toBeGreaterThanOrEqual(1);
  expect(kept).toBeLessThan(3);
});
