import { describe, expect, test } from 'vitest';
import { refusal, value, wrongCode } from '../support/core.ts';
import { coreWithProvider, linkAnyone, proveAgain, shown } from '../support/sign-in-core.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';

describe('signing in with a provider', () => {
  test('adds the primary account and links others, each with who proved it', async () => {
    const { provider, core } = await coreWithProvider();
    provider.people.set('work', { preferredUsername: 'Ada@Contoso.com', tenant: TENANT });
    const primary = await core.addBySignIn('Ada@example.org');
    const personal = await core.addBySignIn('ada@outlook.com', 'microsoft');
    const work = await core.addBySignIn('work', 'microsoft');
    expect(core.snapshot().accounts).toMatchObject({ primaryId: primary, activeId: primary });
    expect(shown(core, primary)).toMatchObject({
      identifier: { value: 'ada@example.org', display: 'Ada@example.org' },
      kind: 'unknown',
      proof: { strength: 'sign-in', carrier: null, issuer: provider.origin },
    });
    expect(shown(core, personal)).toMatchObject({ identifier: { value: 'ada@outlook.com' }, kind: 'personal' });
    expect(shown(core, work)).toMatchObject({
      identifier: { display: 'Ada@contoso.com' },
      kind: 'work',
      proof: { strength: 'sign-in', issuer: `https://login.microsoftonline.com/${TENANT}/v2.0` },
    });
    expect(JSON.stringify(core.ports.log.events)).not.toMatch(/ada|contoso/i);
    expect(core.ports.log.faults).toEqual([]);
  });

  test('tells the provider who is expected, and links them as they were typed', async () => {
    const { core } = await coreWithProvider();
    await core.addBySignIn('maria@example.org');
    const wish = { purpose: 'link', provider: 'openid', identifier: ' GRACE@example.org ' } as const;
    const { accountId } = value(await core.signInWith('grace@example.org', wish));
    expect(shown(core, accountId).identifier).toMatchObject({
      value: 'grace@example.org',
      display: 'GRACE@example.org',
    });
    expect(new URL(core.browser.opened.at(-1) ?? '').searchParams.get('login_hint')).toBe('GRACE@example.org');
  });

  test('refuses somebody else than was typed, says who came, and adds them on their own', async () => {
    const { core } = await coreWithProvider();
    await core.addBySignIn('maria@example.org');
    const before = core.snapshot().accounts;
    const wish = { purpose: 'link', provider: 'openid', identifier: 'Grace@example.org' } as const;
    expect(refusal(await core.signInWith('eve@example.org', wish))).toEqual({
      code: 'sign-in-other-account',
      came: 'eve@example.org',
      expected: 'Grace@example.org',
    });
    expect(core.snapshot().accounts).toEqual(before);
    await core.addBySignIn('eve@example.org');
    expect(core.snapshot().accounts.accounts.map(({ identifier }) => identifier.value)).toEqual([
      'maria@example.org',
      'eve@example.org',
    ]);
  });

  test('is open to whoever has no more tries at codes (security: C11)', async () => {
    const { core } = await coreWithProvider();
    const identifier = 'ada@example.org';
    for (const round of [1, 2]) {
      const { id } = value(await core.commands.accounts.signIn({ identifier }));
      const code = await core.newestCode();
      for (let n = 1; n <= 5; n += 1)
        await core.commands.challenge.submit({ challengeId: id, code: wrongCode(code, round * n) });
      core.ports.clock.advance(30_000);
    }
    expect(refusal(await core.commands.accounts.signIn({ identifier })).code).toBe('too-many-tries');
    value(await core.signInWith(identifier, { purpose: 'sign-in', provider: 'openid', identifier }));
  });

  test('asks nobody where the answer is known before', async () => {
    const { core } = await coreWithProvider();
    const sign = { purpose: 'sign-in', provider: 'openid', identifier: '' } as const;
    expect(refusal(await core.signInWith('maria@example.org', linkAnyone()))).toEqual({ code: 'not-signed-in' });
    await core.signIn('maria@example.org');
    expect(refusal(await core.signInWith('maria@example.org', sign))).toEqual({ code: 'already-signed-in' });
    const link = { ...linkAnyone(), identifier: 'MARIA@example.org' };
    expect(refusal(await core.signInWith('maria@example.org', link))).toMatchObject({ code: 'is-primary' });
    expect(refusal(await core.signInWith('x', { ...link, identifier: 'nobody' }))).toEqual({
      code: 'identifier-unrecognized',
    });
    expect(core.browser.opened).toEqual([]);
  });

  test('refuses whoever the provider does not name, also where an identifier was typed', async () => {
    const { provider, core } = await coreWithProvider();
    provider.rewrite = (path, body) => (path === '/me' ? { sub: body['sub'] } : body);
    const sign = { purpose: 'sign-in', provider: 'openid', identifier: '' } as const;
    expect(refusal(await core.signInWith('ghost', sign))).toEqual({ code: 'sign-in-nameless' });
    const typed = { ...sign, identifier: 'victim@example.org' };
    expect(refusal(await core.signInWith('ghost', typed))).toEqual({ code: 'sign-in-nameless' });
    const accountId = await core.signIn('victim@example.org');
    expect(refusal(await core.signInWith('ghost', proveAgain(accountId)))).toEqual({ code: 'sign-in-nameless' });
    expect(shown(core, accountId).proof.strength).toBe('practice');
  });

  test('is refused where no provider is set up', async () => {
    const { core } = await coreWithProvider();
    value(await core.commands.ways.forget({ name: 'openid' }));
    const sign = { purpose: 'sign-in', provider: 'openid', identifier: '' } as const;
    expect(refusal(await core.signInWith('maria@example.org', sign))).toEqual({ code: 'provider-not-set-up' });
  });
});

