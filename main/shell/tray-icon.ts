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

/** Desktops whose panel is dark even where their windows are light. */
const DARK_PANELS = new Set(['GNOME', 'Unity', 'Cinnamon', 'X-Cinnamon', 'Pantheon']);

/** Says whether the panel of a Linux desktop is dark; `darkSystem` is what the system shows its windows in. */
export function hasDarkPanel(env: NodeJS.ProcessEnv, darkSystem: boolean): boolean {
  const desktops = env['XDG_CURRENT_DESKTOP']?.split(':') ?? [];
  return darkSystem || desktops.some((desktop) => DARK_PANELS.has(desktop));
}
