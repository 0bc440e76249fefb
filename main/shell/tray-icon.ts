import { join } from 'node:path';

/**
 * The tray's icon. macOS colours its template image itself and finds the @2x file beside it; Windows picks a size out
 * of the .ico; a Linux panel takes one picture, and a black one would be invisible on a dark panel.
 */
export function trayIcon(folder: string, platform: NodeJS.Platform, darkPanel: boolean): string {
  switch (platform) {
    case 'darwin':
      return join(folder, 'tray', 'trayTemplate.png');
    case 'win32':
      return join(folder, 'tray', 'tray.ico');
    default:
      return join(folder, 'tray', darkPanel ? 'for-dark-64.png' : 'for-light-64.png');
  }
}
