import type { Message } from '../../shared/domain/message.ts';

interface ReadMail extends Pick<Message, 'from' | 'subject' | 'text'> {
  /** The local part of its Message-ID, which our own sending gives each mail. */
  id: string | undefined;
}

/** What is shown of a mail: always plain text, never its HTML. */
export async function readMail(mail: Buffer): Promise<ReadMail> {
  const { default: PostalMime } = await import('postal-mime');
  const { messageId, from, subject, text } = await PostalMime.parse(mail);
  return {
    id: /^<([^@>]+)@/.exec(messageId ?? '')?.[1],
    from: plain(from?.name || from?.address || ''),
    subject: plain(subject ?? ''),
    text: plain(text ?? '').trimEnd(),
  };
}

/** Text without controls, except line ends and tabs. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}
