import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run test:pdf`: what needs poppler and qpdf, which npm does not bring. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..', '..'),
    include: ['test/pdf/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
