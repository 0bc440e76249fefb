import { once } from 'node:events';
import { Server } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { refusal, value } from '../support/core.ts';
import { goTo, signInAt } from '../support/openid-browser.ts';
import { objectIdOf, PERSONAL_TENANT, subjectOf } from '../support/openid-people.ts';
import { CLIENT_ID, MICROSOFT_CLIENT_ID } from '../support/openid-provider.ts';
import { AT_MICROSOFT, testSignIns, WISH } from '../support/sign-ins.ts';

const ADA = { login: 'ada@example.org' };
const WORK_TENANT = '1b1c3d4e-0f0a-4b0c-8d0e-0f0a1b2c3d4e';

test('somebody signs in with a provider, by whatever it says of a person at its UserInfo endpoint', async () => {
  const { provider, signIn } = await testSignIns();
  const { identity, refreshToken, readProfile } = value(await signIn(ADA));
  expect(identity).toEqual({
    issuer: provider.origin,
    subject: subjectOf(ADA.login),
    tenant: null,
    objectId: null,
    kind: 'unknown',
    username: 'ada@example.org',
    name: 'Person ada',
  });
  expect(refreshToken).toBeNull();
  expect(await readProfile()).toEqual({ name: 'Person ada', picture: null });
  expect(provider.requests).toContain('GET /me');
});

test('the UserInfo endpoint is left alone where the id token says all', async () => {
  const { provider, signIn } = await testSignIns();
  provider.claimsInIdToken = true;
  expect(value(await signIn(ADA)).identity.username).toBe('ada@example.org');
  expect(provider.requests).not.toContain('GET /me');
});

test('somebody signs in with Microsoft, personal accounts told from those of work by their tenant', async () => {
  const { provider, signIn } = await testSignIns();
  const picture = Buffer.from('a picture');
  provider.people.set('ada@work.example', { tenant: WORK_TENANT, name: 'Ada L', picture });
  const personal = value(await signIn(ADA, AT_MICROSOFT));
  const work = value(await signIn({ login: 'ada@work.example' }, AT_MICROSOFT));
  expect([personal.identity, work.identity]).toEqual([
    {
      issuer: `https://login.microsoftonline.com/${PERSONAL_TENANT}/v2.0`,
      subject: subjectOf(ADA.login),
      tenant: PERSONAL_TENANT,
      objectId: objectIdOf(ADA.login),
      kind: 'personal',
      username: 'ada@example.org',
      name: 'Person ada',
    },
    {
      issuer: `https://login.microsoftonline.com/${WORK_TENANT}/v2.0`,
      subject: subjectOf('ada@work.example'),
      tenant: WORK_TENANT,
      objectId: objectIdOf('ada@work.example'),
      kind: 'work',
      username: 'ada@work.example',
      name: 'Ada L',
    },
  ]);
  expect(await personal.readProfile()).toEqual({ name: 'Person ada', picture: null });
  expect(await work.readProfile()).toEqual({ name: 'Ada L', picture: { bytes: picture, type: 'image/jpeg' } });
});

test('what is asked for is what the sign-in is for, with PKCE, state and nonce that are new each time', async () => {
  const { parts, provider, signIn } = await testSignIns();
  const hint = 'ada@example.org';
  await signIn(ADA);
  await signIn(ADA, { ...WISH, use: 'smtp-mail', hint });
  await signIn(ADA, AT_MICROSOFT);
  await signIn(ADA, { ...AT_MICROSOFT, use: 'graph-mail', hint });
  await signIn(ADA, { ...AT_MICROSOFT, use: 'smtp-mail', hint });
  const asked = parts.browser.opened.map((page) => Object.fromEntries(new URL(page).searchParams));
  const usual = {
    response_type: 'code',
    code_challenge_method: 'S256',
    client_id: CLIENT_ID,
    redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/) as unknown,
    state: expect.stringMatching(/^[\w-]{43}$/) as unknown,
    nonce: expect.stringMatching(/^[\w-]{43}$/) as unknown,
    code_challenge: expect.stringMatching(/^[\w-]{43}$/) as unknown,
  };
  const redirect_uri: unknown = expect.stringMatching(/^http:\/\/localhost:\d+$/);
  const microsoft = { ...usual, client_id: MICROSOFT_CLIENT_ID, redirect_uri };
  expect(asked).toEqual([
    { ...usual, scope: 'openid profile email', prompt: 'login' },
    { ...usual, scope: 'openid profile email offline_access mail', prompt: 'login consent', login_hint: hint },
    { ...microsoft, scope: 'openid profile User.Read', prompt: 'select_account' },
    {
      ...microsoft,
      scope: 'openid profile User.Read offline_access https://graph.microsoft.com/Mail.Send',
      login_hint: hint,
    },
    { ...microsoft, scope: 'openid profile offline_access https://outlook.office.com/SMTP.Send', login_hint: hint },
  ]);
  for (const name of ['state', 'nonce', 'code_challenge', 'redirect_uri'])
    expect(new Set(asked.map((page) => page[name])).size).toBe(5);
  expect(provider.requests.filter((request) => request === 'POST /token').length).toBe(5);
});

