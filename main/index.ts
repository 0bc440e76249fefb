import { existsSync, mkdtempSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron/main';
import { ownArguments, readArguments, type Start } from './command-line/arguments.ts';
import { prepareDataFolder } from './shell/data-folder.ts';

/** Compiled code is kept for the next start. An AppImage lies elsewhere each time, and would only fill the disk. */
function keepCompiledCode(folder: string): void {
  if (!process.env['APPIMAGE']) enableCompileCache(join(folder, 'compile-cache'));
}

async function begin({ dataFolder, hidden, link }: Extract<Start, { kind: 'app' }>): Promise<void> {
  const folder = dataFolder ?? app.getPath('userData');
  const writable = prepareDataFolder(folder);
  // The lock and Chromium's own files follow this path; where the folder cannot take them, they must not stop the app
  // from saying so.
  app.setPath('userData', writable ? folder : mkdtempSync(join(tmpdir(), 'switchboard-')));
  // The first start has what was asked now, and shows its window.
  if (!app.requestSingleInstanceLock({ hidden, link })) return app.exit(0);
  keepCompiledCode(app.getPath('userData'));
  // Only now, so that it is cached and a second start loads none of it. Awaited, because Electron is ready only after
  // this module has ended, and some of it must come before.
  const { startApp } = await import('./shell/start-app.ts');
  startApp({ folder, writable, hidden, link });
}

async function command(start: Exclude<Start, { kind: 'app' }>): Promise<void> {
  const folder = (start.kind === 'request' ? start.dataFolder : null) ?? app.getPath('userData');
  if (existsSync(folder)) keepCompiledCode(folder);
  const { runInTerminal } = await import('./shell/terminal.ts');
  await runInTerminal(start, folder);
}

const start = readArguments(ownArguments(process.argv, app.isPackaged ? null : app.getAppPath()));
await (start.kind === 'app' ? begin(start) : command(start));
