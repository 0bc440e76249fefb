import type { BrowserName } from './domain/browser.ts';

/**
 * Every refusal the app can answer with, by code, and what each carries.
 * Times are UTC ISO 8601. The words for them are in `shared/words/errors.ts`.
 */
export interface ErrorParams {
  // any command
  'invalid-input': object;
  unexpected: { incidentId: string };
  'storage-full': object;
  'storage-read-only': object;
  'storage-failed': object;
  // who may do what when
  'not-signed-in': object;
  'already-signed-in': object;
  // identifiers
  'identifier-empty': object;
  'identifier-unrecognized': object;
  'email-invalid': object;
  'phone-impossible': { reason: 'too-short' | 'too-long' | 'unknown-country' | 'not-a-number' };
  'already-linked': { identifier: string };
  'is-primary': { identifier: string };
  // codes and challenges
  'code-malformed': object;
  'code-wrong': { triesLeft: number };
  'code-superseded': object;
  'challenge-expired': object;
  'challenge-locked': { retryAt: string | null };
  'challenge-closed': object;
  'resend-too-soon': { retryAt: string };
  'too-many-sends': { retryAt: string; scope: 'identifier' | 'installation' | 'abroad' };
  /** `retryAt` is null where 100 codes in a row were wrong: codes are then closed for this identifier. */
  'too-many-tries': { retryAt: string | null; scope: 'identifier' | 'installation' };
  'carrier-off': object;
  /** The most text messages in 30 days were sent; the next one is free then. */
  'cost-cap-reached': { retryAt: string };
  // sign-in with a provider
  'provider-not-set-up': object;
  /** Given up by the person, or by a newer attempt. */
  'sign-in-cancelled': object;
  'sign-in-timed-out': object;
  /** The provider said no. `temporary`: it is out of order itself; `set-up`: it does not know us so. */
  'sign-in-denied': { reason: 'denied' | 'consent-needed' | 'admin-needed' | 'temporary' | 'set-up' | 'other' };
  'sign-in-unreachable': object;
  /** What the provider answered does not hold. `clock`: it does by another clock. */
  'sign-in-invalid': { reason: 'token' | 'clock' | 'issuer' };
  /** Somebody else signed in than was to be proven. */
  'sign-in-other-account': { came: string; expected: string };
  'sign-in-nameless': object;
  'sign-in-no-port': object;
  'sign-in-over': object;
  // ways and secrets
  'setting-invalid': { field: string; problem: SettingProblem };
  'not-set-up': object;
  'secrets-locked': object;
  'passphrase-wrong': object;
  'passphrase-too-short': { min: number };
  // accounts
  'account-not-found': object;
  'name-too-long': { max: number };
  'successor-needed': object;
  'undo-expired': object;
  // groups and lists
  'group-not-found': object;
  'group-name-empty': object;
  'group-name-taken': object;
  'file-not-saved': object;
  'file-not-read': object;
  'file-too-large': { maxMegabytes: number };
  /** A list of accounts that is no CSV, has no column of identifiers, or too many rows. */
  'list-unreadable': { reason: 'no-table' | 'no-identifiers' | 'too-many-rows' };
  // services
  'service-not-found': object;
  'open-failed': object;
  /** The browser that an account's services open in is no longer there. */
  'browser-not-found': { browser: BrowserName };
  'tab-not-found': object;
  /** The page says that something typed there was not saved. */
  'tab-unsaved': object;
  // links
  'pattern-invalid': { problem: PatternProblem };
  /** Not an https address that may leave the app. */
  'address-invalid': object;
  'link-rule-not-found': object;
  'too-many-link-rules': { max: number };
  // preferences
  'auto-start-failed': object;
  'preferences-not-saved': object;
  /** Another program, or the system, has these keys. */
  'shortcut-taken': object;
  // the command line
  'no-match': { what: 'account' | 'service'; text: string };
  'several-match': { what: 'account' | 'service'; text: string; candidates: readonly string[] };
  /** A service has two addresses, and nobody said whose account it is. */
  'owner-needed': { identifier: string };
}

/** What is wrong with a field of a set-up. */
export type SettingProblem =
  | 'empty'
  | 'too-long'
  | 'not-a-host'
  | 'not-a-port'
  | 'not-an-email'
  | 'not-a-sender'
  | 'not-https'
  | 'not-a-certificate'
  | 'not-a-client-id'
  | 'not-a-tenant'
  | 'not-an-account-sid'
  | 'not-a-key-sid'
  | 'not-a-connection-string'
  | 'key-too-short'
  | 'not-a-limit'
  | 'no-such-account'
  | 'account-cannot-send'
  | 'plain-only-here';

/** What is wrong with the pattern of a link rule. */
export type PatternProblem =
  | 'empty'
  | 'too-long'
  | 'not-https'
  | 'not-a-host'
  | 'has-credentials'
  | 'has-query'
  | 'star-in-host'
  | 'star-in-path';

/** The code of a refusal. */
export type ErrorCode = keyof ErrorParams;

/** A refusal as a value: its code and what the words for it need. */
export type AppError<C extends ErrorCode = ErrorCode> = { [K in C]: { code: K } & ErrorParams[K] }[C];

/** What a rule answers: a value, or a refusal with one of the codes `C`. */
export type Result<T, C extends ErrorCode = ErrorCode> = { ok: true; value: T } | { ok: false; error: AppError<C> };

/** The answer of a command that has nothing to say but that it was done. */
export type Done = Record<string, never>;

/** An answer as a value. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Makes a refusal; `params` are those that the code declares. */
export function refuse<C extends ErrorCode>(
  code: C,
  ...params: keyof ErrorParams[C] extends never ? [] : [ErrorParams[C]]
): { ok: false; error: AppError<C> } {
  const error = { code, ...params[0] };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parameter list has just checked that `params` fits `code`
  return { ok: false, error: error as unknown as AppError<C> };
}
