import type { WebContents } from 'electron/main';
import type { Log } from '../../log.ts';
import { mayGo, upgraded } from '../navigation.ts';
import { loadPage } from './load.ts';
import { waysFrom } from './page-events.ts';
import { adoptPopup, isAstray, popupOptions } from './popups.ts';
import type { Registry } from './registry.ts';

interface Navigation {
  url: string;
  isMainFrame: boolean;
  preventDefault(): void;
}

/** What a link with a target asks for. */
const PLAIN_LINK = { features: '', disposition: 'foreground-tab', openPopups: 0 } as const;

/** Guards a page of an account, also one in a sign-in's own window, from the moment it is made (security: W2). */
export function guardPage(contents: WebContents, registry: Registry, log: Log): void {
  const refused = (event: Navigation) => {
    if (mayGo({ address: event.url, isMainFrame: event.isMainFrame })) return false;
    event.preventDefault();
    log.event('navigation-blocked');
    return true;
  };
  contents.on('will-navigate', (event) => {
    const owner = registry.ownerOf(contents);
    if (isAstray(contents, owner, event.url)) {
      event.preventDefault();
      contents.close();
      // It goes on as any link that wants a window.
      owner?.listener.mayOpenWindow({ address: event.url, ...PLAIN_LINK });
      return;
    }
    if (!refused(event)) return;
    const address = upgraded(event.url);
    if (address && event.isMainFrame) loadPage(contents, address);
  });
  contents.on('will-frame-navigate', (event) => {
    // The page itself is seen to above.
    if (!event.isMainFrame) refused(event);
  });
  contents.on('will-redirect', (event) => {
    // Not upgraded: two addresses that send to each other would never end.
    if (!refused(event) || !event.isMainFrame) return;
    const owner = registry.ownerOf(contents);
    if (owner?.contents === contents)
      owner.listener.failed({ address: event.url, code: 'ERR_UNSAFE_REDIRECT', ...waysFrom(contents) });
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url, features, disposition }) => {
    const owner = registry.ownerOf(contents);
    const openPopups = owner?.popups.size ?? 0;
    const isAllowed = owner?.listener.mayOpenWindow({ address: url, features, disposition, openPopups }) ?? false;
    return isAllowed ? { action: 'allow', overrideBrowserWindowOptions: popupOptions() } : { action: 'deny' };
  });
  contents.on('did-create-window', (window) => {
    const owner = registry.ownerOf(contents);
    if (owner) adoptPopup(window, owner, registry);
    else window.destroy();
  });
}
