import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { AT_LENGTH } from './files.ts';

/** `npm run test:length`: what takes minutes that not every change needs. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..', '..'),
    include: [...AT_LENGTH],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
