import { clipboard, Menu, type ContextMenuParams, type WebContents } from 'electron/main';
import type { ViewListener } from '../port.ts';
import { contextMenuTemplate } from './context-menu-template.ts';

/** Shows the context menu of a page; Electron has none of its own. */
export function popContextMenu(contents: WebContents, params: ContextMenuParams, listener: ViewListener): void {
  const history = contents.navigationHistory;
  const where = { canGoBack: history.canGoBack(), canGoForward: history.canGoForward() };
  const template = contextMenuTemplate(params, where, listener.accounts(), {
    back: () => history.goBack(),
    forward: () => history.goForward(),
    reload: () => contents.reload(),
    undo: () => contents.undo(),
    redo: () => contents.redo(),
    cut: () => contents.cut(),
    copy: () => contents.copy(),
    paste() {
      listener.pasted();
      contents.paste();
    },
    selectAll: () => contents.selectAll(),
    correct: (word) => contents.replaceMisspelling(word),
    copyText: (text) => void clipboard.writeText(text),
    copyImage: () => contents.copyImageAt(params.x, params.y),
    saveImage: () => contents.downloadURL(params.srcURL),
    openLink: (where) => listener.linkChosen(params.linkURL, where),
    openAs: (accountId, always) => listener.openAs(params.linkURL, accountId, always),
  });
  const { frame } = params;
  Menu.buildFromTemplate(template).popup(frame ? { frame } : {});
}
