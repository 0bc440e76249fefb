import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { fillFolderWith } from '../bench/fill.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/launch.ts';

export interface Fixtures {
  /** Accounts that are there at the first start, by email, the primary first: for tests of what comes after linking. */
  accounts: readonly string[];
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
  accounts: [[], { option: true }],
  dataDir: async ({ accounts }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-e2e-'));
    if (accounts.length > 0) fillFolderWith(folder, accounts);
    await use(folder);
    // Chromium may still be writing as it ends.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
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
