import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { AccountId } from '../../../shared/domain/account.ts';
import type { Service } from '../../../shared/services.ts';
import { api } from '../../ipc/client.ts';
import { notify } from '../../stores/notices.ts';
import { wordsFor } from '../../../shared/words/errors.ts';
import { serviceIcons } from './service-icons.ts';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  tile: {
    flexGrow: 1,
    justifyContent: 'flex-start',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
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

/** One service; a click opens it in the browser. */
export function ServiceTile({ accountId, owner, service }: Props) {
  const styles = useStyles();
  const nameId = useId();
  const descriptionId = useId();
  const Icon = serviceIcons[service.icon];

  async function open() {
    const answer = await api.services.open({ accountId, serviceId: service.id, owner });
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
        onClick={() => void open()}
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
    </li>
  );
}
