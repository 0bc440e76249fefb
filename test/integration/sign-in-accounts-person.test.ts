import { describe, expect, test } from 'vitest';
import { refusal, value } from '../support/core.ts';
import { signToken } from '../support/openid-tokens.ts';
import { openIdSetUp } from '../support/set-ups.ts';
import { coreWithProvider, linkAnyone, profileOf, proveAgain, shown } from '../support/sign-in-core.ts';
import { startTestProvider } from '../support/sign-ins.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const OTHER_TENANT = '99999999-2222-4333-8444-555555555555';

describe('a person is known by issuer and subject', () => {
  test('who is there already is refused, also under a new name', async () => {
    const { provider, core } = await coreWithProvider();
    await core.addBySignIn('ada@example.org');
    await core.addBySignIn('grace@example.org');
    const again = (login: string) => core.signInWith(login, linkAnyone());
    expect(refusal(await again('ada@example.org'))).toEqual({ code: 'is-primary', identifier: 'ada@example.org' });
    provider.people.set('grace@example.org', { email: 'hopper@example.org' });
    const linked = { code: 'already-linked', identifier: 'grace@example.org' };
    expect(refusal(await again('grace@example.org'))).toEqual(linked);
    const typed = { ...linkAnyone(), identifier: 'hopper@example.org' };
    expect(refusal(await core.signInWith('grace@example.org', typed))).toEqual(linked);
    expect(core.snapshot().accounts.accounts).toHaveLength(2);
  });

  test('and proves their account again under a new name', async () => {
    const { provider, core } = await coreWithProvider();
    const accountId = await core.addBySignIn('ada@example.org');
    provider.people.set('ada@example.org', { email: 'lovelace@example.org' });
    value(await core.signInWith('ada@example.org', proveAgain(accountId)));
    expect(shown(core, accountId).identifier.value).toBe('ada@example.org');
  });

  test('at Microsoft also by tenant and object id, which stay where the client id does not', async () => {
    const { provider, core } = await coreWithProvider();
    const accountId = await core.addBySignIn('ada@example.com', 'microsoft');
    provider.forge = ({ header, claims }) =>
      signToken({ header, claims: { ...claims, sub: 'for another client' } }, provider.key);
    expect(refusal(await core.signInWith('ada@example.com', linkAnyone('microsoft')))).toMatchObject({
      code: 'is-primary',
    });
    value(await core.signInWith('ada@example.com', proveAgain(accountId, 'microsoft')));
  });

  test('another tenant with their address neither matches nor replaces them', async () => {
    const { provider, core } = await coreWithProvider();
    provider.people.set('victim', { preferredUsername: 'victim@contoso.com', tenant: TENANT });
    provider.people.set('attacker', { preferredUsername: 'victim@contoso.com', tenant: OTHER_TENANT });
    const accountId = await core.addBySignIn('victim', 'microsoft');
    await profileOf(core, accountId);
    const { accounts } = core.snapshot();
    expect(refusal(await core.signInWith('attacker', linkAnyone('microsoft')))).toMatchObject({ code: 'is-primary' });
    const again = await core.signInWith('attacker', proveAgain(accountId, 'microsoft'));
    expect(refusal(again)).toMatchObject({ code: 'sign-in-other-account', came: 'victim@contoso.com' });
    expect(core.snapshot()).toMatchObject({ accounts });
  });

  test('another issuer with their address neither matches nor replaces them', async () => {
    const { core } = await coreWithProvider();
    await core.signIn('maria@example.org');
    const accountId = await core.addBySignIn('victim@example.org');
    const other = await startTestProvider();
    value(
      await core.commands.ways.save({
        setUp: openIdSetUp({ issuer: other.origin, clientId: 'switchboard-test' }),
        secret: null,
      }),
    );
    const { accounts } = core.snapshot();
    expect(refusal(await core.signInWith('victim@example.org', linkAnyone()))).toMatchObject({
      code: 'already-linked',
    });
    const again = await core.signInWith('victim@example.org', proveAgain(accountId));
    expect(refusal(again)).toMatchObject({ code: 'sign-in-other-account' });
    expect(core.snapshot()).toMatchObject({ accounts });
    expect(other.requests).toContain('POST /token');
  });
});

describe('what changes while the browser is open', () => {
  test('the account is removed', async () => {
    const { core } = await coreWithProvider();
    await core.signIn('maria@example.org');
    const accountId = await core.link('ada@example.org');
    core.browser.meanwhile = async () =>
      void value(await core.commands.accounts.remove({ accountId, successorId: null }));
    const again = await core.signInWith('ada@example.org', proveAgain(accountId));
    expect(refusal(again)).toEqual({ code: 'account-not-found' });
    value(await core.commands.accounts.undoRemove({ accountId }));
    expect(shown(core, accountId).proof.strength).toBe('practice');
  });

  test('everything is erased', async () => {
    const { core } = await coreWithProvider();
    await core.signIn('maria@example.org');
    core.browser.meanwhile = async () => void value(await core.commands.accounts.eraseEverything({}));
    expect(refusal(await core.signInWith('ada@example.org', linkAnyone()))).toEqual({ code: 'not-signed-in' });
    expect(core.snapshot().accounts.accounts).toEqual([]);
  });

  test('somebody signs in by a code', async () => {
    const { core } = await coreWithProvider();
    core.browser.meanwhile = async () => void (await core.signIn('ada@example.org'));
    const sign = { purpose: 'sign-in', provider: 'openid', identifier: '' } as const;
    expect(refusal(await core.signInWith('ada@example.org', sign))).toEqual({ code: 'already-signed-in' });
    expect(core.snapshot().accounts.accounts).toMatchObject([{ proof: { strength: 'practice' } }]);
  });

  test('the same identifier is linked by a code', async () => {
    const { core } = await coreWithProvider();
    await core.signIn('maria@example.org');
    core.browser.meanwhile = async () => void (await core.link('ada@example.org'));
    const linked = { code: 'already-linked', identifier: 'ada@example.org' };
    expect(refusal(await core.signInWith('ada@example.org', linkAnyone()))).toEqual(linked);
    expect(core.snapshot().accounts.accounts[1]).toMatchObject({ proof: { strength: 'practice' } });
  });
});
