import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import type { Account } from '../../../shared/domain/account.ts';
import { words } from './words.ts';

/** Asks to remove an account. The focus comes back to it when the question is called off. */
export function RemoveButton({ account, onRemove }: { account: Account; onRemove(account: Account): void }) {
  return (
    <Button
      {...useRestoreFocusTarget()}
      appearance="subtle"
      aria-label={words.removeNamed(account.identifier.display)}
      onClick={() => onRemove(account)}
    >
      {words.remove}
    </Button>
  );
}
