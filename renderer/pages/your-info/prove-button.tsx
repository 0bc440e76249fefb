import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import { useView } from '../../stores/view.ts';
import { words } from './words.ts';

/** Proves the primary account by another way; it stands out where that is needed. */
export function ProveButton({ account: { id, proof, signInAgain } }: { account: Account }) {
  const focus = useRestoreFocusTarget();
  const needed = signInAgain || proof.strength === 'practice';
  return (
    <Button
      {...focus}
      appearance={needed ? 'primary' : 'secondary'}
      onClick={() => useView.getState().openDialog({ kind: 'prove-again', accountId: id })}
    >
      {proveWords(signInAgain, needed)}
    </Button>
  );
}

function proveWords(signInAgain: boolean, needed: boolean): string {
  if (signInAgain) return words.signInNow;
  return needed ? words.proveIt : words.proveAgain;
}
