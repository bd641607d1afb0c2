// How the tests run: a few of them start processes and read whole folders.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['tests/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 240_000 } });