test.each([
  { ...WISH, use: 'smtp-mail' },
  { ...AT_MICROSOFT, use: 'graph-mail' },
] as const)('$provider gives a refresh token for $use', async (wish) => {
  const { signIn } = await testSignIns();
  expect(value(await signIn(ADA, wish)).refreshToken).toMatch(/^[\w-]{43}$/);
});

test('a provider that is not set up is not asked', async () => {
  const { parts, signIns, provider } = await testSignIns();
  parts.store.write((tx) => tx.command('DELETE FROM ways').run());
  expect(refusal(await signIns.run(WISH)).code).toBe('provider-not-set-up');
  expect(provider.requests).toEqual([]);
});

test('a newer sign-in ends the older one, and only the newer one is opened again', async () => {
  const { parts, open, signIns } = await testSignIns();
  const older = await open();
  const newer = await open();
  expect(refusal(await older.outcome).code).toBe('sign-in-cancelled');
  expect(await signIns.reopen()).toEqual({ ok: true, value: {} });
  expect(parts.browser.opened.at(-1)).toBe(newer.page);
  await expect(signInAt(older.page, ADA)).rejects.toThrow('ECONNREFUSED');
  expect((await signInAt(newer.page, ADA)).body).toContain('You are signed in');
  expect((await newer.outcome).ok).toBe(true);
  expect(refusal(await signIns.reopen()).code).toBe('sign-in-over');
});

test('a sign-in is given up at once, and can be started again', async () => {
  const { open, signIn, signIns } = await testSignIns();
  const { page, outcome } = await open();
  signIns.cancel();
  expect(refusal(await outcome).code).toBe('sign-in-cancelled');
  await expect(signInAt(page, ADA)).rejects.toThrow('ECONNREFUSED');
  expect((await signIn(ADA)).ok).toBe(true);
});

test('a sign-in that is given up while tokens are on their way says so in the browser too', async () => {
  const { provider, openAndWalk, signIns } = await testSignIns();
  const { callback, outcome } = await openAndWalk(ADA);
  const asked = Promise.withResolvers<void>();
  provider.intercept = ({ url }) => {
    if (url !== '/token') return false;
    asked.resolve();
    return true;
  };
  const page = goTo(callback);
  await asked.promise;
  signIns.cancel();
  expect(refusal(await outcome).code).toBe('sign-in-cancelled');
  expect((await page).body).toContain('The sign-in did not work');
});

test('five minutes are enough for a person, and then nobody listens', async () => {
  const { parts, open } = await testSignIns();
  const { page, outcome } = await open();
  parts.clock.advance(299_999);
  expect((await goTo(`${redirectOf(page)}?state=wrong`)).status).toBe(400);
  parts.clock.advance(1);
  expect(refusal(await outcome).code).toBe('sign-in-timed-out');
  await expect(goTo(redirectOf(page))).rejects.toThrow('ECONNREFUSED');
});

test('a browser that does not open ends the sign-in', async () => {
  const { parts, open, signIns } = await testSignIns();
  parts.browser.opens = false;
  expect(refusal(await signIns.run(WISH)).code).toBe('open-failed');
  parts.browser.opens = true;
  const { outcome } = await open();
  parts.browser.opens = false;
  // The page is open already, so that opening it once more may fail.
  expect(refusal(await signIns.reopen()).code).toBe('open-failed');
  signIns.cancel();
  await outcome;
});

test('a person who is back before the system says that the browser opened is signed in', async () => {
  const { parts, signIns } = await testSignIns();
  parts.browser.open = (page) => signInAt(page.href, ADA).then(() => new Promise(() => {}));
  expect((await signIns.run(WISH)).ok).toBe(true);
});

test('where no port can be opened, no browser is', async () => {
  const { parts, signIns } = await testSignIns();
  const { port } = await takenPort();
  const { listen } = Server.prototype;
  const spy = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...given: unknown[]) {
    return Reflect.apply(listen, this, [{ ...Object(given[0]), port }, given[1]]);
  });
  onTestFinished(() => spy.mockRestore());
  expect(refusal(await signIns.run(WISH)).code).toBe('sign-in-no-port');
  expect(refusal(await signIns.run(AT_MICROSOFT)).code).toBe('sign-in-no-port');
  expect(parts.browser.opened).toEqual([]);
});

/** A port on this computer that somebody else listens on. */
async function takenPort(): Promise<{ port: number }> {
  const server = new Server().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  return bound;
}

test('closing ends what is on its way', async () => {
  const { open, signIns } = await testSignIns();
  const { page, outcome } = await open();
  await signIns.close();
  expect(refusal(await outcome).code).toBe('sign-in-cancelled');
  await expect(goTo(redirectOf(page))).rejects.toThrow('ECONNREFUSED');
});

test('the log says that a sign-in began and how it ended, and nothing of who', async () => {
  const { parts, signIn } = await testSignIns();
  await signIn(ADA);
  await signIn({ ...ADA, cancel: true });
  expect(parts.log.events).toEqual([
    { name: 'sign-in-started', fields: { provider: 'openid' } },
    { name: 'sign-in-ended', fields: { provider: 'openid', outcome: 'signed-in' } },
    { name: 'sign-in-started', fields: { provider: 'openid' } },
    { name: 'sign-in-ended', fields: { provider: 'openid', outcome: 'sign-in-denied' } },
  ]);
});

function redirectOf(page: string): string {
  return new URL(page).searchParams.get('redirect_uri') ?? '';
}
