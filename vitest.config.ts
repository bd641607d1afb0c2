// How the tests run: a few of them start processes and read whole folders.
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/suite/slowest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    globalSetup: 'tests/suite/temporary.ts',
    setupFiles: 'tests/suite/clean-up.ts',
    // Loading the program anew for each of many small files would take longer than their tests: no test changes what others see.
    pool: 'forks',
    isolate: false,
    // Vitest would keep one processor free.
    maxWorkers: '100%',
    sequence: { sequencer: SlowestFirst },
  },
});
