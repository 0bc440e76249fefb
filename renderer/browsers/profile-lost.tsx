import type { AccountId } from '../../shared/domain/account.ts';
import { placeNames } from '../../shared/words/browsers.ts';
import { useBrowsers } from './use-browsers.ts';
import { words } from './words.ts';

/** Says that an account's profile in a browser goes with it, where its services open in one. */
export function ProfileLost({ accountId }: { accountId: AccountId }) {
  const { place } = useBrowsers(accountId);
  return place === 'switchboard' ? null : <span>{words.profileLost(placeNames[place])}</span>;
}
