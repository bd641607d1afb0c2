// The number of a finding goes through spreadsheets and comes back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingId, isFindingId } from '../pipeline/finding-id.ts';

test('it is no number to a spreadsheet, and known again', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), parts => {
      const id = findingId(parts);
      expect(id).toMatch(/^f[0-9a-f]{11}$/u);
      expect(isFindingId(id)).toBe(true);
      expect(isFindingId(`${id}-2`)).toBe(true);
    }),
  );
});

test('other numbers are none of ours', () => {
  for (const text of ['1', 'F01', '', 'f0123456789', '0123456789ab']) expect(isFindingId(text)).toBe(false);
});
