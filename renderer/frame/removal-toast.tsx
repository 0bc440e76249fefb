import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Removal } from '../../shared/domain/account.ts';
import { announce } from '../components/announce.tsx';
import { focusPage } from '../components/page.tsx';
import { useSecondsUntil } from '../components/use-seconds-until.ts';
import { undoRemoval, useUndoKeys } from './undo-removal.ts';

const useStyles = makeStyles({
  root: {
    pointerEvents: 'auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  text: { flexGrow: 1, flexBasis: '200px', overflowWrap: 'anywhere' },
  seconds: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

/** Says what was removed, with `Undo` while main still grants it. */
export function RemovalToast({ removal }: { removal: Removal }) {
  const styles = useStyles();
  const seconds = useSecondsUntil(removal.undoUntil);
  const keys = useUndoKeys();
  const name = removal.identifier.display;

  useEffect(() => announce(`${name} was removed. ${keys} undoes this for a few seconds.`), [name, keys]);

  const root = useRef<HTMLDivElement>(null);
  const [undoing, setUndoing] = useState(false);
  useLayoutEffect(() => {
    const toast = root.current;
    return () => {
      if (toast?.contains(document.activeElement)) focusPage();
    };
  }, []);
  async function undo() {
    setUndoing(true);
    // Where it worked, the toast goes with the next snapshot; until then a second click has nothing to undo.
    if (!(await undoRemoval(removal))) setUndoing(false);
  }

  return (
    <div ref={root} role="group" aria-label={`Removed ${name}`} className={styles.root}>
      <span className={styles.text}>{name} was removed.</span>
      <span className={styles.seconds} aria-hidden>
        {seconds} s
      </span>
      <Button appearance="primary" disabledFocusable={undoing} onClick={() => void undo()}>
        Undo
      </Button>
    </div>
  );
}
