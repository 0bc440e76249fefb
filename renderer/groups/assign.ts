import type { AccountId } from '../../shared/domain/account.ts';
import type { GroupId } from '../../shared/domain/group-id.ts';
import type { Done, Result } from '../../shared/errors.ts';
import { api } from '../ipc/client.ts';

/** How many accounts the command takes at once. */
const AT_ONCE = 500;

/** Puts accounts, one or more, into a group, or out of any with null. */
export async function assign(accountIds: readonly AccountId[], groupId: GroupId | null): Promise<Result<Done>> {
  const rest = accountIds.slice(AT_ONCE);
  const answer = await api.groups.assign({ accountIds: accountIds.slice(0, AT_ONCE), groupId });
  return answer.ok && rest.length > 0 ? assign(rest, groupId) : answer;
}
