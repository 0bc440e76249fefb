import type { MenuItemConstructorOptions } from 'electron/main';
import type { AccountsPart } from '../../shared/domain/snapshot.ts';
import { tabItems } from './tab-menu-items.ts';
import { accountItems, firstWithActive, type MenuActions } from './account-items.ts';

type Template = MenuItemConstructorOptions[];

/** What the menu depends on besides the accounts. */
export interface AppMenuOptions {
  platform: NodeJS.Platform;
  /** Offers Chromium's own tools; not in a packaged app. */
  devTools: boolean;
}

/** How many accounts have a shortcut, CmdOrCtrl+1 to 9. */
const SHORTCUTS = 9;

const separator = { type: 'separator' } as const;

function settingsItem(actions: MenuActions): MenuItemConstructorOptions {
  return {
    id: 'settings',
    label: 'Settings...',
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.show('settings'),
  };
}

function quitItem(actions: MenuActions): MenuItemConstructorOptions {
  return { id: 'quit', label: 'Quit Switchboard', accelerator: 'CmdOrCtrl+Q', click: () => actions.quit() };
}

function macMenu(actions: MenuActions): Template {
  const submenu: Template = [
    { id: 'about', role: 'about' },
    separator,
    settingsItem(actions),
    separator,
    { id: 'services', role: 'services' },
    separator,
    { id: 'hide', role: 'hide' },
    { id: 'hide-others', role: 'hideOthers' },
    { id: 'unhide', role: 'unhide' },
    separator,
    quitItem(actions),
  ];
  return [{ id: 'app', label: 'Switchboard', submenu }];
}

function fileMenu(actions: MenuActions, signedIn: boolean, mac: boolean): MenuItemConstructorOptions {
  const add = {
    id: 'add-account',
    label: 'Add email or phone number...',
    enabled: signedIn,
    click: () => actions.show('add'),
  };
  const end: Template = mac ? [] : [settingsItem(actions), separator, quitItem(actions)];
  const items = tabItems(['print', 'close'], actions.tab, mac);
  return { id: 'file', label: '&File', submenu: [add, separator, ...items, ...end] };
}

/** The roles give copy and paste their shortcuts on macOS, where they work through this menu only. */
function editMenu(actions: MenuActions): MenuItemConstructorOptions {
  const submenu: Template = [
    { id: 'undo', role: 'undo' },
    { id: 'redo', role: 'redo' },
    separator,
    { id: 'cut', role: 'cut' },
    { id: 'copy', role: 'copy' },
    { id: 'paste', role: 'paste' },
    { id: 'select-all', role: 'selectAll' },
    separator,
    ...tabItems(['find'], actions.tab, false),
  ];
  return { id: 'edit', label: '&Edit', submenu };
}

function viewMenu(
  actions: MenuActions,
  signedIn: boolean,
  { platform, devTools }: AppMenuOptions,
): MenuItemConstructorOptions {
  const tools: Template = devTools ? [separator, { id: 'dev-tools', role: 'toggleDevTools' }] : [];
  const submenu: Template = [
    { id: 'dashboard', label: 'Dashboard', enabled: signedIn, click: () => actions.show('dashboard') },
    { id: 'your-info', label: 'Your info', enabled: signedIn, click: () => actions.show('your-info') },
    { id: 'local-mailbox', label: 'Local mailbox', click: () => actions.show('local-mailbox') },
    separator,
    ...tabItems(['back', 'forward', 'reload', 'focus'], actions.tab, platform === 'darwin'),
    separator,
    ...tabItems(['zoom-reset', 'zoom-in', 'zoom-out'], actions.tab, platform === 'darwin'),
    separator,
    { id: 'full-screen', role: 'togglefullscreen' },
    ...tools,
  ];
  return { id: 'view', label: '&View', submenu };
}

/** In the order of the profile menu, so that a number means the same account in both. */
function accountsMenu({ accounts }: AccountsPart, actions: MenuActions): MenuItemConstructorOptions {
  const listed = firstWithActive(accounts, SHORTCUTS + 1);
  const items = accountItems(listed, actions);
  for (const [index, item] of items.slice(0, SHORTCUTS).entries()) item.accelerator = `CmdOrCtrl+${index + 1}`;
  const switcher = {
    id: 'switch-account',
    label: 'Switch account...',
    accelerator: 'CmdOrCtrl+K',
    enabled: accounts.length > 0,
    click: () => actions.show('switcher'),
  };
  return { id: 'accounts', label: '&Accounts', submenu: [...items, separator, switcher] };
}

function windowMenu(actions: MenuActions, mac: boolean): MenuItemConstructorOptions {
  const submenu: Template = [
    { id: 'minimize', role: 'minimize' },
    ...tabItems(['next', 'previous'], actions.tab, mac),
    ...(mac ? ([{ id: 'zoom', role: 'zoom' }, separator, { id: 'front', role: 'front' }] as const) : []),
  ];
  return { id: 'window', label: '&Window', submenu };
}

function helpMenu(): MenuItemConstructorOptions {
  return { id: 'help', label: '&Help', role: 'help', submenu: [{ id: 'about', role: 'about' }] };
}

/** The application menu for what main shows now. Every item has an id, for tests and for finding it. */
export function appMenuTemplate(part: AccountsPart, actions: MenuActions, options: AppMenuOptions): Template {
  const mac = options.platform === 'darwin';
  const signedIn = part.accounts.length > 0;
  return [
    ...(mac ? macMenu(actions) : []),
    fileMenu(actions, signedIn, mac),
    editMenu(actions),
    viewMenu(actions, signedIn, options),
    accountsMenu(part, actions),
    windowMenu(actions, mac),
    // On macOS "About" stands in the app's own menu.
    ...(mac ? [] : [helpMenu()]),
  ];
}
