import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AccountId } from '../../../shared/domain/account.ts';
import { placeNames } from '../../../shared/words/browsers.ts';
import { useBrowsers } from '../../browsers/use-browsers.ts';
import { Page } from '../../components/page.tsx';
import { activeAccount, useSnapshot } from '../../stores/snapshot.ts';
import { AccountHeader } from './account-header.tsx';
import { ServiceList } from './service-list.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Where the services below open, which the person chose on Your info. */
function OpensIn({ accountId }: { accountId: AccountId }) {
  const { place } = useBrowsers(accountId);
  const text = place === 'switchboard' ? words.openHere : words.openThere(placeNames[place]);
  return <Text className={useStyles().quiet}>{text}</Text>;
}

/** The active account and the Microsoft services it may have. */
export function DashboardPage() {
  const account = useSnapshot(activeAccount);
  if (account === undefined) return null;
  return (
    <Page title={words.title}>
      <AccountHeader account={account} />
      <OpensIn accountId={account.id} />
      <ServiceList key={account.id} account={account} />
    </Page>
  );
}
