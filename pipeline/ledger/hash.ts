// The chain in which each run's depends on all before it.
import { sha256 } from '../sha256.ts';
import type { Hash } from './ledger.ts';

/** Where nothing came before. */
export const CHAIN_START = '';

export const chained = (before: Hash, text: string): Hash => sha256(`${before}\n${text}`);
