import { expect, test } from 'vitest';
import { sendBySmtp, type SmtpMail } from '../../../main/delivery/smtp-conversation.ts';
import { scriptedSmtp, type Fault, type Step } from '../../support/scripted-smtp.ts';

const mail: SmtpMail = {
  from: 'codes@switchboard.invalid',
  to: 'maria@example.com',
  message: { subject: 'A subject', text: '123456\n.\nA text with a line that is a dot.' },
  id: '3f0c8a86',
  date: new Date(0),
};

const refused = { kind: 'not-sent', reason: 'refused' };
const unreachable = { kind: 'not-sent', reason: 'unreachable' };
const unsure = { kind: 'unsure' };

test.each<[Step, Fault, object, number]>([
  ['none', 'drop', { kind: 'sent' }, 1],
  ['accept', 'drop', unreachable, 0],
  ['greeting', 'drop', unreachable, 0],
  ['greeting', '554 no service', refused, 0],
  ['EHLO', 'drop', unreachable, 0],
  ['AUTH', '535 wrong', refused, 0],
  ['AUTH', 'drop', unreachable, 0],
  ['MAIL', '421 closing', refused, 0],
  ['MAIL', 'drop', unreachable, 0],
  ['RCPT', '550 nobody', refused, 0],
  ['RCPT', '450 later', refused, 0],
  ['RCPT', 'drop', unreachable, 0],
  ['DATA', '452 full', refused, 0],
  ['DATA', 'drop', unreachable, 0],
  ['dot', '554 spam', refused, 1],
  ['dot', '451 later', refused, 1],
  ['dot', 'drop', unsure, 1],
])('at %s: %s', async (step, fault, outcome, copies) => {
  const server = await scriptedSmtp(step, fault);
  expect(await sendBySmtp(server.address, mail, new AbortController().signal)).toEqual(outcome);
  expect(server.mails).toHaveLength(copies);
});

test.each<[Step, object]>([
  ['accept', { kind: 'not-sent', reason: 'timed-out' }],
  ['EHLO', { kind: 'not-sent', reason: 'timed-out' }],
  ['RCPT', { kind: 'not-sent', reason: 'timed-out' }],
  ['dot', unsure],
])('silence at %s, given up', async (step, outcome) => {
  const server = await scriptedSmtp(step, 'silence');
  const give = new AbortController();
  const sending = sendBySmtp(server.address, mail, give.signal);
  // Given up once the server has heard all it waits for; without an answer nothing else would end this.
  const heard = () => (step === 'dot' ? server.mails.length > 0 : step !== 'RCPT' || server.recipients.length > 0);
  while (!heard()) await new Promise((resolve) => setImmediate(resolve));
  give.abort();
  expect(await sending).toEqual(outcome);
});

test('nobody listens', async () => {
  const address = { host: '127.0.0.1', port: 1, login: { user: 'u', pass: 'p' } };
  expect(await sendBySmtp(address, mail, new AbortController().signal)).toEqual(unreachable);
});

test('given up before it began', async () => {
  const server = await scriptedSmtp('none', 'drop');
  const outcome = await sendBySmtp(server.address, mail, AbortSignal.abort());
  expect(outcome).toEqual({ kind: 'not-sent', reason: 'timed-out' });
  expect(server.recipients).toEqual([]);
});

test('the server hears one recipient, one Message-ID, plain text and no address of a second person', async () => {
  const server = await scriptedSmtp('none', 'drop');
  await sendBySmtp(server.address, mail, new AbortController().signal);
  expect(server.recipients).toEqual(['maria@example.com']);
  const text = server.mails.join();
  expect(text.match(/^message-id:.*$/gim)).toEqual(['Message-ID: <3f0c8a86@switchboard.invalid>']);
  expect(text).toMatch(/^content-type: text\/plain/im);
  expect(text).toMatch(/^\.\.$/m);
});

test.each(['a@x.test, b@x.test', 'a@x.test;b@y.test', '<b@x.test>a@x.test', 'a@x.test\r\nBcc: b@x.test', ''])(
  'what is not one recipient is not sent: %j',
  async (to) => {
    const server = await scriptedSmtp('none', 'drop');
    const outcome = await sendBySmtp(server.address, { ...mail, to }, new AbortController().signal);
    expect(outcome).toEqual(refused);
    expect(server.mails).toEqual([]);
  },
);
