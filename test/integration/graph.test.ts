import { expect, test } from 'vitest';
import { createGraphCarrier } from '../../main/delivery/graph.ts';
import { letter } from '../../main/delivery/message.ts';
import {
  CODE,
  carrierParts,
  givenUp,
  heldTokens,
  onlyRequest,
  parcel,
  trustedServer,
} from '../support/carrier-parts.ts';
import type { Outcome as Answer, RecordedRequest } from '../support/https-server.ts';
import { accountId } from '../support/ids.ts';

const setUp = { name: 'graph', accountId: accountId(1) } as const;
const accepted: Answer = { status: 202 };

/** The carrier with its server; `tokens` are those that Microsoft gives one after the other. */
async function graph(handler: (request: RecordedRequest) => Answer, tokens = heldTokens('token-1', 'token-2')) {
  const server = await trustedServer(handler);
  const parts = await carrierParts({ setUp, origin: server.origin, tokens });
  return { carrier: createGraphCarrier(parts), server, tokens };
}

/** An error as Microsoft Graph words it. */
const refusal = (status: number, code: string, message: string, headers = {}): Answer => ({
  status,
  headers,
  body: { error: { code, message, innerError: { 'request-id': 'c9c1', date: '2026-11-23T20:00:00' } } },
});

test('sendMail is asked for as Microsoft documents it, and 202 is all that it answers', async () => {
  const { carrier, server } = await graph(() => accepted);
  expect(await carrier.send(parcel('maria@example.com'))).toEqual({ kind: 'sent', said: 'HTTP 202' });
  const request = onlyRequest(server);
  expect(request).toMatchObject({
    method: 'POST',
    path: '/v1.0/me/sendMail',
    headers: { authorization: 'Bearer token-1', 'content-type': 'application/json' },
  });
  const text = expect.stringContaining(CODE);
  expect(JSON.parse(request.body)).toEqual({
    message: {
      subject: 'Your Switchboard verification code',
      body: { contentType: 'Text', content: text },
      toRecipients: [{ emailAddress: { address: 'maria@example.com' } }],
    },
    saveToSentItems: false,
  });
});

test('a message that has HTML is sent as HTML', async () => {
  const { carrier, server } = await graph(() => accepted);
  const message = { ...letter({ code: CODE, purpose: 'link', computer: 'maria-laptop' }), html: `<p>${CODE}</p>` };
  await carrier.send({ ...parcel('maria@example.com'), message });
  const body = JSON.parse(onlyRequest(server).body);
  expect(body).toMatchObject({ message: { body: { contentType: 'HTML', content: `<p>${CODE}</p>` } } });
});

