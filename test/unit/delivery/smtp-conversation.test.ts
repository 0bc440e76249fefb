import { expect, onTestFinished, test, vi } from 'vitest';
import { sendBySmtp } from '../../../main/delivery/smtp-conversation.ts';
import type { SmtpMail } from '../../../main/delivery/smtp-mail.ts';
import { scriptedSmtp } from '../../support/scripted-smtp.ts';
import type { Fault, Step } from '../../support/smtp-script.ts';

const mail: SmtpMail = {
  from: 'codes@switchboard.invalid',
  to: 'maria@example.com',
  message: { subject: 'A subject', text: '123456\n.\nA text with a line that is a dot.', html: '<p>123456</p>' },
  id: '3f0c8a86',
  date: new Date(0),
};
const never = new AbortController().signal;

test('a mail that is taken was sent, with what the server said', async () => {
  const server = await scriptedSmtp();
  expect(await sendBySmtp(server.address, mail, never)).toEqual({ kind: 'sent', said: '250 taken' });
  expect(server.accepted()).toBe(1);
});

test.each<[Step, Fault, string]>([
  ['greeting', '554 no service', 'refused'],
  ['AUTH', '535 5.7.8 wrong', 'login-refused'],
  ['AUTH', '534 5.7.9 an app password is needed', 'login-refused'],
  ['AUTH', '535 5.7.139 unsuccessful, the user credentials were incorrect', 'login-refused'],
  ['AUTH', '535 5.7.139 unsuccessful, basic authentication is disabled', 'passwords-ended'],
  ['AUTH', '535 5.7.139 unsuccessful, SmtpClientAuthentication is disabled for the Tenant', 'passwords-ended'],
  ['MAIL', '550 5.7.30 Basic authentication is not supported for Client Submission', 'passwords-ended'],
  ['MAIL', '530 5.7.0 Authentication required', 'login-refused'],
  ['MAIL', '553 5.7.1 not owned by user', 'set-up-wrong'],
  ['MAIL', '552 too large', 'refused'],
  ['RCPT', '553 5.7.1 Sender address rejected: not owned by user', 'set-up-wrong'],
  ['RCPT', '550 5.1.1 nobody', 'recipient-refused'],
  ['RCPT', '551 elsewhere', 'recipient-refused'],
  ['RCPT', '554 5.7.1 Relay access denied', 'recipient-refused'],
  ['dot', '554 5.2.252 SendAsDenied', 'set-up-wrong'],
  ['dot', '554 spam', 'refused'],
])('a refusal for good at %s, %s: %s', async (step, fault, reason) => {
  const server = await scriptedSmtp({ step, fault });
  const outcome = await sendBySmtp(server.address, mail, never);
  expect(outcome).toEqual({ kind: 'not-sent', reason, said: fault });
  expect(server.accepted()).toBe(0);
});

test.each<[Step, Fault]>([
  ['greeting', '421 too many'],
  ['EHLO', '421 closing'],
  ['AUTH', '454 4.7.0 later'],
  ['MAIL', '421 closing'],
  ['RCPT', '450 4.2.0 greylisted'],
  ['RCPT', '451 later'],
  ['DATA', '452 full'],
])('a refusal for now at %s, %s, may be tried again', async (step, fault) => {
  const server = await scriptedSmtp({ step, fault });
  const outcome = await sendBySmtp(server.address, mail, never);
  expect(outcome).toEqual({ kind: 'not-sent', reason: 'busy', said: fault, retry: { after: null } });
});

test('what was handed over whole is not tried again, though the server refused it for now', async () => {
  const server = await scriptedSmtp({ step: 'dot', fault: '451 later' });
  expect(await sendBySmtp(server.address, mail, never)).toEqual({
    kind: 'not-sent',
    reason: 'busy',
    said: '451 later',
  });
});

test('an answer that is none leaves open whether a mail was taken', async () => {
  const server = await scriptedSmtp({ step: 'dot', fault: '354 what?' });
  expect(await sendBySmtp(server.address, mail, never)).toMatchObject({ kind: 'unsure' });
});

