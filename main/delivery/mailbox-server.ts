import { createHash, timingSafeEqual } from 'node:crypto';
import type { SMTPServerDataStream, SMTPServerOptions } from 'smtp-server';
import type { Random } from '../ports.ts';
import type { SmtpServer } from './smtp-conversation.ts';

/** The largest mail that is taken, in bytes. */
export const MAIL_MAX = 64 * 1024;

/** A server that listens, until it is closed. */
export interface MailboxServer {
  readonly address: SmtpServer & { login: Login };
  close(): Promise<void>;
}

interface Login {
  user: string;
  pass: string;
}

/** Takes a whole mail for one recipient; rejecting refuses it. */
type Receive = (recipient: string, mail: Buffer) => Promise<void>;

/** The SMTP server inside the app: this computer only, a port and a login of its own at each start (security: D10). */
export async function startMailboxServer(random: Random, receive: Receive): Promise<MailboxServer> {
  const { SMTPServer } = await import('smtp-server');
  const login = { user: random.bytes(16).toString('hex'), pass: random.bytes(32).toString('hex') };
  const server = new SMTPServer(options(login, receive));
  // A client that drops its connection is its own matter.
  server.on('error', () => {});
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    const listening = server.listen(0, '127.0.0.1', () => {
      const bound = listening.address();
      if (bound === null || typeof bound === 'string') reject(new Error('The mailbox server has no port'));
      else resolve(bound.port);
    });
  });
  return {
    address: { host: '127.0.0.1', port, tls: 'none', certificateAuthority: '', login },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function options(login: Login, receive: Receive): SMTPServerOptions {
  return {
    name: 'switchboard.invalid',
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    size: MAIL_MAX,
    maxClients: 8,
    // Longer than any sending may take.
    socketTimeout: 60_000,
    closeTimeout: 100,
    onAuth({ username, password }, _session, answer) {
      const known = same(username, login.user) && same(password, login.pass);
      answer(known ? null : refusal(535, 'Wrong login'), known ? { user: 'switchboard' } : undefined);
    },
    onRcptTo(_address, { envelope }, answer) {
      answer(envelope.rcptTo.length === 0 ? null : refusal(452, 'One recipient a mail'));
    },
    onData(stream, { envelope }, answer) {
      const recipient = envelope.rcptTo[0]?.address ?? '';
      readWhole(stream)
        .then((mail) => (mail === null ? Promise.reject(refusal(552, 'Too large')) : receive(recipient, mail)))
        .then(
          () => answer(),
          (error: unknown) => answer(error instanceof Error ? error : refusal(451, 'Not taken')),
        );
    },
  };
}

/** The mail, or null where it is too large; what is too much is read and dropped. */
async function readWhole(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size <= MAIL_MAX) parts.push(bytes);
  }
  return size > MAIL_MAX ? null : Buffer.concat(parts);
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

function same(given: string | null | undefined, expected: string): boolean {
  return timingSafeEqual(digest(given ?? ''), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
