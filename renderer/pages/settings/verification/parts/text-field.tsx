import { Field, Input, Textarea } from '@fluentui/react-components';
import { TYPED_MAX } from '../../../../components/typed-max.ts';
import type { FieldProps } from '../use-set-up-form.ts';
import { below } from './below.ts';

interface Props extends FieldProps {
  label: string;
  hint?: string;
  /** What it may look like. */
  placeholder?: string;
  /** For whole numbers. */
  numeric?: boolean;
  /** How much it takes, in characters, where that is several lines. */
  linesMax?: number;
}

/** A text of a set-up, with what is wrong with it below. */
export function TextField({ label, hint, refusal, name, value, onType, placeholder, numeric, linesMax }: Props) {
  const input = { name, value, ...(placeholder && { placeholder }), autoComplete: 'off', spellCheck: false };
  return (
    <Field label={label} {...below(refusal, hint)}>
      {linesMax ? (
        <Textarea {...input} maxLength={linesMax} rows={5} onChange={(_, data) => onType(data.value)} />
      ) : (
        <Input
          {...input}
          {...(numeric && { inputMode: 'numeric' })}
          maxLength={TYPED_MAX}
          onChange={(_, data) => onType(data.value)}
        />
      )}
    </Field>
  );
}
