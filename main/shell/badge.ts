import type { NativeImage } from 'electron/common';
import type { App, BrowserWindow } from 'electron/main';
import { unreadWords } from '../../shared/unread.ts';
import type { Badge } from '../ports.ts';

interface Parts {
  app: Pick<App, 'setBadgeCount'>;
  platform: NodeJS.Platform;
  /** The windows in the taskbar. */
  windows: () => readonly Pick<BrowserWindow, 'setOverlayIcon'>[];
  picture: (count: number) => NativeImage;
}

/** The number on the app's icon: the system draws it on macOS and Linux, and on Windows it is a picture of ours. */
export function createBadge({ app, platform, windows, picture }: Parts): Badge {
  return {
    show(count) {
      if (platform !== 'win32') {
        app.setBadgeCount(count);
        return;
      }
      const overlay = count === 0 ? null : picture(count);
      for (const window of windows()) window.setOverlayIcon(overlay, count === 0 ? '' : unreadWords(count));
    },
  };
}
