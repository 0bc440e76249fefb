import { timingSafeEqual } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { Log } from '../log.ts';
import type { Clock, Random } from '../ports.ts';
import { newAddress, readAddress, removeAddress, writeAddress, type Address } from './address.ts';
import { readFrame, sendFrame } from './frames.ts';
import { Call, type Reply, type Request } from './messages.ts';

/** The most a request may have, in bytes. */
const REQUEST_MAX = 64 * 1024;
/** How long a request may take to arrive, in ms. */
const REQUEST_TIME = 5000;
/** How many may ask at once; more are hung up on. */
const CONNECTIONS = 16;

interface Parts {
  /** The data folder, which only its owner can enter. */
  folder: string;
  clock: Pick<Clock, 'after'>;
  random: Random;
  log: Log;
  answer: (request: Request) => Promise<Reply>;
}

/**
 * Hears what command lines ask of the running Switchboard: one request a connection. Who does not know the token gets
 * nothing. Only one process per folder may call it. Where the system gives no such channel, command lines get no answer.
 */
export async function serveCommandLine(parts: Parts): Promise<{ close(): void }> {
  const { folder, random, log } = parts;
  const left = readAddress(folder);
  if (left) removeAddress(folder, left, process.platform);
  const address = newAddress(folder, random, process.platform);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Whoever hangs up in the middle is no news.
    socket.on('error', () => {});
    void converse(socket, address, parts).catch(() => socket.destroy());
  });
  server.maxConnections = CONNECTIONS;
  try {
    await listen(server, address.path);
    writeAddress(folder, address);
  } catch {
    log.event('command-line-off');
    server.close();
  }
  return {
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      removeAddress(folder, address, process.platform);
    },
  };
}

function listen(server: ReturnType<typeof createServer>, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      if (process.platform !== 'win32') chmodSync(path, 0o600);
      resolve();
    });
  });
}

async function converse(socket: Socket, address: Address, { clock, log, answer }: Parts): Promise<void> {
  const inTime = clock.after(REQUEST_TIME, () => socket.destroy());
  const { data: call } = Call.safeParse(await readFrame(socket, REQUEST_MAX));
  inTime();
  if (!call || !isSame(call.token, address.token)) {
    log.event('command-line-refused');
    socket.destroy();
    return;
  }
  log.event('command-line', { command: call.request.command });
  sendFrame(socket, await answer(call.request));
  socket.end();
}

function isSame(token: string, expected: string): boolean {
  const [given, wanted] = [Buffer.from(token), Buffer.from(expected)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
