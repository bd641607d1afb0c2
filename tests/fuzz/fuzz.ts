// `npm run fuzz [count] [seed]`: real files made wrong, and what the reader and the run make of them.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReader } from '../../pipeline/read/read.ts';
import { seeded } from '../bench/random.ts';
import { type Trial, tryOne } from './try.ts';

const [count = 2_000, seed = 20_260_101] = process.argv.slice(2).map(Number);
const reader = openReader();
const chance = seeded(seed);
const outcomes = new Map<string, number>();
const wrong: Trial[] = [];
let slowest: Trial | null = null;
for (let i = 0; i < count; i++) {
  const trial = await tryOne(reader, chance);
  outcomes.set(trial.outcome, (outcomes.get(trial.outcome) ?? 0) + 1);
  if (trial.wrong !== null) wrong.push(trial);
  if (slowest === null || trial.milliseconds > slowest.milliseconds) slowest = trial;
}
await reader.close();

const folder = wrong.length > 0 ? mkdtempSync(join(tmpdir(), 'nianbao-fuzz-')) : '';
wrong.forEach(({ bytes }, i) => {
  writeFileSync(join(folder, `${i}.bin`), bytes);
});
console.log(`${count} mutants, seed ${seed}`);
for (const [outcome, times] of [...outcomes].sort()) console.log(`  ${outcome.padEnd(20)} ${times}`);
console.log(`  slowest              ${Math.round(slowest?.milliseconds ?? 0)} ms  ${slowest?.told}`);
console.log(`  wrong                ${wrong.length}${folder === '' ? '' : `  kept in ${folder}`}`);
wrong.forEach(({ told, wrong: what }, i) => {
  console.log(`    ${i}.bin  ${told}: ${what?.slice(0, 300)}`);
});
process.exitCode = wrong.length > 0 ? 1 : 0;
