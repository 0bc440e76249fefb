import * as z from 'zod';
import { jsonIn } from './http.ts';
import type { CodeMessage } from './message.ts';

/** The longest that is shown of a server's words, in characters. */
const SAID_MAX = 300;

/** Where Microsoft Graph, Azure and Twilio put their words, and RFC 9457 its own. */
const Words = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error.message),
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.object({ detail: z.string() }).transform(({ detail }) => detail),
  z.object({ error: z.string() }).transform(({ error }) => error),
]);

/** What a server says in the body of an answer, in one line; null where it says nothing that a person can read. */
export function saidIn(body: string, hidden: readonly string[]): string | null {
  const words = Words.safeParse(jsonIn(body));
  if (words.success) return inOneLine(words.data, hidden);
  // A page is for a browser, and other JSON for a program.
  return /^\s*[<{["]/.test(body) ? null : inOneLine(body, hidden);
}

/** A server's words as they are shown: one short line without controls, and without what is `hidden`; null where nothing is left. */
export function inOneLine(text: string, hidden: readonly string[]): string | null {
  const line = hidden
    .filter((secret) => secret !== '')
    .reduce((said, secret) => said.replaceAll(secret, '···'), text)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  if (line === '') return null;
  return line.length > SAID_MAX ? `${line.slice(0, SAID_MAX - 1)}…` : line;
}

/** What of a message a server's words must not repeat: its code. */
export function codesIn({ text }: CodeMessage): string[] {
  return text.match(/\b\d{6}\b/g) ?? [];
}
