import { expect, test } from 'vitest';
import { letter, shortLetter } from '../../../main/delivery/message.ts';

const asked = { code: '012345', purpose: 'link', computer: 'maria-laptop' } as const;

test('the mail', () => {
  expect(letter(asked)).toMatchInlineSnapshot(`
    {
      "subject": "Your Switchboard verification code",
      "text": "012345

    This is the code to link this account to Switchboard on the computer "maria-laptop".
    It is valid for 10 minutes and works once.

    Nobody will ask you for it. If you did not ask for a code, ignore this message.
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
  for (const purpose of ['sign-in', 'link'] as const) {
    const { text } = shortLetter({ ...asked, purpose, computer });
    expect(text).toMatch(/^[A-Za-z0-9 .,()&'/+?-]{1,160}$/);
    expect(text).toContain('012345');
  }
});

test('no message has a link, and no subject the code', () => {
  for (const message of [letter(asked), shortLetter(asked)]) {
    expect(message.text).not.toMatch(/https?:|www\./);
    expect(message.subject).not.toMatch(/\d/);
  }
});
