import { useRestoreFocusTarget } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { useView } from '../../stores/view.ts';
import { words } from './words.ts';

/** Leads to a better proof where the account has none, or has lost its sign-in. */
export function ProveLink({ account: { id, identifier, proof, signInAgain } }: { account: Account }) {
  const focus = useRestoreFocusTarget();
  if (proof.strength !== 'practice' && !signInAgain) return null;
  return (
    <LinkButton
      {...focus}
      aria-description={identifier.display}
      onClick={() => useView.getState().openDialog({ kind: 'prove-again', accountId: id })}
    >
      {signInAgain ? words.signInNow : words.proveIt}
    </LinkButton>
  );
}
