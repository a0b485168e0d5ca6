import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { EVERY_SCRIPT } from './files.ts';

/** `npm run test:scripts`: every script and every language, beside what Chromium draws. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..', '..'),
    include: [...EVERY_SCRIPT],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
