import { expect, test } from 'vitest';
import { letter, shortLetter, shortTestLetter, testLetter } from '../../../main/delivery/message.ts';

const asked = { code: '012345', purpose: 'link', computer: 'maria-laptop' } as const;

test('the mail', () => {
  expect(letter(asked)).toMatchInlineSnapshot(`
    {
      "html": "<!doctype html>
    <html lang="en">
    <head><title>Your Switchboard verification code</title></head>
    <body>
    <p style="font-size: 28px; letter-spacing: 4px"><b>012345</b></p>
    <p>This is the code to link this account to Switchboard on the computer &#34;maria-laptop&#34;. It is valid for 10 minutes and works once.</p>
    <p>Nobody will ask you for it. If you did not ask for a code, ignore this message: without the code nothing happens.</p>
    </body>
    </html>
    ",
      "subject": "Your Switchboard verification code",
      "text": "012345

    This is the code to link this account to Switchboard on the computer "maria-laptop". It is valid for 10 minutes and works once.

    Nobody will ask you for it. If you did not ask for a code, ignore this message: without the code nothing happens.
    ",
    }
  `);
});

test('the text message', () => {
  expect(shortLetter(asked)).toMatchInlineSnapshot(`
    {
      "subject": "Your Switchboard verification code",
      "text": "012345 is your code to link this account to Switchboard on maria-laptop. Valid 10 minutes. Nobody will ask you for it.",
    }
  `);
});

test.each([
  ['a long name', 'x'.repeat(200)],
  ['another script', '电脑'.repeat(40)],
  ['line ends', 'a\r\nb\u0000c'],
  ['signs that cost two', '{[~]}€^|\\'.repeat(9)],
])('a text message stays one message of 160 GSM characters: %s', (_name, computer) => {
  for (const purpose of ['sign-in', 'link', 'prove-again'] as const) {
    const { text } = shortLetter({ ...asked, purpose, computer });
    expect(text).toMatch(/^[A-Za-z0-9 .,()&'/+?-]{1,160}$/);
    expect(text).toContain('012345');
  }
});

test('a test message says where it comes from, and has no code', () => {
  expect(testLetter('maria-laptop').text).toMatchInlineSnapshot(`
    "This is a test from Switchboard on the computer "maria-laptop". Codes sent this way will arrive here.

    If you did not ask for it, ignore this message.
    "
  `);
  expect(shortTestLetter('maria-laptop').text).toMatchInlineSnapshot(
    `"This is a test from Switchboard on maria-laptop. Codes sent this way will arrive here."`,
  );
  expect(shortTestLetter('电脑'.repeat(40)).text).toMatch(/^[A-Za-z0-9 .,()&'/+?-]{1,160}$/);
});

test('no message has a link or anything that is fetched, and no subject the code', () => {
  for (const message of [letter(asked), shortLetter(asked), testLetter('pc'), shortTestLetter('pc')]) {
    expect(message.text).not.toMatch(/https?:|www\./);
    expect(message.html ?? '').not.toMatch(/https?:|www\.|href|src|url\(|<(?:a|img|link|script|style|iframe)\b/i);
    expect(message.subject).not.toMatch(/\d/);
  }
});

test("a computer's name is text in HTML too", () => {
  const { html } = letter({ ...asked, computer: `<img src='x'>&"` });
  expect(html).toContain('&#60;img src=&#39;x&#39;&#62;&#38;&#34;');
});
