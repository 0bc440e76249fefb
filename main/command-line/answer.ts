import { assertNever } from '../../shared/assert-never.ts';
import type { Account } from '../../shared/domain/account.ts';
import type { Navigation } from '../../shared/domain/environment.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import type { Client } from '../../shared/ipc/contract.ts';
import type { Service } from '../../shared/services.ts';
import { findAccount, findService } from './find.ts';
import { accountLines, accountsJson } from './list.ts';
import type { Reply, Request } from './messages.ts';

interface Parts {
  /** The commands that buttons call as well. */
  commands: Pick<Client, 'accounts' | 'app' | 'preferences' | 'services'>;
  /** Brings the window to the person, at a place. */
  open(navigation: Navigation): void;
}

/** Does what a command line asks, by the same commands as a button, and says how that went in the same words. */
export async function answerRequest(parts: Parts, request: Request): Promise<Reply> {
  const done = await run(parts, request);
  if (done.ok) return { status: 0, text: done.value };
  // Only now: it needs the words for dates, which take a while to load.
  const { wordsFor } = await import('../../shared/words/errors.ts');
  return { status: 1, text: wordsFor(done.error) };
}

function run(parts: Parts, request: Request): Promise<Result<string>> {
  switch (request.command) {
    case 'list':
      return list(parts, request.json);
    case 'switch':
      return switchTo(parts, request.account);
    case 'open':
      return openService(parts, request);
    case 'link':
      return link(parts, request.identifier);
    default:
      return assertNever(request);
  }
}

async function list({ commands }: Parts, json: boolean): Promise<Result<string>> {
  const accounts = await readAccounts(commands);
  if (!accounts.ok) return accounts;
  return ok(json ? accountsJson(accounts.value) : accountLines(accounts.value));
}

async function switchTo(parts: Parts, text: string): Promise<Result<string>> {
  const account = await find(parts, text);
  if (!account.ok) return account;
  const switched = await parts.commands.accounts.switchTo({ accountId: account.value.id });
  if (!switched.ok) return switched;
  parts.open({ page: 'dashboard' });
  return ok(`Switched to ${account.value.identifier.display}.`);
}

async function openService(
  parts: Parts,
  { account: text, service: wanted, owner }: Extract<Request, { command: 'open' }>,
): Promise<Result<string>> {
  const account = await find(parts, text);
  if (!account.ok) return account;
  const owners = owner ? ([owner] as const) : ownersOf(account.value);
  const service = findService(owners, wanted);
  if (!service.ok) return service;
  const address = chooseOwner(account.value, owners, service.value);
  if (!address.ok) return address;
  const { id: accountId, identifier } = account.value;
  const switched = await parts.commands.accounts.switchTo({ accountId });
  if (!switched.ok) return switched;
  // Before the service, which may open in a browser above our window.
  parts.open({ page: 'dashboard' });
  const opened = await parts.commands.services.open({ accountId, serviceId: service.value.id, owner: address.value });
  return opened.ok ? ok(`Opened ${service.value.name} as ${identifier.display}.`) : opened;
}

/** Shows where another account is added; what follows is up to the person there. */
async function link({ commands, open }: Parts, identifier: string | null): Promise<Result<string>> {
  const accounts = await readAccounts(commands);
  if (!accounts.ok) return accounts;
  open({ page: 'add', ...(identifier !== null && { text: identifier }) });
  return accounts.value.length > 0 ? ok('Go on in the window of Switchboard.') : refuse('not-signed-in');
}

async function find({ commands }: Parts, text: string): Promise<Result<Account>> {
  const accounts = await readAccounts(commands);
  if (!accounts.ok) return accounts;
  if (accounts.value.length === 0) return refuse('not-signed-in');
  const preferences = await commands.preferences.read({});
  if (!preferences.ok) return preferences;
  const { phoneRegion } = preferences.value;
  if (phoneRegion !== 'system') return findAccount(accounts.value, text, phoneRegion);
  const environment = await commands.app.environment({});
  return environment.ok ? findAccount(accounts.value, text, environment.value.region) : environment;
}

async function readAccounts(commands: Parts['commands']): Promise<Result<readonly Account[]>> {
  const snapshot = await commands.app.snapshot({ topics: ['accounts'] });
  return snapshot.ok ? ok(snapshot.value.accounts?.accounts ?? []) : snapshot;
}

type Owner = 'personal' | 'work';

function ownersOf({ kind }: Account): readonly Owner[] {
  return kind === 'unknown' ? ['personal', 'work'] : [kind];
}

/** Where a service has one address for personal accounts and another for work, and the account may be either, the person has to say which. */
function chooseOwner({ identifier }: Account, owners: readonly Owner[], { address }: Service): Result<Owner> {
  const [only, other] = owners.filter((owner) => address[owner] !== undefined);
  if (only === undefined) return refuse('service-not-found');
  if (other !== undefined && address[only] !== address[other]) {
    return refuse('owner-needed', { identifier: identifier.display });
  }
  return ok(only);
}
