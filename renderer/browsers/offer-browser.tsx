import { Button } from '@fluentui/react-components';
import type { Account, AccountId } from '../../shared/domain/account.ts';
import type { BrowserName } from '../../shared/domain/browser.ts';
import { placeNames } from '../../shared/words/browsers.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { useCommand } from '../components/use-command.ts';
import { useAccount } from '../stores/snapshot.ts';
import { choosePlace } from './choose-place.ts';
import { useBrowsers } from './use-browsers.ts';
import { words } from './words.ts';

/** Device-bound sign-in works best in the first of them. */
const BEST_FIRST: readonly BrowserName[] = ['edge', 'chrome', 'firefox', 'chromium'];

interface Props {
  accountId: AccountId;
  /** Opens there what the person is looking at. */
  onChosen(): void;
}

/** A button that has an account's services open in a real browser from now on; nothing where none is installed. */
export function OfferBrowser({ accountId, onChosen }: Props) {
  const account = useAccount(accountId);
  const { place, installed } = useBrowsers(accountId);
  const best = BEST_FIRST.find((name) => installed.includes(name));
  // Whoever chose a browser already needs no offer.
  if (account === undefined || best === undefined || place !== 'switchboard') return null;
  return <Offer account={account} best={best} onChosen={onChosen} />;
}

function Offer({ account, best, onChosen }: { account: Account; best: BrowserName; onChosen(): void }) {
  const { error, run } = useCommand();
  async function choose() {
    if (await choosePlace(run, account, best)) onChosen();
  }
  return (
    <>
      <Button size="small" onClick={() => void choose()}>
        {words.always(placeNames[best])}
      </Button>
      {error && <ErrorMessage error={error} />}
    </>
  );
}
