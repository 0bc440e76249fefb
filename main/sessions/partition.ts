import type { AccountId } from '../../shared/domain/account.ts';

const PREFIX = 'account-';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The partition of an account's session. Ids are in lower case already, and have to be: Electron keys sessions by the
 * exact text, but folders by the lower-cased one, so two cases would be two sessions on one folder.
 */
export function partitionOf(accountId: AccountId): string {
  return `persist:${PREFIX}${accountId.toLowerCase()}`;
}

/** The folder of that partition, by its name. */
export function folderNameOf(accountId: AccountId): string {
  return `${PREFIX}${accountId.toLowerCase()}`;
}

/** Those of the folders' names that are of an account's partition, but of none of these accounts. */
export function strayFolders(names: readonly string[], accountIds: ReadonlySet<AccountId>): string[] {
  const kept = new Set([...accountIds].map(folderNameOf));
  return names.filter((name) => name.startsWith(PREFIX) && UUID.test(name.slice(PREFIX.length)) && !kept.has(name));
}
