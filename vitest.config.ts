import { defineConfig } from 'vitest/config';
import { AT_LENGTH } from './test/at-length/files.ts';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'services/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/pdf/**', ...AT_LENGTH],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
