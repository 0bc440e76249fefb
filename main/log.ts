import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { Random } from './ports.ts';
import { oneLine, redact } from './redact.ts';

/** Everything that is logged, by name. A new event is a new line here. */
export type LogEvent =
  | 'app-started'
  | 'app-quit'
  | 'store-opened'
  | 'store-problem'
  | 'store-fault'
  | 'migrated'
  | 'command-refused'
  | 'command-failed'
  | 'message-refused'
  | 'code-sent'
  | 'code-failed'
  | 'code-unsure'
  | 'code-postponed'
  | 'code-delivered'
  | 'code-undelivered'
  | 'test-sent'
  | 'account-linked'
  | 'account-proven-again'
  | 'sign-in-started'
  | 'sign-in-ended'
  | 'sign-in-lost'
  | 'token-refreshed'
  | 'way-saved'
  | 'way-forgotten'
  | 'account-removed'
  | 'account-restored'
  | 'account-erased'
  | 'everything-erased'
  | 'preferences-reset'
  | 'secrets-unprotected'
  | 'navigation-blocked'
  | 'page-gone'
  | 'page-sign-in-refused'
  | 'session-wiped'
  | 'window-blocked'
  | 'permission-denied'
  | 'request-blocked'
  | 'second-start'
  | 'notification-failed'
  | 'link-refused'
  | 'command-line'
  | 'command-line-refused'
  | 'command-line-off'
  | 'jump-list-refused'
  | 'browser-profiles-kept';

/** What may stand beside an event: numbers, flags, and short words of our own; never text from outside. */
export type LogFields = Readonly<Record<string, number | boolean | string>>;

/** Event names and typed fields, one line each (security: L1 to L4). */
export interface Log {
  event(name: LogEvent, fields?: LogFields): void;
  /** Writes a thrown error under an incident id, redacted; the id is all that leaves main. */
  fault(incidentId: string, error: unknown): void;
}

/** Names an identifier in the log: `#` and 8 hex digits that mean nothing on another installation (security: L1). */
export type Tagger = (identifier: string) => string;

export function createTagger(key: Buffer): Tagger {
  return (identifier) => `#${createHmac('sha256', key).update(identifier).digest('hex').slice(0, 8)}`;
}

/** A word for one incident, in letters only, so that no redaction takes it for a number. */
export function incidentId(random: Random): string {
  return Array.from({ length: 10 }, () => String.fromCharCode(97 + random.integer(26))).join('');
}

/** A log that is on disk a moment after each line. */
export interface FileLog extends Log {
  /** Resolves once every line so far is in the file. */
  flush(): Promise<void>;
}

/** The log in `logs/switchboard.log` of a folder, readable for its owner only, one older file beside it. */
export function createLog(folder: string): FileLog {
  const early: string[] = [];
  let write = (text: string): void => void early.push(text);
  const open = async () => {
    const append = await openFile(folder);
    for (const text of early) append(text);
    write = append;
  };
  // The library takes a third of main's start to load, so the first lines wait for it.
  const opening = open();
  const add = (text: string) => write(`${new Date().toISOString()} ${oneLine(redact(text))}`);
  return {
    event: (name, fields = {}) => add(line(name, fields)),
    fault: (id, error) => add(`fault incident=${id} ${describe(error)}`),
    flush: () => opening,
  };
}

async function openFile(folder: string): Promise<(text: string) => void> {
  const { default: electronLog } = await import('electron-log/node');
  const logger = electronLog.create({ logId: folder });
  const { console, file } = logger.transports;
  console.level = false;
  file.level = 'info';
  file.resolvePathFn = () => join(folder, 'logs', 'switchboard.log');
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.format = ({ data }) => [String(data[0])];
  return (text) => logger.info(text);
}

function line(name: LogEvent, fields: LogFields): string {
  const pairs = Object.entries(fields).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return [name, ...pairs].join(' ');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error, { depth: 2 });
}
