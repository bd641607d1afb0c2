#!/usr/bin/env -S node --v8-pool-size=0
// What is started: the program, kept as it was compiled, so that the next start takes half the time. This file alone is JavaScript:
// to read it as TypeScript, Node would first load a compiler, each time, whatever is kept. With a pool size of 0, V8 compiles and
// collects garbage beside the program with one thread fewer than there are cores; its usual four would take the program's own.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Beside the packages, where only who may change them may write. Where nobody may, it is compiled anew each time.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/nianbao'));
await import('./main.ts');
