import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { QuietHours } from '../../../../shared/domain/notifications.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  quiet: { flexBasis: '100%', color: tokens.colorNeutralForeground2 },
});

interface Props {
  hours: QuietHours;
  /** Whose hours they are, for whoever hears the fields and does not see where they stand. */
  label: string;
  onChange(hours: QuietHours): void;
}

/** From when until when, on the clock on the wall. */
export function HoursFields({ hours, label, onChange }: Props) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.root}>
      {(['from', 'until'] as const).map((end) => (
        <Field key={end} label={words[end]}>
          <Input
            type="time"
            required
            value={hours[end]}
            // A time that is being cleared is none yet: the one before stays.
            onChange={(_, { value }) => value !== '' && onChange({ ...hours, [end]: value })}
          />
        </Field>
      ))}
      {hours.from === hours.until && (
        <Text size={200} className={styles.quiet}>
          {words.quietAllDay}
        </Text>
      )}
    </div>
  );
}

/** The hours that are offered first. */
export const NIGHT: QuietHours = { from: '22:00', until: '07:00' };
