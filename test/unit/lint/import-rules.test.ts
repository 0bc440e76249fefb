import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

/** One planted violation for each rule of who may import what: the file it stands in, and the import. */
const FORBIDDEN: readonly [file: string, line: string][] = [
  ['shared/services.ts', `import * as z from 'zod'`],
  ['shared/domain/x.ts', `import { readFileSync } from 'node:fs'`],
  ['shared/ipc/x.ts', `import type { App } from 'electron'`],
  ['shared/ipc/x2.ts', `import { createCore } from '../../main/core.ts'`],
  ['main/x.ts', `import { app } from 'electron/main'`],
  ['main/store/x.ts', `import type { App } from 'electron'`],
  ['main/store/x2.ts', `import { createVault } from '../secrets/vault.ts'`],
  ['main/secrets/x.ts', `import { createTokens } from '../sign-in/tokens.ts'`],
  ['main/browsers/x.ts', `import { openAddress } from '../accounts/open-address.ts'`],
  ['main/links/x.ts', `import { tray } from '../shell/tray.ts'`],
  ['main/ways/x2.ts', `import { createLinks } from '../links/links.ts'`],
  ['main/sign-in/x.ts', `import { createCarriers } from '../delivery/carriers.ts'`],
  ['main/preferences/x.ts', `import Store from 'electron-store'`],
  ['main/preferences/x2.ts', `import { open } from '../store/open.ts'`],
  ['main/identifiers/x.ts', `import { open } from '../store/open.ts'`],
  ['main/delivery/x.ts', `import { step } from '../verification/machine.ts'`],
  ['main/verification/x.ts', `import { link } from '../accounts/link.ts'`],
  ['main/accounts/x.ts', `import { createWays } from '../ways/ways.ts'`],
  ['main/accounts/x2.ts', `import { tray } from '../shell/tray.ts'`],
  ['main/ways/x2.ts', `import { land } from '../notifications/land.ts'`],
  ['main/notifications/x.ts', `import { createCore } from '../core.ts'`],
  ['main/groups/x.ts', `import { link } from '../accounts/link.ts'`],
  ['main/activity/x.ts', `import { router } from '../ipc/router.ts'`],
  ['main/ways/x3.ts', `import { readActivity } from '../activity/list.ts'`],
  ['main/ways/x.ts', `import { router } from '../ipc/router.ts'`],
  ['main/ways/x4.ts', `import { ask } from '../command-line/ask.ts'`],
  ['main/command-line/x.ts', `import { parseDeepLink } from '../shell/deep-link.ts'`],
  ['main/ways/x5.ts', `import { createTabs } from '../sessions/tabs.ts'`],
  ['main/accounts/x3.ts', `import { createTabs } from '../sessions/tabs.ts'`],
  ['main/sessions/x.ts', `import type { Session } from 'electron/main'`],
  ['main/sessions/x2.ts', `import { createViews } from './views/views.ts'`],
  ['main/sessions/views/x.ts', `import { theme } from '../../../renderer/theme.ts'`],
  ['main/ipc/x.ts', `import { createCore } from '../core.ts'`],
  ['main/core.ts', `import { tray } from './shell/tray.ts'`],
  ['main/shell/x.ts', `import { theme } from '../../renderer/theme.ts'`],
  ['main/shell/x2.ts', `import { clock } from '../../test/support/clock.ts'`],
  ['main/shell/x3.ts', `import { app } from 'electron'`],
  ['preload/x.ts', `import * as z from 'zod'`],
  ['preload/x2.ts', `import { contract } from '../shared/ipc/contract.ts'`],
  ['preload/x3.ts', `import { readFileSync } from 'node:fs'`],
  ['renderer/x.ts', `import { readFileSync } from 'node:fs'`],
  ['renderer/x2.ts', `import { ipcRenderer } from 'electron/renderer'`],
  ['renderer/x3.ts', `import * as z from 'zod'`],
  ['renderer/x4.ts', `import { contract } from '../shared/ipc/contract.ts'`],
  ['renderer/pages/x.tsx', `import { Account } from '../../shared/domain/account.ts'`],
  ['renderer/x5.ts', `import { createCore } from '../main/core.ts'`],
  ['renderer/x6.ts', `import { clock } from '../test/support/clock.ts'`],
];

/** What the rules must let pass. */
const ALLOWED: readonly [file: string, line: string][] = [
  ['shared/domain/ok.ts', `import * as z from 'zod'`],
  ['main/notifications/ok.ts', `import { changeAccount } from '../accounts/change.ts'`],
  ['main/ways/ok.ts', `import { findPresent } from '../accounts/change.ts'`],
  ['main/command-line/ok.ts', `import { readAccounts } from '../accounts/snapshot.ts'`],
  ['main/links/ok.ts', `import { findPresent } from '../accounts/change.ts'`],
  ['main/accounts/ok4.ts', `import type { Browsers } from '../browsers/browsers.ts'`],
  ['main/accounts/ok.ts', `import { createSignIns } from '../sign-in/sign-ins.ts'`],
  ['main/accounts/ok3.ts', `import { takePending } from '../groups/take-pending.ts'`],
  ['main/activity/ok.ts', `import { parseIdentifier } from '../identifiers/parse.ts'`],
  // A file, and a schema, that are called as a room.
  ['main/accounts/ok2.ts', `import { signIn } from './sign-in.ts'`],
  ['main/sign-in/ok.ts', `import { SecretsState } from '../../shared/domain/secrets.ts'`],
  ['main/store/ok.ts', `import { readFile } from 'node:fs/promises'`],
  ['main/sessions/ok.ts', `import { findPresent } from '../accounts/change.ts'`],
  ['main/sessions/views/ok.ts', `import type { Session } from 'electron/main'`],
  ['main/shell/ok.ts', `import { app } from 'electron/main'`],
  ['preload/ok.ts', `import { INVOKE_CHANNEL } from '../shared/ipc/bridge.ts'`],
  ['renderer/ok.ts', `import type { Client } from '../shared/ipc/contract.ts'`],
  ['renderer/ok2.ts', `import { services } from '../shared/services.ts'`],
];

const Report = z.object({ diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string() })) });
const root = resolve(import.meta.dirname, '../../..');
let folder: string;
let refused: Set<string>;

beforeAll(() => {
  // Patterns of the configuration are relative to its place, and it imports the linter: so a copy beside our packages.
  folder = mkdtempSync(join(tmpdir(), 'switchboard-lint-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  copyFileSync(join(root, '.oxlint.config.ts'), join(folder, '.oxlint.config.ts'));
  for (const [file, line] of [...FORBIDDEN, ...ALLOWED]) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${line};\n`);
  }
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  let output: string;
  try {
    output = execFileSync(process.execPath, [oxlint, '-c', '.oxlint.config.ts', '--format', 'json', '.'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    // The linter found something, and says so by its exit status as well.
    output = z.object({ stdout: z.string() }).parse(error).stdout;
  }
  const { diagnostics } = Report.parse(JSON.parse(output));
  refused = new Set(
    diagnostics.filter(({ code }) => code?.includes('no-restricted-imports')).map(({ filename }) => filename),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(FORBIDDEN)('%s may not have %s', (file) => {
  expect([...refused]).toContain(file);
});

test.each(ALLOWED)('%s may have %s', (file) => {
  expect([...refused]).not.toContain(file);
});
