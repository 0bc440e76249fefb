import type { AccountId } from '../../shared/domain/account.ts';
import type { GroupId } from '../../shared/domain/group-id.ts';
import { ok, refuse, type Result } from '../../shared/errors.ts';
import { services } from '../../shared/services.ts';
import { listAccounts, type StoredAccount } from '../store/accounts.ts';
import type { Store } from '../store/database.ts';
import { findGroup, listMembers } from '../store/groups.ts';

/** A service of an account, as the command that opens one takes it. */
export interface Opening {
  accountId: AccountId;
  serviceId: string;
  owner: 'personal' | 'work';
}

/** What opening needs from above. */
export interface Opener {
  /** Opens one service. */
  open(opening: Opening): Promise<Result<unknown>>;
  /** Wakes what an account has open, where it was left; false where nothing is. */
  wakeLast(accountId: AccountId): boolean;
}

/**
 * Opens a service for each account of a group, one after the other in the person's order; with null what it has open
 * already, or else the first one that it has.
 */
export async function openAll(
  { store }: { store: Store },
  { groupId, serviceId }: { groupId: GroupId; serviceId: string | null },
  opener: Opener,
): Promise<Result<{ opened: number; failed: number }, 'group-not-found'>> {
  if (findGroup(store.read, groupId) === null) return refuse('group-not-found');
  const members = new Set(
    listMembers(store.read)
      .filter((member) => member.groupId === groupId)
      .map(({ accountId }) => accountId),
  );
  const accounts = listAccounts(store.read).filter(({ id }) => members.has(id));
  let opened = 0;
  for (const account of accounts) {
    if (serviceId === null && opener.wakeLast(account.id)) {
      opened += 1;
      continue;
    }
    const opening = openingOf(account, serviceId);
    if (opening !== null && (await opener.open(opening)).ok) opened += 1;
  }
  return ok({ opened, failed: accounts.length - opened });
}

/** Which service at which address; null where the account has none such. The pages for work ask, where the kind is unknown. */
function openingOf({ id, kind }: StoredAccount, serviceId: string | null): Opening | null {
  const owners = kind === 'unknown' ? (['work', 'personal'] as const) : [kind];
  for (const owner of owners) {
    const service = services.find((one) => one.address[owner] !== undefined && (serviceId ?? one.id) === one.id);
    if (service !== undefined) return { accountId: id, serviceId: service.id, owner };
  }
  return null;
}
