import { expect, test } from 'vitest';
import type { AccountId } from '../../shared/domain/account.ts';
import { createTestCore, refusal, value } from '../support/core.ts';
import { filesHolding } from '../support/files.ts';
import { heldSecrets } from '../support/ports.ts';
import { smtpSetUp } from '../support/set-ups.ts';
import { createSignInCore, type SignInCore } from '../support/sign-in-core.ts';
import { startTestProvider } from '../support/sign-ins.ts';
import { openTestStore } from '../support/store.ts';
import { listSecrets } from '../../main/store/secrets.ts';

const GRACE = 'grace@contoso.com';

/** The app, and Grace signed in to it with Microsoft. */
async function withGrace(): Promise<{ core: SignInCore; accountId: AccountId }> {
  const core = await createSignInCore(await startTestProvider());
  return { core, accountId: await core.addBySignIn(GRACE, 'microsoft') };
}

const allow = (core: SignInCore, login: string, accountId: AccountId, carrier: 'graph' | 'smtp' = 'graph') => {
  core.browser.login = login;
  return core.commands.ways.allowSending({ accountId, carrier });
};
const saveGraph = ({ commands }: SignInCore, accountId: AccountId) =>
  commands.ways.save({ setUp: { name: 'graph', accountId }, secret: null });
const cannotSend = { code: 'setting-invalid', field: 'accountId', problem: 'account-cannot-send' };

test('trying a sign-in tells who came, and keeps nothing of it', async () => {
  const provider = await startTestProvider();
  const core = await createSignInCore(provider);
  const before = core.snapshot();
  core.browser.login = 'ada@example.org';
  const tried = value(await core.commands.ways.trySignIn({ provider: 'openid' }));
  expect(tried).toEqual({ who: 'ada@example.org', issuer: provider.origin });
  expect(core.snapshot()).toEqual(before);
  expect(filesHolding(core.ports.folder, 'ada@example.org')).toEqual([]);
});

test('a provider that is not set up cannot be tried', async () => {
  const { commands } = createTestCore();
  for (const provider of ['microsoft', 'openid'] as const) {
    expect(refusal(await commands.ways.trySignIn({ provider }))).toEqual({ code: 'provider-not-set-up' });
  }
});

test('one signed-in Microsoft account needs nothing more to send codes', async () => {
  const { core, accountId } = await withGrace();
  expect(refusal(await saveGraph(core, accountId))).toEqual(cannotSend);
  value(await allow(core, GRACE, accountId));
  value(await saveGraph(core, accountId));
  const graph = value(await core.commands.ways.list({})).find(({ name }) => name === 'graph');
  expect(graph).toMatchObject({ setUp: { name: 'graph', accountId }, secret: 'kept' });
  const fitting = value(await core.commands.ways.fitting({ identifier: 'maria@example.com' }));
  expect(fitting.at(-1)).toEqual({ name: 'graph', strength: 'email', label: GRACE, problem: null });
});

test('somebody else allows nothing, and is named', async () => {
  const { core, accountId } = await withGrace();
  const answer = refusal(await allow(core, 'mallory@contoso.com', accountId));
  expect(answer).toEqual({ code: 'sign-in-other-account', came: 'mallory@contoso.com', expected: GRACE });
  expect(core.snapshot().accounts.accounts).toHaveLength(1);
  expect(refusal(await saveGraph(core, accountId))).toEqual(cannotSend);
});

test('an account that a code has proven is proven by that sign-in as well', async () => {
  const core = await createSignInCore(await startTestProvider());
  const accountId = await core.signIn(GRACE);
  value(await allow(core, GRACE, accountId));
  expect(core.snapshot().accounts.accounts).toMatchObject([{ id: accountId, proof: { strength: 'sign-in' } }]);
  value(await saveGraph(core, accountId));
});

