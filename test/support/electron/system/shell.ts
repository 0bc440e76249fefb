import { spawn } from 'node:child_process';

/** `shell`. What was opened is kept for tests; it leaves the app only when STANDIN_OPEN_EXTERNAL is 1. */
export const shell = {
  /** For tests; Electron has no such lists. */
  openedExternally: [] as string[],
  shownInFolder: [] as string[],

  async openExternal(url: string): Promise<void> {
    shell.openedExternally.push(url);
    if (process.env['STANDIN_OPEN_EXTERNAL'] === '1')
      spawn('xdg-open', [url], { stdio: 'ignore', detached: true })
        .on('error', () => {})
        .unref();
  },
  showItemInFolder(path: string): void {
    shell.shownInFolder.push(path);
  },
} satisfies Partial<Electron.Shell> & Record<string, unknown>;
