// `audit`: whether archive, record and editions are still what the runs wrote.
import { audit } from '../ledger/audit.ts';
import { auditText } from '../terminal/audit.ts';
import { EXIT } from './exit.ts';
import type { Surroundings } from './surroundings.ts';

export const auditOutput = async (output: string, { print }: Surroundings): Promise<number> => {
  const found = audit(output);
  print(auditText(found));
  return found.differences.length === 0 ? EXIT.done : EXIT.differences;
};
