import { defineConfig } from 'vitest/config';
import { EVERY_SCRIPT } from './test/every-script/files.ts';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'services/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/pdf/**', ...EVERY_SCRIPT],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
