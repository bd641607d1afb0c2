// Writes the second edition and is killed by the system at a call of disk or database: OUTPUT DOCUMENTS CALL; where
// there is no such call it is not, and says how many there were.
import process from 'node:process';
import { DISK, halfDone, intercept } from './calls.ts';
import { editions, write } from './writing.ts';

const [output = '', documents = '', at = ''] = process.argv.slice(2);
const [, next] = editions(Number(documents));
let nth = 0;
intercept(DISK.changing, call => {
  if (nth === Number(at)) {
    halfDone(call);
    process.kill(process.pid, 'SIGKILL');
  }
  nth += 1;
});
await write(output, next);
process.stdout.write(String(nth));
