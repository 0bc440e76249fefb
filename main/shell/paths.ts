import { join } from 'node:path';
import type { App } from 'electron/main';

/** Where our own files are, in a working copy as in an installed app. */
export interface AppPaths {
  pages: string;
  preload: string;
  icons: string;
  windowIcon: string;
}

/** Icons lie outside the archive when packaged, because the system opens them by itself. */
export function appPaths(app: Pick<App, 'getAppPath' | 'isPackaged'>): AppPaths {
  const root = app.getAppPath();
  const icons = app.isPackaged ? join(process.resourcesPath, 'icons') : join(root, 'build', 'icons');
  return {
    pages: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    icons,
    windowIcon: join(icons, 'app', '256x256.png'),
  };
}
