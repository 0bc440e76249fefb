import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAzureCarrier } from '../../main/delivery/azure.ts';
import { CODE, carrierParts, givenUp, onlyRequest, parcel, trustedServer } from '../support/carrier-parts.ts';
import type { Outcome as Answer, RecordedRequest } from '../support/https-server.ts';

const KEY = Buffer.alloc(64, 5).toString('base64');
const NUMBER = '+4915123456789';
const setUp = { name: 'azure', from: '+18001110000', perMonth: 100 } as const;

async function azure(answer: Answer) {
  const server = await trustedServer(() => answer);
  const parts = await carrierParts({ setUp, secret: `endpoint=${server.origin}/;accesskey=${KEY}` });
  return { carrier: createAzureCarrier(parts), server };
}

const taken = (result: object) => ({ status: 202, body: { value: [{ to: NUMBER, ...result }] } });
const sent = taken({ messageId: 'Outgoing_1', httpStatusCode: 202, repeatabilityResult: 'accepted', successful: true });

/** The signature as Azure documents it ("Authentication to Azure Communication Services", access key). */
function signatureOf({ method, path, headers, body }: RecordedRequest): string {
  const hash = createHash('sha256').update(body).digest('base64');
  const signed = `${method}\n${path}\n${String(headers['x-ms-date'])};${headers.host};${hash}`;
  return createHmac('sha256', Buffer.from(KEY, 'base64')).update(signed).digest('base64');
}

test('a message is sent as Azure documents it, and signed with the key', async () => {
  const { carrier, server } = await azure(sent);
  expect(await carrier.send(parcel(NUMBER))).toEqual({ kind: 'sent', said: 'HTTP 202' });
  const request = onlyRequest(server);
  expect(request.method).toBe('POST');
  expect(request.path).toBe('/sms?api-version=2021-03-07');
  const hash = createHash('sha256').update(request.body).digest('base64');
  expect(request.headers).toMatchObject({
    'content-type': 'application/json',
    'x-ms-content-sha256': hash,
    authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signatureOf(request)}`,
  });
  expect(JSON.parse(request.body)).toEqual({
    from: '+18001110000',
    message: expect.stringContaining(CODE),
    smsRecipients: [
      {
        to: NUMBER,
        repeatabilityRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        repeatabilityFirstSent: expect.stringMatching(/ GMT$/),
      },
    ],
    smsSendOptions: { enableDeliveryReport: false },
  });
});

test.each<[string, Answer, object]>([
  [
    'a number that is none',
    taken({ httpStatusCode: 400, errorMessage: 'Invalid To phone number format.', successful: false }),
    { reason: 'recipient-refused', said: 'Invalid To phone number format.' },
  ],
  [
    'a recipient that is held up',
    taken({ httpStatusCode: 429, errorMessage: `Not ${CODE} now`, successful: false }),
    { reason: 'busy', said: 'Not ··· now', retry: { after: null } },
  ],
  [
    'a request that is none',
    { status: 400, body: { error: { code: 'BadRequest', message: 'From is not valid.' } } },
    { reason: 'refused', said: 'From is not valid.' },
  ],
  [
    'another key',
    { status: 401, body: { error: { code: 'Denied', message: 'Denied by the resource provider.' } } },
    { reason: 'login-refused', said: 'Denied by the resource provider.' },
  ],
  ['a resource that may not', { status: 403 }, { reason: 'set-up-wrong', said: 'HTTP 403' }],
  ['a resource that is not there', { status: 404 }, { reason: 'set-up-wrong', said: 'HTTP 404' }],
  ['a message too large', { status: 413 }, { reason: 'refused', said: 'HTTP 413' }],
  [
    'too many requests, for seconds',
    { status: 429, headers: { 'retry-after': '60' } },
    { reason: 'busy', retry: { after: 60_000 }, said: 'HTTP 429' },
  ],
  [
    'too many requests, until a date',
    { status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 20:00:05 GMT' } },
    { reason: 'busy', retry: { after: 5_000 }, said: 'HTTP 429' },
  ],
  ['a service that is not there now', { status: 503 }, { reason: 'busy', retry: { after: null }, said: 'HTTP 503' }],
])('not sent, and asked once: %s', async (_name, answer, outcome) => {
  const { carrier, server } = await azure(answer);
  expect(await carrier.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', ...outcome });
  expect(server.requests).toHaveLength(1);
});

test.each<[string, Answer, object]>([
  ['an error of the server', { status: 500, body: { error: { message: 'Oops' } } }, { said: 'Oops' }],
  ['an error for the recipient', taken({ httpStatusCode: 500, successful: false }), { said: 'HTTP 500' }],
  ['a connection that is cut', 'drop', {}],
  ['taken, and the answer for the recipient is cut off', { ...sent, cutAfter: 12 }, {}],
  ['taken, and no word of the recipient', { status: 202, body: { value: [] } }, {}],
  ['taken, in another form', { status: 202, body: 'ok' }, {}],
])('unsure, and asked once: %s', async (_name, answer, outcome) => {
  const { carrier, server } = await azure(answer);
  expect(await carrier.send(parcel(NUMBER))).toEqual({ kind: 'unsure', ...outcome });
  expect(server.requests).toHaveLength(1);
});

test('silence, given up, is unsure', async () => {
  const { carrier, server } = await azure('silence');
  expect(await givenUp((signal) => carrier.send(parcel(NUMBER, signal)), server)).toEqual({ kind: 'unsure' });
});

test('a connection string that is none is not used', async () => {
  const carrier = createAzureCarrier(await carrierParts({ setUp, secret: 'a secret' }));
  expect(await carrier.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', reason: 'set-up-wrong' });
});

test('without a set-up, or without its secret, nothing is sent', async () => {
  const none = createAzureCarrier(await carrierParts({}));
  expect(await none.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', reason: 'not-set-up' });
  const keyless = createAzureCarrier(await carrierParts({ setUp }));
  expect(await keyless.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', reason: 'secret-missing' });
});
