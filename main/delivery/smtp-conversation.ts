import { Readable } from 'node:stream';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { Outcome } from './carrier.ts';
import type { CodeMessage } from './message.ts';

/** Where a server listens, and the login it takes. */
export interface SmtpServerAddress {
  host: string;
  port: number;
  login: { user: string; pass: string };
}

/** One mail as it is to arrive. */
export interface SmtpMail {
  from: string;
  /** One recipient, never a list (security: D4). */
  to: string;
  message: CodeMessage;
  /** The local part of the Message-ID; one for each send (security: D3). */
  id: string;
  date: Date;
}

/**
 * Hands one mail to an SMTP server, once. A reply of the server decides between `sent` and `not-sent`; silence or a
 * dropped connection after the whole mail was handed over is `unsure` (security: D1).
 */
export async function sendBySmtp(server: SmtpServerAddress, mail: SmtpMail, signal: AbortSignal): Promise<Outcome> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const body = await compose(mail);
  if (body === null) return { kind: 'not-sent', reason: 'refused' };
  if (signal.aborted) return { kind: 'not-sent', reason: 'timed-out' };
  const connection = new Connection(options(server));
  // The end of this stream is the last that is known of the mail before the server's reply.
  const stream = Readable.from([body], { objectMode: false });
  let handedOver = false;
  stream.once('end', () => (handedOver = true));
  return new Promise((resolve) => {
    const finish = (outcome: Outcome) => {
      // First of all: closing makes the connection tell of its end, which is no news then.
      resolve(outcome);
      signal.removeEventListener('abort', giveUp);
      connection.close();
      stream.destroy();
    };
    const fail = (error: SmtpError) => finish(outcomeOf(error, handedOver));
    const giveUp = () => fail({ code: 'ETIMEDOUT' });
    signal.addEventListener('abort', giveUp, { once: true });
    connection.on('error', fail);
    connection.once('end', () => fail({ code: 'ECONNECTION' }));
    connection.connect((unconnected) => {
      if (unconnected) return fail(unconnected);
      connection.login({ credentials: server.login }, (noLogin) => {
        if (noLogin) return fail(noLogin);
        connection.send({ from: mail.from, to: [mail.to] }, stream, (unsent) => {
          if (unsent) fail(unsent);
          else finish({ kind: 'sent' });
        });
      });
    });
  });
}

/** The mail as it goes over the wire; null where its envelope would not be exactly the recipient. */
async function compose({ from, to, message, id, date }: SmtpMail): Promise<Buffer | null> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const compiled = new MailComposer({
    from: { name: 'Switchboard', address: from },
    to: { name: '', address: to },
    subject: message.subject,
    text: message.text,
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date,
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { to: recipients } = compiled.getEnvelope();
  return recipients.length === 1 && recipients[0] === to ? compiled.build() : null;
}

function options({ host, port }: SmtpServerAddress): SMTPConnectionOptions {
  return {
    host,
    port,
    // For 127.0.0.1 only: the one server there is so far is our own. It has no limits of time for each phase either:
    // the caller limits the whole (security: D6), and a disk that holds this process up is no fault of the server.
    ignoreTLS: true,
  };
}

/** What nodemailer tells of a failure. */
interface SmtpError {
  code?: string | undefined;
  responseCode?: number | undefined;
}

function outcomeOf({ code, responseCode }: SmtpError, handedOver: boolean): Outcome {
  if (responseCode !== undefined) return { kind: 'not-sent', reason: 'refused' };
  if (handedOver) return { kind: 'unsure' };
  if (code === 'ETIMEDOUT') return { kind: 'not-sent', reason: 'timed-out' };
  return { kind: 'not-sent', reason: code === 'EAUTH' || code === 'EENVELOPE' ? 'refused' : 'unreachable' };
}
