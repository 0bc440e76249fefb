import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMail } from '../../main/delivery/read-mail.ts';
import { ENDPOINTS } from '../../main/endpoints.ts';
import { findCodes, findPersonal } from '../support/canaries.ts';
import { trustedServer } from '../support/carrier-parts.ts';
import { createTestCore, value, type TestCore } from '../support/core.ts';
import type { RecordedRequest } from '../support/https-server.ts';
import { overhear } from '../support/openid-overheard.ts';
import { CLIENT_ID, MAIL_SCOPE, MICROSOFT_CLIENT_ID } from '../support/openid-provider.ts';
import { scriptedSmtp } from '../support/scripted-smtp.ts';
import { azureSetUp, openIdSetUp, smtpSetUp, twilioSetUp, webhookSetUp } from '../support/set-ups.ts';
import { personalBrowser } from '../support/sign-in-core.ts';
import { startTestProvider } from '../support/sign-ins.ts';

const PHONE = '+4915123456789';
const AZURE_KEY = Buffer.from('canary key of azure').toString('base64');
const KEYS = {
  smtp: 'canary password of smtp',
  twilio: 'canary token of twilio',
  webhook: 'canary key of the webhook, long enough',
};

/** A server that says back what it was told. */
const echo = (status: number) => (request: RecordedRequest) => ({
  status,
  body: { message: `${request.headers.authorization} ${request.body}`, sid: 'SM1', status: 'sent' },
});

/** The app with every way of proving, and servers for them. */
async function tour() {
  const provider = await startTestProvider();
  const secrets = overhear(provider);
  const taking = await trustedServer(echo(201));
  const refusing = await trustedServer(echo(400));
  const graph = await trustedServer(({ path }) => ({ status: path.endsWith('/sendMail') ? 202 : 404 }));
  const smtp = await scriptedSmtp();
  const browser = personalBrowser();
  const endpoints = { microsoft: provider.origin, graph: graph.origin, twilio: taking.origin };
  const core = createTestCore(
    { browser },
    { endpoints: { ...ENDPOINTS, ...endpoints }, clientId: MICROSOFT_CLIENT_ID },
  );
  return { core, browser, provider, secrets, taking, refusing, graph, smtp };
}

/** Hears everything that the window would. */
function listenAt(core: TestCore): { shown: unknown[]; call: (name: string, input: object) => Promise<unknown> } {
  const shown: unknown[] = [];
  core.subscribe((event) => shown.push(event, core.snapshot()));
  const call = async (name: string, input: object) => {
    const answer = await core.answer(name, input);
    shown.push(name, answer);
    return value(answer);
  };
  return { shown, call };
}

const filesIn = (folder: string): [string, Buffer][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => [path, readFileSync(join(folder, path))]);

test('of all ways of proving, no code, key, password or token is in any answer, event, file or line of the log', async () => {
  const { core, browser, provider, secrets, taking, refusing, graph, smtp } = await tour();
  const { shown, call } = listenAt(core);
  const save = (setUp: object, secret: string | null) => call('ways.save', { setUp, secret });
  const idle = async () => {
    await core.idle();
    core.ports.clock.advance(60_000);
  };
  const askFor = async (identifier: string, carrier: string) => {
    await call('accounts.link', { identifier, carrier });
    await idle();
  };

  // Sign-ins: the first, one with Microsoft that sends mail, and both kinds of refresh tokens.
  await save(openIdSetUp({ issuer: provider.origin, clientId: CLIENT_ID, mailScope: MAIL_SCOPE }), null);
  browser.login = 'ada@example.com';
  await call('accounts.signInWith', { purpose: 'sign-in', provider: 'openid', identifier: '' });
  browser.login = 'grace@contoso.com';
  await call('accounts.signInWith', { purpose: 'link', provider: 'microsoft', identifier: '' });
  const sender = core.snapshot().accounts.accounts.find(({ isPrimary }) => !isPrimary)?.id;
  for (const carrier of ['graph', 'smtp']) await call('ways.allowSending', { accountId: sender, carrier });
  await call('ways.trySignIn', { provider: 'microsoft' });

  // Codes by every carrier, to servers that repeat all that they are told where they can.
  await save({ name: 'graph', accountId: sender }, null);
  await askFor('one@example.com', 'graph');
  const { host, port } = smtp.address;
  await save(smtpSetUp({ host, port, tls: 'none' }), KEYS.smtp);
  await askFor('two@example.com', 'smtp');
  await save(twilioSetUp(), KEYS.twilio);
  await askFor(PHONE, 'twilio');
  await save(azureSetUp(), `endpoint=${refusing.origin};accesskey=${AZURE_KEY}`);
  await askFor('+4915123456780', 'azure');
  await save(webhookSetUp({ address: `${refusing.origin}/codes` }), KEYS.webhook);
  await askFor('+4915123456781', 'webhook');
  for (const carrier of ['graph', 'smtp']) await call('ways.sendTest', { carrier, to: `test-${carrier}@example.com` });
  for (const name of ['ways.list', 'secrets.read', 'mailbox.list', 'preferences.read', 'app.environment'])
    await call(name, {});
  await call('ways.fitting', { identifier: PHONE });
  await call('app.snapshot', { topics: ['accounts', 'challenges'] });

  const { text } = await readMail(Buffer.from(smtp.mails[0] ?? ''));
  const sent = [text, ...[...graph.requests, ...taking.requests, ...refusing.requests].map(({ body }) => body)];
  const codes = sent.flatMap(
    (body) => /\b\d{6}(?=[ +]is[ +]your|<\/b>|\s+This is)/.exec(decodeURIComponent(body))?.[0] ?? [],
  );
  // One by each carrier; the test by Graph has none.
  expect(codes).toHaveLength(5);
  const states = browser.opened.flatMap((page) => [...new URL(page).searchParams].map(([, parameter]) => parameter));
  const hidden = [...secrets, ...states.filter((parameter) => parameter.length === 43)];
  // Of five sign-ins code, verifier, access and id token, state, nonce and challenge; two refresh tokens, one of them renewed.
  expect(hidden).toHaveLength(5 * 7 + 2 + 2);

  await core.close();
  const { events, faults } = core.ports.log;
  const outside: [string, Buffer][] = [
    ['answers and events', Buffer.from(JSON.stringify(shown))],
    ['log', Buffer.from(JSON.stringify([events, faults.map(String)]))],
  ];
  const all = [...hidden, ...Object.values(KEYS), AZURE_KEY];
  for (const [where, bytes] of [...outside, ...filesIn(core.ports.folder)]) {
    expect({ where, found: [...findPersonal(bytes, all), ...findCodes(bytes, codes)] }).toEqual({ where, found: [] });
  }
  expect(faults).toEqual([]);
  // What is looked through is where all of it would be.
  expect(JSON.stringify(shown)).toContain('···');
  expect(filesIn(core.ports.folder).some(([, bytes]) => bytes.includes('one@example.com'))).toBe(true);
});
