import { expect, test } from 'vitest';
import type { Delivery } from '../../main/delivery/carrier.ts';
import { createTwilioCarrier } from '../../main/delivery/twilio.ts';
import type { TwilioSetUp } from '../../shared/domain/way.ts';
import { CODE, carrierParts, givenUp, onlyRequest, parcel, trustedServer } from '../support/carrier-parts.ts';
import type { Outcome as Answer, RecordedRequest } from '../support/https-server.ts';

const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const SID = 'SM0123456789abcdef0123456789abcdef';
const TOKEN = 'an-auth-token';
const NUMBER = '+4915123456789';
const setUp: TwilioSetUp = { name: 'twilio', accountSid: ACCOUNT, keySid: '', from: '+4930123456', perMonth: 100 };

/** A message as Twilio shows it, in part. */
const message = (status: string, rest = {}) => ({
  sid: SID,
  account_sid: ACCOUNT,
  status,
  error_code: null,
  error_message: null,
  date_created: 'Mon, 23 Nov 2026 20:00:00 +0000',
  ...rest,
});
const created: Answer = { status: 201, body: message('queued') };

async function twilio(handler: (request: RecordedRequest) => Answer, changes: Partial<TwilioSetUp> = {}) {
  const server = await trustedServer(handler);
  const parts = await carrierParts({ setUp: { ...setUp, ...changes }, secret: TOKEN, origin: server.origin });
  return { carrier: createTwilioCarrier(parts), server, clock: parts.clock };
}

const basic = (user: string) => `Basic ${Buffer.from(`${user}:${TOKEN}`).toString('base64')}`;
const formOf = ({ body }: RecordedRequest) => Object.fromEntries(new URLSearchParams(body));

