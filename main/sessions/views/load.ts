import type { WebContents } from 'electron/main';
import { pageAddress } from '../navigation.ts';

/** Takes a page of an account somewhere. No guard of navigation sees this, so only this calls `loadURL` (security: 13). */
export function loadPage(contents: WebContents, address: URL): void {
  const allowed = pageAddress(address.href);
  // Whether it arrives is told by the events of the page.
  if (allowed && !contents.isDestroyed()) contents.loadURL(allowed.href).catch(() => {});
}
