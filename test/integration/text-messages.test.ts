import { expect, test } from 'vitest';
import { ENDPOINTS } from '../../main/endpoints.ts';
import type { SetUp } from '../../shared/domain/way.ts';
import { trustedServer } from '../support/carrier-parts.ts';
import { codeIn, createTestCore, idleOf, refusal, value, type TestCore } from '../support/core.ts';
import type { HttpsRecorder, Outcome as Answer, RecordedRequest } from '../support/https-server.ts';

const NUMBER = '+4915123456789';
const SECRET = 'a secret of thirty-two characters';
const MONTH = 30 * 86_400_000;
const ACCOUNT = `AC${'0'.repeat(32)}`;
const twilio: SetUp = { name: 'twilio', accountSid: ACCOUNT, keySid: '', from: '+4930123456', perMonth: 100 };

/** The app with a webhook for its text messages. */
async function appWithWebhook(answer: () => Answer, perMonth = 100) {
  const server = await trustedServer(answer);
  const core = createTestCore();
  const setUp: SetUp = { name: 'webhook', address: `${server.origin}/`, perMonth };
  value(await core.commands.ways.save({ setUp, secret: SECRET }));
  return { core, server };
}

const ask = async (core: TestCore, identifier = NUMBER) => value(await core.commands.accounts.signIn({ identifier }));
const challenge = (core: TestCore) => core.snapshot().challenges[0];
const textIn = ({ body }: RecordedRequest): string => JSON.parse(body).text;

/** Waits until the app has asked so many times. */
async function asked({ requests }: HttpsRecorder, count: number): Promise<void> {
  while (requests.length < count) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits for the next commit. */
const nextCommit = (core: TestCore) =>
  new Promise<void>((resolve) => {
    const stop = core.subscribe(() => {
      stop();
      resolve();
    });
  });

test('a code by text message proves a number, more than one in the local mailbox does', async () => {
  const { core, server } = await appWithWebhook(() => ({ status: 200 }));
  const { id, carrier } = await ask(core);
  await core.idle();
  expect(carrier).toBe('webhook');
  const code = codeIn(server.requests.map(textIn).join());
  value(await core.commands.challenge.submit({ challengeId: id, code }));
  const proof = core.snapshot().accounts.accounts[0]?.proof;
  expect(proof).toMatchObject({ strength: 'text-message', carrier: 'webhook' });
  const log = JSON.stringify(core.ports.log.events);
  for (const kept of [code, SECRET, NUMBER]) expect(log).not.toContain(kept);
});

test('a server that asks to wait is asked again then, with the same code', async () => {
  const answers: Answer[] = [{ status: 503, headers: { 'retry-after': '40' }, body: 'Busy' }, { status: 200 }];
  const { core, server } = await appWithWebhook(() => answers.shift() ?? 'drop');
  await ask(core);
  while (challenge(core)?.retryAt === null) await nextCommit(core);
  const retryAt = new Date(core.ports.clock.now() + 40_000).toISOString();
  expect(challenge(core)).toMatchObject({ state: 'sending', retryAt, said: 'Busy' });
  core.ports.clock.advance(40_000);
  await core.idle();
  expect(challenge(core)).toMatchObject({ state: 'waiting', retryAt: null, unsure: false });
  expect(new Set(server.requests.map(textIn)).size).toBe(1);
  expect(server.requests).toHaveLength(2);
});

test.each<[string, Answer, object]>([
  ['401', { status: 401, body: 'Who?' }, { state: 'send-failed', failure: 'login-refused', said: 'Who?' }],
  ['500', { status: 500 }, { state: 'waiting', unsure: true }],
  ['a cut connection', 'drop', { state: 'waiting', unsure: true }],
])('after %s nothing is sent again by itself', async (_name, answer, state) => {
  const { core, server } = await appWithWebhook(() => answer);
  await ask(core);
  await core.idle();
  expect(challenge(core)).toMatchObject(state);
  core.ports.clock.advance(9 * 60_000);
  await idleOf(core);
  expect(server.requests).toHaveLength(1);
});

test('a server that is silent for 30 seconds may have sent the code', async () => {
  const { core, server } = await appWithWebhook(() => 'silence');
  await ask(core);
  await asked(server, 1);
  core.ports.clock.advance(30_000);
  await core.idle();
  expect(challenge(core)).toMatchObject({ state: 'waiting', unsure: true });
});

/** The app with Twilio, which tells nothing but `status` of a message. */
async function appWithTwilio(status: string) {
  const message = { sid: `SM${'0'.repeat(32)}`, error_message: null };
  const server = await trustedServer(({ method }) =>
    method === 'POST'
      ? { status: 201, body: { ...message, status: 'queued' } }
      : { status: 200, body: { ...message, status, error_message: 'Unreachable handset' } },
  );
  const core = createTestCore({}, { endpoints: { ...ENDPOINTS, twilio: server.origin } });
  value(await core.commands.ways.save({ setUp: twilio, secret: SECRET }));
  return { core, server };
}

test.each([
  ['delivered', { state: 'waiting', delivered: true }],
  ['undelivered', { state: 'send-failed', failure: 'undelivered', said: 'Unreachable handset' }],
])('what Twilio reports later is shown: %s', async (status, state) => {
  const { core } = await appWithTwilio(status);
  await ask(core);
  await core.idle();
  expect(challenge(core)).toMatchObject({ state: 'waiting', delivered: false });
  const reported = nextCommit(core);
  core.ports.clock.advance(2_000);
  await reported;
  expect(challenge(core)).toMatchObject(state);
});

test('Twilio is not asked any more about a code that was typed', async () => {
  const { core, server } = await appWithTwilio('sent');
  const { id } = await ask(core);
  await core.idle();
  const code = codeIn(new URLSearchParams(server.requests[0]?.body).get('Body') ?? '');
  core.ports.clock.advance(2_000);
  await asked(server, 2);
  // Another request takes longer than the answer to this question.
  await fetch(server.origin, { method: 'HEAD' });
  value(await core.commands.challenge.submit({ challengeId: id, code }));
  core.ports.clock.advance(60_000);
  // A whole message takes longer than the question would that is due now.
  value(await core.commands.accounts.link({ identifier: '+4915123456780' }));
  await core.idle();
  expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'HEAD', 'POST']);
});

