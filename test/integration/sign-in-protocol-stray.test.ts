import { readFileSync } from 'node:fs';
import { request, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { goTo, type Page } from '../support/openid-browser.ts';
import { AT_MICROSOFT, testSignIns, WISH } from '../support/sign-ins.ts';

const ADA = { login: 'ada@example.org' };
const MARK = '<script>alert(1)</script>"\'&{{7*7}}';

/** Calls an address with these headers instead of a browser's. */
function call(
  address: URL | string,
  { method = 'GET', headers = {} }: { method?: string; headers?: OutgoingHttpHeaders },
) {
  return new Promise<Page>((resolve, reject) => {
    const sent = request(address, { method, headers, agent: false }, (response) => {
      const { statusCode: status = 0, headers } = response;
      text(response).then((body) => resolve({ status, headers, body }), reject);
    });
    sent.on('error', reject).end(method === 'POST' ? 'state=x&code=y' : undefined);
  });
}

/** Where somebody on this computer listens on a port, by the kernel's own account. */
function listeners(port: string): string[] {
  const hex = Number(port).toString(16).toUpperCase().padStart(4, '0');
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => readFileSync(table, 'utf8').split('\n'));
  const places = lines.flatMap((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/);
    return state === '0A' && local.endsWith(`:${hex}`) ? [local.slice(0, -5)] : [];
  });
  return places.toSorted();
}

/** Addresses of this computer as the kernel writes them. */
const IPV4 = '0100007F';
const IPV6 = '00000000000000000000000001000000';
const hasIpv6 = Object.values(networkInterfaces()).some((own) => own?.some(({ address }) => address === '::1'));

const fetched = (mode: string, kind: string) => ({ headers: { 'sec-fetch-mode': mode, 'sec-fetch-dest': kind } });

/** What other pages and programs may call, none of it the browser on its way back; each with the status that it gets. */
function strays(callback: URL): [what: string, status: number, call: () => Promise<Page>][] {
  const at = (change: (url: URL) => void) => {
    const url = new URL(callback);
    change(url);
    return url;
  };
  const wrongState = at((url) => url.searchParams.set('state', 'A'.repeat(43)));
  const noState = at((url) => url.searchParams.delete('state'));
  const twoStates = at((url) => url.searchParams.append('state', url.searchParams.get('state') ?? ''));
  return [
    ['an image', 400, () => call(wrongState, fetched('no-cors', 'image'))],
    ['an image with the right state', 400, () => call(callback, fetched('no-cors', 'image'))],
    ['a fetch with the right state', 400, () => call(callback, fetched('cors', 'empty'))],
    ['no navigation, by a document with the right state', 400, () => call(callback, fetched('no-cors', 'document'))],
    ['a frame with the right state', 400, () => call(callback, fetched('navigate', 'iframe'))],
    ['a wrong state', 400, () => goTo(wrongState)],
    ['a wrong state with an error', 400, () => goTo(at((url) => (url.search = '?error=access_denied&state=x')))],
    ['no state', 400, () => goTo(noState)],
    ['no query', 400, () => goTo(at((url) => (url.search = '')))],
    ['two states', 400, () => goTo(twoStates)],
    ['another path', 404, () => goTo(at((url) => (url.pathname = '/other')))],
    ['a path that goes on', 404, () => goTo(at((url) => (url.pathname += '/..%2f')))],
    ['another host', 400, () => call(callback, { headers: { host: 'rebound.example' } })],
    ['another port in its host', 400, () => call(callback, { headers: { host: `${callback.hostname}:1` } })],
    ['a POST', 405, () => call(callback, { method: 'POST' })],
    ['a HEAD', 405, () => call(callback, { method: 'HEAD' })],
    ['OPTIONS', 405, () => call(callback, { method: 'OPTIONS' })],
    ['a header of 20 KB', 431, () => call(callback, { headers: { 'x-long': 'x'.repeat(20_000) } })],
  ];
}

test.each([WISH, AT_MICROSOFT])(
  'none of 1,000 stray calls ends a sign-in with $provider, and the real one wins',
  async (wish) => {
    const { openAndWalk } = await testSignIns();
    const { callback, outcome } = await openAndWalk(ADA, wish);
    const kinds = strays(callback);
    const all = Array.from({ length: 56 }, () => kinds)
      .flat()
      .slice(0, 1000);
    for (let start = 0; start < all.length; start += 50) {
      const some = all.slice(start, start + 50);
      const pages = await Promise.all(some.map(([, , stray]) => stray()));
      expect(pages.map(({ status, body }, index) => [some[index]?.[0], status, body])).toEqual(
        some.map(([what, status]) => [what, status, '']),
      );
    }
    expect((await goTo(callback)).body).toContain('You are signed in');
    expect((await outcome).ok).toBe(true);
  },
);

test('callers that say nothing do not keep the real one out', async () => {
  const { openAndWalk } = await testSignIns();
  const { callback, outcome } = await openAndWalk(ADA);
  const silent = Array.from({ length: 40 }, () => connect({ port: Number(callback.port), host: '127.0.0.1' }));
  for (const socket of silent) socket.on('error', () => {}).write('GET /signed-in?sta');
  expect((await goTo(callback)).status).toBe(200);
  expect((await outcome).ok).toBe(true);
  for (const socket of silent) socket.destroy();
});

test.each([
  [WISH, [IPV4]],
  [AT_MICROSOFT, hasIpv6 ? [IPV6, IPV4] : [IPV4]],
] as const)(
  'for $provider this computer alone is listened to, and once it is over nobody listens',
  async (wish, places) => {
    const { open, openAndWalk, signIns } = await testSignIns();
    const { callback, outcome } = await openAndWalk(ADA, wish);
    expect(listeners(callback.port)).toEqual(places);
    await goTo(callback);
    expect((await outcome).ok).toBe(true);
    expect(listeners(callback.port)).toEqual([]);
    const second = await open(wish);
    const { port } = new URL(new URL(second.page).searchParams.get('redirect_uri') ?? '');
    expect(listeners(port)).toEqual(places);
    signIns.cancel();
    await second.outcome;
    expect(listeners(port)).toEqual([]);
  },
);

test('an answer is good once: who brings it again finds nobody', async () => {
  const { openAndWalk, provider } = await testSignIns();
  const { callback, outcome } = await openAndWalk(ADA);
  await goTo(callback);
  await expect(goTo(callback)).rejects.toThrow('ECONNREFUSED');
  expect((await outcome).ok).toBe(true);
  expect(provider.requests.filter((asked) => asked === 'POST /token')).toHaveLength(1);
});

test('the page at the end is static and shows nothing of what was asked', async () => {
  const pages: string[] = [];
  for (const payload of ['', MARK]) {
    const { openAndWalk } = await testSignIns();
    const { callback, outcome } = await openAndWalk({ ...ADA, cancel: true });
    for (const name of payload === ''
      ? []
      : ['error', 'error_description', 'error_uri', 'code', 'session_state', 'x']) {
      callback.searchParams.set(name, payload);
    }
    const { body, headers, status } = await goTo(callback);
    await outcome;
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}';/,
      ) as unknown,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    pages.push(body);
  }
  expect(pages[0]).toBe(pages[1]);
  expect(pages[0]).toContain('You can close this page');
});
