import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerAuthentication, type SMTPServerAuthenticationResponse } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import type { SmtpSetUp } from '../../shared/domain/way.ts';
import { createSmtpCarrier } from '../../main/delivery/smtp.ts';
import type { Tokens, TokenRefusal } from '../../main/sign-in/tokens.ts';
import { carrierParts, heldTokens, parcel } from '../support/carrier-parts.ts';
import { testAuthority } from '../support/certificates.ts';
import { accountId } from '../support/ids.ts';
import { identifierOf, link } from '../support/link.ts';
import { scriptedSmtp } from '../support/scripted-smtp.ts';
import { SENDER, smtpSetUp } from '../support/smtp-core.ts';

const account = { kind: 'account', accountId: accountId(1) } as const;

/** What a server answers to a token: it takes it, refuses it at once, or after the error that XOAUTH2 has for that. */
type Verdict = 'right' | 'wrong' | 'wrong, with an error';

/** A server that takes tokens only, over STARTTLS, and the set-up for it. */
async function tokenServer(judge: (token: string) => Verdict) {
  const authority = await testAuthority();
  const heard: Pick<SMTPServerAuthentication, 'username' | 'accessToken'>[] = [];
  const mails: string[] = [];
  const server = new SMTPServer({
    ...(await authority.issue()),
    authMethods: ['XOAUTH2'],
    disableReverseLookup: true,
    onAuth({ username, accessToken }, _session, answer) {
      heard.push({ username, accessToken });
      const verdict = judge(accessToken ?? '');
      const response: Partial<SMTPServerAuthenticationResponse> =
        verdict === 'right' ? { user: username } : { data: { status: '401', schemes: 'bearer', scope: 'mail' } };
      answer(verdict === 'wrong' ? new Error('5.7.3 Authentication unsuccessful') : null, response);
    },
    onData(stream, _session, answer) {
      const take = async () => {
        mails.push(await text(stream));
        answer();
      };
      void take();
    },
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  onTestFinished(() => server.close());
  const bound = listening.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const place = { host: '127.0.0.1', port, tls: 'starttls', certificateAuthority: authority.caPem } as const;
  const setUp: SmtpSetUp = { name: 'smtp', ...place, login: account, from: SENDER };
  return { setUp, heard, mails };
}

/** Sends a code with tokens that are given one after the other. */
async function send(setUp: SmtpSetUp, tokens: Tokens) {
  const parts = await carrierParts({ setUp, tokens });
  link(parts.store, 1);
  return createSmtpCarrier(parts).send(parcel('maria@example.com'));
}

const as = (accessToken: string) => ({ username: identifierOf(1), accessToken });

test('a signed-in account sends with its token, under its own address', async () => {
  const { setUp, heard, mails } = await tokenServer(() => 'right');
  expect(await send(setUp, heldTokens('token-1'))).toMatchObject({ kind: 'sent' });
  expect(heard).toEqual([as('token-1')]);
  expect(mails).toEqual([expect.stringContaining(`From: Switchboard <${SENDER}>`)]);
});

test.each<Verdict>(['wrong', 'wrong, with an error'])(
  'a token that is refused (%s) is renewed once',
  async (verdict) => {
    const { setUp, heard, mails } = await tokenServer((token) => (token === 'token-2' ? 'right' : verdict));
    const tokens = heldTokens('token-1', 'token-2', 'token-3');
    expect(await send(setUp, tokens)).toMatchObject({ kind: 'sent' });
    expect(tokens).toMatchObject({ forgotten: 1, lost: 0 });
    expect(new Set(heard.map(({ accessToken }) => accessToken))).toEqual(new Set(['token-1', 'token-2']));
    expect(mails).toHaveLength(1);
  },
);

test('where a fresh token is refused too, the account has to sign in again', async () => {
  const { setUp, heard, mails } = await tokenServer(() => 'wrong');
  const tokens = heldTokens('token-1', 'token-2', 'token-3');
  expect(await send(setUp, tokens)).toEqual({
    kind: 'not-sent',
    reason: 'sign-in-again',
    said: '535 5.7.3 Authentication unsuccessful',
  });
  expect(heard).toEqual([as('token-1'), as('token-2')]);
  expect(tokens.lost).toBe(1);
  expect(mails).toEqual([]);
});

test.each<[TokenRefusal, object]>([
  ['sign-in-again', {}],
  ['secret-missing', {}],
  ['unreachable', { retry: { after: null } }],
])('without a token (%s) the server is not asked', async (reason, retry) => {
  const { setUp, heard } = await tokenServer(() => 'right');
  const tokens: Tokens = { ...heldTokens(), access: () => Promise.resolve({ ok: false, reason }) };
  expect(await send(setUp, tokens)).toEqual({ kind: 'not-sent', reason, ...retry });
  expect(heard).toEqual([]);
});

test('where SMTP is closed to every login of a tenant, its words are not about passwords', async () => {
  const said = '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.';
  const certificate = await (await testAuthority()).issue();
  const server = await scriptedSmtp({ step: 'AUTH', fault: `535 ${said.slice(4)}`, certificate });
  const { setUp } = smtpSetUp(server.address);
  const outcome = await send({ ...setUp, login: account }, heldTokens('token-1'));
  expect(outcome).toEqual({ kind: 'not-sent', reason: 'set-up-wrong', said });
});

test('the password is read at each send, and one that is gone is asked for', async () => {
  const server = await scriptedSmtp();
  const { setUp, secret } = smtpSetUp(server.address);
  const parts = await carrierParts({ setUp, secret: secret ?? '' });
  const carrier = createSmtpCarrier(parts);
  expect(await carrier.send(parcel('maria@example.com'))).toMatchObject({ kind: 'sent' });
  parts.store.write((tx) => parts.vault.drop(tx, 'smtp'));
  expect(await carrier.send(parcel('maria@example.com'))).toEqual({ kind: 'not-sent', reason: 'secret-missing' });
  expect(server.mails).toHaveLength(1);
});

test('without a set-up nothing is sent', async () => {
  const carrier = createSmtpCarrier(await carrierParts({}));
  expect(await carrier.send(parcel('maria@example.com'))).toEqual({ kind: 'not-sent', reason: 'not-set-up' });
});
