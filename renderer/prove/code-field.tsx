import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { TYPED_MAX } from '../components/typed-max.ts';
import { triesLeftWords, wordsFor } from '../../shared/words/errors.ts';

const useStyles = makeStyles({
  input: {
    maxWidth: '260px',
    '& > input': {
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase500,
      letterSpacing: '0.2em',
    },
  },
});

interface Props {
  ref: Ref<HTMLInputElement>;
  code: string;
  /** Null where no try is possible any more. */
  triesLeft: number | null;
  error: AppError | null;
  onType(text: string): void;
}

/** The code as typed or pasted: main drops blanks and dashes, so nothing is cut off here. */
export function CodeField({ ref, code, triesLeft, error, onType }: Props) {
  return (
    <Field
      label="Verification code"
      {...(triesLeft !== null && error === null && { hint: `6 digits. ${triesLeftWords(triesLeft)}` })}
      {...(error && { validationState: 'error', validationMessage: wordsFor(error) })}
    >
      <Input
        ref={ref}
        className={useStyles().input}
        size="large"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={TYPED_MAX}
        value={code}
        onChange={(_, { value }) => onType(value)}
      />
    </Field>
  );
}
