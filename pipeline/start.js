#!/usr/bin/env node
// What is started: the program, kept as it was compiled, so that the next start takes half the time. This file alone is JavaScript:
// to read it as TypeScript, Node would first load a compiler, each time, whatever is kept.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Beside the packages, where only who may change them may write. Where nobody may, it is compiled anew each time.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/nianbao'));
await import('./main.ts');
