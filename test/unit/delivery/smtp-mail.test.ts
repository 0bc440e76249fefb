import { domainToASCII } from 'node:url';
import { expect, test } from 'vitest';
import { composeMail } from '../../../main/delivery/smtp-mail.ts';
import { parseIdentifier } from '../../../main/identifiers/parse.ts';
import { seededRandom } from '../../support/seeded.ts';

const from = 'codes@example.com';
const message = { subject: 'A subject', text: '123456' };

/** Whom a mail to `to` would go to, their domains in ASCII; null where it is refused. */
async function recipients(to: string): Promise<string[] | null> {
  const mail = await composeMail({ from, to, message, id: '1', date: new Date(0) });
  const written = mail?.getEnvelope().to ?? null;
  return written?.map((address) => (address === to ? to : toAscii(address))) ?? null;
}

function toAscii(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToASCII(address.slice(at));
}

test.each([
  'a@x.test, b@x.test',
  'a@x.test;b@y.test',
  '<b@x.test>a@x.test',
  'a@x.test\r\nBcc: b@x.test',
  'A Name <a@x.test>',
  '"b@y.test" a@x.test',
  'group: a@x.test, b@x.test;',
  'a@x.test\0',
  'a@@x.test',
  '',
])('what is not one recipient is not composed: %j', async (to) => {
  expect(await recipients(to)).toBeNull();
});

test.each(['a@x.test\r\nBcc: b@x.test', 'A <a@x.test>', ''])('nor is what is not one sender: %j', async (sender) => {
  const mail = { from: sender, to: 'maria@example.com', message, id: '1', date: new Date(0) };
  expect(await composeMail(mail)).toBeNull();
});

/** What texts are made of: pieces of addresses, and everything that could end one or begin another. */
const SIGNS = Array.from('aZ09.+_-\'"@ ,;:<>()[]\\éßσ漢\u0301\u202e\r\n\0');
const PARTS = ['maria', "o'neill", 'a.b+c', 'Jörg', '@example.com', '@x.test', '@bücher.example'];
const SECONDS = ['\r\nBcc: b@y.test', ', b@y.test', ';b@y.test', '<b@y.test>', '"b@y.test" '];
const PIECES = [...SIGNS, ...PARTS, ...SECONDS];

/** Texts of one to four pieces; every other one is an address with a piece put somewhere, or none. */
function* texts(count: number): Generator<string> {
  const next = seededRandom(20261124);
  const piece = () => PIECES[next(PIECES.length)] ?? '';
  for (let n = 0; n < count; n += 1) {
    if (n % 2 === 0) yield Array.from({ length: 1 + next(4) }, piece).join('');
    else yield `person${n}${next(2) === 0 ? piece() : ''}@example${next(4)}.com${next(8) === 0 ? piece() : ''}`;
  }
}

test('100,000 texts: a mail goes to exactly this one recipient, or nowhere; each email that is one goes out', async () => {
  const astray: string[] = [];
  let identifiers = 0;
  for (const text of texts(100_000)) {
    const raw = await recipients(text);
    if (raw !== null && (raw.length !== 1 || raw[0] !== text)) astray.push(text);
    const parsed = parseIdentifier(text, 'DE');
    if (!parsed.ok || parsed.value.kind !== 'email') continue;
    identifiers += 1;
    const { address } = parsed.value;
    const written = address === text ? raw : await recipients(address);
    if (written?.length !== 1 || written[0] !== address) astray.push(address);
  }
  expect(astray).toEqual([]);
  // Enough are an identifier for this to mean something, and enough are none.
  expect(identifiers).toBeGreaterThan(20_000);
  expect(identifiers).toBeLessThan(80_000);
});
