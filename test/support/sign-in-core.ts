import { onTestFinished } from 'vitest';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { ProviderName } from '../../shared/domain/names.ts';
import type { SignInWithInput } from '../../main/accounts/sign-in-with.ts';
import { ENDPOINTS } from '../../main/endpoints.ts';
import { createTestCore, value, type TestCore } from './core.ts';
import { signInAt } from './openid-browser.ts';
import { CLIENT_ID, MAIL_SCOPE, MICROSOFT_CLIENT_ID, type OpenIdProvider } from './openid-provider.ts';
import { recordingBrowser, type RecordingBrowser } from './ports.ts';
import { openIdSetUp } from './set-ups.ts';
import { startTestProvider } from './sign-ins.ts';

/** A browser with a person at it, who signs in wherever they are sent. */
export interface PersonalBrowser extends RecordingBrowser {
  /** Who signs in next; null leaves the page open. */
  login: string | null;
  /** What happens while the page is open, before the person signs in. */
  meanwhile: () => void | Promise<void>;
}

export function personalBrowser(): PersonalBrowser {
  const recorded = recordingBrowser();
  const visits: Promise<void>[] = [];
  const visit = async (page: string) => {
    await browser.meanwhile();
    if (browser.login !== null) await signInAt(page, { login: browser.login });
  };
  const { open } = recorded;
  const browser: PersonalBrowser = Object.assign(recorded, {
    login: null,
    meanwhile: () => {},
    open(address: URL) {
      visits.push(visit(address.href));
      return open(address);
    },
  });
  // A page that did not lead back fails the test.
  onTestFinished(async () => void (await Promise.all(visits)));
  return browser;
}

/** The app with a person at its browser. */
export interface SignInCore extends TestCore {
  readonly browser: PersonalBrowser;
  /** Signs somebody in at the provider, for what is wished. */
  readonly signInWith: (
    login: string,
    wish: SignInWithInput,
  ) => ReturnType<TestCore['commands']['accounts']['signInWith']>;
  /** The first sign-in, or a link, of whoever comes. */
  readonly addBySignIn: (login: string, provider?: SignInWithInput['provider']) => Promise<AccountId>;
}

/** Starts the app with this provider set up by its own address, and as Microsoft. */
export async function createSignInCore(provider: OpenIdProvider, folder?: string): Promise<SignInCore> {
  const browser = personalBrowser();
  const core = createTestCore(
    { browser, ...(folder !== undefined && { folder }) },
    {
      endpoints: { ...ENDPOINTS, microsoft: provider.origin, graph: provider.origin },
      clientId: MICROSOFT_CLIENT_ID,
    },
  );
  const setUp = openIdSetUp({ issuer: provider.origin, clientId: CLIENT_ID, mailScope: MAIL_SCOPE });
  value(await core.commands.ways.save({ setUp, secret: null }));
  const signInWith: SignInCore['signInWith'] = (login, wish) => {
    browser.login = login;
    return core.commands.accounts.signInWith(wish);
  };
  return {
    ...core,
    browser,
    signInWith,
    async addBySignIn(login, provider = 'openid') {
      const purpose = core.snapshot().accounts.primaryId === null ? 'sign-in' : 'link';
      return value(await signInWith(login, { purpose, provider, identifier: '' })).accountId;
    },
  };
}

/** The app and a provider of its own. */
export async function coreWithProvider() {
  const provider = await startTestProvider();
  return { provider, core: await createSignInCore(provider) };
}

/** A first sign-in that waits for the person at the browser. */
export async function signInUnderWay() {
  const { core } = await coreWithProvider();
  const { browser, commands } = core;
  const opened = new Promise<void>((resolve) => (browser.meanwhile = resolve));
  const signingIn = commands.accounts.signInWith({ purpose: 'sign-in', provider: 'openid', identifier: '' });
  await opened;
  return { core, signingIn };
}

/** Links whoever signs in. */
export const linkAnyone = (provider: ProviderName = 'openid') =>
  ({ purpose: 'link', provider, identifier: '' }) as const;

export const proveAgain = (accountId: AccountId, provider: ProviderName = 'openid') =>
  ({ purpose: 'prove-again', provider, accountId }) as const;

/** An account as the window shows it. */
export function shown(core: TestCore, id: AccountId): Account {
  const account = core.snapshot().accounts.accounts.find((account) => account.id === id);
  if (account === undefined) throw new Error('The account is not there');
  return account;
}

/** Waits until name and picture of an account are there, which no sign-in waits for; for this name where one is given. */
export function profileOf(core: TestCore, id: AccountId, name?: string): Promise<Account> {
  return new Promise((resolve) => {
    const look = () => {
      const account = shown(core, id);
      if (account.profileName === '' || (name !== undefined && account.profileName !== name)) return;
      stop();
      resolve(account);
    };
    const stop = core.subscribe(look);
    look();
  });
}
