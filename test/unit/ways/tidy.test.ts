import { expect, test } from 'vitest';
import { tidy, tidySecret } from '../../../main/ways/tidy.ts';
import { smtpSetUp, twilioSetUp } from '../../support/set-ups.ts';

test('blanks, controls and marks that are not seen go from the ends of every value, and stay inside', () => {
  const login = { kind: 'password', user: '\u200b maria lopez\n' } as const;
  const typed = smtpSetUp({ host: ' smtp.example.com\t', login, from: '\u00a0codes@example.com\u0000' });
  expect(tidy(typed)).toEqual(smtpSetUp({ login: { kind: 'password', user: 'maria lopez' } }));
});

test("a sender's number loses what stands between its digits, and a name loses nothing", () => {
  expect(tidy(twilioSetUp({ from: ' +1 (500) 555-0006 ' }))).toEqual(twilioSetUp({ from: '+15005550006' }));
  expect(tidy(twilioSetUp({ from: 'My Codes' }))).toEqual(twilioSetUp({ from: 'My Codes' }));
  const from = '+1-2@example.com';
  expect(tidy(smtpSetUp({ from }))).toEqual(smtpSetUp({ from }));
});

test('a pasted key loses the blanks around it, a password is kept as it was typed, and nothing is no secret', () => {
  expect(tidySecret('twilio', ' key\n')).toBe('key');
  expect(tidySecret('webhook', ' \n')).toBeNull();
  expect(tidySecret('smtp', ' pass word ')).toBe(' pass word ');
  expect(tidySecret('smtp', '')).toBeNull();
  expect(tidySecret('azure', null)).toBeNull();
});
