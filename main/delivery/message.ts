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

const SUBJECT = 'Your Switchboard verification code';
const COMPUTER_MAX = 30;
// What GSM 03.38 spells with one septet each, as far as names of computers need it.
const NOT_GSM = /[^A-Za-z0-9 .,()&'/+-]/g;

/** The message for an email. The code stands in the text only: subjects show up on locked screens. */
export function letter({ code, purpose, computer }: CodeLetter): CodeMessage {
  const paragraphs = [
    `This is the code to ${ASKED[purpose]} on the computer "${plain(computer)}". It is valid for 10 minutes and works once.`,
    'Nobody will ask you for it. If you did not ask for a code, ignore this message: without the code nothing happens.',
  ];
  return {
    subject: SUBJECT,
    text: textOf([code, ...paragraphs]),
    html: htmlOf(SUBJECT, [`<p style="font-size: 28px; letter-spacing: 4px"><b>${escaped(code)}</b></p>`], paragraphs),
  };
}

/** The message for a phone: at most 160 characters of the GSM alphabet, one text message. */
export function shortLetter({ code, purpose, computer }: CodeLetter): CodeMessage {
  const name = inGsm(computer);
  return {
    subject: SUBJECT,
    text: `${code} is your code to ${ASKED[purpose]} on ${name}. Valid 10 minutes. Nobody will ask you for it.`,
  };
}

/** What is sent to an email address to try a carrier; it has no code. */
export function testLetter(computer: string): CodeMessage {
  const subject = 'A test from Switchboard';
  const paragraphs = [
    testWords(`the computer "${plain(computer)}"`),
    'If you did not ask for it, ignore this message.',
  ];
  return { subject, text: textOf(paragraphs), html: htmlOf(subject, [], paragraphs) };
}

/** The same for a phone: one text message. */
export function shortTestLetter(computer: string): CodeMessage {
  return { subject: 'A test from Switchboard', text: testWords(inGsm(computer)) };
}

function testWords(computer: string): string {
  return `This is a test from Switchboard on ${computer}. Codes sent this way will arrive here.`;
}

function textOf(paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

/** A page of paragraphs, with nothing that is fetched or leads anywhere; `before` is HTML already. */
function htmlOf(title: string, before: readonly string[], paragraphs: readonly string[]): string {
  const body = [...before, ...paragraphs.map((text) => `<p>${escaped(text)}</p>`)];
  const head = ['<!doctype html>', '<html lang="en">', `<head><title>${escaped(title)}</title></head>`];
  return [...head, '<body>', ...body, '</body>', '</html>', ''].join('\n');
}

/** Text as HTML: the five characters that OWASP's rules for preventing cross-site scripting name, as references. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function inGsm(computer: string): string {
  return plain(computer).replace(NOT_GSM, '?');
}

/** A computer's name comes from outside: one short line of it. */
function plain(computer: string): string {
  return computer
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, COMPUTER_MAX);
}
