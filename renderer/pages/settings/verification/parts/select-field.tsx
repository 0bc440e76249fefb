import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { FieldProps } from '../use-set-up-form.ts';
import { below } from './below.ts';

interface Props extends FieldProps {
  label: string;
  hint?: string;
  options: readonly { value: string; label: string }[];
}

const useStyles = makeStyles({
  // As wide as there is room for, not as its longest option.
  select: { minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

/** One of a few values of a set-up, with what is wrong with it below. */
export function SelectField({ label, hint, refusal, name, value, onType, options }: Props) {
  return (
    <Field label={label} {...below(refusal, hint)}>
      <Select className={useStyles().select} name={name} value={value} onChange={(_, data) => onType(data.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
