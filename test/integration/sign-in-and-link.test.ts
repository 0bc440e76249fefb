import { expect, test } from 'vitest';
import { createTestCore, refusal, value } from '../support/core.ts';

test('signs in, links an email and a phone, and shows them all', async () => {
  const core = createTestCore();
  const primary = await core.signIn('Maria@Outlook.com');
  const work = await core.link('maria@work.example');
  const phone = await core.link('0170 1234567');
  const { accounts, challenges } = core.snapshot();
  expect(accounts).toMatchObject({
    primaryId: primary,
    activeId: primary,
    accounts: [
      {
        id: primary,
        identifier: { value: 'maria@outlook.com', display: 'Maria@outlook.com' },
        kind: 'personal',
        color: 0,
      },
      { id: work, identifier: { value: 'maria@work.example' }, kind: 'unknown', color: 1, lastUsedAt: null },
      { id: phone, identifier: { value: '+491701234567', display: '+49 170 1234567' }, initials: '67' },
    ],
  });
  expect(
    accounts.accounts.every(({ proof }) => proof.strength === 'practice' && proof.carrier === 'local-mailbox'),
  ).toBe(true);
  expect(challenges).toEqual([]);
  expect(value(await core.commands.mailbox.list({})).map(({ to }) => to)).toEqual([
    '+49 170 1234567',
    'maria@work.example',
    'Maria@outlook.com',
  ]);
  expect(core.ports.log.faults).toEqual([]);
});

test('refuses who is there already, and links only for somebody who is signed in', async () => {
  const core = createTestCore();
  const { accounts } = core.commands;
  expect(refusal(await accounts.link({ identifier: 'a@example.com' }))).toEqual({ code: 'not-signed-in' });
  await core.signIn('maria@example.com');
  await core.link('work@example.com');
  expect(refusal(await accounts.signIn({ identifier: 'b@example.com' }))).toEqual({ code: 'already-signed-in' });
  expect(refusal(await accounts.link({ identifier: 'MARIA@example.com' }))).toEqual({
    code: 'is-primary',
    identifier: 'maria@example.com',
  });
  expect(refusal(await accounts.link({ identifier: 'WORK@EXAMPLE.com' }))).toEqual({
    code: 'already-linked',
    identifier: 'work@example.com',
  });
});

test('remembers everything after closing', async () => {
  const first = createTestCore();
  await first.signIn('maria@example.com');
  await first.link('+1 202 555 0143');
  const before = first.snapshot().accounts;
  await first.close();
  const again = createTestCore({ folder: first.ports.folder });
  expect(again.snapshot().accounts).toEqual(before);
});
