import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';

const useStyles = makeStyles({
  summary: { cursor: 'pointer' },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalM,
  },
});

/** Fields that few people need, behind `More`. `open` shows them where one of them says something, or was refused. */
export function More({ open, children }: { open: boolean; children: ReactNode }) {
  const styles = useStyles();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (open && details.current) details.current.open = true;
  }, [open]);
  return (
    <details ref={details}>
      <summary className={styles.summary}>More</summary>
      <div className={styles.fields}>{children}</div>
    </details>
  );
}
