import { Menu, nativeTheme, Tray } from 'electron/main';
import type { Unread } from '../../shared/domain/notifications.ts';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import type { MenuActions } from './account-items.ts';
import { hasDarkPanel, trayIcon } from './tray-icon.ts';
import { trayTemplate, trayTooltip } from './tray-template.ts';

/** The tray icon and its menu. */
export interface TrayHandle {
  /** Draws what main shows now; may be called at any time, as often as one likes. */
  render(accounts: AccountsPart, unread: Unread): void;
}

interface Parts {
  /** The folder of icons. */
  icons: string;
  /** What the system shows its windows in, whatever Switchboard's own preference is: the panel follows the system. */
  darkSystem: boolean;
  actions: MenuActions;
}

/** Makes the tray icon. Keep what it returns: a tray that is garbage-collected vanishes. */
export function createTray({ icons, darkSystem, actions }: Parts): TrayHandle {
  let dark = darkSystem;
  const icon = () => trayIcon(icons, process.platform, hasDarkPanel(process.env, dark));
  const tray = new Tray(icon());
  nativeTheme.on('updated', () => {
    if (nativeTheme.themeSource === 'system') dark = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
    tray.setImage(icon());
  });
  // On macOS a click opens the menu, as it does with every other icon there.
  if (process.platform !== 'darwin') tray.on('click', () => actions.show());
  return {
    render(accounts, unread) {
      tray.setToolTip(trayTooltip(accounts, unread));
      // Linux shows changed items only when the menu is set again, so it is made anew everywhere.
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(accounts, actions, unread)));
    },
  };
}
