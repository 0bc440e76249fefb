import { refuse, type Result } from '../../shared/errors.ts';
import type { Ports } from '../ports.ts';
import { authorizationAddress, newSecrets, redirectAddressOf, redirectUriOf } from './authorization.ts';
import { openChannel, type Channel } from './channel.ts';
import { discover } from './discovery.ts';
import { exchange, type Exchanged } from './exchange.ts';
import type { ProtocolRefusal } from './failures.ts';
import type { Provider, ProviderParts } from './providers.ts';
import { openRedirectServer, type Callback } from './redirect-server.ts';
import type { SignInUse } from './sign-ins.ts';

/** How long the person has in the browser, in ms (security: O3). */
const PATIENCE = 300_000;
/** How long the provider may take before the browser opens, and again once it is back, in ms: 30 s in all. */
const HTTP_LIMIT = 15_000;

/** What a sign-in works with. */
export type AttemptParts = ProviderParts & Pick<Ports, 'clock' | 'browser' | 'fetch'>;

/** Why an attempt came to nothing. */
export type AttemptRefusal =
  | ProtocolRefusal
  | 'sign-in-cancelled'
  | 'sign-in-timed-out'
  | 'sign-in-no-port'
  | 'open-failed';

type Refused = Result<never, AttemptRefusal>;
type Outcome = Result<Exchanged, AttemptRefusal>;

/** One sign-in on its way. */
export interface Attempt {
  readonly outcome: Promise<Outcome>;
  /** The provider's page that the browser was sent to; null before that, and once it is over. */
  readonly page: URL | null;
  /** Does nothing once it is over. */
  cancel(): void;
}

/** How an attempt ends before its time. */
interface Ending {
  readonly signal: AbortSignal;
  readonly ended: Promise<Refused>;
  end(refusal: Refused): void;
}

/** Starts a sign-in: asks the provider how it is done, opens the browser there, and waits for it to come back. */
export function startAttempt(
  parts: AttemptParts,
  provider: Provider,
  wish: { hint: string | null; use: SignInUse },
): Attempt {
  const ending = newEnding();
  let page: URL | null = null;
  const attempt = async (): Promise<Outcome> => {
    const discovered = await within(parts, ending, (channel) => discover(parts, provider, channel));
    if (!discovered.ok) return discovered;
    const secrets = newSecrets(discovered.value.client);
    const server = await openRedirectServer(redirectAddressOf(provider), secrets.state);
    if (server === null) return refuse('sign-in-no-port');
    const redirectUri = redirectUriOf(provider, server.port);
    try {
      const address = await authorizationAddress(discovered.value, provider, { ...wish, secrets, redirectUri });
      if (!address.ok) return address;
      page = address.value;
      const back = await sendToBrowser(parts, page, server.callback, ending);
      if ('ok' in back) return back;
      const request = { callback: back.url, redirectUri, secrets };
      const outcome = await within(parts, ending, (channel) => exchange(provider, discovered.value, request, channel));
      back.show(outcome.ok ? 'signed-in' : 'refused');
      return outcome;
    } finally {
      page = null;
      server.close();
    }
  };
  return {
    outcome: attempt(),
    get page() {
      return page;
    },
    cancel: () => ending.end(refuse('sign-in-cancelled')),
  };
}

function newEnding(): Ending {
  const controller = new AbortController();
  const { promise: ended, resolve } = Promise.withResolvers<Refused>();
  const end = (refusal: Refused) => {
    resolve(refusal);
    controller.abort();
  };
  return { signal: controller.signal, ended, end };
}

/** Opens the browser, and waits until it is back or the attempt is over. */
async function sendToBrowser(
  { clock, browser }: AttemptParts,
  page: URL,
  callback: Promise<Callback>,
  { signal, ended, end }: Ending,
): Promise<Callback | Refused> {
  if (signal.aborted) return ended;
  const stopWaiting = clock.after(PATIENCE, () => end(refuse('sign-in-timed-out')));
  try {
    // Nobody waits for the system to have opened it: the person may be back before it says so.
    const notOpened = new Promise<Refused>((resolve, reject) => {
      browser.open(page).then((opened) => !opened && resolve(refuse('open-failed')), reject);
    });
    return await Promise.race([callback, ended, notOpened]);
  } finally {
    stopWaiting();
  }
}

/** Talks to the provider for a limited time, and not once the attempt is over. */
async function within<T>(
  parts: AttemptParts,
  { signal, ended }: Ending,
  talk: (channel: Channel) => Promise<Result<T, ProtocolRefusal>>,
): Promise<Result<T, AttemptRefusal>> {
  const channel = openChannel(parts, { limit: HTTP_LIMIT, signal });
  try {
    return await Promise.race([talk(channel), ended]);
  } finally {
    channel.end();
  }
}
