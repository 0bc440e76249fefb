import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import { useView } from '../../stores/view.ts';
import { words } from './words.ts';

/** Proves the primary account by another way. */
export function ProveButton({ account: { id, proof, signInAgain } }: { account: Account }) {
  const focus = useRestoreFocusTarget();
  return (
    <Button {...focus} onClick={() => useView.getState().openDialog({ kind: 'prove-again', accountId: id })}>
      {proveWords(proof, signInAgain)}
    </Button>
  );
}

function proveWords({ strength }: Account['proof'], signInAgain: boolean): string {
  if (signInAgain) return words.signInNow;
  return strength === 'practice' ? words.proveIt : words.proveAgain;
}
