import { Link, makeStyles, useRestoreFocusTarget } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import { useView } from '../../stores/view.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  // In high contrast a button has the colour of text; the line under it says that it can be clicked.
  link: { '@media (forced-colors: active)': { textDecorationLine: 'underline' } },
});

/** Leads to a better proof where the account has none, or has lost its sign-in. */
export function ProveLink({ account: { id, identifier, proof, signInAgain } }: { account: Account }) {
  const styles = useStyles();
  const focus = useRestoreFocusTarget();
  if (proof.strength !== 'practice' && !signInAgain) return null;
  return (
    <Link
      {...focus}
      as="button"
      type="button"
      className={styles.link}
      aria-description={identifier.display}
      onClick={() => useView.getState().openDialog({ kind: 'prove-again', accountId: id })}
    >
      {signInAgain ? words.signInNow : words.proveIt}
    </Link>
  );
}
