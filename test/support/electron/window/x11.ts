import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

/** Atoms with fixed numbers. */
const ATOM = { atom: 4, window: 33, wmClass: 67, wmTransientFor: 68 };
const PROPERTY_LONGS = 64;

/** The few requests of the X protocol that Chromium has no command for: what is above what, and what is not shown. */
export class X11 {
  private readonly socket: Socket;
  private readonly waiting = new Map<number, (reply: Buffer | undefined) => void>();
  private received = Buffer.alloc(0);
  private sequence = 0;
  private root = 0;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.unref();
  }

  /** A connection to DISPLAY; `undefined` when there is none, or it is not on this machine. */
  static async open(): Promise<X11 | undefined> {
    const number = /^(?:unix)?:(\d+)/.exec(process.env['DISPLAY'] ?? '')?.[1];
    if (process.platform !== 'linux' || number === undefined) return undefined;
    try {
      const socket = connect(`/tmp/.X11-unix/X${number}`);
      await once(socket, 'connect');
      const x11 = new X11(socket);
      return (await x11.greet(authority(number))) ? x11 : undefined;
    } catch {
      return undefined;
    }
  }

  private async greet({ name, data }: Authority): Promise<boolean> {
    const hello = Buffer.alloc(12);
    hello.write('l');
    [11, 0, name.length, data.length].forEach((value, at) => hello.writeUInt16LE(value, 2 + at * 2));
    this.socket.write(Buffer.concat([hello, padded(name), padded(data)]));
    const welcome = await new Promise<Buffer>((resolve, reject) => {
      this.socket.once('data', resolve);
      this.socket.once('close', reject);
    });
    if (welcome[0] !== 1) return false;
    const vendor = welcome.readUInt16LE(24);
    this.root = welcome.readUInt32LE(40 + Math.ceil(vendor / 4) * 4 + 8 * (welcome[29] ?? 0));
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', () => {});
    this.socket.on('close', () => this.waiting.forEach((answer) => answer(undefined)));
    return true;
  }

  /** Replies are longer than 32 bytes when they say so; errors and events never are. */
  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    while (this.received.length >= 32) {
      const kind = this.received[0];
      const length = 32 + (kind === 1 || kind === 35 ? this.received.readUInt32LE(4) * 4 : 0);
      if (this.received.length < length) return;
      const message = this.received.subarray(0, length);
      this.received = this.received.subarray(length);
      if (kind === undefined || kind > 1) continue;
      const sequence = message.readUInt16LE(2);
      this.waiting.get(sequence)?.(kind === 1 ? message : undefined);
      this.waiting.delete(sequence);
    }
  }

  private send(opcode: number, detail: number, ...values: (number | Buffer)[]): number {
    const body = Buffer.concat(values.map((value) => (typeof value === 'number' ? long(value) : padded(value))));
    const head = Buffer.from([opcode, detail, 0, 0]);
    head.writeUInt16LE(1 + body.length / 4, 2);
    this.socket.write(Buffer.concat([head, body]));
    this.sequence = (this.sequence + 1) % 65_536;
    return this.sequence;
  }

  private ask(...request: Parameters<X11['send']>): Promise<Buffer | undefined> {
    const sequence = this.send(...request);
    return new Promise((resolve) => this.waiting.set(sequence, resolve));
  }

  private async children(window: number): Promise<number[]> {
    const reply = await this.ask(15, 0, window);
    return Array.from({ length: reply?.readUInt16LE(16) ?? 0 }, (_, at) => reply?.readUInt32LE(32 + at * 4) ?? 0);
  }

  /** The window whose class has this word in it; a window manager may have put it into one of its own. */
  async find(word: string, within = this.root, depth = 3): Promise<number | undefined> {
    for (const window of (await this.children(within)).toReversed()) {
      const reply = await this.ask(20, 0, window, ATOM.wmClass, 0, 0, PROPERTY_LONGS);
      if (reply?.subarray(32).includes(word)) return window;
      const inside = depth > 1 ? await this.find(word, window, depth - 1) : undefined;
      if (inside !== undefined) return inside;
    }
    return undefined;
  }

  /** Whether it is on the screen, as far as it is not covered. */
  async isViewable(window: number): Promise<boolean> {
    return (await this.ask(3, 0, window))?.[26] === 2;
  }
  raise(window: number): void {
    this.send(12, 0, window, 64, 0);
  }
  map(window: number): void {
    this.send(8, 0, window);
  }
  unmap(window: number): void {
    this.send(10, 0, window);
  }

  /** For a window manager: `window` belongs above `parent`, and has no frame. */
  async attach(window: number, parent: number): Promise<void> {
    this.send(18, 0, window, ATOM.wmTransientFor, ATOM.window, 32, 1, parent);
    const name = Buffer.from('_MOTIF_WM_HINTS');
    const hints = (await this.ask(16, 0, name.length, name))?.readUInt32LE(8);
    if (hints !== undefined) this.send(18, 0, window, hints, hints, 32, 5, 2, 0, 0, 0, 0);
  }
}

interface Authority {
  name: Buffer;
  data: Buffer;
}

/** What the display wants to hear before it talks, from the file that `xauth` writes; empty when there is none. */
function authority(display: string): Authority {
  const none = { name: Buffer.alloc(0), data: Buffer.alloc(0) };
  let file: Buffer;
  try {
    file = readFileSync(process.env['XAUTHORITY'] || join(homedir(), '.Xauthority'));
  } catch {
    return none;
  }
  let at = 0;
  const next = (): Buffer => {
    const length = file.readUInt16BE(at);
    at += 2 + length;
    return file.subarray(at - length, at);
  };
  while (at + 2 < file.length) {
    at += 2;
    const [, number, name, data] = [next(), next(), next(), next()];
    if (name && data && (number?.length === 0 || number?.toString() === display)) return { name, data };
  }
  return none;
}

function long(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function padded(buffer: Buffer): Buffer {
  return Buffer.concat([buffer, Buffer.alloc((4 - (buffer.length % 4)) % 4)]);
}
