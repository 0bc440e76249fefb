import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  // The dot before a fact that begins a line falls outside, and is not seen.
  clip: { overflow: 'hidden' },
  facts: { ...typographyStyles.caption1, display: 'flex', flexWrap: 'wrap', marginLeft: '-12px' },
  fact: {
    position: 'relative',
    paddingLeft: '12px',
    color: tokens.colorNeutralForeground2,
    '::before': { content: '"·"', position: 'absolute', left: '4px' },
  },
});

/** Short facts in a row, with dots between them. Lines break between two facts where they can. */
export function Facts({ facts }: { facts: readonly string[] }) {
  const styles = useStyles();
  return (
    <div className={styles.clip}>
      <div className={styles.facts}>
        {facts.map((fact) => (
          <span key={fact} className={styles.fact}>
            {fact}{' '}
          </span>
        ))}
      </div>
    </div>
  );
}
