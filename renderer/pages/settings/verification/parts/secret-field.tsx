import { Button, Field, Input } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons/svg/eye';
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off';
import { useState } from 'react';
import type { FieldProps } from '../use-set-up-form.ts';
import { below } from './below.ts';

/** How much a secret takes, in characters, as main does. */
const SECRET_MAX = 10_000;

interface Props extends Pick<FieldProps, 'value' | 'refusal' | 'onType'> {
  label: string;
  hint?: string;
  name?: string;
  /** A value that is shown without being asked for: it was made here, and is to be copied. */
  shownAtFirst?: string;
  /** Where one makes up a new one, and where one gives one again. */
  autoComplete?: 'new-password' | 'current-password' | 'off';
}

/** A password or key: hidden, unless one asks to see it. */
export function SecretField(props: Props) {
  const { label, hint, name, refusal, value, onType, shownAtFirst = '', autoComplete = 'off' } = props;
  const [asked, setAsked] = useState(false);
  const shown = asked || (value !== '' && value === shownAtFirst);
  return (
    <Field label={label} {...below(refusal, hint)}>
      <Input
        type={shown ? 'text' : 'password'}
        {...(name && { name })}
        value={value}
        autoComplete={autoComplete}
        spellCheck={false}
        maxLength={SECRET_MAX}
        onChange={(_, data) => onType(data.value)}
        contentAfter={
          <Button
            appearance="transparent"
            size="small"
            icon={shown ? <EyeOff20Regular /> : <Eye20Regular />}
            aria-label={`Show ${label.toLowerCase()}`}
            aria-pressed={shown}
            onClick={() => setAsked(!asked)}
          />
        }
      />
    </Field>
  );
}
