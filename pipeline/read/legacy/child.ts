// The process that reads old kinds: bytes come in a message, the reading goes back in one.
import type { Reading } from '../../model.ts';
import { finish } from '../finish.ts';
import type { Limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { readOld } from './sheetjs.ts';

interface Task {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

const reading = ({ bytes, limits }: Task): Reading => {
  try {
    return { kind: 'grid', grid: finish(readOld(bytes, limits)) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refusal: error.kind, detail: error.message };
    return { kind: 'refused', refusal: 'crashed', detail: String(error).slice(0, 200) };
  }
};

process.on('disconnect', () => process.exit());
process.on('message', task => process.send?.(reading(task as Task)));
