import { assertNever } from '../../shared/assert-never.ts';
import type { TabProblem } from '../../shared/domain/tab.ts';

export interface ProblemWords {
  title: string;
  /** What happened, and what to do. */
  text: string;
  /** Chromium's own name for it, for whoever has to ask somebody. */
  code: string | null;
}

/** Why a page could not be loaded, by the codes of Chromium that a person can do something about. */
const loadWords = new Map<string, (host: string) => string>(
  Object.entries({
    ERR_INTERNET_DISCONNECTED: () => 'This computer is offline. Connect it to the internet, then try again.',
    ERR_NETWORK_CHANGED: () => 'The network changed while the page was loading. Try again.',
    ERR_NAME_NOT_RESOLVED: (host: string) =>
      `${host} was not found. Check that this computer is online, and that your network lets it look up this name.`,
    ERR_CONNECTION_REFUSED: (host: string) => `${host} refused the connection. Try again in a few minutes.`,
    ERR_CONNECTION_RESET: (host: string) => `${host} broke the connection off. Try again.`,
    ERR_CONNECTION_CLOSED: (host: string) => `${host} broke the connection off. Try again.`,
    ERR_EMPTY_RESPONSE: (host: string) => `${host} answered with nothing. Try again in a few minutes.`,
    ERR_ADDRESS_UNREACHABLE: (host: string) =>
      `${host} cannot be reached from this network. Check your connection or VPN.`,
    ERR_CONNECTION_TIMED_OUT: (host: string) =>
      `${host} took too long to answer. Check your connection, then try again.`,
    ERR_TIMED_OUT: (host: string) => `${host} took too long to answer. Check your connection, then try again.`,
    ERR_PROXY_CONNECTION_FAILED: () =>
      'The proxy of this computer cannot be reached. Check the proxy in the system settings.',
    ERR_TUNNEL_CONNECTION_FAILED: () =>
      'The proxy of this computer refused the connection. Check the proxy in the system settings.',
    ERR_TOO_MANY_REDIRECTS: (host: string) => `${host} sends from one page to the next without end. Try again later.`,
    ERR_BLOCKED_BY_CLIENT: () =>
      'Switchboard opens only pages with an encrypted connection (https). Open this one in your browser.',
  }),
);

function notLoaded({ host, code }: Extract<TabProblem, { kind: 'not-loaded' }>): ProblemWords {
  const words = loadWords.get(code);
  return {
    title: 'This page could not be loaded',
    text: words ? words(host || 'The server') : `${host || 'The page'} could not be loaded. Try again.`,
    code,
  };
}

const refusedSignIns = {
  password: 'asked for a user name and password in a way that Switchboard does not answer.',
  'domain-login': 'asked to sign in with the account of this computer, which Switchboard gives to no page.',
  certificate: 'asked for a certificate of this computer, which Switchboard gives to no page.',
} as const;

/** A problem in words: what happened, and what to do next. */
export function problemWords(problem: TabProblem): ProblemWords {
  switch (problem.kind) {
    case 'crashed':
      return {
        title: 'This page has crashed',
        text: 'What was typed and not saved there is lost. Reload it to go on.',
        code: null,
      };
    case 'hung':
      return {
        title: 'This page does not answer',
        text: 'It comes back as soon as it answers. If that takes too long, reload it; what was not saved there is lost then.',
        code: null,
      };
    case 'not-loaded':
      return notLoaded(problem);
    case 'certificate':
      return {
        title: 'This connection is not safe',
        text: `${problem.host} could not prove who it is, so nothing was loaded from it. Somebody may be reading along, or the clock of this computer is wrong.`,
        code: problem.code,
      };
    case 'sign-in-refused':
      return {
        title: 'This page wants a sign-in that works only in a browser',
        text: `${problem.host} ${refusedSignIns[problem.asked]} Open the page in your browser instead.`,
        code: null,
      };
    default:
      return assertNever(problem);
  }
}
