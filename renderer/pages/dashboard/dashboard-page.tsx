import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Page } from '../../components/page.tsx';
import { activeAccount, useSnapshot } from '../../stores/snapshot.ts';
import { AccountHeader } from './account-header.tsx';
import { ServiceList } from './service-list.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The active account and the Microsoft services it may have. */
export function DashboardPage() {
  const styles = useStyles();
  const account = useSnapshot(activeAccount);
  if (account === undefined) return null;
  return (
    <Page title={words.title}>
      <AccountHeader account={account} />
      <Text className={styles.quiet}>{words.openHere}</Text>
      <ServiceList key={account.id} account={account} />
    </Page>
  );
}
