import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { Readable, Writable } from 'node:stream';
// playwright-core declares the whole protocol, but does not export the file by name.
import type { Protocol } from '../../../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };
type Commands = Protocol.CommandParameters;
type Answers = Protocol.CommandReturnValues;
export type CdpEvents = { [Name in keyof Protocol.Events]: [Protocol.Events[Name]] };

/** One message of the DevTools protocol, as Chromium writes it. */
interface Message {
  id?: number;
  sessionId?: string;
  method?: keyof Protocol.Events;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** One conversation over the DevTools protocol: with the browser itself, or with one target. */
export class CdpSession extends EventEmitter<CdpEvents> {
  readonly id: string | undefined;
  private readonly write: (method: string, params: object, sessionId?: string) => Promise<unknown>;

  constructor(write: CdpSession['write'], id?: string) {
    super();
    this.setMaxListeners(0);
    this.write = write;
    this.id = id;
  }

  /** Sends a command; rejects with Chromium's words, or when the connection has closed. */
  async send<Name extends keyof Commands & keyof Answers>(
    method: Name,
    params: Commands[Name] | Record<string, never> = {},
  ): Promise<Answers[Name]> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the protocol's declaration says what answers what
    return (await this.write(method, params ?? {}, this.id)) as Answers[Name];
  }
}

/** Chromium started with `--remote-debugging-pipe`: it ends when this process ends, however that happens. */
export class CdpConnection extends CdpSession {
  readonly process: ChildProcess;
  readonly sessions = new Map<string, CdpSession>();
  closed = false;
  private readonly pending = new Map<number, (message: Message) => void>();
  private readonly send_: CdpSession['write'];
  private readonly onClosed: () => void;

  constructor(binary: string, args: string[], env: NodeJS.ProcessEnv, onClosed: () => void) {
    const child = spawn(binary, ['--remote-debugging-pipe', ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: true, // Ctrl+C in the terminal is for main, which then quits in order
      env,
    });
    const [, , , input, output] = child.stdio;
    if (!(input instanceof Writable) || !(output instanceof Readable))
      throw new Error('Chromium was started without pipes');
    let last = 0;
    const write: CdpSession['write'] = (method, params, sessionId) => {
      if (this.closed) return Promise.reject(new Error(`${method}: Chromium has gone`));
      const id = ++last;
      input.write(`${JSON.stringify({ id, sessionId, method, params })}\0`);
      return new Promise((resolve, reject) => {
        this.pending.set(id, ({ error, result }) => {
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        });
      });
    };
    super(write);
    this.process = child;
    this.send_ = write;
    this.onClosed = onClosed;
    input.on('error', () => this.close());
    readMessages(output, (text) => this.receive(JSON.parse(text)));
    output.on('close', () => this.close());
    child.on('error', () => this.close());
  }

  private receive(message: Message): void {
    if (message.id !== undefined) {
      this.pending.get(message.id)?.(message);
      this.pending.delete(message.id);
      return;
    }
    if (message.method === undefined) return;
    const target = message.sessionId === undefined ? this : this.sessions.get(message.sessionId);
    const { sessionId } = (message.params ?? {}) as { sessionId?: string };
    if (message.method === 'Target.attachedToTarget' && sessionId !== undefined)
      this.sessions.set(sessionId, new CdpSession(this.send_, sessionId));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Chromium sends what fits the event's name
    target?.emit(message.method, message.params as never);
    if (message.method === 'Target.detachedFromTarget' && sessionId !== undefined) this.sessions.delete(sessionId);
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const settle of this.pending.values()) settle({ error: { message: 'Chromium has gone' } });
    this.pending.clear();
    this.onClosed();
  }
}

/** Splits what comes through the pipe at the zero bytes that end each message. */
function readMessages(stream: Readable, onMessage: (text: string) => void): void {
  let rest: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      rest.push(chunk.subarray(from, end));
      onMessage(Buffer.concat(rest).toString());
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  });
}
