import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../out/results/e2e',
  globalSetup: './global-setup.ts',
  // Each test has a data folder of its own, so two can run side by side.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json']],
  use: { trace: 'off' },
});
