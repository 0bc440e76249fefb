import { createCore, type Core } from '../../main/core.ts';
import { createLog } from '../../main/log.ts';
import { createPrograms } from '../../main/programs.ts';
import { createSystemClock, createSystemRandom } from '../../main/system.ts';
import { heldViews } from '../support/views.ts';

/** The whole app without Electron on a real folder, with nothing of the outside but the disk. */
export function openCore(folder: string): Core {
  const created = createCore({
    folder,
    clock: createSystemClock(),
    random: createSystemRandom(),
    secrets: {
      keyStore: () => Promise.resolve({ name: 'basic_text', isProtected: false }),
      seal: (secret) => Promise.resolve(Buffer.from(secret)),
      open: (sealed) => Promise.resolve({ secret: sealed.toString(), shouldReseal: false }),
    },
    fetch: globalThis.fetch,
    programs: createPrograms(),
    browser: { open: () => Promise.resolve(false) },
    preferencesFile: { read: () => ({}), write: () => {} },
    autoStart: { set: () => Promise.resolve() },
    notifier: { show: () => {}, close: () => {}, hasFocus: () => false },
    badge: { show: () => {} },
    shortcut: { set: () => true },
    saveFile: () => Promise.resolve('cancelled'),
    openFile: () => Promise.resolve({ outcome: 'cancelled' }),
    log: createLog(folder),
    views: heldViews(),
    environment: () => ({
      version: '0',
      platform: 'linux',
      runtime: 'chromium',
      tray: false,
      region: 'DE',
      notices: [],
    }),
  });
  if (!created.ok) throw new Error(`The store did not open: ${created.problem.kind}`);
  return created.value;
}