test('a message is created as Twilio documents it', async () => {
  const { carrier, server } = await twilio(() => created);
  expect(await carrier.send(parcel(NUMBER))).toMatchObject({ kind: 'sent', said: 'queued' });
  const request = onlyRequest(server);
  expect(request).toMatchObject({
    method: 'POST',
    path: `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
    headers: { authorization: basic(ACCOUNT), 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(formOf(request)).toEqual({ To: NUMBER, From: '+4930123456', Body: expect.stringContaining(CODE) });
});

test('a messaging service and an API key go where Twilio expects them', async () => {
  const from = 'MG0123456789abcdef0123456789abcdef';
  const keySid = 'SK0123456789abcdef0123456789abcdef';
  const { carrier, server } = await twilio(() => created, { from, keySid });
  await carrier.send(parcel(NUMBER));
  const request = onlyRequest(server);
  expect(request.path).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Messages.json`);
  expect(request.headers.authorization).toBe(basic(keySid));
  expect(formOf(request)).toEqual({ To: NUMBER, MessagingServiceSid: from, Body: expect.stringContaining(CODE) });
});

/** An error as Twilio words it. */
const refusal = (status: number, code: number, words: string, headers = {}): Answer => ({
  status,
  headers,
  body: { code, message: words, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

test.each<[Answer, object]>([
  [refusal(401, 20003, 'Authenticate'), { reason: 'login-refused', said: 'Authenticate' }],
  [refusal(403, 20005, 'Account not active'), { reason: 'set-up-wrong', said: 'Account not active' }],
  [refusal(404, 20404, 'Not found'), { reason: 'set-up-wrong', said: 'Not found' }],
  [refusal(400, 21211, "Invalid 'To'"), { reason: 'recipient-refused', said: "Invalid 'To'" }],
  [refusal(400, 21614, 'Not a mobile'), { reason: 'recipient-refused', said: 'Not a mobile' }],
  [refusal(400, 21610, 'Unsubscribed'), { reason: 'recipient-refused', said: 'Unsubscribed' }],
  [refusal(400, 21606, "Bad 'From'"), { reason: 'set-up-wrong', said: "Bad 'From'" }],
  [refusal(400, 21659, 'Not yours'), { reason: 'set-up-wrong', said: 'Not yours' }],
  [refusal(400, 21408, 'No permission'), { reason: 'set-up-wrong', said: 'No permission' }],
  [refusal(400, 21617, `Too long: ${CODE} is`), { reason: 'refused', said: 'Too long: ··· is' }],
  [refusal(413, 0, 'Too large'), { reason: 'refused', said: 'Too large' }],
  [
    refusal(429, 20429, 'Too many', { 'retry-after': '3' }),
    { reason: 'busy', said: 'Too many', retry: { after: 3_000 } },
  ],
  [refusal(503, 20503, 'Unavailable'), { reason: 'busy', said: 'Unavailable', retry: { after: null } }],
])('not sent, and asked once: %j', async (answer, outcome) => {
  const { carrier, server } = await twilio(() => answer);
  expect(await carrier.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', ...outcome });
  expect(server.requests).toHaveLength(1);
});

test.each<[string, Answer, object]>([
  // Twilio: "it is possible for a customer to receive multiple messages" where a 500 is tried again (errors/20500).
  ['an error of the server', refusal(500, 20500, 'Oops'), { kind: 'unsure', said: 'Oops' }],
  ['a connection that is cut', 'drop', { kind: 'unsure' }],
  [
    'taken, and the answer is cut off',
    { status: 201, body: message('queued'), cutAfter: 9 },
    { kind: 'sent', said: 'HTTP 201' },
  ],
  [
    'a page of somebody in between',
    { status: 200, body: '<html>Blocked</html>' },
    { kind: 'unsure', said: 'HTTP 200' },
  ],
  ['taken, and the answer is none', { status: 201, body: 'OK' }, { kind: 'sent', said: 'OK' }],
])('asked once: %s', async (_name, answer, outcome) => {
  const { carrier, server } = await twilio(() => answer);
  expect(await carrier.send(parcel(NUMBER))).toEqual(outcome);
  expect(server.requests).toHaveLength(1);
});

test('silence, given up, is unsure', async () => {
  const { carrier, server } = await twilio(() => 'silence');
  expect(await givenUp((signal) => carrier.send(parcel(NUMBER, signal)), server)).toEqual({ kind: 'unsure' });
});

test('what was given up before it began was never asked for', async () => {
  const { carrier, server } = await twilio(() => created);
  expect(await carrier.send(parcel(NUMBER, AbortSignal.abort()))).toEqual({ kind: 'not-sent', reason: 'timed-out' });
  expect(server.requests).toEqual([]);
});

test('an account that can be none is not asked for', async () => {
  const { carrier, server } = await twilio(() => created, { accountSid: 'AC/../x' });
  expect(await carrier.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', reason: 'set-up-wrong' });
  expect(server.requests).toEqual([]);
});

test('without a set-up, or without its secret, nothing is sent', async () => {
  const none = createTwilioCarrier(await carrierParts({}));
  expect(await none.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', reason: 'not-set-up' });
  const keyless = createTwilioCarrier(await carrierParts({ setUp }));
  expect(await keyless.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', reason: 'secret-missing' });
});

/** Sends, then lets time pass for as long as Twilio is asked what became of it; `answers` are those to the questions. */
async function followed(answers: Answer[], signal = new AbortController().signal) {
  const left = [...answers];
  const { carrier, server, clock } = await twilio(({ method }) =>
    method === 'POST' ? created : (left.shift() ?? created),
  );
  const outcome = await carrier.send(parcel(NUMBER));
  if (outcome.kind !== 'sent' || outcome.follow === undefined) throw new Error('Nothing to follow');
  const start = clock.now();
  const end: { delivery?: Delivery } = {};
  void outcome.follow(signal).then((delivery) => (end.delivery = delivery));
  while (end.delivery === undefined) {
    clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { ...end, questions: server.requests.slice(1), took: clock.now() - start };
}

test('it is asked whether the message arrived, until it did', async () => {
  const { delivery, questions } = await followed([
    { status: 200, body: message('queued') },
    { status: 200, body: message('sent') },
    refusal(500, 20500, 'Oops'),
    'drop',
    { status: 200, body: message('delivered') },
  ]);
  expect(delivery).toEqual({ arrived: true });
  expect(questions).toHaveLength(5);
  expect(questions[0]).toMatchObject({
    method: 'GET',
    path: `/2010-04-01/Accounts/${ACCOUNT}/Messages/${SID}.json`,
    headers: { authorization: basic(ACCOUNT) },
  });
});

test.each(['undelivered', 'failed'])('%s is told in the words of Twilio', async (status) => {
  const { delivery } = await followed([
    { status: 200, body: message(status, { error_code: 30003, error_message: `Unreachable handset (${CODE})` }) },
  ]);
  expect(delivery).toEqual({ arrived: false, said: 'Unreachable handset (···)' });
});

test('a message of which nothing is told is given up when its code is', async () => {
  const { delivery, questions, took } = await followed([]);
  expect(delivery).toBeNull();
  expect(questions).toHaveLength(10);
  expect(took).toBeLessThan(11 * 60_000);
});

test('nobody is asked any more once that is given up', async () => {
  const { delivery, questions } = await followed([], AbortSignal.abort());
  expect(delivery).toBeNull();
  expect(questions).toEqual([]);
});
