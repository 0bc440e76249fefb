import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEnvironment } from '../../../stores/environment.ts';
import { SwitchField } from '../general/switch-field.tsx';
import { useCardStyles } from '../use-card-styles.ts';
import { AccountChoices } from './account-choices.tsx';
import { QuietField } from './quiet-field.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '720px' },
  general: { gap: tokens.spacingVerticalXXL },
});

/** What is told of what is unread, and when. Changes apply at once. */
export function Notifications() {
  const [card, styles] = [useCardStyles(), useStyles()];
  const preferences = useEnvironment((environment) => environment.preferences);
  if (preferences === null) return null;
  return (
    <div className={styles.root}>
      <div className={mergeClasses(card.card, styles.general)}>
        <SwitchField
          label={words.show}
          hint={words.showHint}
          checked={preferences.showNotifications}
          patch={(showNotifications) => ({ showNotifications })}
        />
        <SwitchField
          label={words.badge}
          hint={words.badgeHint}
          checked={preferences.showBadge}
          patch={(showBadge) => ({ showBadge })}
        />
        <QuietField hours={preferences.quietHours} />
      </div>
      <AccountChoices />
    </div>
  );
}
