import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createWebhookCarrier } from '../../main/delivery/webhook.ts';
import { testAuthority } from '../support/certificates.ts';
import { CODE, carrierParts, givenUp, onlyRequest, parcel, trustedServer } from '../support/carrier-parts.ts';
import { temporaryFolder } from '../support/folder.ts';
import { httpsRecorder, type Outcome as Answer } from '../support/https-server.ts';

const SECRET = 'a secret of thirty-two characters';
const NUMBER = '+4915123456789';

function webhookAt(origin: string, secret = SECRET) {
  return carrierParts({ setUp: { name: 'webhook', address: `${origin}/codes?from=app`, perMonth: 100 }, secret });
}

async function webhook(answer: Answer, secret = SECRET) {
  const server = await trustedServer(() => answer);
  const parts = await webhookAt(server.origin, secret);
  return { carrier: createWebhookCarrier(parts), server, parts };
}

test('the request is what the README says, with a signature as Standard Webhooks describes it', async () => {
  const { carrier, server } = await webhook({ status: 204 });
  expect(await carrier.send(parcel(NUMBER))).toEqual({ kind: 'sent', said: 'HTTP 204' });
  const request = onlyRequest(server);
  const { method, path, headers, body } = request;
  const id = headers['webhook-id'];
  expect({ method, path }).toEqual({ method: 'POST', path: '/codes?from=app' });
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-timestamp': '1795464000' });
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.parse(body)).toEqual({
    id,
    to: NUMBER,
    text: expect.stringContaining(CODE),
    sentAt: '2026-11-23T20:00:00.000Z',
  });
  const signature = createHmac('sha256', SECRET)
    .update(`${String(id)}.1795464000.${body}`)
    .digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signature}`);
});

test('a secret in the form of Standard Webhooks is a key in base64', async () => {
  const key = Buffer.alloc(32, 7);
  const { carrier, server } = await webhook({ status: 200 }, `whsec_${key.toString('base64')}`);
  await carrier.send(parcel(NUMBER));
  const { headers, body } = onlyRequest(server);
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
});

test("the README's example takes our requests, and no others", async () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const example = /```js\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const file = join(temporaryFolder(), 'example.mjs');
  writeFileSync(file, example);
  const { isFromSwitchboard } = await import(pathToFileURL(file).href);
  const { carrier, server, parts } = await webhook({ status: 200 });
  await carrier.send(parcel(NUMBER));
  const { headers, body } = onlyRequest(server);
  const now = parts.clock.now();
  expect(isFromSwitchboard(headers, body, SECRET, now)).toBe(true);
  expect([
    isFromSwitchboard(headers, body.replace(NUMBER, '+4915123456780'), SECRET, now),
    isFromSwitchboard({ ...headers, 'webhook-id': 'another' }, body, SECRET, now),
    isFromSwitchboard({ ...headers, 'webhook-timestamp': '1795464001' }, body, SECRET, now),
    isFromSwitchboard(headers, body, 'another secret', now),
    isFromSwitchboard(headers, body, SECRET, now + 301_000),
    isFromSwitchboard({}, body, SECRET, now),
  ]).toEqual(Array(6).fill(false));
});

