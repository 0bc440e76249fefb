import { makeStyles, mergeClasses, Subtitle2, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { useId } from 'react';
import type { Account, AccountId } from '../../../shared/domain/account.ts';
import { services } from '../../../shared/services.ts';
import { ServiceTile } from './service-tile.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  heading: { display: 'block', margin: 0, marginBottom: tokens.spacingVerticalM },
});

type Owner = 'personal' | 'work';

/** The services of an account. Where nobody said whose account it is, both kinds, one after the other. */
export function ServiceList({ account }: { account: Account }) {
  const styles = useStyles();
  const { id, kind } = account;
  if (kind !== 'unknown') {
    return <Tiles accountId={id} owner={kind} labels={{ 'aria-label': words.services }} />;
  }
  return (
    <ul aria-label={words.services} className={mergeClasses(styles.list, styles.groups)}>
      <Group accountId={id} owner="personal" />
      <Group accountId={id} owner="work" />
    </ul>
  );
}

function Group({ accountId, owner }: { accountId: AccountId; owner: Owner }) {
  const styles = useStyles();
  const headingId = useId();
  return (
    <li>
      <Subtitle2 as="h2" id={headingId} className={styles.heading}>
        {words.groups[owner]}
      </Subtitle2>
      <Tiles accountId={accountId} owner={owner} labels={{ 'aria-labelledby': headingId }} />
    </li>
  );
}

interface TilesProps {
  accountId: AccountId;
  owner: Owner;
  /** What names the list. */
  labels: { 'aria-label'?: string; 'aria-labelledby'?: string };
}

/** The arrow keys move among the tiles as they stand, beside the Tab key. */
function Tiles({ accountId, owner, labels }: TilesProps) {
  const styles = useStyles();
  const arrowKeys = useArrowNavigationGroup({ axis: 'grid', tabbable: true });
  return (
    <ul {...labels} {...arrowKeys} className={mergeClasses(styles.list, styles.tiles)}>
      {services
        .filter(({ address }) => address[owner] !== undefined)
        .map((service) => (
          <ServiceTile key={service.id} accountId={accountId} owner={owner} service={service} />
        ))}
    </ul>
  );
}
