import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** What a second start tells the first. */
export interface SecondStart {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/**
 * A name that one process can hold per data folder, and that is free when that process is gone. On Linux an abstract
 * socket, so nothing stays behind after a kill and of any number of starts at once exactly one gets it.
 */
function addressFor(userData: string): string {
  const id = createHash('sha256').update(userData).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return `\0standin-${id}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\standin-${id}`;
  return join(userData, 'standin.sock');
}

/** The lock behind `app.requestSingleInstanceLock`. */
export class SingleInstance {
  private server: Server | undefined;
  /** Ends when the first instance has heard of us; quitting waits for it. */
  handedOver: Promise<void> = Promise.resolve();

  get held(): boolean {
    return this.server !== undefined;
  }

  /** True when this process owns the folder; otherwise hands `ours` over to the one that does. */
  request(userData: string, ours: SecondStart, onSecondStart: (theirs: SecondStart) => void): boolean {
    if (this.server) return true;
    mkdirSync(userData, { recursive: true });
    const address = addressFor(userData);
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', () => {});
      socket.on('end', () => {
        socket.end('heard');
        onSecondStart(JSON.parse(text));
      });
    });
    server.on('error', () => {});
    server.listen(address); // binds at once: `listening` already tells whether the name was free
    if (!server.listening) {
      this.handedOver = handOver(address, ours);
      return false;
    }
    server.unref();
    this.server = server;
    return true;
  }

  release(): void {
    this.server?.close();
    this.server = undefined;
  }
}

/** Never fails: an owner that does not listen any more needs no news. */
function handOver(address: string, ours: SecondStart): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address, () => socket.end(JSON.stringify(ours)));
    socket.setTimeout(5000, () => socket.destroy());
    // macOS keeps the socket's file after a crash: without it the next start gets the lock.
    socket.on('error', () => process.platform === 'darwin' && rmSync(address, { force: true }));
    socket.on('close', () => resolve());
    socket.resume();
  });
}