test.each<[string, Answer, object]>([
  [
    'an address that is none',
    refusal(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.'),
    { reason: 'recipient-refused', said: 'At least one recipient is not valid.' },
  ],
  [
    'an account that may not send',
    refusal(403, 'ErrorAccessDenied', 'Access is denied.'),
    { reason: 'set-up-wrong', said: 'Access is denied.' },
  ],
  [
    'an account without a mailbox',
    refusal(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is inactive.'),
    { reason: 'set-up-wrong', said: 'The mailbox is inactive.' },
  ],
  [
    'a message too large',
    refusal(413, 'ErrorMessageSizeExceeded', 'Too large.'),
    { reason: 'refused', said: 'Too large.' },
  ],
  [
    'too many requests, for seconds',
    refusal(429, 'ApplicationThrottled', 'Over its MailboxConcurrency limit.', { 'retry-after': '20' }),
    { reason: 'busy', retry: { after: 20_000 }, said: 'Over its MailboxConcurrency limit.' },
  ],
  [
    'too many requests, until a date',
    refusal(429, 'ApplicationThrottled', 'Later.', { 'retry-after': 'Mon, 23 Nov 2026 20:00:45 GMT' }),
    { reason: 'busy', retry: { after: 45_000 }, said: 'Later.' },
  ],
  [
    'a service that is not there now',
    refusal(503, 'ServiceUnavailable', 'Try again.'),
    { reason: 'busy', retry: { after: null }, said: 'Try again.' },
  ],
])('not sent: %s', async (_name, answer, outcome) => {
  const { carrier, server } = await graph(() => answer);
  expect(await carrier.send(parcel('maria@example.com'))).toEqual({ kind: 'not-sent', ...outcome });
  expect(server.requests).toHaveLength(1);
});

test.each<[string, Answer, object]>([
  ['an error of the server', refusal(500, 'generalException', 'Oops.'), { said: 'Oops.' }],
  ['a gateway without an answer', { status: 504, body: '<html>504</html>' }, { said: 'HTTP 504' }],
  ['a page of somebody in between', { status: 200, body: '<html>Blocked</html>' }, { said: 'HTTP 200' }],
  ['a connection that is cut', 'drop', {}],
])('unsure, and not sent again: %s', async (_name, answer, outcome) => {
  const { carrier, server } = await graph(() => answer);
  expect(await carrier.send(parcel('maria@example.com'))).toEqual({ kind: 'unsure', ...outcome });
  expect(server.requests).toHaveLength(1);
});

test('an answer that is cut off after its status counts as that status', async () => {
  const cut = { body: { error: { message: 'x'.repeat(100) } }, cutAfter: 20 };
  const { carrier } = await graph(({ headers }) => ({
    status: headers.authorization === 'Bearer token-1' ? 202 : 403,
    ...cut,
  }));
  expect(await carrier.send(parcel('maria@example.com'))).toEqual({ kind: 'sent', said: 'HTTP 202' });
  const other = await graph(() => ({ status: 403, ...cut }));
  expect(await other.carrier.send(parcel('maria@example.com'))).toEqual({
    kind: 'not-sent',
    reason: 'set-up-wrong',
    said: 'HTTP 403',
  });
});

test('silence, given up, is unsure', async () => {
  const { carrier, server } = await graph(() => 'silence');
  expect(await givenUp((signal) => carrier.send(parcel('maria@example.com', signal)), server)).toEqual({
    kind: 'unsure',
  });
});

test('a token that is refused is forgotten, and a fresh one is tried once', async () => {
  const invalid = refusal(401, 'InvalidAuthenticationToken', 'Lifetime validation failed.');
  const { carrier, server, tokens } = await graph(({ headers }) =>
    headers.authorization === 'Bearer token-1' ? invalid : accepted,
  );
  expect(await carrier.send(parcel('maria@example.com'))).toEqual({ kind: 'sent', said: 'HTTP 202' });
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  expect(tokens).toMatchObject({ forgotten: 1, lost: 0 });
});

test('a fresh token that is refused as well asks for a new sign-in', async () => {
  const { carrier, server, tokens } = await graph(() => refusal(401, 'InvalidAuthenticationToken', 'No.'));
  const outcome = await carrier.send(parcel('maria@example.com'));
  expect(outcome).toEqual({ kind: 'not-sent', reason: 'sign-in-again', said: 'No.' });
  expect(server.requests).toHaveLength(2);
  expect(tokens.lost).toBe(1);
});

test('without a token nothing is asked', async () => {
  const { carrier, server } = await graph(() => accepted, heldTokens());
  expect(await carrier.send(parcel('maria@example.com'))).toEqual({ kind: 'not-sent', reason: 'sign-in-again' });
  expect(server.requests).toEqual([]);
});

test('a message is given up while its token is refreshed, which goes on', async () => {
  const refreshed = Promise.withResolvers<void>();
  const access = () => refreshed.promise.then(() => ({ ok: true, value: 'token' }) as const);
  const { carrier, server } = await graph(() => accepted, { ...heldTokens(), access });
  const give = new AbortController();
  const sending = carrier.send(parcel('maria@example.com', give.signal));
  give.abort();
  expect(await sending).toEqual({ kind: 'not-sent', reason: 'timed-out' });
  refreshed.resolve();
  await access();
  expect(server.requests).toEqual([]);
});

test('one message at a time, and one that fails holds up none', async () => {
  const first = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const server = await trustedServer(async ({ body }) => {
    if (body.includes('one@')) {
      first.resolve();
      await release.promise;
    }
    return body.includes('two@') ? 'drop' : accepted;
  });
  const carrier = createGraphCarrier(await carrierParts({ setUp, origin: server.origin, tokens: heldTokens('token') }));
  const sending = ['one', 'two', 'three'].map((name) => carrier.send(parcel(`${name}@example.com`)));
  await first.promise;
  // Each takes longer than what would have been asked beside the first message.
  for (let n = 0; n < 3; n += 1) await fetch(server.origin, { method: 'HEAD' });
  release.resolve();
  expect((await Promise.all(sending)).map(({ kind }) => kind)).toEqual(['sent', 'unsure', 'sent']);
  expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'HEAD', 'HEAD', 'HEAD', 'POST', 'POST']);
});

test('what was given up before its turn was never asked for', async () => {
  const { carrier, server } = await graph(() => accepted);
  const outcome = await carrier.send(parcel('maria@example.com', AbortSignal.abort()));
  expect(outcome).toEqual({ kind: 'not-sent', reason: 'timed-out' });
  expect(server.requests).toEqual([]);
});

test('without a set-up nothing is sent', async () => {
  const carrier = createGraphCarrier(await carrierParts({}));
  expect(await carrier.send(parcel('maria@example.com'))).toEqual({ kind: 'not-sent', reason: 'not-set-up' });
});
