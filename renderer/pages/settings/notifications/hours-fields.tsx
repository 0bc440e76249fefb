import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { QuietHours, TimeOfDay } from '../../../../shared/domain/notifications.ts';
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
  // What is typed is shown before main has it: set back meanwhile, a field would forget its first digit. Empty is no time yet.
  const [typed, setTyped] = useState(hours);
  function change(end: keyof QuietHours, time: TimeOfDay) {
    const next = { ...typed, [end]: time };
    setTyped(next);
    if (next.from !== '' && next.until !== '') onChange(next);
  }
  return (
    <div role="group" aria-label={label} className={styles.root}>
      {(['from', 'until'] as const).map((end) => (
        <Field key={end} label={words[end]}>
          <Input
            type="time"
            required
            value={typed[end]}
            onChange={(_, { value }) => change(end, value)}
            onBlur={() => setTyped((now) => ({ ...now, [end]: now[end] || hours[end] }))}
          />
        </Field>
      ))}
      {typed.from === typed.until && (
        <Text size={200} className={styles.quiet}>
          {words.quietAllDay}
        </Text>
      )}
    </div>
  );
}

/** The hours that are offered first. */
export const NIGHT: QuietHours = { from: '22:00', until: '07:00' };
