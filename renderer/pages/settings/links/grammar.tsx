import { makeStyles, tokens } from '@fluentui/react-components';
import { words } from './words.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '@media (max-width: 519px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  pattern: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  meaning: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What can be written as a pattern, by example. */
export function Grammar() {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {words.grammar.map(([pattern, meaning]) => [
        <dt key={pattern} className={styles.pattern}>
          {pattern}
        </dt>,
        <dd key={meaning} className={styles.meaning}>
          {meaning}
        </dd>,
      ])}
    </dl>
  );
}