describe('proving again', () => {
  test('raises a practice account, and says whose account it is', async () => {
    const { core } = await coreWithProvider();
    const accountId = await core.signIn('ada@example.com');
    expect(shown(core, accountId)).toMatchObject({ kind: 'unknown', proof: { strength: 'practice' } });
    core.ports.clock.advance(60_000);
    const proven = value(await core.signInWith('ada@example.com', proveAgain(accountId, 'microsoft')));
    expect(proven).toEqual({ accountId, purpose: 'prove-again' });
    expect(shown(core, accountId)).toMatchObject({
      kind: 'personal',
      proof: { strength: 'sign-in', carrier: null, provenAt: new Date(core.ports.clock.now()).toISOString() },
    });
  });

  test('leaves it to the person whose account it is, once they have said so', async () => {
    const { core } = await coreWithProvider();
    const accountId = await core.signIn('ada@example.com');
    value(await core.commands.accounts.setKind({ accountId, kind: 'work' }));
    value(await core.signInWith('ada@example.com', proveAgain(accountId, 'microsoft')));
    expect(shown(core, accountId).kind).toBe('work');
  });

  test('is refused to somebody else, is recorded, and changes nothing', async () => {
    const { core } = await coreWithProvider();
    const accountId = await core.signIn('ada@example.org');
    const before = core.snapshot().accounts;
    expect(refusal(await core.signInWith('eve@example.org', proveAgain(accountId)))).toEqual({
      code: 'sign-in-other-account',
      came: 'eve@example.org',
      expected: 'ada@example.org',
    });
    expect(core.snapshot().accounts).toEqual(before);
    const refused = { accountId: null, events: ['refused' as const], before: null, limit: 9 };
    expect(value(await core.commands.activity.list(refused)).entries).toMatchObject([
      { accountId, detail: 'sign-in-other-account' },
    ]);
  });

  test('by a code afterwards does not lower what is shown', async () => {
    const { core } = await coreWithProvider();
    const accountId = await core.addBySignIn('ada@example.org');
    await core.prove(value(await core.commands.accounts.proveAgain({ accountId })));
    expect(shown(core, accountId).proof.strength).toBe('sign-in');
  });
});
