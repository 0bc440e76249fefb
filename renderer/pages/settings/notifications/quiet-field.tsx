import { makeStyles, tokens } from '@fluentui/react-components';
import type { QuietHours } from '../../../../shared/domain/notifications.ts';
import { ErrorMessage } from '../../../components/error-message.tsx';
import { useCommand } from '../../../components/use-command.ts';
import { changePreferences } from '../../../stores/environment.ts';
import { SwitchField } from '../general/switch-field.tsx';
import { HoursFields, NIGHT } from './hours-fields.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** The quiet hours of all accounts. */
export function QuietField({ hours }: { hours: QuietHours | null }) {
  const { error, run } = useCommand();
  return (
    <div className={useStyles().root}>
      <SwitchField
        label={words.quiet}
        hint={words.quietHint}
        checked={hours !== null}
        patch={(isOn) => ({ quietHours: isOn ? NIGHT : null })}
      />
      {hours && (
        <HoursFields
          hours={hours}
          label={words.quiet}
          onChange={(quietHours) => void run(changePreferences({ quietHours }))}
        />
      )}
      {error && <ErrorMessage error={error} />}
    </div>
  );
}
