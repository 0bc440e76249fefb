import type { Environment } from '../../shared/domain/environment.ts';
import type { ExternalBrowser, PreferencesFile, Ports, SecretBox } from '../../main/ports.ts';
import { heldClock } from './clock.ts';
import { recordingLog } from './log.ts';
import { heldRandom } from './random.ts';
import { heldViews } from './views.ts';

/** A browser that opens nothing and remembers what it was asked to open. */
export interface RecordingBrowser extends ExternalBrowser {
  readonly opened: string[];
  /** What it answers next. */
  opens: boolean;
}

export function recordingBrowser(): RecordingBrowser {
  const browser: RecordingBrowser = {
    opened: [],
    opens: true,
    open(address) {
      browser.opened.push(address.href);
      return Promise.resolve(browser.opens);
    },
  };
  return browser;
}

/** Turned twice, bytes are what they were. */
const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

/** A key store whose sealing is a disguise; it stands for the operating system's. */
export function heldSecrets(isProtected = true): SecretBox {
  return {
    keyStore: () => Promise.resolve({ name: isProtected ? 'gnome_libsecret' : 'basic_text', isProtected }),
    seal: (secret) => Promise.resolve(turned(Buffer.from(secret))),
    open: (sealed) => Promise.resolve({ secret: turned(sealed).toString(), shouldReseal: false }),
  };
}

export function memoryPreferences(stored: unknown = {}): PreferencesFile {
  let held = stored;
  return {
    read: () => held,
    write: (preferences) => void (held = preferences),
  };
}

const environment: Environment = {
  version: '0.0.0',
  platform: 'linux',
  runtime: 'chromium',
  tray: true,
  region: 'DE',
  notices: [],
};

/** Everything the app needs from outside, held. */
export function heldPorts(folder: string) {
  return {
    folder,
    clock: heldClock(),
    random: heldRandom(),
    secrets: heldSecrets(),
    browser: recordingBrowser(),
    fetch: globalThis.fetch,
    preferencesFile: memoryPreferences(),
    autoStart: { set: () => Promise.resolve() },
    log: recordingLog(),
    views: heldViews(),
    environment: () => environment,
  } satisfies Ports;
}
