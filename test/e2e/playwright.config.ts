import { defineConfig } from '@playwright/test';
import { runtimeName } from '../support/launch.ts';

// Of the stand-in alone: the rules it has to keep, which Electron has, and a keyring and keys that are not the person's own.
const ofStandIn =
  runtimeName() === 'electron' ? ['stand-in*.spec.ts', 'key-store.spec.ts', 'system-shortcut.spec.ts'] : [];

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'app', testIgnore: ['services-*.spec.ts', ...ofStandIn] },
    // Many browsers share two processors on a build machine; what needs a second try there is said in the end.
    { name: 'services', testMatch: 'services-*.spec.ts', retries: process.env['CI'] ? 1 : 0 },
  ],
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
