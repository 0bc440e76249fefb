import { expect, test } from 'vitest';
import { ENDPOINTS } from '../../main/endpoints.ts';
import { onlyRequest, trustedServer } from '../support/carrier-parts.ts';
import { codeIn, createTestCore, value } from '../support/core.ts';
import type { Outcome as Answer, RecordedRequest } from '../support/https-server.ts';
import { MICROSOFT_CLIENT_ID } from '../support/openid-provider.ts';
import { personalBrowser, proveAgain, shown } from '../support/sign-in-core.ts';
import { startTestProvider } from '../support/sign-ins.ts';

const GRACE = 'grace@contoso.com';
const isMail = ({ path }: RecordedRequest) => path === '/v1.0/me/sendMail';
const bearer = ({ headers }: RecordedRequest) => headers.authorization ?? '';

/** The app, where Grace has signed in with Microsoft and lets her account send codes; `answer` is that of `sendMail`. */
async function withGrace(answer: (request: RecordedRequest) => Answer) {
  const provider = await startTestProvider();
  const graph = await trustedServer((request) => (isMail(request) ? answer(request) : { status: 404 }));
  const browser = Object.assign(personalBrowser(), { login: GRACE });
  const endpoints = { ...ENDPOINTS, microsoft: provider.origin, graph: graph.origin };
  const core = createTestCore({ browser }, { endpoints, clientId: MICROSOFT_CLIENT_ID });
  const { accounts, ways } = core.commands;
  const { accountId } = value(await accounts.signInWith({ purpose: 'sign-in', provider: 'microsoft', identifier: '' }));
  value(await ways.allowSending({ accountId, carrier: 'graph' }));
  value(await ways.save({ setUp: { name: 'graph', accountId }, secret: null }));
  const mails = () => ({ ...graph, requests: graph.requests.filter(isMail) });
  return { core, accountId, mails };
}

test('one signed-in account sends the codes that prove the others, with no other set-up', async () => {
  const { core, mails } = await withGrace(() => ({ status: 202 }));
  const { id, carrier } = value(await core.commands.accounts.link({ identifier: 'otto@example.com' }));
  await core.idle();
  expect(carrier).toBe('graph');
  const { message } = JSON.parse(onlyRequest(mails()).body);
  expect(message.toRecipients).toEqual([{ emailAddress: { address: 'otto@example.com' } }]);
  expect(message.body.contentType).toBe('HTML');
  const code = codeIn(/\b\d{6}\b/.exec(message.body.content)?.[0] ?? '');
  value(await core.commands.challenge.submit({ challengeId: id, code }));
  const otto = core.snapshot().accounts.accounts.find(({ identifier }) => identifier.value === 'otto@example.com');
  expect(otto?.proof).toMatchObject({ strength: 'email', carrier: 'graph' });
  const log = JSON.stringify([core.ports.log.events, core.ports.log.faults]);
  for (const kept of [code, bearer(onlyRequest(mails())), 'otto@', 'grace@']) expect(log).not.toContain(kept);
});

test('a token that Graph refuses is renewed, and the code goes out with the fresh one', async () => {
  const tokens = new Set<string>();
  const { core, mails } = await withGrace((request) => {
    tokens.add(bearer(request));
    return { status: tokens.size === 1 ? 401 : 202 };
  });
  value(await core.commands.accounts.link({ identifier: 'otto@example.com' }));
  await core.idle();
  expect(core.snapshot().challenges).toMatchObject([{ state: 'waiting', unsure: false }]);
  expect(new Set(mails().requests.map(bearer)).size).toBe(2);
});

test('an account that Graph no longer lets in has to sign in again, and sends again once it has', async () => {
  let isRevoked = true;
  const revoked = { status: 401, body: { error: { message: 'Access has been revoked.' } } };
  const { core, accountId } = await withGrace(() => (isRevoked ? revoked : { status: 202 }));
  value(await core.commands.accounts.link({ identifier: 'otto@example.com' }));
  await core.idle();
  const [challenge] = core.snapshot().challenges;
  expect(challenge).toMatchObject({ state: 'send-failed', failure: 'sign-in-again', said: 'Access has been revoked.' });
  expect(shown(core, accountId).signInAgain).toBe(true);
  isRevoked = false;
  value(await core.commands.accounts.signInWith(proveAgain(accountId, 'microsoft')));
  expect(shown(core, accountId).signInAgain).toBe(false);
  value(await core.commands.accounts.link({ identifier: 'kate@example.com' }));
  await core.idle();
  expect(core.snapshot().challenges).toContainEqual(expect.objectContaining({ state: 'waiting', carrier: 'graph' }));
});
