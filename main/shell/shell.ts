import { app, nativeTheme } from 'electron/main';
import type { Core } from '../core.ts';
import type { Log } from '../log.ts';
import type { ElectronViews } from '../sessions/views/views.ts';
import { type MainWindow, openMainWindow } from './main-window.ts';
import { createMenuActions } from './menu-actions.ts';
import { renderAppMenu } from './menus.ts';
import type { AppPaths } from './paths.ts';
import type { ShellStore } from './preferences-file.ts';
import { createTabActions } from './tab-actions.ts';
import { createTray } from './tray.ts';

interface Parts {
  core: Core;
  store: ShellStore;
  views: ElectronViews;
  paths: AppPaths;
  log: Log;
  /** Starts without a window, where there is a tray to open it from. */
  hidden: boolean;
  /** Whether this desktop shows tray icons. */
  tray: boolean;
  onFailure: (error: unknown) => void;
}

/** Draws the window, the menus and the tray for `core`, and keeps them in step with it. Answers the window. */
export function startShell({ core, store, views, paths, log, hidden, tray: hasTray, onFailure }: Parts): MainWindow {
  // Read before the preference overrides it.
  const darkSystem = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
  nativeTheme.themeSource = core.preferences().theme;

  let quitting = false;
  app.on('before-quit', () => (quitting = true));
  const window = openMainWindow({
    answer: (command, input) => core.answer(command, input),
    store,
    views,
    paths,
    log,
    hidden: hidden && hasTray,
    keepsRunning: () => !quitting && hasTray && core.preferences().keepInTray,
    onFailure,
  });

  const actions = createMenuActions({
    commands: core.commands,
    window,
    tab: createTabActions({ commands: core.commands, tabOnScreen: core.tabOnScreen, window, onFailure }),
    redraw: () => render(),
    quit: () => app.quit(),
    onFailure,
  });
  // Made even where nothing shows it now: a desktop may begin to, and then it appears.
  const tray = createTray({ icons: paths.icons, darkSystem, actions });
  const render = () => {
    const { accounts } = core.snapshot();
    renderAppMenu(accounts, actions, { platform: process.platform, devTools: !app.isPackaged });
    tray.render(accounts);
  };
  render();

  core.subscribe((message) => {
    window.send(message);
    if (message.name === 'app.changed' && message.payload.topics.includes('accounts')) render();
    if (message.name === 'preferences.changed') nativeTheme.themeSource = message.payload.theme;
  });
  app.on('activate', () => window.show());
  return window;
}
