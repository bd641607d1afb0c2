// Delivers an edition, with these documents open or none, and is killed by the system at a call of the disk: OUTPUT CALL DOCUMENTS [HELD …].
import { join } from 'node:path';
import process from 'node:process';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { diskHolding, halfDone } from './disks.ts';

const [output = '', at = '', documents = '', ...held] = process.argv.slice(2);

const disk = diskHolding(
  held.map(path => join(output, path)),
  call => {
    if (call.nth !== Number(at)) return;
    halfDone(call);
    process.kill(process.pid, 'SIGKILL');
  },
);

const texts: Readonly<Record<string, string>> = JSON.parse(documents);
const made = Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
await deliver(made, output, '2025', { disk });
