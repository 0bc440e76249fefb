import { debug, messageOf } from '../events.ts';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CdpSession } from '../browser/cdp.ts';

const FILE = 'standin-origins';

/** The origins that have had documents in a session, which Chromium clears one by one. They are kept beside the data. */
export class StoredOrigins {
  private readonly known = new Set<string>();
  private readonly file: string | undefined;

  constructor(folder: string | null) {
    this.file = folder === null ? undefined : join(folder, FILE);
    if (this.file !== undefined) for (const origin of read(this.file)) this.known.add(origin);
  }

  add(origin: string): void {
    if (!/^https?:/.test(origin) || this.known.has(origin)) return;
    this.known.add(origin);
    try {
      if (this.file !== undefined) appendFileSync(this.file, `${origin}\n`);
    } catch (thrown) {
      // On a full disk the app has to come up and say so.
      debug('profile', messageOf(thrown));
    }
  }

  /** Clears these kinds of data, as the DevTools protocol names them, of the origins that are wanted. */
  async clear(cdp: CdpSession, storageTypes: string, wanted: (origin: string) => boolean): Promise<void> {
    for (const origin of this.known)
      if (wanted(origin)) await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes });
  }
}

function read(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}
