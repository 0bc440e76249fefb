import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { useChange } from './use-change.ts';

const themes: { value: Preferences['theme']; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function ThemeField({ theme }: { theme: Preferences['theme'] }) {
  const { change, refusal } = useChange();
  return (
    <Field label="Theme" hint="System follows your computer, and its high contrast always counts." {...refusal}>
      <RadioGroup value={theme} layout="horizontal">
        {themes.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} onChange={() => change({ theme: value })} />
        ))}
      </RadioGroup>
    </Field>
  );
}
