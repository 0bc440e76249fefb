import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/launch.ts';

export interface Fixtures {
  /** A data folder of this test's own, gone after it. */
  dataDir: string;
  /** Starts Switchboard on the test's data folder; whatever is still running at the end is closed. */
  start: (options?: Omit<LaunchOptions, 'dataDir'>) => Promise<LaunchedApp>;
  /** Switchboard, started once. */
  running: LaunchedApp;
  /** The window of `running`. */
  window: Page;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ dataDir }, use) => {
    const started: LaunchedApp[] = [];
    await use(async (options = {}) => {
      const launched = await launchApp({ dataDir, ...options });
      started.push(launched);
      return launched;
    });
    for (const launched of started) await launched.close();
  },
  running: async ({ start }, use) => use(await start()),
  window: async ({ running }, use) => use(running.page),
});

export { expect } from '@playwright/test';
