import { Field, Select } from '@fluentui/react-components';
import type { FieldProps } from '../use-set-up-form.ts';
import { below } from './below.ts';

interface Props extends FieldProps {
  label: string;
  hint?: string;
  options: readonly { value: string; label: string }[];
}

/** One of a few values of a set-up, with what is wrong with it below. */
export function SelectField({ label, hint, refusal, name, value, onType, options }: Props) {
  return (
    <Field label={label} {...below(refusal, hint)}>
      <Select name={name} value={value} onChange={(_, data) => onType(data.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
