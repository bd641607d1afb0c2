// A file made to break the reader costs nobody else a figure, and no run more than a moment.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Edition } from '../../pipeline/model.ts';
import { openReader } from '../../pipeline/read/read.ts';
import { among, ofHonest } from './among.ts';
import { ATTACKS } from './attacks.ts';

/** Ten times what the slowest takes on a slow machine; a loop that never ends takes all of the 30 s of the reader. */
const SECONDS = 25;

const reader = openReader();
afterAll(() => reader.close());

let alone: Edition;
beforeAll(async () => {
  ({ edition: alone } = await among({}, reader));
  expect(alone.returns.map(({ unit }) => unit)).toEqual(['YCX']);
});

test.each(Object.entries(ATTACKS))('%s', async (_, { file, bytes, becomes }) => {
  const { edition, seconds } = await among({ [`攻击/${file}`]: bytes() }, reader);
  const judgement = edition.judgements.find(({ delivery }) => delivery.path.startsWith('攻击/'));
  const rule = judgement?.trouble?.check === 'is-readable' ? judgement.trouble.rule : 'read';
  expect(`${judgement?.status} ${rule}`).toBe(`rejected ${becomes}`);
  expect(judgement?.trouble?.suggestion).not.toBe('');
  expect(edition.failures).toEqual([]);
  expect(edition.totals).toEqual(alone.totals);
  expect(ofHonest(edition)).toEqual(ofHonest(alone));
  expect(seconds).toBeLessThan(SECONDS);
});
