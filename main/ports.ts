import type { Account, AccountId } from '../shared/domain/account.ts';
import type { Environment } from '../shared/domain/environment.ts';
import type { Log } from './log.ts';
import type { Views } from './sessions/port.ts';

/** Time, so that tests can hold it. */
export interface Clock {
  /** The wall clock in ms since 1970, UTC. It may jump either way. */
  now(): number;
  /** Ms that only grow, and that count on while the computer sleeps. */
  monotonic(): number;
  /** Runs `action` once after `ms`; call what it returns to call it off. */
  after(ms: number, action: () => void): () => void;
}

/** Randomness from a cryptographic source, so that tests can hold it. */
export interface Random {
  bytes(count: number): Buffer;
  /** A whole number from 0 to below `limit`, each equally likely. */
  integer(limit: number): number;
  /** A version 4 UUID in lower case. */
  uuid(): string;
}

/** The operating system's key store. */
export interface KeyStore {
  /** As it calls itself: `keychain`, `dpapi`, `gnome_libsecret`, `basic_text` ... */
  name: string;
  /** False where it is no real key store (Electron's `basic_text`): nothing sealed there is protected. */
  isProtected: boolean;
}

/** Seals secrets with the operating system's key store. */
export interface SecretBox {
  /** The key store that is there now. */
  keyStore(): Promise<KeyStore>;
  seal(secret: string): Promise<Buffer>;
  /** Rejects where the key is gone or another one. `shouldReseal`: the key store now has a better key to seal with. */
  open(sealed: Buffer): Promise<{ secret: string; shouldReseal: boolean }>;
}

/** The system browser, behind the one gate for addresses that leave the app. Answers whether it opened. */
export interface ExternalBrowser {
  open(address: URL): Promise<boolean>;
}

/** The programs that are installed on this computer. */
export interface Programs {
  /** The person's own folder. */
  readonly home: string;
  /** A variable of the environment. */
  variable(name: string): string | undefined;
  /** Whether a file is there that can be run. */
  canRun(file: string): boolean;
  /** Starts a program on its own, without a shell: each argument arrives as it is. Answers whether it started. */
  start(file: string, args: readonly string[]): Promise<boolean>;
}

/** The way to servers on the network: as the global `fetch`, through the system's proxy. */
export type Fetch = (address: URL | string, init?: RequestInit) => Promise<Response>;

/** Where preferences are kept. What `read` gives has not been checked. */
export interface PreferencesFile {
  read(): unknown;
  /** Throws where the file cannot be written. */
  write(preferences: object): void;
}

/** Makes Switchboard start at login, or not. Rejects where the system refuses. */
export interface AutoStart {
  set(enabled: boolean): Promise<void>;
}

/** A notification in the name of an account; `initials` and `color` are for its picture. */
export interface AccountNotification extends Pick<Account, 'initials' | 'color'> {
  accountId: AccountId;
  title: string;
  body: string;
}

/** The notifications of the system. Where it shows none, nothing happens. */
export interface Notifier {
  /** Shows one in place of the account's last. `onClick` runs once the window is in front. */
  show(notification: AccountNotification, onClick: () => void): void;
  /** Takes away what is still shown of an account. */
  close(accountId: AccountId): void;
  /** Whether the person is in Switchboard's window now. */
  hasFocus(): boolean;
}

/** The number on the app's icon. */
export interface Badge {
  /** 0 takes it away. */
  show(count: number): void;
}

/** The keys that reach Switchboard wherever the person is. */
export interface SystemShortcut {
  /** Holds these keys in place of those before, null for none. Answers false where the system does not give them, and holds those before. */
  set(keys: string | null): boolean;
}

/** A file that the person picked, as far as it may be read. */
export type OpenedFile = { outcome: 'cancelled' } | { outcome: 'too-large' } | { outcome: 'opened'; bytes: Uint8Array };

/** Everything the app needs from outside. */
export interface Ports {
  /** The folder of the store, made if it is missing. */
  folder: string;
  clock: Clock;
  random: Random;
  secrets: SecretBox;
  browser: ExternalBrowser;
  programs: Programs;
  fetch: Fetch;
  preferencesFile: PreferencesFile;
  autoStart: AutoStart;
  notifier: Notifier;
  badge: Badge;
  shortcut: SystemShortcut;
  /** Asks where to, and writes a whole file there or leaves the old one. Rejects where it cannot be written. */
  saveFile(suggestedName: string, content: string): Promise<'saved' | 'cancelled'>;
  /** Asks for a file, and reads it unless it is larger than `maxBytes`. Rejects where it cannot be read. */
  openFile(options: { extensions: readonly string[]; maxBytes: number }): Promise<OpenedFile>;
  log: Log;
  views: Views;
  /** Where the app runs; asked once per renderer. */
  environment(): Environment;
}
