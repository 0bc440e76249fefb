import { expect, test } from 'vitest';
import { readMail } from '../../../main/delivery/read-mail.ts';

const read = (...lines: (string | Buffer)[]) =>
  readMail(Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\r\n')]))));

test('HTML is never shown, not even as text', async () => {
  const mail = await read(
    'From: <a@example.com>',
    'Subject: <b>Hello</b>',
    'Content-Type: text/html',
    '',
    '<p>123456</p><script>alert(1)</script><img src="https://example.com/x.png">',
  );
  expect(mail).toEqual({ from: 'a@example.com', subject: '<b>Hello</b>', text: '' });
});

test('of a mail with both, the text is shown', async () => {
  const mail = await read(
    'From: Someone <a@example.com>',
    'Subject: Both',
    'Content-Type: multipart/alternative; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain',
    '',
    'plain',
    '--x',
    'Content-Type: text/html',
    '',
    '<b>rich</b>',
    '--x--',
  );
  expect(mail).toEqual({ from: 'Someone', subject: 'Both', text: 'plain' });
});

test('NUL and other controls are dropped, 8-bit bytes are no matter', async () => {
  const bytes = Buffer.from([0x31, 0x00, 0x32, 0x1b, 0x33, 0xff, 0xfe]);
  const { text, subject } = await read('Subject: a\u0000b\u0007c', '', bytes);
  expect(text).toMatch(/^123/);
  expect(text + subject).not.toMatch(/[^\P{Cc}\n\t]/u);
});

test('what is no mail at all is an empty one', async () => {
  expect(await readMail(Buffer.alloc(0))).toEqual({ from: '', subject: '', text: '' });
});
