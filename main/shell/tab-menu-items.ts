import type { MenuItemConstructorOptions } from 'electron/main';

/** What the menu does with the service that is on screen. */
export type TabAction =
  | 'back'
  | 'forward'
  | 'reload'
  | 'find'
  | 'print'
  | 'focus'
  | 'close'
  | 'next'
  | 'previous'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-reset';

/** Does one of them; where no service is on screen it is done to our own window, or not at all. */
export type ActOnTab = (action: TabAction) => void;

/** A label and its keys; on macOS Back and Forward have others, because Alt with an arrow moves by words there. */
function itemsOf(mac: boolean): Record<TabAction, [label: string, accelerator: string]> {
  return {
    back: ['Back', mac ? 'Cmd+[' : 'Alt+Left'],
    forward: ['Forward', mac ? 'Cmd+]' : 'Alt+Right'],
    reload: ['Reload page', 'CmdOrCtrl+R'],
    find: ['Find in page...', 'CmdOrCtrl+F'],
    print: ['Print...', 'CmdOrCtrl+P'],
    focus: ['Move between page and Switchboard', 'F6'],
    close: ['Close tab or window', 'CmdOrCtrl+W'],
    next: ['Next tab', 'Ctrl+Tab'],
    previous: ['Previous tab', 'Ctrl+Shift+Tab'],
    'zoom-in': ['Zoom in', 'CmdOrCtrl+Plus'],
    'zoom-out': ['Zoom out', 'CmdOrCtrl+-'],
    'zoom-reset': ['Actual size', 'CmdOrCtrl+0'],
  };
}

/** Items of the application menu for the service on screen. */
export function tabItems(actions: readonly TabAction[], act: ActOnTab, mac: boolean): MenuItemConstructorOptions[] {
  const items = itemsOf(mac);
  return actions.map((action) => {
    const [label, accelerator] = items[action];
    return { id: action, label, accelerator, click: () => act(action) };
  });
}
