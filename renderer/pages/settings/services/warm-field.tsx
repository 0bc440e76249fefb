import { Field, makeStyles, SpinButton } from '@fluentui/react-components';
import { useChange } from '../general/use-change.ts';
import { useCardStyles } from '../use-card-styles.ts';
import { words } from './words.ts';

/** The bounds of the preference `warmTabs`. */
const [MIN, MAX] = [1, 30];

const useStyles = makeStyles({ input: { maxWidth: '120px' } });

/** How many services stay awake. */
export function WarmField({ count }: { count: number }) {
  const card = useCardStyles();
  const styles = useStyles();
  const { change, refusal } = useChange();
  const save = (typed: number) => {
    if (Number.isFinite(typed)) change({ warmTabs: Math.min(MAX, Math.max(MIN, Math.round(typed))) });
  };
  return (
    <section aria-labelledby="warm" className={card.card}>
      <h3 id="warm" className={card.heading}>
        {words.warmTitle}
      </h3>
      <Field label={words.warm} hint={words.warmHint} {...refusal}>
        <SpinButton
          className={styles.input}
          min={MIN}
          max={MAX}
          value={count}
          onChange={(_, { value, displayValue }) => save(value ?? Number(displayValue))}
        />
      </Field>
    </section>
  );
}