test('nobody listens', async () => {
  const { address } = await scriptedSmtp();
  const outcome = await sendBySmtp({ ...address, port: 1 }, mail, never);
  expect(outcome).toEqual({ kind: 'not-sent', reason: 'unreachable', retry: { after: null } });
});

test('given up before it began', async () => {
  const server = await scriptedSmtp();
  const outcome = await sendBySmtp(server.address, mail, AbortSignal.abort());
  expect(outcome).toMatchObject({ kind: 'not-sent', reason: 'timed-out' });
  expect(server.commands).toEqual([]);
});

test('a server that does not greet has ten seconds, not thirty', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const server = await scriptedSmtp({ step: 'greeting', fault: 'silence' });
  const sending = sendBySmtp(server.address, mail, never);
  await server.reached;
  vi.advanceTimersByTime(10_000);
  expect(await sending).toEqual({ kind: 'not-sent', reason: 'timed-out', retry: { after: null } });
});

test('without encryption nothing is said to another computer', async () => {
  const { address } = await scriptedSmtp();
  for (const host of ['192.0.2.1', 'mail.example.com', 'localhost.example.com']) {
    expect(await sendBySmtp({ ...address, host }, mail, never)).toEqual({ kind: 'not-sent', reason: 'no-tls' });
  }
  expect(await sendBySmtp({ ...address, host: 'localhost' }, mail, never)).toMatchObject({ kind: 'sent' });
});

test('the words of a server stand in one line, and never have the code or the password in them', async () => {
  const fault = '550-5.7.1 your p4ssw0rd\u0007 is\r\n550-5.7.1 not 123456\t,\r\n550 5.7.1 is it';
  const server = await scriptedSmtp({ step: 'dot', fault });
  expect(await sendBySmtp(server.address, mail, never)).toMatchObject({
    said: '550-5.7.1 your ··· is not ··· , is it',
  });
  const long = await scriptedSmtp({ step: 'dot', fault: `554 ${'x'.repeat(1000)}` });
  const { said = '' } = await sendBySmtp(long.address, mail, never);
  expect(said).toHaveLength(300);
});

test('a server that repeats the login it refuses is not quoted with it', async () => {
  const plain = Buffer.from('\0u\0p4ssw0rd').toString('base64');
  const xoauth2 = Buffer.from('user=u\x01auth=Bearer t0ken\x01\x01').toString('base64');
  for (const [login, sent] of [
    [{ user: 'u', pass: 'p4ssw0rd' }, plain],
    [{ user: 'u', pass: 'p4ssw0rd' }, Buffer.from('p4ssw0rd').toString('base64')],
    [{ user: 'u', token: 't0ken' }, xoauth2],
  ] as const) {
    const server = await scriptedSmtp({ step: 'AUTH', fault: `501 5.5.4 What is AUTH ${sent} ?` });
    const outcome = await sendBySmtp({ ...server.address, login }, mail, never);
    expect(outcome).toMatchObject({ said: '501 5.5.4 What is AUTH ··· ?' });
  }
});

test('a server that takes no login is given none', async () => {
  const server = await scriptedSmtp();
  await sendBySmtp({ ...server.address, login: null }, mail, never);
  expect(server.commands.filter((line) => line.startsWith('AUTH'))).toEqual([]);
  expect(server.accepted()).toBe(1);
});

test('the server hears one recipient, one Message-ID, text before HTML, and that no person wrote it', async () => {
  const server = await scriptedSmtp();
  await sendBySmtp(server.address, mail, never);
  expect(server.recipients).toEqual(['maria@example.com']);
  const text = server.mails.join();
  expect(text.match(/^message-id:.*$/gim)).toEqual(['Message-ID: <3f0c8a86@switchboard.invalid>']);
  expect(text.match(/^content-type: [^;\r]*/gim)?.map((line) => line.toLowerCase())).toEqual([
    'content-type: multipart/alternative',
    'content-type: text/plain',
    'content-type: text/html',
  ]);
  expect(text).toMatch(/^auto-submitted: auto-generated\r$/im);
  expect(text).toMatch(/^\.\.\r$/m);
});
