import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
const standIn = join(import.meta.dirname, 'electron/bin/electron');

/** The fetched binary of Electron; `undefined` when it is not there. Asking the package itself would start a download. */
function electronBinary(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

/** What the tests run on: Electron when its binary is there and SWITCHBOARD_RUNTIME is not `chromium`. */
export function runtimeName(): 'electron' | 'chromium' {
  return process.env['SWITCHBOARD_RUNTIME'] !== 'chromium' && electronBinary() !== undefined ? 'electron' : 'chromium';
}

/** The binary to start apps with; it takes Electron's arguments either way. */
export function runtimeBinary(): string {
  return runtimeName() === 'electron' ? (electronBinary() ?? standIn) : standIn;
}

export interface LaunchOptions {
  /** The folder for all of the app's data, given as `--data`. */
  dataDir: string;
  /** More arguments for the app. */
  args?: string[];
  /** More environment, or `undefined` to take a variable away. */
  env?: Record<string, string | undefined>;
  /** The app's folder; the project's own when not given. */
  appDir?: string;
}

export interface LaunchedApp {
  app: ElectronApplication;
  /** The app's first window. */
  page: Page;
  /** Quits in order and waits for the process to end. */
  close(): Promise<void>;
}

/** Starts the built app on Electron or the stand-in. */
export async function launchApp({ dataDir, args = [], env = {}, appDir = root }: LaunchOptions): Promise<LaunchedApp> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...env }))
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') environment[name] = value;
  const app = await _electron.launch({
    executablePath: runtimeBinary(),
    args: [appDir, '--data', dataDir, ...args],
    env: environment,
    colorScheme: null, // the app's own theme, not Playwright's
  });
  // Without a listener Playwright answers `beforeunload` itself, and a close that the app refuses would go through.
  app.context().on('dialog', () => {});
  const page = await app.firstWindow();
  return { app, page, close: () => app.close() };
}
