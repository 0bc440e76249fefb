import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { TestAuthority } from './certificates.ts';
import { ADDRESS, DOMAIN, INBOX, LOGIN, writePostfixFolder } from './postfix-folder.ts';

/** How long anything here may take, and how often it is looked for, in ms. */
const PATIENCE = { timeout: 10_000, interval: 10 } as const;

/** A running Postfix. Nobody sends without TLS and a login; mail for other domains is refused. */
export interface Postfix {
  readonly host: string;
  /** Wants STARTTLS, as port 587 does. */
  readonly port: number;
  /** Speaks TLS from the first byte, as port 465 does. */
  readonly tlsPort: number;
  readonly login: { readonly user: string; readonly pass: string };
  /** Every address of this domain has a mailbox, except those that begin with `unknown`. */
  readonly domain: string;
  /** Waits until an address has `count` messages, and answers all it has as text, oldest first. */
  messages(address: string, count?: number): Promise<string[]>;
  /** Ends it and removes all it has written. */
  stop(): Promise<void>;
}

/**
 * Starts a Postfix of a test's own, whose certificate is for `localhost` and `127.0.0.1`. All it has is a folder and two
 * ports, so several run beside each other and beside the system's. It needs root, as Postfix does. Who starts it stops it.
 */
export async function startPostfix({ authority }: { authority: TestAuthority }): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-postfix-'));
  // Its programs give up root and still have to come through.
  chmodSync(folder, 0o711);
  const [port, tlsPort] = [await freePort(), await freePort()];
  writePostfixFolder(folder, { port, tlsPort, certificate: await authority.issue() });
  const master = startMaster(folder);
  await vi.waitUntil(async () => hasEnded(master) || (await connects(port)), PATIENCE);
  if (hasEnded(master)) {
    const log = readFileSync(join(folder, 'log'), 'utf8');
    await stop(master, folder);
    throw new Error(`Postfix did not start:\n${log}`);
  }
  return {
    host: ADDRESS,
    port,
    tlsPort,
    login: LOGIN,
    domain: DOMAIN,
    messages: (address, count = 1) =>
      vi.waitUntil(() => enough(messagesTo(address, join(folder, INBOX, 'new')), count), PATIENCE),
    stop: () => stop(master, folder),
  };
}

/** Starts Postfix's master, whose first words go to its log as well. */
function startMaster(folder: string): ChildProcess {
  const program = join(builtIn('daemon_directory'), 'master');
  // It ends its whole group with itself, so it has one of its own; a test run that was killed leaves it for an hour at most.
  return spawn(program, ['-d', '-e', '3600', '-c', folder], {
    detached: true,
    stdio: ['ignore', 'ignore', openSync(join(folder, 'log'), 'a')],
  });
}

async function stop(master: ChildProcess, folder: string): Promise<void> {
  if (!hasEnded(master)) {
    const ended = once(master, 'exit');
    master.kill();
    await ended;
  }
  // Its last programs may still be writing.
  rmSync(folder, { recursive: true, maxRetries: 5 });
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** A setting that Postfix was built with. */
function builtIn(name: string): string {
  return execFileSync('postconf', ['-dh', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, ADDRESS);
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  await once(server, 'close');
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  return bound.port;
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, ADDRESS);
    socket.on('error', () => resolve(false));
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

const enough = (messages: string[], count: number) => messages.length >= count && messages;

/** What was delivered to an address; the header names it as the sender's envelope did. */
function messagesTo(address: string, maildir: string): string[] {
  if (!existsSync(maildir)) return [];
  const paths = readdirSync(maildir).map((name) => join(maildir, name));
  const byArrival = paths.toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs);
  const texts = byArrival.map((path) => readFileSync(path, 'utf8'));
  return texts.filter((text) => text.includes(`\nX-Original-To: ${address}\n`));
}