test('nobody is sent to the browser for an account that is gone, or while secrets are locked', async () => {
  const secrets = heldSecrets(false);
  const first = createTestCore({ secrets });
  const accountId = await first.signIn(GRACE);
  const gone = await first.link('gone@contoso.com');
  value(await first.commands.accounts.remove({ accountId: gone, successorId: null }));
  const asked = await first.commands.ways.allowSending({ accountId: gone, carrier: 'graph' });
  expect(refusal(asked)).toEqual({ code: 'account-not-found' });
  value(await first.commands.secrets.setPassphrase({ passphrase: 'four words in a row' }));
  await first.close();
  const locked = createTestCore({ secrets, folder: first.ports.folder });
  const answer = await locked.commands.ways.allowSending({ accountId, carrier: 'graph' });
  expect(refusal(answer)).toEqual({ code: 'secrets-locked' });
  expect([...first.ports.browser.opened, ...locked.ports.browser.opened]).toEqual([]);
});

test('an account that was removed while the browser was open allows nothing', async () => {
  const { core, accountId } = await withGrace();
  core.browser.meanwhile = async () => {
    value(await core.commands.accounts.remove({ accountId, successorId: null }));
  };
  expect(refusal(await allow(core, GRACE, accountId))).toEqual({ code: 'account-not-found' });
});

test('an account of another provider sends by SMTP, and is offered no other sign-in', async () => {
  const core = await createSignInCore(await startTestProvider());
  const accountId = await core.addBySignIn('ada@example.org');
  value(await allow(core, 'ada@example.org', accountId, 'smtp'));
  const login = { kind: 'account', accountId } as const;
  value(await core.commands.ways.save({ setUp: smtpSetUp({ login }), secret: null }));
  const fitting = value(await core.commands.ways.fitting({ accountId }));
  expect(fitting.map(({ name }) => name)).toEqual(['openid', 'smtp']);
});

/** The two tokens of an account as the store keeps them. */
function sealedTokens(folder: string): { graph: Buffer; smtp: Buffer } {
  const { store } = openTestStore(folder);
  const [graph, smtp, more] = listSecrets(store.read, 'key-store').map(({ sealed }) => sealed);
  store.close();
  if (graph === undefined || smtp === undefined || more !== undefined) throw new Error('Not two tokens');
  return { graph, smtp };
}

test('a provider without a scope for mail lets nobody send, and says so before the browser opens', async () => {
  const core = await createSignInCore(await startTestProvider());
  const accountId = await core.addBySignIn('ada@example.org');
  const { length } = core.browser.opened;
  const openId = value(await core.commands.ways.list({})).find(({ name }) => name === 'openid')?.setUp;
  if (openId?.name !== 'openid') throw new Error('Not set up');
  value(await core.commands.ways.save({ setUp: { ...openId, mailScope: ' ' }, secret: null }));
  const answer = await allow(core, 'ada@example.org', accountId, 'smtp');
  expect(refusal(answer)).toEqual({ code: 'sign-in-denied', reason: 'set-up' });
  expect(core.browser.opened).toHaveLength(length);
});

test('forgetting a way takes its token out of the files, and leaves the other one of that account', async () => {
  const { core, accountId } = await withGrace();
  value(await allow(core, GRACE, accountId, 'graph'));
  value(await allow(core, GRACE, accountId, 'smtp'));
  value(await saveGraph(core, accountId));
  const login = { kind: 'account', accountId } as const;
  value(await core.commands.ways.save({ setUp: smtpSetUp({ login }), secret: null }));
  const { folder } = core.ports;
  await core.close();
  const { graph, smtp: mail } = sealedTokens(folder);
  const again = createTestCore({ folder });
  value(await again.commands.ways.forget({ name: 'graph' }));
  expect(filesHolding(folder, graph)).toEqual([]);
  expect(filesHolding(folder, mail)).not.toEqual([]);
  const smtp = value(await again.commands.ways.list({})).find(({ name }) => name === 'smtp');
  expect(smtp).toMatchObject({ secret: 'kept' });
  expect(again.snapshot().accounts.accounts).toMatchObject([{ id: accountId, proof: { strength: 'sign-in' } }]);
});
