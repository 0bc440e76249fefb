import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { useEffect, useRef, useState } from 'react';
import type { Account } from '../../../shared/domain/account.ts';
import { shownName } from '../../words/account.ts';
import { NameEditor } from './name-editor.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
  none: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

/** The primary account's name, and the way to edit it in place. */
export function PrimaryName({ account }: { account: Account }) {
  const styles = useStyles();
  const name = shownName(account);
  const [editing, setEditing] = useState<boolean | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Null before the first edit: a page that opens leaves the focus where it is.
    if (editing === false) button.current?.focus();
  }, [editing]);

  if (editing) return <NameEditor account={account} onDone={() => setEditing(false)} />;
  return (
    <div className={styles.line}>
      <Subtitle1 className={name === '' ? styles.none : styles.name}>{name || words.noName}</Subtitle1>
      <Button
        ref={button}
        appearance="subtle"
        icon={<Edit20Regular />}
        aria-label={words.editName}
        title={words.editName}
        onClick={() => setEditing(true)}
      />
    </div>
  );
}
