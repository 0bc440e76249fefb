import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import { useId } from 'react';
import type { AccountId } from '../../../shared/domain/account.ts';
import type { Service } from '../../../shared/services.ts';
import { useBrowsers } from '../../browsers/use-browsers.ts';
import { serviceIcons } from '../../components/service-icons.ts';
import { api } from '../../ipc/client.ts';
import { notify } from '../../stores/notices.ts';
import { wordsFor } from '../../../shared/words/errors.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  // Side by side and not one in the other, so that the arrow keys find both.
  item: {
    display: 'flex',
    alignItems: 'stretch',
    minWidth: 0,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tile: {
    color: tokens.colorNeutralForeground1,
    flexGrow: 1,
    justifyContent: 'flex-start',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  browser: { flexShrink: 0 },
  icon: { color: tokens.colorBrandForeground1 },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  accountId: AccountId;
  /** At which of its addresses the service is opened. */
  owner: 'personal' | 'work';
  service: Service;
}

/** One service; a click opens it in the account's session, or in a real browser. */
export function ServiceTile({ accountId, owner, service }: Props) {
  const styles = useStyles();
  const nameId = useId();
  const descriptionId = useId();
  const { place } = useBrowsers(accountId);
  const Icon = serviceIcons[service.icon];

  async function open(command: 'open' | 'openInBrowser') {
    const answer = await api.services[command]({ accountId, serviceId: service.id, owner });
    // A bar and not a line in the tile: the tiles stay where they are.
    if (!answer.ok) notify(wordsFor(answer.error), 'error');
  }

  return (
    <li className={styles.item}>
      <Button
        appearance="subtle"
        className={styles.tile}
        icon={{ children: <Icon />, className: styles.icon }}
        aria-labelledby={nameId}
        aria-describedby={descriptionId}
        onClick={() => void open('open')}
      >
        <span className={styles.text}>
          <Text weight="semibold" id={nameId}>
            {service.name}
          </Text>
          <Text size={200} id={descriptionId} className={styles.quiet}>
            {service.description}
          </Text>
        </span>
      </Button>
      {/* Else both would do the same. */}
      {place === 'switchboard' && (
        <Button
          className={styles.browser}
          appearance="subtle"
          icon={<Open16Regular />}
          aria-label={words.openInBrowser}
          aria-describedby={nameId}
          title={words.openInBrowser}
          onClick={() => void open('openInBrowser')}
        />
      )}
    </li>
  );
}
