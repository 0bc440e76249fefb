import { onTestFinished } from 'vitest';
import type { Result } from '../../shared/errors.ts';
import { ENDPOINTS } from '../../main/endpoints.ts';
import { createSignIns, type SignedIn, type SignInRefusal, type SignInWish } from '../../main/sign-in/sign-ins.ts';
import { saveSetUp } from '../../main/store/ways.ts';
import { testAuthority } from './certificates.ts';
import { signInAt, walkPages, type Visit } from './openid-browser.ts';
import {
  CLIENT_ID,
  MAIL_SCOPE,
  MICROSOFT_CLIENT_ID,
  startOpenIdProvider,
  type OpenIdProvider,
} from './openid-provider.ts';
import { heldPorts } from './ports.ts';
import { openTestStore } from './store.ts';
import { temporaryFolder } from './folder.ts';
import { trust } from './trust.ts';

/** The wish most tests have. */
export const WISH: SignInWish = { provider: 'openid', hint: null, use: 'identity' };
export const AT_MICROSOFT: SignInWish = { provider: 'microsoft', hint: null, use: 'identity' };

/** Starts a provider that this process trusts, until the test ends. */
export async function startTestProvider(): Promise<OpenIdProvider> {
  const authority = await testAuthority();
  trust(authority.caPem);
  const provider = await startOpenIdProvider(await authority.issue());
  onTestFinished(() => provider.close());
  return provider;
}

/** Sign-ins with a provider that is set up, by its own address and as Microsoft. */
export async function testSignIns() {
  const provider = await startTestProvider();
  const ports = heldPorts(temporaryFolder());
  const { store } = openTestStore();
  const issuer = provider.origin;
  store.write((tx) => {
    const openid = { name: 'openid', label: 'Test', issuer, clientId: CLIENT_ID, mailScope: MAIL_SCOPE } as const;
    saveSetUp(tx, openid, new Date(0).toISOString());
  });
  const endpoints = { ...ENDPOINTS, microsoft: issuer, graph: issuer };
  const parts = { ...ports, store, endpoints, clientId: MICROSOFT_CLIENT_ID };
  const signIns = createSignIns(parts);
  onTestFinished(() => signIns.close());

  /** Starts a sign-in and waits for the page that opens in the browser. */
  async function open(wish: SignInWish = WISH) {
    const { browser } = parts;
    const before = browser.opened.length;
    const outcome = signIns.run(wish);
    const opened = Promise.withResolvers<string>();
    const { open: openPage } = browser;
    browser.open = async (address) => {
      const opens = await openPage(address);
      opened.resolve(browser.opened[before] ?? '');
      return opens;
    };
    onTestFinished(() => void (browser.open = openPage));
    const ended = outcome.then((result) => Promise.reject(new Error(`No page opened: ${JSON.stringify(result)}`)));
    const page = await Promise.race([opened.promise, ended]);
    browser.open = openPage;
    ended.catch(() => {});
    return { page, outcome };
  }

  /** Signs in at the provider's pages, and gives the outcome. */
  async function signIn(visit: Visit, wish: SignInWish = WISH): Promise<Result<SignedIn, SignInRefusal>> {
    const { page, outcome } = await open(wish);
    await signInAt(page, visit);
    return outcome;
  }

  /** Goes as far as the address that the provider sends the browser back to. */
  async function openAndWalk(visit: Visit, wish: SignInWish = WISH) {
    const { page, outcome } = await open(wish);
    return { page, outcome, callback: await walkPages(page, visit) };
  }

  return { provider, parts, signIns, open, signIn, openAndWalk };
}
