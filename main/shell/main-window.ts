import { screen } from 'electron/main';
import type { Page } from '../../shared/domain/environment.ts';
import type { EventMessage } from '../../shared/ipc/contract.ts';
import type { Log } from '../log.ts';
import type { ElectronViews } from '../sessions/views/views.ts';
import { type Answer, answerWindow, tellWindow } from './ipc-host.ts';
import type { AppPaths } from './paths.ts';
import type { ShellStore } from './preferences-file.ts';
import { startBounds, WindowState } from './window-bounds.ts';
import { reloadAfterCrash } from './reload-after-crash.ts';
import { bringToFront, createWindow, showOnceDrawn } from './window.ts';

/** The window of the app, for tray, menus and a second start. */
export interface MainWindow {
  /** Brings the window to the person, on a page if one is given. */
  show(page?: Page): void;
  /** Sends an event of the contract. */
  send(message: EventMessage): void;
  close(): void;
  /** Makes our own page larger or smaller. */
  zoom(change: 'in' | 'out' | 'reset'): void;
  /** Gives our own page the keyboard. */
  focus(): void;
  /** Whether it has it, and not a service's page. */
  hasFocus(): boolean;
}

interface Parts {
  answer: Answer;
  store: ShellStore;
  views: Pick<ElectronViews, 'attach'>;
  paths: AppPaths;
  log: Log;
  /** Leaves the window closed at first. */
  hidden: boolean;
  /** Says whether closing the window is to keep Switchboard in the tray, asked each time. */
  keepsRunning: () => boolean;
  onFailure: (error: unknown) => void;
}

/** Opens the one window of the app. */
export function openMainWindow({
  answer,
  store,
  views,
  paths,
  log,
  hidden,
  keepsRunning,
  onFailure,
}: Parts): MainWindow {
  const { data: saved } = WindowState.safeParse(store.recall('window'));
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = createWindow({ page: '', bounds: startBounds(saved, areas), paths, onFailure });
  const contents = window.webContents;
  views.attach(window);
  answerWindow(contents, answer, log);
  reloadAfterCrash(contents, log);

  // Until the page has loaded, nobody hears what it is told.
  let waiting: ShellMessage[] | null = [];
  contents.once('did-finish-load', () => {
    const messages = waiting ?? [];
    waiting = null;
    for (const message of messages) tellWindow(contents, message);
  });
  const tell = (message: ShellMessage) => (waiting ? void waiting.push(message) : tellWindow(contents, message));

  window.on('close', (event) => {
    store.remember('window', { ...window.getNormalBounds(), maximized: window.isMaximized() });
    if (!keepsRunning()) return;
    event.preventDefault();
    window.hide();
    if (store.recall('keptInTrayTold') === true) return;
    store.remember('keptInTrayTold', true);
    tell({ name: 'app.notice', payload: { code: 'kept-in-tray' } });
  });

  if (!hidden) {
    showOnceDrawn(window, () => (saved?.maximized ? window.maximize() : window.show()));
  }
  return {
    show(page) {
      if (window.isDestroyed()) return;
      bringToFront(window);
      // The keyboard may have been in the page of a service.
      contents.focus();
      if (page) tell({ name: 'app.navigate', payload: { page } });
    },
    close: () => window.close(),
    zoom: (change) =>
      contents.setZoomLevel(change === 'reset' ? 0 : contents.getZoomLevel() + (change === 'in' ? 0.5 : -0.5)),
    focus: () => contents.focus(),
    hasFocus: () => contents.isFocused(),
    send: (message) => (isShellMessage(message) ? tell(message) : tellWindow(contents, message)),
  };
}

/** What is said once and cannot be read again later: it has to wait for its hearer. */
type ShellMessage = Extract<EventMessage, { name: 'app.navigate' | 'app.notice' }>;

function isShellMessage(message: EventMessage): message is ShellMessage {
  return message.name === 'app.navigate' || message.name === 'app.notice';
}
