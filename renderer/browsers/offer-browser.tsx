import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarProps,
} from '@fluentui/react-components';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { BrowserName } from '../../shared/domain/browser.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { useCommand } from '../components/use-command.ts';
import { useAccount } from '../stores/snapshot.ts';
import { placeNames } from '../../shared/words/browsers.ts';
import { choosePlace } from './choose-place.ts';
import { useBrowsers } from './use-browsers.ts';
import { words } from './words.ts';

/** Device-bound sign-in works best in the first of them. */
const BEST_FIRST: readonly BrowserName[] = ['edge', 'chrome', 'firefox', 'chromium'];

interface Props extends Pick<MessageBarProps, 'className'> {
  accountId: AccountId;
}

/** Offers to open an account's services in a real browser from now on, where a page asks for a sign-in that only that has. */
export function OfferBrowser({ accountId, className }: Props) {
  const account = useAccount(accountId);
  const { place } = useBrowsers(accountId);
  // Whoever chose a browser already needs no offer.
  return account && place === 'switchboard' ? <Offer account={account} className={className} /> : null;
}

function Offer({ account, className }: { account: Account } & Pick<MessageBarProps, 'className'>) {
  const { error, run } = useCommand();
  const { installed } = useBrowsers(account.id);
  const best = BEST_FIRST.find((name) => installed.includes(name));
  return (
    <MessageBar intent="info" layout="multiline" className={className}>
      <MessageBarBody>
        {words.offer} {best === undefined && words.none}
        {error && <ErrorMessage error={error} />}
      </MessageBarBody>
      {best && (
        <MessageBarActions>
          <Button onClick={() => void choosePlace(run, account, best)}>{words.always(placeNames[best])}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
