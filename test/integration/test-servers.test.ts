import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { testAuthority, type TestAuthority } from '../support/certificates.ts';
import { httpsRecorder, type Outcome } from '../support/https-server.ts';
import { trust } from '../support/trust.ts';

const DAY = 86_400_000;

/** What TLS makes of a server: `good`, or the code of its error. */
function greet(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host }, () => {
      socket.destroy();
      resolve('good');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

/** What `fetch` makes of an address: the status, or the code of its error. */
async function statusOf(address: string): Promise<unknown> {
  try {
    return (await fetch(address)).status;
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : error;
  }
}

test.each(['localhost', '127.0.0.1'])(
  'a certificate of the authority is good for %s once it is trusted',
  async (host) => {
    const { caPem, issue } = await testAuthority();
    const { port } = await httpsRecorder(await issue(), () => ({ status: 204 }));
    const address = `https://${host}:${port}`;
    expect([await greet(port, host), await statusOf(address)]).toEqual(
      Array(2).fill('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
    );
    trust(caPem);
    expect([await greet(port, host), await statusOf(address)]).toEqual(['good', 204]);
  },
);

test.each([
  ['for another host', 'ERR_TLS_CERT_ALTNAME_INVALID', ({ issue }: TestAuthority) => issue({ host: 'example.org' })],
  [
    'that has expired',
    'CERT_HAS_EXPIRED',
    ({ issue }: TestAuthority) => issue({ notAfter: new Date(Date.now() - DAY) }),
  ],
  ['of tomorrow', 'CERT_NOT_YET_VALID', ({ issue }: TestAuthority) => issue({ notBefore: new Date(Date.now() + DAY) })],
  ['signed by itself', 'DEPTH_ZERO_SELF_SIGNED_CERT', ({ selfSigned }: TestAuthority) => selfSigned()],
])('a certificate %s is refused with %s', async (_, code, make) => {
  const authority = await testAuthority();
  trust(authority.caPem);
  const { port, origin } = await httpsRecorder(await make(authority), () => ({ status: 204 }));
  expect([await greet(port, '127.0.0.1'), await statusOf(origin)]).toEqual([code, code]);
});

test('the recorder keeps what was asked, and answers what it is told', async () => {
  const { caPem, issue } = await testAuthority();
  trust(caPem);
  const answer: Outcome = { status: 202, headers: { 'retry-after': '5' }, body: { id: 7 } };
  const { origin, requests } = await httpsRecorder(await issue(), ({ path }) => (path === '/drop' ? 'drop' : answer));
  const response = await fetch(`${origin}/a?b=c`, { method: 'POST', body: 'Grüße', headers: { 'X-One': '1' } });
  expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([202, '5', { id: 7 }]);
  expect(await statusOf(`${origin}/drop`)).toBe('UND_ERR_SOCKET');
  expect(requests).toMatchObject([
    { method: 'POST', path: '/a?b=c', headers: { 'x-one': '1' }, body: 'Grüße' },
    { method: 'GET', path: '/drop', body: '' },
  ]);
});

test('the recorder cuts a body, and stays silent until its caller gives up', async () => {
  const { caPem, issue } = await testAuthority();
  trust(caPem);
  const cut: Outcome = { status: 200, body: { long: 'body' }, cutAfter: 4 };
  const { origin } = await httpsRecorder(await issue(), ({ path }) => (path === '/cut' ? cut : 'silence'));
  const response = await fetch(`${origin}/cut`);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated');
  await expect(fetch(`${origin}/silent`, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout');
});
