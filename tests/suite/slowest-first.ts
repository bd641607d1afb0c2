// The order of the test files: the slowest first, so that no processor waits at the end for the last one.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** In the order of what they take; the rest take seconds. */
const SLOWEST = [
  'killed/killed',
  'render/blank/round-trip',
  'contract/as-of',
  'render/returned-patch',
  'hostile/linear',
  'hostile/texts',
  'hostile/attacks',
  'deliver/stopped',
  'deliver/killed',
  'killed/failing',
  'render/summary-workbook',
  'contract/output',
  'render/overview-page',
  'render/report-page',
  'fuzz/fuzz',
  'contract/refusals',
  'sample',
  'render/docx',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = SLOWEST.findIndex(name => moduleId.endsWith(`/tests/${name}.test.ts`));
  return rank === -1 ? SLOWEST.length : rank;
};

/** A class, since vitest asks for one. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}
