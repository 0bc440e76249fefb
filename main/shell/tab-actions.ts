import type { TabId, TabsState } from '../../shared/domain/tab.ts';
import type { Core } from '../core.ts';
import type { MainWindow } from './main-window.ts';
import type { ActOnTab, TabAction } from './tab-menu-items.ts';

interface Parts {
  commands: Core['commands'];
  /** The tab whose page is on screen. */
  tabOnScreen: () => TabId | null;
  window: Pick<MainWindow, 'send' | 'show' | 'close' | 'zoom' | 'focus' | 'hasFocus'>;
  onFailure: (error: unknown) => void;
}

/** Does what the menu asks for, by the commands that the window calls too. */
export function createTabActions({ commands, tabOnScreen, window, onFailure }: Parts): ActOnTab {
  const { tabs } = commands;

  async function move(step: 1 | -1): Promise<void> {
    const reply = await tabs.read({});
    if (!reply.ok || reply.value.tabs.length === 0) return;
    await tabs.show({ tabId: besideShown(reply.value, step) });
    window.show('dashboard');
  }

  async function close(tabId: TabId): Promise<void> {
    const reply = await tabs.close({ tabId, evenUnsaved: false });
    if (reply.ok || reply.error.code !== 'tab-unsaved') return;
    window.focus();
    window.send({ name: 'tabs.unsaved', payload: { tabId } });
  }

  const onTab: Record<Exclude<TabAction, 'next' | 'previous'>, (tabId: TabId) => Promise<unknown> | void> = {
    back: (tabId) => tabs.go({ tabId, to: 'back' }),
    forward: (tabId) => tabs.go({ tabId, to: 'forward' }),
    reload: (tabId) => tabs.reload({ tabId }),
    print: (tabId) => tabs.print({ tabId }),
    find() {
      // The search field is on our own page.
      window.focus();
      window.send({ name: 'tabs.findAsked', payload: {} });
    },
    focus: (tabId) => (window.hasFocus() ? tabs.focus({ tabId }) : window.focus()),
    close,
    'zoom-in': (tabId) => tabs.zoom({ tabId, change: 'in' }),
    'zoom-out': (tabId) => tabs.zoom({ tabId, change: 'out' }),
    'zoom-reset': (tabId) => tabs.zoom({ tabId, change: 'reset' }),
  };
  const onWindow: Partial<Record<TabAction, () => void>> = {
    close: () => window.close(),
    'zoom-in': () => window.zoom('in'),
    'zoom-out': () => window.zoom('out'),
    'zoom-reset': () => window.zoom('reset'),
  };

  async function act(action: TabAction): Promise<void> {
    if (action === 'next' || action === 'previous') return move(action === 'next' ? 1 : -1);
    const tabId = tabOnScreen();
    if (tabId === null) onWindow[action]?.();
    else await onTab[action](tabId);
  }
  return (action) => void act(action).catch(onFailure);
}

/** The tab beside the one that is shown; the dashboard stands before the first, and after the last it begins anew. */
function besideShown({ tabs, shownId }: TabsState, step: 1 | -1): TabId | null {
  const places = [null, ...tabs.map(({ id }) => id)];
  return places[(places.indexOf(shownId) + step + places.length) % places.length] ?? null;
}
