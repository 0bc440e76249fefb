import type { Purpose } from '../../shared/domain/challenge.ts';

/** What a carrier sends: one subject, one text, and never a link (security: C14). */
export interface CodeMessage {
  subject: string;
  /** Plain text; carriers of text messages send nothing else. */
  text: string;
  /** The same for mail programs that show it so; without anything that is fetched. */
  html?: string;
}

/** What a message about a code has to tell. */
export interface CodeLetter {
  code: string;
  purpose: Purpose;
  /** The name of this computer, so that the person sees who asked. */
  computer: string;
}

const ASKED: Record<Purpose, string> = {
  'sign-in': 'sign in to Switchboard',
  link: 'link this account to Switchboard',
  'prove-again': 'prove this account to Switchboard again',
};

const COMPUTER_MAX = 30;
// What GSM 03.38 spells with one septet each, as far as names of computers need it.
const NOT_GSM = /[^A-Za-z0-9 .,()&'/+-]/g;

/** The message for an email. The code stands in the text only: subjects show up on locked screens. */
export function letter({ code, purpose, computer }: CodeLetter): CodeMessage {
  return {
    subject: 'Your Switchboard verification code',
    text: [
      code,
      '',
      `This is the code to ${ASKED[purpose]} on the computer "${plain(computer)}".`,
      'It is valid for 10 minutes and works once.',
      '',
      'Nobody will ask you for it. If you did not ask for a code, ignore this message.',
      '',
    ].join('\n'),
  };
}

/** The message for a phone: at most 160 characters of the GSM alphabet, one text message. */
export function shortLetter({ code, purpose, computer }: CodeLetter): CodeMessage {
  const name = plain(computer).replace(NOT_GSM, '?');
  return {
    subject: 'Your Switchboard verification code',
    text: `${code} is your code to ${ASKED[purpose]} on ${name}. Valid 10 minutes. Nobody will ask you for it.`,
  };
}

/** A computer's name comes from outside: one short line of it. */
function plain(computer: string): string {
  return computer
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, COMPUTER_MAX);
}
