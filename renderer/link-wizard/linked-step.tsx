import { Button } from '@fluentui/react-components';
import type { AccountId } from '../../shared/domain/account.ts';
import { ProvenMessage } from '../prove/proven-message.tsx';
import { useAccount } from '../stores/snapshot.ts';
import { useView } from '../stores/view.ts';

/** Step 6: says what was linked, and what that proves. */
export function LinkedStep({ accountId }: { accountId: AccountId }) {
  const { setStep } = useView.getState();
  const addAnother = <Button onClick={() => setStep('link', { step: 'enter' })}>Add another</Button>;
  return (
    <ProvenMessage outcome="linked" account={useAccount(accountId)} action={addAnother}>
      is linked to your primary account. Switch to it from the profile menu or the tray.
    </ProvenMessage>
  );
}
