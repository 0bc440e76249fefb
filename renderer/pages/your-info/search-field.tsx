import { makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { announce } from '../../components/announce.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  search: { flex: '1 1 240px', maxWidth: '420px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  typed: string;
  onType(text: string): void;
  /** How many accounts match, of how many. */
  found: number;
  all: number;
}

/** Finds linked accounts by identifier or name, and tells how many it found. */
export function SearchField({ typed, onType, found, all }: Props) {
  const styles = useStyles();
  const searching = typed.trim() !== '';
  const result = searching ? words.found(found, all) : words.count(all);
  useEffect(() => {
    if (searching) announce(result);
  }, [searching, result]);
  return (
    <div className={styles.root}>
      <SearchBox
        className={styles.search}
        aria-label={words.search}
        placeholder={words.search}
        value={typed}
        onChange={(_, data) => onType(data.value)}
      />
      <Text size={200} className={styles.quiet}>
        {result}
      </Text>
    </div>
  );
}
