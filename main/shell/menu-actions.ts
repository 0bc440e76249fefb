import type { AccountId } from '../../shared/domain/account.ts';
import type { Core } from '../core.ts';
import type { MenuActions } from './account-items.ts';
import type { MainWindow } from './main-window.ts';
import type { ActOnTab } from './tab-menu-items.ts';

interface Parts {
  commands: Core['commands'];
  window: Pick<MainWindow, 'show' | 'send'>;
  tab: ActOnTab;
  /** Draws tray and menus again. */
  redraw: () => void;
  quit: () => void;
  onFailure: (error: unknown) => void;
}

/** What tray and menus do. What is refused is told in the window, since a menu has no place for it. */
export function createMenuActions({ commands, window, tab, redraw, quit, onFailure }: Parts): MenuActions {
  const switchTo = async (accountId: AccountId) => {
    const reply = await commands.accounts.switchTo({ accountId });
    window.show(reply.ok ? 'dashboard' : 'switcher');
    if (reply.ok) return;
    window.send({ name: 'app.notice', payload: { code: 'command-refused', error: reply.error } });
    // The click has checked the item already; drawn again, the mark is where it belongs.
    redraw();
  };
  return {
    switchTo: (accountId) => void switchTo(accountId).catch(onFailure),
    show: (page) => window.show(page),
    tab,
    quit,
  };
}
