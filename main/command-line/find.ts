import type { Account } from '../../shared/domain/account.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { services, type Service } from '../../shared/services.ts';
import { parseIdentifier } from '../identifiers/parse.ts';

/** How many of the things that fit are named. */
const NAMED = 10;

type Refusal = 'no-match' | 'several-match';

/** What a word can mean, how it may be called, and what the person is told of it. */
interface Candidate<T> {
  value: T;
  names: readonly string[];
  shown: string;
}

/**
 * Finds the account that a word means: by its identifier in any way of writing it, its name, or the beginning of either.
 * `region` is where phone numbers without a country code are taken to be.
 */
export function findAccount(accounts: readonly Account[], text: string, region: string): Result<Account, Refusal> {
  const parsed = parseIdentifier(text, region);
  const exact = parsed.ok && accounts.find(({ identifier }) => identifier.value === parsed.value.value);
  if (exact) return ok(exact);
  const candidates = accounts.map((account) => ({
    value: account,
    names: [account.identifier.value, account.identifier.display, account.name, account.profileName],
    shown: account.identifier.display,
  }));
  return pick('account', candidates, text);
}

/** Finds the service that a word means among those that `owners` have: by its id, its name, or the beginning of either. */
export function findService(owners: readonly ('personal' | 'work')[], text: string): Result<Service, Refusal> {
  const candidates = services
    .filter(({ address }) => owners.some((owner) => address[owner] !== undefined))
    .map((service) => ({ value: service, names: [service.id, service.name], shown: service.name }));
  return pick('service', candidates, text);
}

/** A whole name goes before the beginning of another one: there is an "Outlook" beside an "Outlook Calendar". */
function pick<T>(what: 'account' | 'service', candidates: readonly Candidate<T>[], text: string): Result<T, Refusal> {
  const wanted = folded(text);
  const called = candidates.filter(({ names }) => names.some((name) => folded(name) === wanted));
  const fitting =
    called.length > 0 ? called : candidates.filter(({ names }) => names.some((name) => begins(name, wanted)));
  const [only] = fitting;
  if (wanted === '' || only === undefined) return refuse('no-match', { what, text });
  if (fitting.length === 1) return ok(only.value);
  const more = fitting.length > NAMED ? [`${fitting.length - NAMED} more`] : [];
  return refuse('several-match', {
    what,
    text,
    candidates: [...fitting.slice(0, NAMED).map(({ shown }) => shown), ...more],
  });
}

function begins(name: string, wanted: string): boolean {
  return folded(name).startsWith(wanted);
}

/** Case, and the blanks that phone numbers are written with, make no difference. */
function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}
