import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/{unit,integration}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // Vitest leaves one processor idle unless told otherwise.
    maxWorkers: '100%',
  },
});