test('no more text messages go out in 30 days than the person allows, restarts or not; other carriers go on', async () => {
  const { core, server } = await appWithWebhook(() => ({ status: 200 }), 2);
  const first = core.ports.clock.now();
  for (const end of [1, 2]) {
    await ask(core, `+491512345678${end}`);
    await core.idle();
    core.ports.clock.advance(60_000);
  }
  const { folder, clock, secrets, random } = core.ports;
  await core.close();
  const again = createTestCore({ folder, clock, secrets, random });
  const third = () => again.commands.accounts.signIn({ identifier: NUMBER });
  const retryAt = new Date(first + MONTH).toISOString();
  expect(refusal(await third())).toEqual({ code: 'cost-cap-reached', retryAt });
  expect(refusal(await again.commands.ways.sendTest({ carrier: 'webhook', to: NUMBER }))).toMatchObject({ retryAt });
  expect(server.requests).toHaveLength(2);

  expect((await ask(again, 'maria@example.com')).carrier).toBe('local-mailbox');
  value(await again.commands.ways.save({ setUp: twilio, secret: SECRET }));
  const byTwilio = await again.commands.accounts.signIn({ identifier: '+4915123456783', carrier: 'twilio' });
  expect(value(byTwilio).carrier).toBe('twilio');

  clock.sleep(first + MONTH - clock.now());
  const free = await again.commands.accounts.signIn({ identifier: NUMBER, carrier: 'webhook' });
  expect(value(free).carrier).toBe('webhook');
});
