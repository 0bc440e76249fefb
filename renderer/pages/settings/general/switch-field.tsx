import { Field, makeStyles, Switch } from '@fluentui/react-components';
import type { PreferencesPatch } from '../../../../shared/domain/preferences.ts';
import { useChange } from './use-change.ts';

interface Props {
  label: string;
  /** What it does, or why it is disabled. */
  hint: string;
  checked: boolean;
  disabled?: boolean;
  patch(checked: boolean): PreferencesPatch;
}

const useStyles = makeStyles({
  // In line with the labels: Fluent keeps room around the switch.
  toggle: { marginInlineStart: '-8px' },
});

/** A preference that is on or off. */
export function SwitchField({ label, hint, checked, disabled = false, patch }: Props) {
  const { change, refusal } = useChange();
  return (
    <Field hint={hint} {...refusal}>
      <Switch
        className={useStyles().toggle}
        label={label}
        checked={checked}
        disabled={disabled}
        onChange={(_, data) => change(patch(data.checked))}
      />
    </Field>
  );
}