test('each message has an id of its own', async () => {
  const { carrier, server } = await webhook({ status: 200 });
  await carrier.send(parcel(NUMBER));
  await carrier.send(parcel(NUMBER));
  expect(new Set(server.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
});

test.each<[string, Answer, object]>([
  ['200 with words', { status: 200, body: 'Queued' }, { kind: 'sent', said: 'Queued' }],
  ['202, cut off', { status: 202, body: 'Queued', cutAfter: 2 }, { kind: 'sent', said: 'Qu' }],
  [
    '401',
    { status: 401, body: 'Wrong signature' },
    { kind: 'not-sent', reason: 'login-refused', said: 'Wrong signature' },
  ],
  ['403', { status: 403 }, { kind: 'not-sent', reason: 'set-up-wrong', said: 'HTTP 403' }],
  ['404', { status: 404, body: '<h1>Not found</h1>' }, { kind: 'not-sent', reason: 'set-up-wrong', said: 'HTTP 404' }],
  ['413', { status: 413 }, { kind: 'not-sent', reason: 'refused', said: 'HTTP 413' }],
  ['422', { status: 422, body: { error: 'A landline' } }, { kind: 'not-sent', reason: 'refused', said: 'A landline' }],
  [
    '429 for seconds',
    { status: 429, headers: { 'retry-after': '30' } },
    { kind: 'not-sent', reason: 'busy', retry: { after: 30_000 }, said: 'HTTP 429' },
  ],
  [
    '503 until a date',
    { status: 503, headers: { 'retry-after': 'Mon, 23 Nov 2026 20:02:00 GMT' } },
    { kind: 'not-sent', reason: 'busy', retry: { after: 120_000 }, said: 'HTTP 503' },
  ],
  ['500', { status: 500, body: `Sent ${CODE}?` }, { kind: 'unsure', said: 'Sent ···?' }],
  ['a connection that is cut', 'drop', { kind: 'unsure' }],
  ['a redirect', { status: 307, headers: { location: '/elsewhere' } }, { kind: 'not-sent', reason: 'set-up-wrong' }],
])('%s', async (_name, answer, outcome) => {
  const { carrier, server } = await webhook(answer);
  expect(await carrier.send(parcel(NUMBER))).toEqual(outcome);
  expect(server.requests).toHaveLength(1);
});

test('silence, given up, is unsure', async () => {
  const { carrier, server } = await webhook('silence');
  expect(await givenUp((signal) => carrier.send(parcel(NUMBER, signal)), server)).toEqual({ kind: 'unsure' });
});

test('a server that nobody vouches for hears nothing', async () => {
  const { selfSigned } = await testAuthority();
  const server = await httpsRecorder(await selfSigned(), () => ({ status: 200 }));
  const carrier = createWebhookCarrier(await webhookAt(server.origin));
  expect(await carrier.send(parcel(NUMBER))).toEqual({
    kind: 'not-sent',
    reason: 'certificate',
    said: 'self-signed certificate',
  });
  expect(server.requests).toEqual([]);
});

/** Starts a server that knows no TLS; its address is one of HTTPS all the same. */
async function plainServer(
  onSocket: (socket: Socket) => void,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer(onSocket);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(close);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  return { origin: `https://127.0.0.1:${bound.port}`, close };
}

const unreachable = { kind: 'not-sent', reason: 'unreachable', retry: { after: null } };

test('a connection that ends before TLS has carried nothing', async () => {
  const { origin } = await plainServer((socket) => socket.destroy());
  expect(await createWebhookCarrier(await webhookAt(origin)).send(parcel(NUMBER))).toEqual(unreachable);
});

test('nobody listens', async () => {
  const { origin, close } = await plainServer(() => {});
  await close();
  expect(await createWebhookCarrier(await webhookAt(origin)).send(parcel(NUMBER))).toEqual(unreachable);
});

test('a server that talks without TLS hears no code', async () => {
  const heard: Buffer[] = [];
  const { origin } = await plainServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      heard.push(bytes);
      socket.end('HTTP/1.1 200 OK\r\n\r\n');
    });
  });
  const outcome = await createWebhookCarrier(await webhookAt(origin)).send(parcel(NUMBER));
  expect(outcome).toEqual({ kind: 'not-sent', reason: 'no-tls' });
  expect(heard).not.toEqual([]);
  expect(Buffer.concat(heard).includes(CODE)).toBe(false);
});

test.each(['http://127.0.0.1:4430', 'https://127.0.0.1:1', 'https://:1', 'nothing'])(
  'an address that cannot be one is not asked: %s',
  async (origin) => {
    const outcome = await createWebhookCarrier(await webhookAt(origin)).send(parcel(NUMBER));
    expect(outcome).toEqual({ kind: 'not-sent', reason: 'set-up-wrong' });
  },
);

test('without a set-up, or without its secret, nothing is sent', async () => {
  const none = createWebhookCarrier(await carrierParts({}));
  expect(await none.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', reason: 'not-set-up' });
  const setUp = { name: 'webhook', address: 'https://127.0.0.1:1', perMonth: 1 } as const;
  const keyless = createWebhookCarrier(await carrierParts({ setUp }));
  expect(await keyless.send(parcel(NUMBER))).toEqual({ kind: 'not-sent', reason: 'secret-missing' });
});
