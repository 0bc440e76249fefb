import { makeStyles, Select, Switch, Text, tokens } from '@fluentui/react-components';
import type { Account } from '../../../../shared/domain/account.ts';
import type { AccountNotifications } from '../../../../shared/domain/notifications.ts';
import { AccountAvatar } from '../../../components/account-avatar.tsx';
import { ErrorMessage } from '../../../components/error-message.tsx';
import { useCommand } from '../../../components/use-command.ts';
import { changeNotifications } from '../../../stores/notification-settings.ts';
import { shownName } from '../../../words/account.ts';
import { HoursFields, NIGHT } from './hours-fields.tsx';
import { words } from './words.ts';

const narrow = '@media (max-width: 639px)';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto 200px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: 'auto minmax(0, 1fr) auto' },
  },
  who: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  // Under the identifier where there is no room beside it.
  hours: { [narrow]: { gridColumn: '2 / -1' } },
  // In line with the identifier: a picture and its rim are before it.
  below: { marginInlineStart: `calc(34px + ${tokens.spacingHorizontalM})` },
});

interface Props {
  account: Account;
  settings: AccountNotifications;
}

/** When one account may show notifications. Changes apply at once. */
export function AccountChoice({ account, settings }: Props) {
  const styles = useStyles();
  const { error, run } = useCommand();
  const change = (part: Partial<AccountNotifications>) => void run(changeNotifications({ ...settings, ...part }));
  const { isOn, quiet } = settings;
  const identifier = account.identifier.display;
  return (
    <li className={styles.root}>
      <div className={styles.line}>
        <AccountAvatar account={account} />
        <div className={styles.who}>
          <Text>{identifier}</Text>
          {shownName(account) && (
            <Text size={200} className={styles.quiet}>
              {shownName(account)}
            </Text>
          )}
        </div>
        <Switch
          aria-label={words.notificationsOf(identifier)}
          checked={isOn}
          onChange={(_, { checked }) => change({ isOn: checked })}
        />
        <Select
          className={styles.hours}
          aria-label={words.quietOf(identifier)}
          disabled={!isOn}
          value={typeof quiet === 'object' ? 'own' : quiet}
          onChange={(_, { value }) => change({ quiet: value === 'general' || value === 'none' ? value : NIGHT })}
        >
          {Object.entries(words.quietChoices).map(([choice, label]) => (
            <option key={choice} value={choice}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      {isOn && typeof quiet === 'object' && (
        <div className={styles.below}>
          <HoursFields hours={quiet} label={words.quietOf(identifier)} onChange={(own) => change({ quiet: own })} />
        </div>
      )}
      {error && <ErrorMessage error={error} />}
    </li>
  );
}
