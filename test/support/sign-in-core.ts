import { onTestFinished } from 'vitest';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { ProviderName } from '../../shared/domain/names.ts';
import type { SignInWish } from '../../main/accounts/sign-in-with.ts';
import { ENDPOINTS } from '../../main/sign-in/endpoints.ts';
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
  /** What happens once the person is signed in, before the browser goes back to the app. */
  meanwhile: () => void | Promise<void>;
}

export function personalBrowser(): PersonalBrowser {
  const opened = recordingBrowser();
  const visits: Promise<unknown>[] = [];
  const browser: PersonalBrowser = {
    ...opened,
    login: null,
    meanwhile: () => {},
    async open(address) {
      const { login } = browser;
      if (login !== null)
        visits.push(Promise.resolve(browser.meanwhile()).then(() => signInAt(address.href, { login })));
      return opened.open(address);
    },
  };
  // A page that did not lead back fails the test.
  onTestFinished(async () => void (await Promise.all(visits)));
  return browser;
}

/** The app with a person at its browser. */
export interface SignInCore extends TestCore {
  readonly browser: PersonalBrowser;
  /** Signs somebody in at the provider, for what is wished. */
  readonly signInWith: (login: string, wish: SignInWish) => ReturnType<TestCore['commands']['accounts']['signInWith']>;
  /** The first sign-in, or a link, of whoever comes. */
  readonly addBySignIn: (login: string, provider?: SignInWish['provider']) => Promise<AccountId>;
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

/** Waits until name and picture of an account are there, which no sign-in waits for. */
export function profileOf(core: TestCore, id: AccountId): Promise<Account> {
  return new Promise((resolve) => {
    const look = () => {
      const account = shown(core, id);
      if (account.profileName === '') return;
      stop();
      resolve(account);
    };
    const stop = core.subscribe(look);
    look();
  });
}
