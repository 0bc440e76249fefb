import type { Message } from '../../shared/domain/message.ts';

/** What is shown of a mail: always plain text, never its HTML. */
export async function readMail(mail: Buffer): Promise<Pick<Message, 'from' | 'subject' | 'text'>> {
  const { default: PostalMime } = await import('postal-mime');
  const { from, subject, text } = await PostalMime.parse(mail);
  return {
    from: plain(from?.name || from?.address || ''),
    subject: plain(subject ?? ''),
    text: plain(text ?? '').trimEnd(),
  };
}

/** Text without controls, except line ends and tabs. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}
