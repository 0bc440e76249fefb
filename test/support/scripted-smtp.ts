import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { SmtpServerAddress } from '../../main/delivery/smtp-conversation.ts';

/** Where a scripted server misbehaves: at a command, at the greeting, or once the mail has arrived whole. */
export type Step = 'accept' | 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'dot' | 'none';

/** What it does there: hang up, say nothing more, or give this reply. */
export type Fault = 'drop' | 'silence' | `${number} ${string}`;

export interface ScriptedServer {
  readonly address: SmtpServerAddress;
  /** The recipients it heard, and the mails it took over whole. */
  readonly recipients: string[];
  readonly mails: string[];
}

const REPLIES: Record<string, string> = {
  EHLO: '250-test.invalid\r\n250 AUTH PLAIN',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  QUIT: '221 bye',
};

/** An SMTP server that does everything right but one thing. */
export async function scriptedSmtp(step: Step, fault: Fault): Promise<ScriptedServer> {
  const recipients: string[] = [];
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    converse(socket, { step, fault, recipients, mails });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  return { address: { host: '127.0.0.1', port: bound.port, login: { user: 'u', pass: 'p' } }, recipients, mails };
}

type Script = { step: Step; fault: Fault; recipients: string[]; mails: string[] };

function converse(socket: Socket, { step, fault, recipients, mails }: Script): void {
  const reply = (at: string, good: string) => {
    if (at !== step) socket.write(`${good}\r\n`);
    else if (fault === 'drop') socket.destroy();
    else if (fault !== 'silence') socket.write(`${fault}\r\n`);
  };
  let text = '';
  let inMail = false;
  if (step === 'accept') return void (fault === 'drop' && socket.destroy());
  reply('greeting', '220 test.invalid ESMTP');
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
    for (;;) {
      const end = text.indexOf(inMail ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const part = text.slice(0, end);
      text = text.slice(end + (inMail ? 5 : 2));
      if (inMail) {
        inMail = false;
        mails.push(part);
        reply('dot', '250 taken');
        continue;
      }
      const verb = part.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') recipients.push(/<(.*)>/.exec(part)?.[1] ?? part);
      inMail = verb === 'DATA' && step !== 'DATA';
      reply(verb, REPLIES[verb] ?? '250 ok');
    }
  });
}
