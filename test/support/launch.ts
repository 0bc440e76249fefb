import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronBinary, STAND_IN } from '../../build/scripts/runtime.ts';
import { ROOT } from '../../build/scripts/steps.ts';

/** What the tests run on: Electron when its binary is there and SWITCHBOARD_RUNTIME is not `chromium`. */
export function runtimeName(): 'electron' | 'chromium' {
  return process.env['SWITCHBOARD_RUNTIME'] !== 'chromium' && electronBinary() !== null ? 'electron' : 'chromium';
}

export interface LaunchOptions {
  /** The folder for all of the app's data, given as `--data`. */
  dataDir: string;
  /** More arguments for the app. */
  args?: string[];
  /** More environment; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>;
  /** The app's folder; the project's own when not given. */
  appDir?: string;
  /** What to start the app under: a command that runs its arguments. */
  under?: readonly string[];
}

/** Pages of services are really opened: what a test has no server for is not looked for anywhere. */
const NOWHERE = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost';

/** How the app is started on this runtime, for tests that start the process themselves. */
export function appCommand({ dataDir, args = [], env = {}, appDir = ROOT, under = [] }: LaunchOptions): {
  executable: string;
  args: string[];
  env: Record<string, string>;
} {
  const leadsSomewhere = args.some((argument) => argument.startsWith('--host-resolver-rules='));
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...env, ELECTRON_RUN_AS_NODE: undefined }))
    if (value !== undefined) environment[name] = value;
  const binary = (runtimeName() === 'electron' ? electronBinary() : null) ?? STAND_IN;
  const executable = under.length > 0 ? oneCommand([...under, binary]) : binary;
  return {
    executable,
    args: [appDir, '--data', dataDir, ...(leadsSomewhere ? [] : [NOWHERE]), ...args],
    env: environment,
  };
}

/** A command and its first arguments as one file, because Playwright starts a file; it is gone once it runs. */
function oneCommand(words: readonly string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'switchboard-under-')), 'start');
  const quoted = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  writeFileSync(file, `#!/bin/sh\nrm -r "$(dirname "$0")"\nexec ${quoted} "$@"\n`, { mode: 0o700 });
  return file;
}

/** An item of the tray's menu, as the person sees it. */
export interface TrayItem {
  label: string;
  type: string;
  checked: boolean;
  enabled: boolean;
}

export interface LaunchedApp {
  app: ElectronApplication;
  /** The app's first window. */
  page: Page;
  /** The tray's menu from top to bottom, without submenus; empty while there is no tray. Only on the stand-in. */
  trayItems(): Promise<TrayItem[]>;
  /** Picks the tray's item with this label; rejects when there is none. Only on the stand-in. */
  clickTrayItem(label: string): Promise<void>;
  /** What was opened in the system browser since the start, oldest first. */
  openedAddresses(): Promise<string[]>;
  /** Quits in order and waits for the process to end; does nothing when it has ended. */
  close(): Promise<void>;
}

/** Starts the built app on Electron or the stand-in. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const { executable, args, env } = appCommand(options);
  // The app's own theme counts, not Playwright's.
  const app = await _electron.launch({ executablePath: executable, args, env, colorScheme: null });
  // Without a listener Playwright answers `beforeunload` itself, and a close that the app refuses would go through.
  app.context().on('dialog', () => {});
  if (runtimeName() === 'electron') await keepOpenedAddresses(app);
  const page = await app.firstWindow();
  let closing: Promise<void> | undefined;
  return {
    app,
    page,
    trayItems: () => app.evaluate(trayItemsInMain),
    clickTrayItem: (label) => app.evaluate(clickTrayItemInMain, label),
    openedAddresses: () => app.evaluate(({ shell }) => Reflect.get(shell, 'openedExternally')),
    close: () => (closing ??= app.close()),
  };
}

/** On Electron nothing must leave for the person's browser during a test: it is noted where the stand-in notes it. */
async function keepOpenedAddresses(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    const openedExternally: string[] = [];
    Object.assign(shell, { openedExternally, openExternal: async (url: string) => void openedExternally.push(url) });
  });
}

// These run inside main, so they use nothing from around them. `Tray.instances` is the stand-in's.

function trayItemsInMain({ Tray }: typeof Electron.CrossProcessExports): TrayItem[] {
  const trays: Iterable<{ contextMenu: Electron.Menu | null }> = Reflect.get(Tray, 'instances');
  return [...trays].flatMap(({ contextMenu }) =>
    (contextMenu?.items ?? []).map(({ label, type, checked, enabled }) => ({ label, type, checked, enabled })),
  );
}

function clickTrayItemInMain({ Tray }: typeof Electron.CrossProcessExports, label: string): void {
  const trays: Iterable<{ contextMenu: Electron.Menu | null }> = Reflect.get(Tray, 'instances');
  const items = [...trays].flatMap(({ contextMenu }) => contextMenu?.items ?? []);
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`the tray has no item ${label}, only ${items.map((other) => other.label).join(', ')}`);
  item.click();
}
