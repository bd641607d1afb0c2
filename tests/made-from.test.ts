// The fingerprint of what an edition is made from: the same for the same, another for anything else, and none where chance had a part.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Circumstances, madeFrom, type Received } from '../pipeline/made-from.ts';
import type { Arrival, RefusalKind } from '../pipeline/model.ts';
import { run } from '../pipeline/run.ts';
import { FORM, plan, UNITS } from './made.ts';

const received: fc.Arbitrary<Received> = fc.record({
  path: fc.string({ unit: 'binary' }),
  sha256: fc.string({ unit: 'grapheme' }),
  size: fc.nat(),
  ignored: fc.constantFrom('', '是系统文件'),
});
const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  program: 'p',
  limits: { file: 1 },
  roster: new Uint8Array([1]),
  settings: null,
  ...more,
});

describe('the fingerprint', () => {
  test('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(fc.array(received), fc.infiniteStream(fc.nat()), (files, order) => {
        const keys = new Map(files.map(file => [file, order.next().value]));
        const shuffled = [...files].sort((a, b) => Number(keys.get(a)) - Number(keys.get(b)));
        expect(madeFrom(circumstances(), shuffled, null)).toBe(madeFrom(circumstances(), files, null));
      }),
    );
  });

  test('is another for other files, however their names and contents run into each other', () => {
    fc.assert(
      fc.property(fc.array(received), fc.array(received), (a, b) => {
        const lines = (files: readonly Received[]) =>
          files.map(({ path, sha256, size, ignored }) => JSON.stringify([path, sha256, size, ignored])).sort();
        const isSame = JSON.stringify(lines(a)) === JSON.stringify(lines(b));
        expect(madeFrom(circumstances(), a, null) === madeFrom(circumstances(), b, null)).toBe(isSame);
      }),
    );
  });

  test.each<[string, Partial<Circumstances>, string | null]>([
    ['another program', { program: 'q' }, null],
    ['another limit', { limits: { file: 2 } }, null],
    ['another roster', { roster: new Uint8Array([2]) }, null],
    ['settings that are empty', { settings: new Uint8Array() }, null],
    ['another year before', {}, 'b'],
  ])('is another for %s', (_, more, before) => {
    expect(madeFrom(circumstances(more), [], before)).not.toBe(madeFrom(circumstances(), [], null));
  });
});

describe('an edition', () => {
  async function* refusedFor(refusal: RefusalKind): AsyncGenerator<Arrival> {
    const delivery = { path: '教育局.xls', sha256: 'a', size: 1 };
    yield { delivery, reading: { kind: 'refused', refusal, detail: '' } };
  }
  const assignment = { plan: plan(), form: FORM, roster: UNITS, at: '2026-01-20', previous: null };

  test('tells what it was made from, where it is handed the circumstances', async () => {
    const with_ = await run(refusedFor('damaged'), { ...assignment, circumstances: circumstances() });
    const file = { path: '教育局.xls', sha256: 'a', size: 1, ignored: '' };
    expect(with_.madeFrom).toBe(madeFrom(circumstances(), [file], null));
    expect((await run(refusedFor('damaged'), assignment)).madeFrom).toBeNull();
  });

  test.each<RefusalKind>(['too-slow', 'crashed'])('with a file that was %s does not, and none after it', async kind => {
    const disturbed = await run(refusedFor(kind), { ...assignment, circumstances: circumstances() });
    expect(disturbed.madeFrom).toBeNull();
    const after = { ...assignment, circumstances: circumstances(), previous: disturbed };
    expect((await run(refusedFor('damaged'), after)).madeFrom).toBeNull();
  });
});
