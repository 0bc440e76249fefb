import { expect, test } from 'vitest';
import { createTestCore, refusal, value } from '../support/core.ts';
import { filesHolding } from '../support/files.ts';
import type { OpenIdProvider } from '../support/openid-provider.ts';
import { coreWithProvider, profileOf, proveAgain, shown, type SignInCore } from '../support/sign-in-core.ts';

/** Bytes that stand for a picture, and that nothing else holds. */
const PICTURE = Buffer.from('canary of a picture '.repeat(40));

test('name and picture come from Microsoft Graph, stay, and are given to the window', async () => {
  const { provider, core } = await coreWithProvider();
  provider.people.set('ada@outlook.com', { name: 'Ada Lovelace', picture: PICTURE });
  const accountId = await core.addBySignIn('ada@outlook.com', 'microsoft');
  const account = await profileOf(core, accountId);
  expect(account).toMatchObject({ name: '', profileName: 'Ada Lovelace', initials: 'AL' });
  expect(account.picture).not.toBeNull();
  const { picture } = value(await core.commands.accounts.picture({ accountId }));
  expect(picture).toBe(`data:image/jpeg;base64,${PICTURE.toString('base64')}`);
  await core.close();
  const again = createTestCore({ folder: core.ports.folder });
  expect(shown(again, accountId)).toEqual(account);
});

test('a picture stays where the next sign-in brings none', async () => {
  const { provider, core } = await coreWithProvider();
  provider.people.set('ada@outlook.com', { name: 'Ada Lovelace', picture: PICTURE });
  const accountId = await core.addBySignIn('ada@outlook.com', 'microsoft');
  const { picture } = await profileOf(core, accountId);
  provider.people.set('ada@outlook.com', { name: 'Ada King' });
  value(await core.signInWith('ada@outlook.com', proveAgain(accountId, 'microsoft')));
  expect(await profileOf(core, accountId, 'Ada King')).toMatchObject({ picture });
});

test('what the person calls the account goes before', async () => {
  const { core } = await coreWithProvider();
  const accountId = await core.addBySignIn('ada@outlook.com', 'microsoft');
  await profileOf(core, accountId);
  value(await core.commands.accounts.rename({ accountId, name: 'Private' }));
  expect(shown(core, accountId)).toMatchObject({ name: 'Private', profileName: 'Person ada', initials: 'P' });
});

test('a provider without pictures gives the name alone', async () => {
  const { core } = await coreWithProvider();
  const accountId = await core.addBySignIn('ada@example.org');
  expect(await profileOf(core, accountId)).toMatchObject({ profileName: 'Person ada', picture: null });
  expect(value(await core.commands.accounts.picture({ accountId }))).toEqual({ picture: null });
});

test.each(['removing', 'erasing everything'])(
  'after %s neither name, picture nor who it was is in any file',
  async (how) => {
    const { provider, core } = await coreWithProvider();
    provider.people.set('canary@outlook.com', { name: 'Canary Name', picture: PICTURE });
    await core.addBySignIn('maria@example.org');
    const accountId = await core.addBySignIn('canary@outlook.com', 'microsoft');
    await profileOf(core, accountId);
    const { folder, clock } = core.ports;
    const traces = [PICTURE.subarray(0, 200), 'Canary Name', 'canary@', accountId];
    for (const trace of traces) expect(filesHolding(folder, trace)).not.toEqual([]);
    if (how === 'removing') {
      value(await core.commands.accounts.remove({ accountId, successorId: null }));
      clock.advance(10_000);
    } else value(await core.commands.accounts.eraseEverything({}));
    for (const trace of traces) expect(filesHolding(folder, trace)).toEqual([]);
    expect(refusal(await core.commands.accounts.picture({ accountId }))).toEqual({ code: 'account-not-found' });
  },
);

test('a profile that comes after its account was removed is not kept', async () => {
  const { provider, core } = await coreWithProvider();
  await core.addBySignIn('maria@example.org');
  const { accountId, answer } = await addWithLateProfile(provider, core);
  value(await core.commands.accounts.remove({ accountId, successorId: null }));
  core.ports.clock.advance(10_000);
  answer();
  await core.close();
  expect(filesHolding(core.ports.folder, 'Canary Name')).toEqual([]);
  expect(core.ports.log.faults).toEqual([]);
});

test('closing does not wait for a profile, and keeps what is known', async () => {
  const { provider, core } = await coreWithProvider();
  const { accountId } = await addWithLateProfile(provider, core);
  await core.close();
  expect(core.ports.log.faults).toEqual([]);
  const again = createTestCore({ folder: core.ports.folder });
  expect(shown(again, accountId)).toMatchObject({ profileName: 'Canary Name', picture: null });
});

/** Adds an account whose profile Graph gives only once it is told to `answer`. */
async function addWithLateProfile(provider: OpenIdProvider, core: SignInCore) {
  provider.people.set('canary@outlook.com', { name: 'Canary Name' });
  const asked = Promise.withResolvers<void>();
  const { promise: told, resolve: answer } = Promise.withResolvers<void>();
  provider.intercept = ({ url }, response) => {
    if (url?.startsWith('/v1.0/me') !== true) return false;
    asked.resolve();
    void told.then(() =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"displayName":"Canary Name"}'),
    );
    return true;
  };
  const accountId = await core.addBySignIn('canary@outlook.com', 'microsoft');
  await asked.promise;
  return { accountId, answer };
}
