import { expect, test } from 'vitest';
import { findSecret } from '../../main/store/secrets.ts';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';
import { filesHolding } from '../support/files.ts';
import { heldSecrets } from '../support/ports.ts';
import { azureSetUp, SECRETS, smtpSetUp, twilioSetUp, webhookSetUp } from '../support/set-ups.ts';
import { openTestStore } from '../support/store.ts';

const HOST = 'smtp.example.com';

/** A folder with SMTP set up, and the bytes of its sealed password. */
async function withPassword(): Promise<{ folder: string; sealed: Buffer }> {
  const core = createTestCore();
  value(await core.commands.ways.save({ setUp: smtpSetUp(), secret: SECRETS.smtp }));
  const { folder } = core.ports;
  await core.close();
  const { store } = openTestStore(folder);
  const secret = findSecret(store.read, { owner: 'smtp', purpose: 'password' });
  store.close();
  if (secret === null) throw new Error('No secret');
  return { folder, sealed: secret.sealed };
}

const smtpOf = async ({ commands }: TestCore) =>
  value(await commands.ways.list({})).find(({ name }) => name === 'smtp');

test('what is forgotten is in no file: the set-up, the password sealed, and never the password itself', async () => {
  const { folder, sealed } = await withPassword();
  expect(filesHolding(folder, sealed)).not.toEqual([]);
  expect(filesHolding(folder, HOST)).not.toEqual([]);
  expect(filesHolding(folder, SECRETS.smtp)).toEqual([]);
  const core = createTestCore({ folder });
  expect(await smtpOf(core)).toMatchObject({ secret: 'kept' });
  value(await core.commands.ways.forget({ name: 'smtp' }));
  expect(await smtpOf(core)).toMatchObject({ name: 'smtp', setUp: null, secret: 'not-needed', lastTest: null });
  expect(filesHolding(folder, sealed)).toEqual([]);
  expect(filesHolding(folder, HOST)).toEqual([]);
  expect(core.ports.log.events).toContainEqual({ name: 'way-forgotten', fields: { way: 'smtp' } });
});

test('a password that is needed no longer leaves the files as well', async () => {
  const { folder, sealed } = await withPassword();
  const core = createTestCore({ folder });
  value(await core.commands.ways.save({ setUp: smtpSetUp({ login: { kind: 'none' } }), secret: 'of no use' }));
  expect(await smtpOf(core)).toMatchObject({ setUp: { login: { kind: 'none' } }, secret: 'not-needed' });
  expect(filesHolding(folder, sealed)).toEqual([]);
  const asked = await core.commands.ways.save({ setUp: smtpSetUp(), secret: null });
  expect(refusal(asked)).toMatchObject({ field: 'secret', problem: 'empty' });
});

test('without a key store secrets are in no file and no line of the log, however they are used', async () => {
  const core = createTestCore({ secrets: heldSecrets(false), fetch: () => Promise.reject(new TypeError('offline')) });
  const setUps = {
    smtp: smtpSetUp({ host: '127.0.0.1', port: 1, tls: 'none' }),
    twilio: twilioSetUp(),
    azure: azureSetUp(),
    webhook: webhookSetUp(),
  };
  for (const way of ['smtp', 'twilio', 'azure', 'webhook'] as const) {
    value(await core.commands.ways.save({ setUp: setUps[way], secret: SECRETS[way] }));
    const to = way === 'smtp' ? 'maria@example.com' : '0170 1234567';
    value(await core.commands.ways.sendTest({ carrier: way, to }));
    core.ports.clock.advance(30_000);
  }
  const shown = JSON.stringify([await core.commands.ways.list({}), core.snapshot(), core.ports.log]);
  for (const secret of Object.values(SECRETS)) {
    expect(filesHolding(core.ports.folder, secret)).toEqual([]);
    expect(shown).not.toContain(secret);
  }
});

test('what a forgotten carrier was sending is given up, and nothing else is', async () => {
  const core = createTestCore();
  await core.signIn('primary@example.com');
  // Nobody listens there, so that the code stays where it is.
  const smtp = smtpSetUp({ host: '127.0.0.1', port: 1, tls: 'none' });
  value(await core.commands.ways.save({ setUp: smtp, secret: SECRETS.smtp }));
  value(await core.commands.ways.save({ setUp: twilioSetUp(), secret: SECRETS.twilio }));
  const email = value(await core.commands.accounts.link({ identifier: 'maria@example.com' }));
  expect(email).toMatchObject({ carrier: 'smtp' });
  value(await core.commands.ways.forget({ name: 'twilio' }));
  expect(core.snapshot().challenges).toMatchObject([{ id: email.id }]);
  value(await core.commands.ways.forget({ name: 'smtp' }));
  expect(core.snapshot().challenges).toEqual([]);
});

test('forgetting what is not set up is no refusal, and changes nothing', async () => {
  const core = createTestCore();
  const before = core.ports.log.events.length;
  value(await core.commands.ways.forget({ name: 'graph' }));
  expect(core.ports.log.events).toHaveLength(before);
});
