import { expect, test } from 'vitest';
import { outcomeOf } from '../../../main/delivery/http-outcome.ts';

const NOW = Date.UTC(2026, 10, 23, 20);
const context = { now: NOW, hidden: ['012345', 'a-secret'] };
const answered = (status: number, body = '', headers: Record<string, string> = {}) =>
  outcomeOf({ answer: { status, headers: new Headers(headers), body } }, context);

/** An error as Node's fetch makes it: what happened is its cause. */
function failed(message: string, code?: string) {
  const cause = Object.assign(new Error(message), code === undefined ? {} : { code });
  return outcomeOf({ error: new TypeError('fetch failed', { cause }), asked: true }, context);
}

/** What is made of a reason; what is wrong with a certificate is told as well. */
const neverSent = (reason: string, message: string) => ({
  kind: 'not-sent',
  reason,
  ...(reason === 'unreachable' && { retry: { after: null } }),
  ...(reason === 'certificate' && { said: message }),
});

test.each([200, 201, 202, 204, 299])('%i took it', (status) => {
  expect(answered(status)).toEqual({ kind: 'sent', said: `HTTP ${status}` });
});

test.each([
  [301, 'set-up-wrong'],
  [400, 'refused'],
  [401, 'login-refused'],
  [403, 'set-up-wrong'],
  [404, 'set-up-wrong'],
  [410, 'set-up-wrong'],
  [413, 'refused'],
  [422, 'refused'],
])('%i did not: %s, and is not tried again', (status, reason) => {
  expect(answered(status)).toEqual({ kind: 'not-sent', reason, said: `HTTP ${status}` });
});

test.each([500, 502, 504, 507])('after %i it may have been taken', (status) => {
  expect(answered(status)).toEqual({ kind: 'unsure', said: `HTTP ${status}` });
});

test.each([
  ['17', 17_000],
  ['0', 0],
  ['Mon, 23 Nov 2026 20:01:30 GMT', 90_000],
  ['Mon, 23 Nov 2026 19:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['', null],
])('a server that is busy asks to wait: Retry-After %j', (value, after) => {
  const busy = { kind: 'not-sent', reason: 'busy', retry: { after } };
  expect(answered(429, '', { 'retry-after': value })).toEqual({ ...busy, said: 'HTTP 429' });
  expect(answered(503, '', { 'retry-after': value })).toEqual({ ...busy, said: 'HTTP 503' });
});

test.each([
  ['getaddrinfo ENOTFOUND sms.example', 'ENOTFOUND', 'unreachable'],
  ['getaddrinfo EAI_AGAIN sms.example', 'EAI_AGAIN', 'unreachable'],
  ['connect ECONNREFUSED 127.0.0.1:443', 'ECONNREFUSED', 'unreachable'],
  ['connect ETIMEDOUT 192.0.2.1:443', 'ETIMEDOUT', 'unreachable'],
  ['Connect Timeout Error', 'UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
  ['Client network socket disconnected before secure TLS connection was established', 'ECONNRESET', 'unreachable'],
  ['certificate has expired', 'CERT_HAS_EXPIRED', 'certificate'],
  ['self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['unable to verify the first certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['Hostname does not match', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['wrong version number', 'ERR_SSL_WRONG_VERSION_NUMBER', 'no-tls'],
  ['unexpected redirect', undefined, 'set-up-wrong'],
  ['bad port', undefined, 'set-up-wrong'],
  ['Invalid URL', 'ERR_INVALID_URL', 'set-up-wrong'],
])("in Node's words, never handed over: %s", (message, code, reason) => {
  expect(failed(message, code)).toEqual(neverSent(reason, message));
});

test.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'unreachable'],
  ['net::ERR_INTERNET_DISCONNECTED', 'unreachable'],
  ['net::ERR_CONNECTION_REFUSED', 'unreachable'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'unreachable'],
  ['net::ERR_ADDRESS_UNREACHABLE', 'unreachable'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'unreachable'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'unreachable'],
  ['net::ERR_CERT_DATE_INVALID', 'certificate'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'no-tls'],
  ["Attempted to redirect, but redirect policy was 'error'", 'set-up-wrong'],
])("in Chromium's words, never handed over: %s", (message, reason) => {
  const outcome = outcomeOf({ error: new Error(message), asked: true }, context);
  expect(outcome).toEqual(neverSent(reason, message));
});

test.each([
  'other side closed',
  'read ECONNRESET',
  'Headers Timeout Error',
  'net::ERR_CONNECTION_RESET',
  'net::ERR_CONNECTION_CLOSED',
  'net::ERR_EMPTY_RESPONSE',
  'net::ERR_TIMED_OUT',
  'This operation was aborted',
])('may have been handed over: %s', (message) => {
  expect([failed(message), outcomeOf({ error: new Error(message), asked: true }, context)]).toEqual([
    { kind: 'unsure' },
    { kind: 'unsure' },
  ]);
});

test('what was never asked for was not sent', () => {
  expect(outcomeOf({ error: new Error('aborted'), asked: false }, context)).toEqual({
    kind: 'not-sent',
    reason: 'timed-out',
  });
});

test("the server's words come along in one line, without the code and the secret", () => {
  const body = JSON.stringify({ error: { code: 'X', message: 'No.\r\n"012345 is your code" under\u0000 a-secret' } });
  expect(answered(400, body)).toMatchObject({ said: 'No. "··· is your code" under ···' });
});
