import { Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import type { Preferences } from '../../../../shared/domain/preferences.ts';
import { useChange } from './use-change.ts';

const themes: { value: Preferences['theme']; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const useStyles = makeStyles({
  // In line with the labels: Fluent keeps room around the circle.
  group: { marginInlineStart: '-8px' },
});

export function ThemeField({ theme }: { theme: Preferences['theme'] }) {
  const { change, refusal } = useChange();
  return (
    <Field
      label="Theme"
      hint="System follows your computer. A high contrast theme of your computer always applies."
      {...refusal}
    >
      <RadioGroup className={useStyles().group} value={theme} layout="horizontal">
        {themes.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} onChange={() => change({ theme: value })} />
        ))}
      </RadioGroup>
    </Field>
  );
}
