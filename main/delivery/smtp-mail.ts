import { domainToASCII } from 'node:url';
import type MimeNode from 'nodemailer/lib/mime-node';
import type { CodeMessage } from './message.ts';

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

/** The mail as it will be built; null where its envelope would not be exactly its sender and its recipient. */
export async function composeMail({ from, to, message, id, date }: SmtpMail): Promise<MimeNode | null> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composed = new MailComposer({
    from: { name: 'Switchboard', address: from },
    to: { name: '', address: to },
    subject: message.subject,
    text: message.text,
    ...(message.html !== undefined && { html: message.html }),
    // No vacation notice answers it (RFC 3834, section 5).
    headers: { 'Auto-Submitted': 'auto-generated' },
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date,
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const envelope = composed.getEnvelope();
  const { length, [0]: recipient } = envelope.to;
  return envelope.from === from && length === 1 && isSame(recipient, to) ? composed : null;
}

/** Whether both are one address; beside a local part that is not ASCII the library writes its domain in letters too. */
function isSame(written: string | undefined, address: string): boolean {
  const at = written?.lastIndexOf('@') ?? -1;
  return written === address || `${written?.slice(0, at)}@${domainToASCII(written?.slice(at + 1) ?? '')}` === address;
}
