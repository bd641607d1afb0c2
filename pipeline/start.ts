#!/usr/bin/env node
// What is started: the program, kept as it was compiled, so that the next start takes two thirds of the time.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Beside the packages, where only who may change them may write. Where nobody may, it is compiled anew each time.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/nianbao'));
await import('./main.ts');
