import type { SendFailure } from '../../shared/domain/challenge.ts';
import { notSent, type Outcome } from './carrier.ts';
import { certificateWords, isCertificateProblem } from './certificate-problem.ts';
import type { Heard } from './http.ts';
import { inOneLine, saidIn } from './said.ts';

/** What an outcome is made with. */
export interface Context {
  /** The time, ms since 1970. */
  now: number;
  /** What must not be repeated to anybody: the code, and the secret the request was made with. */
  hidden: readonly string[];
  /** The one status by which the provider says that it took a message; where it is left out, every 2xx. */
  taken?: number;
}

/**
 * What became of a message that went out by HTTP (security: D1, D9). A server that answers 2xx took it; one that
 * answers 4xx or 503 did not (RFC 9110, sections 15.5 and 15.6.4); after any other answer, or none, it may have.
 */
export function outcomeOf(heard: Heard, context: Context): Outcome {
  if ('error' in heard) return heard.asked ? outcomeOfError(heard.error, context) : notSent('timed-out');
  const { status, headers, body } = heard.answer;
  const said = saidIn(body, context.hidden) ?? `HTTP ${status}`;
  if (status >= 200 && status < 300) {
    // Another success than the documented one may be somebody in between, who answers in the provider's place.
    return { kind: status === (context.taken ?? status) ? 'sent' : 'unsure', said };
  }
  if (status === 429 || status === 503) {
    return { kind: 'not-sent', reason: 'busy', said, retry: { after: retryAfter(headers, context.now) } };
  }
  return status >= 500 ? { kind: 'unsure', said } : { kind: 'not-sent', reason: reasonOf(status), said };
}

function reasonOf(status: number): SendFailure {
  if (status === 401) return 'login-refused';
  // What is asked for is not there, has moved, or is not this account's to do.
  if (status === 403 || status === 404 || status === 405 || status === 410 || status < 400) return 'set-up-wrong';
  return 'refused';
}

/** How long a server asks to wait, in ms, by seconds or by a date (RFC 9110, section 10.2.3); null where it does not say. */
function retryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = value.endsWith('GMT') ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** What an error says was never handed over, by its name in Node's fetch or in Chromium's. */
const NEVER_SENT: readonly (readonly [RegExp, SendFailure])[] = [
  [/unexpected redirect|redirect policy|bad port|ERR_UNSAFE_PORT|ERR_INVALID_URL/, 'set-up-wrong'],
  [/EPROTO|ERR_SSL_(?:WRONG_VERSION|PACKET_LENGTH|PROTOCOL_ERROR|VERSION_OR_CIPHER|UNSUPPORTED|OBSOLETE)/, 'no-tls'],
  [/ENOTFOUND|EAI_[A-Z]+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|connect E/, 'unreachable'],
  [/UND_ERR_CONNECT_TIMEOUT|before secure TLS connection was established/, 'unreachable'],
  [
    /ERR_(?:NAME_|ADDRESS_|INTERNET_|DNS_|PROXY_|TUNNEL_)|ERR_(?:CONNECTION_(?:REFUSED|TIMED_OUT|FAILED)|NETWORK_ACCESS_)/,
    'unreachable',
  ],
];

function outcomeOfError(error: unknown, { hidden }: Context): Outcome {
  const names = namesIn(error);
  if (names.some(isCertificateProblem)) {
    const said = inOneLine(certificateWords(names.at(-1) ?? ''), hidden);
    return { kind: 'not-sent', reason: 'certificate', ...(said !== null && { said }) };
  }
  const reason = NEVER_SENT.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
  // Cut off or given up after the request went out, as far as an error tells.
  return reason === undefined ? { kind: 'unsure' } : notSent(reason);
}

/** The codes and messages of an error and its causes, the innermost last: `fetch` wraps what happened. */
function namesIn(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 3) return [];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return [code, error.message, ...namesIn(error.cause, depth + 1)];
}
