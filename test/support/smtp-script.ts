import { createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { SmtpSetUp } from '../../shared/domain/way.ts';
import type { Certificate } from './certificates.ts';

/** Where a scripted server misbehaves: at the connection, the greeting, a command, or once the mail has arrived whole. */
export type Step = 'accept' | 'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'dot' | 'none';

/** What it does there: hang up, hang up after the good reply, say nothing more, or give this reply. */
export type Fault = 'drop' | 'good-then-drop' | 'silence' | `${number} ${string}` | `${number}-${string}`;

/** What a scripted server does; everything that is left out goes right. */
export interface Script {
  step?: Step;
  fault?: Fault;
  /** How many times it does so; for ever where that is left out. */
  times?: number;
  tls?: SmtpSetUp['tls'];
  /** For TLS. */
  certificate?: Certificate;
  /** A server, or somebody in between, that hides STARTTLS. */
  hidesTls?: boolean;
}

const REPLIES: Record<string, string> = {
  STARTTLS: '220 go on',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  QUIT: '221 bye',
};

/** What a scripted server heard so far. */
export interface Heard {
  /** Every command, in the clear or not; a mail is none. */
  readonly commands: string[];
  readonly recipients: string[];
  /** The mails that came whole, and how many of them it took over. */
  readonly mails: string[];
  accepted: number;
}

/** A server until it is closed. */
export interface RunningScript {
  readonly port: number;
  readonly heard: Readonly<Heard>;
  /** Resolves once it has come to where it misbehaves. */
  readonly reached: Promise<void>;
  close(): void;
}

/** Starts an SMTP server on 127.0.0.1 that does everything right but one thing. */
export async function startScript(script: Script): Promise<RunningScript> {
  const sockets = new Set<Socket>();
  const reached = Promise.withResolvers<void>();
  const heard: Heard = { commands: [], recipients: [], mails: [], accepted: 0 };
  const reply = replier(script, reached.resolve);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (script.step === 'accept') {
      reply(socket, 'accept', '');
      return;
    }
    const secured = script.tls === 'implicit' ? secure(socket, script) : socket;
    reply(secured, 'greeting', '220 test.invalid ESMTP');
    listen(secured, { script, heard, reply });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: bound.port, heard, reached: reached.promise, close };
}

/** Gives the good reply, or does what the script says; answers whether the good one was given. */
type Reply = (socket: Socket, step: string, good: string) => boolean;

interface Conversation {
  script: Script;
  heard: Heard;
  reply: Reply;
}

function replier({ step: at = 'none', fault = 'drop', times = Infinity }: Script, reach: () => void): Reply {
  let left = times;
  return (socket, step, good) => {
    if (step !== at || left === 0) {
      socket.write(`${good}\r\n`);
      return true;
    }
    left -= 1;
    if (fault === 'drop') socket.destroy();
    else if (fault === 'good-then-drop') socket.end(`${good}\r\n`, () => socket.destroy());
    else if (fault !== 'silence') socket.write(`${fault}\r\n`);
    reach();
    return fault === 'good-then-drop';
  };
}

/** Tells commands and mails apart. */
function listen(socket: Socket, conversation: Conversation): void {
  const { script, heard, reply } = conversation;
  let text = '';
  let inMail = false;
  const hear = (bytes: Buffer) => {
    text += bytes.toString('latin1');
    for (;;) {
      const end = text.indexOf(inMail ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const part = text.slice(0, end);
      text = text.slice(end + (inMail ? 5 : 2));
      if (inMail) {
        inMail = false;
        heard.mails.push(part);
        if (reply(socket, 'dot', '250 taken')) heard.accepted += 1;
        continue;
      }
      const verb = answer(socket, part, conversation);
      inMail = verb === 'DATA';
      if (verb !== 'STARTTLS') continue;
      socket.off('data', hear);
      listen(secure(socket, script), conversation);
    }
  };
  socket.on('data', hear);
}

/** Answers a command; gives its verb where the conversation goes on with it. */
function answer(socket: Socket, line: string, { script, heard, reply }: Conversation): string | null {
  heard.commands.push(line);
  const verb = line.split(' ', 1)[0] ?? '';
  if (verb === 'RCPT') heard.recipients.push(/<(.*)>/.exec(line)?.[1] ?? line);
  if (verb === 'STARTTLS' && script.hidesTls === true) {
    socket.write('502 unknown command\r\n');
    return null;
  }
  const offersTls = script.tls === 'starttls' && script.hidesTls !== true && !(socket instanceof TLSSocket);
  const good = verb === 'EHLO' ? `250-test.invalid\r\n250 ${offersTls ? 'STARTTLS' : 'AUTH PLAIN'}` : REPLIES[verb];
  return reply(socket, verb, good ?? '250 ok') ? verb : null;
}

function secure(socket: Socket, { certificate }: Script): Socket {
  if (certificate === undefined) throw new Error('TLS takes a certificate');
  const secured = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(certificate) });
  return secured.on('error', () => {});
}
