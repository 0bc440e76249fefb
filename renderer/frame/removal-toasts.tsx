import { makeStyles, tokens } from '@fluentui/react-components';
import { useSnapshot } from '../stores/snapshot.ts';
import { RemovalToast } from './removal-toast.tsx';
import { useUndoShortcut } from './undo-removal.ts';

const useStyles = makeStyles({
  root: {
    position: 'fixed',
    zIndex: tokens.zIndexMessages,
    insetInline: 0,
    bottom: tokens.spacingVerticalXL,
    marginInline: 'auto',
    width: 'min(480px, calc(100vw - 32px))',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    pointerEvents: 'none',
  },
});

/** Removals that can still be undone, at the bottom of the window. They are main's, so a reload does not lose them. */
export function RemovalToasts() {
  const removals = useSnapshot((snapshot) => snapshot.accounts.removals);
  const styles = useStyles();
  // The newest stands first.
  useUndoShortcut(removals[0]);
  if (removals.length === 0) return null;
  return (
    <section aria-label="Removed accounts" className={styles.root}>
      {removals.map((removal) => (
        <RemovalToast key={removal.accountId} removal={removal} />
      ))}
    </section>
  );
}
