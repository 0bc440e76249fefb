import { execFileSync, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestAuthority } from './certificates.ts';
import { ADDRESS, DOMAIN, INBOX, LOGIN, writePostfixFolder } from './postfix-folder.ts';

/** How long Postfix may take to start, or to deliver, in ms. */
const PATIENCE = 10_000;

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
  /** All messages of an address as text, oldest first, once there are `count`; fewer where 10 s did not bring them. */
  messages(address: string, count?: number): Promise<string[]>;
  /** Ends it and removes all it has written. */
  stop(): Promise<void>;
}

/**
 * Starts a Postfix of a test's own, whose certificate is for `localhost` and `127.0.0.1`. All it has is a folder and two
 * ports, so several run beside each other and beside the system's. It needs root, as Postfix does. Who starts it stops it.
 */
export async function startPostfix({ authority }: { authority: TestAuthority }): Promise<Postfix> {
  if (process.getuid?.() !== 0) throw new Error('Postfix starts only as root, so these tests have to run as root.');
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-postfix-'));
  // Its programs give up root and still have to come through.
  chmodSync(folder, 0o711);
  const [port, tlsPort] = [await freePort(), await freePort()];
  writePostfixFolder(folder, { port, tlsPort, certificate: await authority.issue() });
  const master = startMaster(folder);
  const listens = await until(async () => hasEnded(master) || (await connects(port)));
  if (!listens || hasEnded(master)) {
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
    async messages(address, count = 1) {
      const mine = () => messagesTo(address, join(folder, INBOX, 'new'));
      await until(() => mine().length >= count);
      return mine();
    },
    stop: () => stop(master, folder),
  };
}

/** Starts Postfix's master, whose first words go to its log as well. */
function startMaster(folder: string): ChildProcess {
  const program = join(builtIn('daemon_directory'), 'master');
  // It ends its whole group with itself, so it has one of its own; a test run that was killed leaves it for an hour at most.
  const log = openSync(join(folder, 'log'), 'a');
  const stdio: StdioOptions = ['ignore', 'ignore', log];
  const master = spawn(program, ['-d', '-e', '3600', '-c', folder], { detached: true, stdio });
  closeSync(log);
  return master;
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

/** Waits until something holds; answers whether it came to that in time. */
async function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await pause(10);
  }
  return true;
}

/** What was delivered to an address; the header names it as the sender's envelope did. */
function messagesTo(address: string, maildir: string): string[] {
  if (!existsSync(maildir)) return [];
  const paths = readdirSync(maildir).map((name) => join(maildir, name));
  const byArrival = paths.toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs);
  const texts = byArrival.map((path) => readFileSync(path, 'utf8'));
  return texts.filter((text) => text.includes(`\nX-Original-To: ${address}\n`));
}
