import type { shell } from 'electron/common';
import type { ExternalBrowser } from '../ports.ts';
import { externalAddress } from '../external-address.ts';

/** The one gate for addresses that leave the app (security: 2.1, 15; W4): nothing else calls `openExternal`. */
export function createExternalBrowser(system: Pick<typeof shell, 'openExternal'>): ExternalBrowser {
  return {
    async open(address) {
      const allowed = externalAddress(address.href);
      if (!allowed) return false;
      try {
        await system.openExternal(allowed.href);
        return true;
      } catch {
        // The system has no browser, or refused: the caller tells the person.
        return false;
      }
    },
  };
}
