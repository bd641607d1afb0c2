// Fingerprints, and the chain in which each run's depends on all before it.
import { createHash } from 'node:crypto';
import type { Hash } from './ledger.ts';

export const hashOf = (content: string | Uint8Array): Hash => createHash('sha256').update(content).digest('hex');

/** Where nothing came before. */
export const CHAIN_START = '';

export const chained = (before: Hash, text: string): Hash => hashOf(`${before}\n${text}`);
