import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { Preferences } from '../../../../shared/domain/preferences.ts';
import { useChange } from './use-change.ts';

const choices: { days: Preferences['activityDays']; label: string }[] = [
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 400, label: '400 days' },
  { days: null, label: 'For ever' },
];

const useStyles = makeStyles({
  select: { maxWidth: '320px' },
});

/** How long activity is kept. */
export function ActivityField({ days }: { days: Preferences['activityDays'] }) {
  const { change, refusal } = useChange();
  const pick = (label: string) =>
    change({ activityDays: choices.find((choice) => choice.label === label)?.days ?? null });
  return (
    <Field label="Keep activity for" hint="What is older is deleted, and cannot be had back." {...refusal}>
      <Select
        className={useStyles().select}
        value={choices.find((choice) => choice.days === days)?.label}
        onChange={(_, { value }) => pick(value)}
      >
        {choices.map(({ label }) => (
          <option key={label}>{label}</option>
        ))}
      </Select>
    </Field>
  );
}
