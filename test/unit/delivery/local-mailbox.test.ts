import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createLocalMailbox } from '../../../main/delivery/local-mailbox.ts';
import { MAIL_MAX, startMailboxServer } from '../../../main/delivery/mailbox-server.ts';
import { letter } from '../../../main/delivery/message.ts';
import { sendBySmtp } from '../../../main/delivery/smtp-conversation.ts';
import type { ParsedIdentifier } from '../../../main/identifiers/parse.ts';
import { heldClock } from '../../support/clock.ts';
import { heldRandom } from '../../support/random.ts';

const signal = new AbortController().signal;

function mailbox() {
  const created = createLocalMailbox({ random: heldRandom(), clock: heldClock() });
  onTestFinished(() => created.close());
  return created;
}

/** The server inside the mailbox, and what it takes. */
async function server() {
  const taken: [string, string][] = [];
  const started = await startMailboxServer(heldRandom(), async (to, mail) => void taken.push([to, mail.toString()]));
  onTestFinished(() => started.close());
  return { address: started.address, taken };
}

/** Says `lines` one after the other, each after an answer, and gives the answers' codes. */
function say(port: number, lines: readonly string[]): Promise<string[]> {
  const waiting = [...lines];
  const codes: string[] = [];
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', reject);
    socket.on('close', () => resolve(codes));
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n')) {
        if (!/^\d{3} /.test(line)) continue;
        codes.push(line.slice(0, 3));
        const next = waiting.shift();
        if (next === undefined) socket.end();
        else socket.write(`${next}\r\n`);
      }
    });
  });
}

const plainLogin = (user: string, pass: string) => `AUTH PLAIN ${Buffer.from(`\0${user}\0${pass}`).toString('base64')}`;

test.each<[ParsedIdentifier, string]>([
  [{ kind: 'email', value: 'maria@example.com', address: 'Maria@example.com' }, 'Maria@example.com'],
  [{ kind: 'email', value: 'jörg@example.com', address: 'Jörg@example.com' }, 'Jörg@example.com'],
  [{ kind: 'email', value: 'a@xn--bcher-kva.example', address: 'a@xn--bcher-kva.example' }, 'a@bücher.example'],
  [{ kind: 'email', value: "o'neill+1@example.com", address: "o'neill+1@example.com" }, "o'neill+1@example.com"],
  [{ kind: 'phone', value: '+491701234567', address: '+491701234567' }, '+49 170 1234567'],
])('a code for %j arrives as text', async (identifier, to) => {
  const { carrier, list } = mailbox();
  const message = { subject: 'Grüße', text: '123456\n\nA text with ümlauts and a "name".' };
  expect(await carrier.send({ identifier, message, signal })).toEqual({ kind: 'sent' });
  expect(list()).toMatchObject([{ to, from: 'Switchboard', ...message }]);
});

test('a mail with HTML is shown as its text', async () => {
  const { carrier, list } = mailbox();
  const identifier = { kind: 'email', value: 'a@example.com', address: 'a@example.com' } as const;
  const message = letter({ code: '012345', purpose: 'prove-again', computer: 'x'.repeat(30) });
  await carrier.send({ identifier, message, signal });
  expect(message.html).toContain('012345');
  expect(list()).toMatchObject([{ subject: message.subject, text: message.text.trimEnd() }]);
});

test('a code that lies in the mailbox was sent, though the sending was given up before the answer', async () => {
  const { carrier, list, onChange } = mailbox();
  const give = new AbortController();
  onChange(() => give.abort());
  const identifier = { kind: 'email', value: 'a@example.com', address: 'a@example.com' } as const;
  const message = { subject: 's', text: '123456' };
  expect(await carrier.send({ identifier, message, signal: give.signal })).toEqual({ kind: 'sent' });
  expect(list()).toHaveLength(1);
});

test('newest first, 100 at most, gone when cleared', async () => {
  const { carrier, list, clear, onChange } = mailbox();
  let changes = 0;
  onChange(() => (changes += 1));
  const identifier = { kind: 'email', value: 'a@example.com', address: 'a@example.com' } as const;
  const send = (subject: string) => carrier.send({ identifier, message: { subject, text: 'x' }, signal });
  for (let round = 0; round < 13; round += 1) {
    await Promise.all(Array.from({ length: 8 }, () => send(`round ${round}`)));
  }
  await send('last');
  expect(changes).toBe(105);
  expect(list()).toHaveLength(100);
  expect(list()[0]?.subject).toBe('last');
  expect(list().at(-1)?.subject).toBe('round 0');
  await clear();
  expect(list()).toEqual([]);
  await send('after');
  expect(list()).toHaveLength(1);
});

test('two starts have different logins', async () => {
  const other = await startMailboxServer(heldRandom(2), async () => {});
  onTestFinished(() => other.close());
  const { address } = await server();
  expect(other.address.login).not.toEqual(address.login);
  expect(other.address.host).toBe('127.0.0.1');
});

test('without the login nothing is taken', async () => {
  const { address, taken } = await server();
  const mail = ['MAIL FROM:<a@x.test>', 'RCPT TO:<b@x.test>', 'DATA'];
  expect(await say(address.port, ['EHLO x', ...mail])).toEqual(['220', '250', '530', '530', '530']);
  const wrong = plainLogin(address.login.user, 'wrong');
  expect(await say(address.port, ['EHLO x', wrong, ...mail])).toEqual(['220', '250', '535', '530', '530', '530']);
  expect(taken).toEqual([]);
});

test('one recipient a mail', async () => {
  const { address } = await server();
  const login = plainLogin(address.login.user, address.login.pass);
  const codes = await say(address.port, [
    'EHLO x',
    login,
    'MAIL FROM:<a@x.test>',
    'RCPT TO:<b@x.test>',
    'RCPT TO:<c@x.test>',
  ]);
  expect(codes).toEqual(['220', '250', '235', '250', '250', '452']);
});

const mail = (text: string) => ({
  from: 'a@switchboard.invalid',
  to: 'b@example.com',
  message: { subject: 's', text },
  id: '1',
  date: new Date(0),
});

test('a mail of 1 MB is refused, and the server goes on', async () => {
  const { address, taken } = await server();
  const large = await sendBySmtp(address, mail('x\n'.repeat(500_000)), signal);
  expect(large).toEqual({ kind: 'not-sent', reason: 'refused', said: '552 Too large' });
  expect(await sendBySmtp(address, mail('x\n'.repeat(MAIL_MAX / 8)), signal)).toMatchObject({ kind: 'sent' });
  expect(taken).toHaveLength(1);
});
