import type { Account } from '../../shared/domain/account.ts';
import type { Group } from '../../shared/domain/group.ts';

/** From this many accounts on, a list has a search field. */
export const SEARCH_FROM = 8;

/** Case, accents and the blanks in a phone number make no difference. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();
}

/** The accounts whose identifier, name or group contains every word of `text`, in the order given. */
export function filterAccounts(
  accounts: readonly Account[],
  text: string,
  groups: readonly Group[] = [],
): readonly Account[] {
  const words = text.split(/\s+/).map(folded).filter(Boolean);
  if (words.length === 0) return accounts;
  const names = new Map(groups.map((group) => [group.id, folded(group.name)]));
  return accounts.filter(({ identifier, name, profileName, groupId }) => {
    const group = groupId === null ? '' : (names.get(groupId) ?? '');
    const searched = [...[identifier.display, identifier.value, name, profileName].map(folded), group].join('\n');
    return words.every((word) => searched.includes(word));
  });
}
