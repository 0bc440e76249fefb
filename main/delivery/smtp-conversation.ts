import { Readable } from 'node:stream';
import type Connection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { SmtpSetUp } from '../../shared/domain/way.ts';
import type { Outcome } from './carrier.ts';
import { isLoopback } from './loopback.ts';
import { codesIn } from './said.ts';
import { composeMail, type SmtpMail } from './smtp-mail.ts';
import { outcomeOf, saidBy, type SmtpError } from './smtp-outcome.ts';

/**
 * The longest that each phase may take, in ms (security: D6): looking the host up, connecting and TLS; the greeting;
 * each reply after that. RFC 5321 (section 4.5.3.2) allows minutes, but a person is waiting.
 */
const LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;

/** How to sign in at a server: with a password, or with an access token (XOAUTH2). */
export type SmtpLogin = { user: string; pass: string } | { user: string; token: string };

/** Where a server listens, how the connection is secured, and the login it takes; null for none. */
export interface SmtpServer extends Pick<SmtpSetUp, 'host' | 'port' | 'tls' | 'certificateAuthority'> {
  login: SmtpLogin | null;
}

/**
 * Hands one mail to an SMTP server, once. A reply of the server decides between `sent` and `not-sent`; silence or a
 * dropped connection after the whole mail was handed over is `unsure` (security: D1). Does not reject.
 */
export async function sendBySmtp(server: SmtpServer, mail: SmtpMail, signal: AbortSignal): Promise<Outcome> {
  // The rule for saving refuses such a set-up; no password and no code goes out in the clear whatever is saved.
  if (server.tls === 'none' && !isLoopback(server.host)) return { kind: 'not-sent', reason: 'no-tls' };
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const login = await loginOf(server);
  const options = await optionsOf(server);
  const body = await (await composeMail(mail))?.build();
  if (body === undefined) return { kind: 'not-sent', reason: 'refused' };
  const hidden = secretsOf(server, mail);
  if (signal.aborted) return outcomeOf({ code: 'ETIMEDOUT' }, false, hidden);
  const connection = new Connection(options);
  const stream = Readable.from([body], { objectMode: false });
  const heard = await converse({ connection, login, envelope: { from: mail.from, to: [mail.to] }, stream }, signal);
  connection.close();
  stream.destroy();
  if ('error' in heard) return outcomeOf(heard.error, heard.handedOver, hidden);
  return { kind: 'sent', ...saidBy(heard.reply, hidden) };
}

interface Conversation {
  connection: Connection;
  login: LogIn;
  envelope: { from: string; to: [string] };
  stream: Readable;
}

/** The reply to the whole mail, or what came in its place. */
type Heard = { reply: string } | { error: SmtpError; handedOver: boolean };

/** Says everything in its order. What the connection tells after the first answer is no news. */
function converse({ connection, login, envelope, stream }: Conversation, signal: AbortSignal): Promise<Heard> {
  // The end of this stream is the last that is known of the mail before the server's reply.
  let handedOver = false;
  stream.once('end', () => (handedOver = true));
  return new Promise((resolve) => {
    const fail = (error: SmtpError) => resolve({ error, handedOver });
    signal.addEventListener('abort', () => fail({ code: 'ETIMEDOUT' }), { once: true });
    connection.on('error', fail);
    connection.once('end', () => fail({ code: 'ECONNECTION' }));
    connection.connect((unconnected) => {
      if (unconnected) return fail(unconnected);
      login(connection, (noLogin) => {
        if (noLogin) return fail(noLogin);
        connection.send(envelope, stream, (unsent, info) => {
          if (unsent) fail(unsent);
          else resolve({ reply: info.response });
        });
      });
    });
  });
}

type LogIn = (connection: Connection, done: (error?: SmtpError | null) => void) => void;

async function loginOf({ login }: SmtpServer): Promise<LogIn> {
  if (login === null) return (_connection, done) => done();
  if ('pass' in login) return (connection, done) => connection.login({ credentials: login }, done);
  const { default: XOAuth2 } = await import('nodemailer/lib/xoauth2');
  const oauth2 = new XOAuth2({ user: login.user, accessToken: login.token });
  return (connection, done) => connection.login({ oauth2 }, done);
}

async function optionsOf({ host, port, tls, certificateAuthority: pem }: SmtpServer): Promise<SMTPConnectionOptions> {
  // Loaded with the library, and not at the start of the app.
  const { getCACertificates } = await import('node:tls');
  return {
    // The library asks the name servers first, and what they say of `localhost` may be anything.
    host: tls === 'none' && host.toLowerCase() === 'localhost' ? '127.0.0.1' : host,
    port,
    secure: tls === 'implicit',
    // Without it a server that hides STARTTLS would hear the password in the clear (security: D5).
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...LIMITS,
    ...(pem !== '' && { tls: { ca: [...getCACertificates('default'), pem] } }),
  };
}

/** What no answer of the server may be shown with: some repeat the command that they refuse, login and all. */
function secretsOf({ login }: SmtpServer, { message }: SmtpMail): string[] {
  const codes = codesIn(message);
  if (login === null) return codes;
  if ('token' in login)
    return [...codes, login.token, base64(`user=${login.user}\x01auth=Bearer ${login.token}\x01\x01`)];
  const { user, pass } = login;
  // As AUTH PLAIN and AUTH LOGIN say them (RFC 4616, section 2).
  return [...codes, pass, base64(`\0${user}\0${pass}`), base64(pass)];
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
