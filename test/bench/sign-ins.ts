import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import * as client from 'openid-client';
import type { ExternalBrowser } from '../../main/ports.ts';
import { ENDPOINTS } from '../../main/endpoints.ts';
import { createSignIns } from '../../main/sign-in/sign-ins.ts';
import { saveSetUp } from '../../main/store/ways.ts';
import { createSystemClock } from '../../main/system.ts';
import { testAuthority } from '../support/certificates.ts';
import { goTo, walkPages } from '../support/openid-browser.ts';
import { CLIENT_ID, startOpenIdProvider } from '../support/openid-provider.ts';
import { heldPorts } from '../support/ports.ts';
import { openFolder } from './fill.ts';
import { median, tell } from './report.ts';

const ROUNDS = 40;
const LOGIN = 'maria@example.com';

/** One sign-in; `visit` stands for the browser, and the time it takes is not ours. */
type SignIn = (visit: (page: string) => Promise<URL>) => Promise<void>;

/** Signs in as the app does. */
function openOurs(folder: string, issuer: string) {
  const { store } = openFolder(folder);
  const setUp = { name: 'openid', label: 'Bench', issuer, clientId: CLIENT_ID, mailScope: '' } as const;
  store.write((tx) => saveSetUp(tx, setUp, '2026-11-23T20:28:00.000Z'));
  const ports = heldPorts(folder);
  const browser: ExternalBrowser = { open: () => Promise.resolve(false) };
  const signIns = createSignIns({
    ...ports,
    store,
    endpoints: ENDPOINTS,
    clientId: '',
    clock: createSystemClock(),
    browser,
  });
  const signIn: SignIn = async (visit) => {
    browser.open = ({ href }) => {
      void visit(href).then(goTo);
      return Promise.resolve(true);
    };
    const signedIn = await signIns.run({ provider: 'openid', hint: null, use: 'identity' });
    if (!signedIn.ok) throw new Error(`Nobody signed in: ${signedIn.error.code}`);
  };
  return { signIn, close: () => store.close() };
}

/** The same requests by the library alone: discovery, token with its signature checked, UserInfo. */
function bareOf(issuer: string): SignIn {
  return async (visit) => {
    const config = await client.discovery(new URL(issuer), CLIENT_ID, undefined, client.None(), {
      execute: [client.enableNonRepudiationChecks],
    });
    const called = Promise.withResolvers<URL>();
    const server = createServer((request, response) => {
      called.resolve(new URL(request.url ?? '', redirectUri));
      response.end('Done');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('No port');
    const redirectUri = `http://127.0.0.1:${bound.port}/signed-in`;
    const verifier = client.randomPKCECodeVerifier();
    const page = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      state: 'state',
      nonce: 'nonce',
      prompt: 'login',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    void visit(page.href).then(goTo);
    const checks = { pkceCodeVerifier: verifier, expectedState: 'state', expectedNonce: 'nonce' };
    const tokens = await client.authorizationCodeGrant(config, await called.promise, checks);
    await client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '');
    server.close();
  };
}

/** How long a sign-in takes in ms, without the pages at the provider. */
async function time(signIn: SignIn): Promise<number> {
  let pages = 0;
  const began = performance.now();
  await signIn(async (page) => {
    const opened = performance.now();
    const back = await walkPages(page, { login: LOGIN });
    pages = performance.now() - opened;
    return back;
  });
  return performance.now() - began - pages;
}

/** Our sign-in, in turn with the bare protocol against the same provider. */
export async function benchSignIns(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const trusted = getCACertificates('default');
  const authority = await testAuthority();
  setDefaultCACertificates([...trusted, authority.caPem]);
  const provider = await startOpenIdProvider(await authority.issue());
  const ours = openOurs(folder, provider.origin);
  const bare = bareOf(provider.origin);
  await time(ours.signIn);
  await time(bare);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each goes first as often as the other, because whoever is second meets what the first left behind.
    const early = round % 2 === 0 ? await time(bare) : null;
    const mine = await time(ours.signIn);
    rounds.push({ mine, ratio: mine / (early ?? (await time(bare))) });
  }
  tell({
    what: 'a sign-in beside the bare protocol',
    value: median(rounds.map(({ ratio }) => ratio)),
    unit: 'x',
    aim: 1.2,
    note: `${median(rounds.map(({ mine }) => mine)).toFixed(1)} ms each without the provider's pages; median of ${ROUNDS}`,
  });
  ours.close();
  await provider.close();
  setDefaultCACertificates(trusted);
  rmSync(folder, { recursive: true, force: true });
}
