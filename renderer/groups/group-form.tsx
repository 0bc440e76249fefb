import { Button, ColorSwatch, Field, Input, makeStyles, SwatchPicker, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { colors } from '../colors.ts';
import { TYPED_MAX } from '../components/typed-max.ts';
import { wordsFor } from '../../shared/words/errors.ts';
import { colorNames, words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  swatches: { display: 'flex', flexWrap: 'wrap' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** How a group looks. */
export interface Look {
  name: string;
  color: number;
}

interface Props {
  /** What stands there at first. */
  look: Look;
  submitLabel: string;
  error: AppError | null;
  onSubmit(look: Look): void;
  /** Undefined where there is nothing to go back to. */
  onCancel?: () => void;
}

/** Asks for the name and the colour of a group. */
export function GroupForm({ look, submitLabel, error, onSubmit, onCancel }: Props) {
  const styles = useStyles();
  const [name, setName] = useState(look.name);
  const [color, setColor] = useState(look.color);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    onSubmit({ name, color });
  }

  return (
    <form noValidate className={styles.root} onSubmit={submit}>
      <Field
        label={words.name}
        {...(error && { validationState: 'error' as const, validationMessage: wordsFor(error) })}
      >
        <Input ref={input} value={name} maxLength={TYPED_MAX} onChange={(_, { value }) => setName(value)} />
      </Field>
      <SwatchPicker
        aria-label={words.color}
        className={styles.swatches}
        shape="circular"
        selectedValue={String(color)}
        onSelectionChange={(_, { selectedValue }) => setColor(Number(selectedValue))}
      >
        {colors.map(({ background }, index) => (
          <ColorSwatch
            key={colorNames[index]}
            color={background}
            value={String(index)}
            aria-label={colorNames[index] ?? ''}
          />
        ))}
      </SwatchPicker>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">
          {submitLabel}
        </Button>
        {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
      </div>
    </form>
  );
}
