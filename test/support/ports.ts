import type { Environment } from '../../shared/domain/environment.ts';
import type { ExternalBrowser, PreferencesFile, Ports, Programs, SecretBox } from '../../main/ports.ts';
import { join } from 'node:path';
import { heldClock } from './clock.ts';
import { recordingLog } from './log.ts';
import { heldRandom } from './random.ts';

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

/** Programs that are said to be there; what is started is remembered, and nothing runs. */
export interface RecordingPrograms extends Programs {
  /** The files that can be run. */
  readonly installed: Set<string>;
  readonly started: { file: string; args: readonly string[] }[];
  /** What starting answers next. */
  starts: boolean;
}

export function recordingPrograms(home: string): RecordingPrograms {
  const programs: RecordingPrograms = {
    home,
    installed: new Set(),
    started: [],
    starts: true,
    variable: (name) => (name === 'PATH' ? '/usr/bin' : undefined),
    canRun: (file) => programs.installed.has(file),
    start(file, args) {
      programs.started.push({ file, args });
      return Promise.resolve(programs.starts);
    },
  };
  return programs;
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
    programs: recordingPrograms(join(folder, 'home')),
    fetch: globalThis.fetch,
    preferencesFile: memoryPreferences(),
    autoStart: { set: () => Promise.resolve() },
    log: recordingLog(),
    environment: () => environment,
  } satisfies Ports;
}
