import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Countdown } from '../components/countdown.tsx';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  label: string;
  disabled: boolean;
  /** Until when (UTC ISO 8601) it waits; null where it does not. */
  until: string | null;
}

/** Goes on; while it may not, it keeps the focus and says until when. */
export function SubmitButton({ label, disabled, until }: Props) {
  const styles = useStyles();
  return (
    <>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={disabled}>
        {label}
      </Button>
      {until && (
        <span className={styles.note}>
          Try again <Countdown until={until} />
        </span>
      )}
    </>
  );
}
