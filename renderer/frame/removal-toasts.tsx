import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
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
  // The page of a service would lie above them.
  below: { position: 'static', flexShrink: 0, paddingBlock: tokens.spacingVerticalS },
});

interface Props {
  /** Below what is shown, instead of above it. */
  takesRoom: boolean;
}

/** Removals that can still be undone, at the bottom of the window. They are main's, so a reload does not lose them. */
export function RemovalToasts({ takesRoom }: Props) {
  const removals = useSnapshot((snapshot) => snapshot.accounts.removals);
  const styles = useStyles();
  // The newest stands first.
  useUndoShortcut(removals[0]);
  if (removals.length === 0) return null;
  return (
    <section aria-label="Removed accounts" className={mergeClasses(styles.root, takesRoom && styles.below)}>
      {removals.map((removal) => (
        <RemovalToast key={removal.accountId} removal={removal} />
      ))}
    </section>
  );
}
