import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import { useId } from 'react';
import type { AccountId } from '../../../shared/domain/account.ts';
import type { Service } from '../../../shared/services.ts';
import { serviceIcons } from '../../components/service-icons.ts';
import { api } from '../../ipc/client.ts';
import { notify } from '../../stores/notices.ts';
import { wordsFor } from '../../words/errors.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  item: { position: 'relative', display: 'flex', flexDirection: 'column', minWidth: 0 },
  tile: {
    flexGrow: 1,
    justifyContent: 'flex-start',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    // Where the button for the browser lies.
    paddingInlineEnd: '44px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  browser: { position: 'absolute', top: 0, bottom: 0, marginBlock: 'auto', insetInlineEnd: tokens.spacingHorizontalS },
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
  const Icon = serviceIcons[service.icon];

  async function open(command: 'open' | 'openInBrowser') {
    const answer = await api.services[command]({ accountId, serviceId: service.id, owner });
    // A bar and not a line in the tile: the tiles stay where they are.
    if (!answer.ok) notify(wordsFor(answer.error), 'error');
  }

  return (
    <li className={styles.item}>
      <Button
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
      <Button
        className={styles.browser}
        appearance="transparent"
        icon={<Open16Regular />}
        aria-label={words.openInBrowser}
        aria-describedby={nameId}
        title={words.openInBrowser}
        onClick={() => void open('openInBrowser')}
      />
    </li>
  );
}
