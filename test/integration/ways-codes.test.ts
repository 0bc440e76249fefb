import { expect, test } from 'vitest';
import { readMail } from '../../main/delivery/read-mail.ts';
import { codeIn, createTestCore, value, type TestCore } from '../support/core.ts';
import { scriptedSmtp, type ScriptedServer } from '../support/scripted-smtp.ts';
import { SECRETS, smtpSetUp } from '../support/set-ups.ts';

/** Sets SMTP up with a server that takes everything. */
async function setUpMail({ commands }: TestCore): Promise<ScriptedServer> {
  const server = await scriptedSmtp();
  const { host, port } = server.address;
  value(await commands.ways.save({ setUp: smtpSetUp({ host, port, tls: 'none' }), secret: SECRETS.smtp }));
  return server;
}

const newestCode = async ({ mails }: ScriptedServer) => {
  const { text } = await readMail(Buffer.from(mails.at(-1) ?? ''));
  return codeIn(text);
};
const proofs = (core: TestCore) => core.snapshot().accounts.accounts.map(({ proof }) => proof);

test('an account is linked by a code that came through a server of the person', async () => {
  const core = createTestCore();
  await core.signIn('primary@example.com');
  const server = await setUpMail(core);
  const challenge = value(await core.commands.accounts.link({ identifier: 'maria@example.com' }));
  expect(challenge).toMatchObject({ carrier: 'smtp', state: 'sending' });
  await core.idle();
  expect(core.snapshot().challenges).toMatchObject([{ state: 'waiting', failure: null }]);
  expect(server.recipients).toEqual(['maria@example.com']);
  const code = await newestCode(server);
  value(await core.commands.challenge.submit({ challengeId: challenge.id, code }));
  expect(proofs(core)).toMatchObject([
    { strength: 'practice', carrier: 'local-mailbox' },
    { strength: 'email', carrier: 'smtp' },
  ]);
  expect(value(await core.commands.mailbox.list({}))).toHaveLength(1);
});

test('a practice account becomes a proven one, and stays the same account', async () => {
  const core = createTestCore();
  const accountId = await core.signIn('primary@example.com');
  const before = core.snapshot().accounts.accounts[0];
  const server = await setUpMail(core);
  core.ports.clock.advance(30_000);
  const challenge = value(await core.commands.accounts.proveAgain({ accountId }));
  expect(challenge).toMatchObject({ purpose: 'prove-again', carrier: 'smtp' });
  await core.idle();
  const submitted = await core.commands.challenge.submit({ challengeId: challenge.id, code: await newestCode(server) });
  expect(value(submitted)).toEqual({ accountId, purpose: 'prove-again' });
  const provenAt = new Date(core.ports.clock.now()).toISOString();
  expect(core.snapshot().accounts.accounts).toEqual([
    { ...before, proof: { strength: 'email', carrier: 'smtp', issuer: null, provenAt } },
  ]);
});
