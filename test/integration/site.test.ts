import { once } from 'node:events';
import { type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { services } from '../../shared/services.ts';
import { downloadPath } from '../support/site/downloads.ts';
import { type Site, startSite } from '../support/site/site.ts';

const OUTLOOK = 'https://outlook.office.com/mail/';
const MARIA = 'maria@example.com';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
beforeEach(() => cookies.clear());

/** What a request says beside its address and its body. */
interface Options {
  method?: string;
  auth?: string;
  headers?: Record<string, string>;
}

/** Cookies by host, as a browser would keep them. */
const cookies = new Map<string, string>();

/** Asks for an address as Chromium does with the switches: by its own name, on the site's port, with its certificate. */
async function ask(address: string, options: Options = {}, body = ''): Promise<IncomingMessage> {
  const { host, pathname, search } = new URL(address);
  const asked = request({
    ...options,
    host: '127.0.0.1',
    port: site.port,
    servername: host,
    ca: site.caPem,
    path: pathname + search,
    headers: { host, cookie: cookies.get(host) ?? '', ...options.headers },
  });
  asked.end(body);
  const [response]: IncomingMessage[] = await once(asked, 'response');
  if (!response) throw new Error('No response');
  const [cookie] = response.headers['set-cookie'] ?? [];
  if (cookie !== undefined) cookies.set(host, cookie.split(';')[0] ?? '');
  return response;
}

/** Where a response sends its reader. */
const next = (from: string, { headers }: IncomingMessage) => new URL(headers.location ?? 'about:none', from).href;

/** Follows redirects, and answers the addresses on the way and the last response. */
async function follow(start: string, options?: Options, body?: string) {
  const way = [start];
  let response = await ask(start, options, body);
  while (response.statusCode === 302) {
    response.resume();
    way.push(next(way.at(-1) ?? start, response));
    response = await ask(way.at(-1) ?? start);
  }
  return { way, status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** Signs in at an address, and answers the page at the end. */
async function signIn(address: string, account: string) {
  const { way } = await follow(address);
  return follow(
    way.at(-1) ?? '',
    { method: 'POST' },
    new URLSearchParams({ loginfmt: account, passwd: 'x' }).toString(),
  );
}

test('every address of the catalogue leads to the sign-in, under a certificate that is good for its host', async () => {
  for (const { address } of services)
    for (const place of Object.values(address)) {
      const { way, body } = await follow(place);
      expect(way.map((step) => new URL(step).host)).toEqual([
        new URL(place).host,
        'login.microsoftonline.com',
        'login.live.com',
        'login.microsoftonline.com',
      ]);
      expect(body).toContain('<h1>Sign in</h1>');
    }
});

test('a sign-in fills in the hint, sets a cookie at both hosts, and its token is good once', async () => {
  expect((await follow(`${OUTLOOK}?login_hint=${MARIA}`)).body).toContain(`value="${MARIA}"`);
  const { way, body } = await signIn(`${OUTLOOK}?login_hint=${MARIA}&do=globals`, MARIA);
  const taken = way.at(-1) ?? '';
  expect(taken).toMatch(/^https:\/\/outlook\.office\.com\/signed-in\?token=/);
  expect(body).toContain(`data-account="${MARIA}" data-next="/mail/?do=globals"`);
  expect([...cookies.keys()]).toEqual(['login.microsoftonline.com', 'outlook.office.com']);
  expect((await ask(taken)).statusCode).toBe(400);
  expect((await follow(OUTLOOK)).body).toContain(`<title>(3) Inbox - ${MARIA} - Outlook</title>`);
});

test('another service of the account needs no form, and another account needs one', async () => {
  await signIn(OUTLOOK, MARIA);
  expect((await follow('https://teams.microsoft.com/')).way.at(-1)).toMatch(
    /^https:\/\/teams\.microsoft\.com\/signed-in/,
  );
  expect((await follow(`${OUTLOOK}?login_hint=alex@example.com`)).body).toContain('value="alex@example.com"');
});

test('a popup hands its token to the page that opened it', async () => {
  const popup =
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?popup=true&redirect_uri=https://outlook.office.com/signed-in';
  const { body } = await signIn(popup, MARIA);
  const [, token = '', origin] = /postMessage\(\{"token":"(.+)"\}, "(.+)"\)/.exec(body) ?? [];
  expect(origin).toBe('https://outlook.office.com');
  const redeem = () => ask('https://outlook.office.com/redeem', { method: 'POST' }, token);
  expect([await text(await redeem()), (await redeem()).statusCode]).toEqual([MARIA, 400]);
});

test('signing out ends the cookies at both hosts and empties the storage', async () => {
  await signIn(OUTLOOK, MARIA);
  const { body } = await follow('https://outlook.office.com/sign-out');
  expect(body).toContain('You signed out');
  expect([...cookies.values()]).toEqual(['account=', 'account=']);
  expect((await follow(OUTLOOK)).body).toContain('<h1>Sign in</h1>');
});

test('unread messages are told in the title, by the site or by the page', async () => {
  await signIn(OUTLOOK, MARIA);
  site.setUnread(MARIA, 0);
  expect((await follow(OUTLOOK)).body).toContain(`<title>Inbox - ${MARIA}`);
  await ask('https://outlook.office.com/control', { method: 'POST' }, '{"unread":12}');
  expect((await follow(OUTLOOK)).body).toContain(`<title>(12) Inbox - ${MARIA}`);
});

test('what was asked is kept, by account', async () => {
  await signIn(OUTLOOK, 'alex@example.com');
  const page = 'https://outlook.office.com/page/2';
  await ask(page, { headers: { 'user-agent': 'Test/1' } });
  expect(site.requestsOf('alex@example.com').at(-1)).toMatchObject({
    method: 'GET',
    host: 'outlook.office.com',
    path: '/page/2',
    headers: { 'user-agent': 'Test/1', cookie: 'account=alex%40example.com' },
  });
});

test('a managed account is told to come from a managed device', async () => {
  const { way, body } = await signIn(OUTLOOK, 'managed@example.com');
  expect(way.at(-1)).toMatch(/^https:\/\/device\.login\.microsoftonline\.com\//);
  expect(body).toContain('Error code: 53000');
});

test('downloads come with or without their length, under any name', async () => {
  const place = 'https://files.example';
  const sized = await ask(place + downloadPath({ size: 200_000, name: '../a"b\\ü.bin' }));
  expect(sized.headers).toMatchObject({
    'content-length': '200000',
    'content-disposition': String.raw`attachment; filename="../a\"b\\_.bin"; filename*=UTF-8''..%2Fa%22b%5C%C3%BC.bin`,
  });
  expect((await buffer(sized)).length).toBe(200_000);
  const unsized = await ask(place + downloadPath({ size: 70_000, unsized: true, slow: 1 }));
  expect([unsized.headers['content-length'], (await buffer(unsized)).length]).toEqual([undefined, 70_000]);
});

test('a download breaks off where it is to, and its rest can be had', async () => {
  const address = `https://files.example${downloadPath({ size: 200_000, cut: 100_000 })}`;
  const broken = await ask(address);
  let received = 0;
  broken.on('data', (chunk: Buffer) => (received += chunk.length));
  const [error]: NodeJS.ErrnoException[] = await once(broken, 'error');
  expect([error?.code, received]).toEqual(['ECONNRESET', 100_000]);
  const rest = await ask(address, { headers: { range: 'bytes=100000-' } });
  expect([rest.statusCode, rest.headers['content-range']]).toEqual([206, 'bytes 100000-199999/200000']);
  expect((await buffer(rest)).length).toBe(100_000);
});

test('a held download waits until it is released', async () => {
  const held = await ask(`https://files.example${downloadPath({ size: 3, hold: 1 })}`);
  const [first]: Buffer[] = await once(held, 'data');
  expect(first?.length).toBe(1);
  expect([site.release(), site.release()]).toEqual([1, 0]);
  expect((await buffer(held)).length).toBe(2);
});

test('redirects go anywhere, in chains and in circles', async () => {
  const to = encodeURIComponent('javascript:alert(1)');
  expect((await ask(`https://attacker.example/redirect?to=${to}`)).headers.location).toBe('javascript:alert(1)');
  const { way, body } = await follow('https://other.example/chain?left=14&to=https://files.example/');
  expect([way.length - 1, way.at(-1)]).toEqual([15, 'https://files.example/']);
  expect(body).toContain('<title>files.example</title>');
  const loop = 'https://attacker.example/loop';
  expect((await ask(loop)).headers.location).toBe(loop);
  expect(await text(await ask(`https://attacker.example/refresh?to=${to}`))).toContain('url=javascript:alert(1)');
});

test('HTTP authentication is asked for, and NTLM lets nobody in', async () => {
  const basic = await ask('https://other.example/basic');
  expect([basic.statusCode, basic.headers['www-authenticate']]).toEqual([401, 'Basic realm="Contoso"']);
  const greeted = await ask('https://other.example/basic', { auth: 'maria:secret' });
  expect(await text(greeted)).toContain('Hello maria');
  const ntlm = await ask('https://other.example/ntlm', { headers: { authorization: 'NTLM TlRM' } });
  expect([ntlm.statusCode, ntlm.headers['www-authenticate']]).toEqual([401, 'Negotiate, NTLM']);
});

test('one host has a certificate that nobody has signed', async () => {
  await expect(ask('https://badcert.example/')).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
});

test('scripts of the pages come without types, and nothing else of the folder', async () => {
  const script = await ask('https://attacker.example/site/worker.ts');
  expect(script.headers['content-type']).toBe('text/javascript');
  expect(await text(script)).not.toContain('interface');
  expect(await text(await ask('https://attacker.example/site/%2e%2e/site.ts'))).not.toContain('createServer');
});
