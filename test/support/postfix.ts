import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Certificate, TestAuthority } from './certificates.ts';
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

/** What a Postfix is started with. */
export interface PostfixOptions {
  /** Makes its certificate, for `localhost` and `127.0.0.1`. */
  authority: TestAuthority;
  /** Another certificate than that. */
  certificate?: Certificate;
}

/**
 * Starts a Postfix of a test's own. All it has is a folder and two ports, so several run beside each other and beside the
 * system's. It needs root, as Postfix does. Who starts it stops it.
 */
export async function startPostfix({ authority, certificate }: PostfixOptions): Promise<Postfix> {
  if (process.getuid?.() !== 0) throw new Error('Postfix starts only as root, so these tests have to run as root.');
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-postfix-'));
  // Its programs give up root and still have to come through.
  chmodSync(folder, 0o711);
  const [port, tlsPort] = [await freePort(10_000), await freePort(20_000)];
  writePostfixFolder(folder, { port, tlsPort, certificate: certificate ?? (await authority.issue()) });
  const master = startMaster(folder);
  const isUp = await until(async () => hasEnded(master) || (await greets(port)));
  if (!isUp || hasEnded(master)) {
    const log = join(folder, 'log');
    const said = existsSync(log) ? readFileSync(log, 'utf8') : 'It wrote no log; perhaps a port was taken.';
    await stop(master, folder);
    throw new Error(`Postfix did not start:\n${said}`);
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

function startMaster(folder: string): ChildProcess {
  const program = join(builtIn('daemon_directory'), 'master');
  // It ends its whole group with itself, so it has one of its own; a test run that was killed leaves it for an hour at most.
  return spawn(program, ['-d', '-e', '3600', '-c', folder], { detached: true, stdio: 'ignore' });
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

/** A free port of the ten thousand from here. The system gives none below 32768 to who asks for any, so it stays free. */
async function freePort(from: number): Promise<number> {
  for (;;) {
    const port = randomInt(from, from + 10_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.on('error', () => resolve(false));
      server.listen(port, ADDRESS, () => server.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}

/** Whether a server says hello on a port. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: ADDRESS, timeout: PATIENCE });
    const end = (said: boolean) => {
      socket.destroy();
      resolve(said);
    };
    socket.on('data', () => end(true));
    for (const event of ['end', 'error', 'timeout']) socket.on(event, () => end(false));
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
  const header = `\nX-Original-To: ${address}\n`.toLowerCase();
  return texts.filter((text) => text.toLowerCase().includes(header));
}
