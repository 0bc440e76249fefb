import { NAME_MAX, type AccountId } from '../../shared/domain/account.ts';
import { refuse, type Result, type Done } from '../../shared/errors.ts';
import { setName } from '../store/accounts.ts';
import { changeAccount } from './change.ts';
import type { AccountParts } from './parts.ts';

/** Gives an account a name of at most `NAME_MAX` characters; blanks at the ends are dropped, empty means none. */
export function rename(
  parts: AccountParts,
  { accountId, name }: { accountId: AccountId; name: string },
): Result<Done, 'account-not-found' | 'name-too-long'> {
  const trimmed = name
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (Array.from(trimmed).length > NAME_MAX) return refuse('name-too-long', { max: NAME_MAX });
  return changeAccount(parts, accountId, (tx, account) => {
    if (account.name !== trimmed) setName(tx, accountId, trimmed);
  });
}
