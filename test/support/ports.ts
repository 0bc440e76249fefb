import type { Environment } from '../../shared/domain/environment.ts';
import { join } from 'node:path';
import type {
  AccountNotification,
  Badge,
  ExternalBrowser,
  Notifier,
  OpenedFile,
  PreferencesFile,
  Ports,
  Programs,
  SecretBox,
} from '../../main/ports.ts';
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

/** A system that shows notifications to nobody, and remembers them. */
export interface RecordingNotifier extends Notifier {
  /** What was shown, oldest first. */
  readonly shown: AccountNotification[];
  /** The accounts whose notifications were taken away. */
  readonly closed: string[];
  /** What `hasFocus` answers next. */
  isFocused: boolean;
  /** Clicks what was shown last. */
  click(): void;
}

export function recordingNotifier(): RecordingNotifier {
  let click: (() => void) | undefined;
  const notifier: RecordingNotifier = {
    shown: [],
    closed: [],
    isFocused: false,
    show(notification, onClick) {
      notifier.shown.push(notification);
      click = onClick;
    },
    close: (accountId) => void notifier.closed.push(accountId),
    hasFocus: () => notifier.isFocused,
    click: () => click?.(),
  };
  return notifier;
}

/** An icon that remembers each number it was given. */
export function recordingBadge(): Badge & { readonly shown: number[] } {
  const shown: number[] = [];
  return { shown, show: (count) => void shown.push(count) };
}

const environment: Environment = {
  version: '0.0.0',
  platform: 'linux',
  runtime: 'chromium',
  tray: true,
  region: 'DE',
  notices: [],
};

/** Files that the person picks: what was saved is kept by its name, and `picked` is opened next. */
export function heldFiles() {
  const files = {
    saved: new Map<string, string>(),
    /** What the person picks in the next dialog; null where they cancel. */
    picked: null as Uint8Array | null,
    /** False where the disk refuses. */
    works: true,
    saveFile(suggestedName: string, content: string): Promise<'saved' | 'cancelled'> {
      if (!files.works) return Promise.reject(new Error('ENOSPC'));
      files.saved.set(suggestedName, content);
      return Promise.resolve('saved');
    },
    openFile({ maxBytes }: { maxBytes: number }): Promise<OpenedFile> {
      if (!files.works) return Promise.reject(new Error('EACCES'));
      if (files.picked === null) return Promise.resolve({ outcome: 'cancelled' });
      if (files.picked.length > maxBytes) return Promise.resolve({ outcome: 'too-large' });
      return Promise.resolve({ outcome: 'opened', bytes: files.picked });
    },
  };
  return { files, saveFile: files.saveFile, openFile: files.openFile };
}

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
    notifier: recordingNotifier(),
    badge: recordingBadge(),
    shortcut: { set: () => true },
    ...heldFiles(),
    log: recordingLog(),
    views: heldViews(),
    environment: () => environment,
  } satisfies Ports;
}
