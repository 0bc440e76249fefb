import { Menu, Tray } from 'electron/main';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import type { MenuActions } from './account-items.ts';
import { trayTemplate, trayTooltip } from './tray-template.ts';

export interface TrayHandle {
  /** Draws what main shows now; may be called at any time, as often as one likes. */
  render(accounts: AccountsPart): void;
  setIcon(file: string): void;
}

/** Makes the tray icon. Keep what it returns: a tray that is garbage-collected vanishes. */
export function createTray(icon: string, actions: MenuActions): TrayHandle {
  const tray = new Tray(icon);
  // On macOS a click opens the menu, as it does with every other icon there.
  if (process.platform !== 'darwin') tray.on('click', () => actions.show());
  return {
    render(accounts) {
      tray.setToolTip(trayTooltip(accounts));
      // Linux shows changed items only when the menu is set again, so it is made anew everywhere.
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(accounts, actions)));
    },
    setIcon: (file) => tray.setImage(file),
  };
}
