// The process that reads what could hold the program up: bytes come in a message, the reading goes back in one.
import type { Reading } from '../../model.ts';
import { finish } from '../finish.ts';
import { OLD, readHere } from '../here.ts';
import type { Limits } from '../limits.ts';
import { refused } from '../refusal.ts';

interface Task {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

const reading = async ({ bytes, limits }: Task): Promise<Reading> => {
  const result = readHere(bytes, limits);
  if (result !== OLD) return result;
  try {
    // Half a second to load, which only old kinds are worth.
    const { readOld } = await import('../legacy/sheetjs.ts');
    return { kind: 'grid', grid: finish(readOld(bytes, limits), limits) };
  } catch (error) {
    return refused(error);
  }
};

process.on('disconnect', () => process.exit());
process.on('message', async task => process.send?.(await reading(task as Task)));
