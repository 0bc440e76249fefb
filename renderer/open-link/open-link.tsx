import { Checkbox, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { AccountId } from '../../shared/domain/account.ts';
import type { LinkDecision } from '../../shared/domain/link.ts';
import { AccountPicker } from '../components/account-picker.tsx';
import { Question } from '../components/question.tsx';
import { useCommand } from '../components/use-command.ts';
import { api } from '../ipc/client.ts';
import { activeAccount, useSnapshot } from '../stores/snapshot.ts';
import { useView } from '../stores/view.ts';
import { ShownAddress } from './shown-address.tsx';
import { words } from './words.ts';

/** Asks which account opens a link that came from outside; it opens nothing by itself (security: W10). */
export function OpenLink({ address }: { address: string }) {
  const { error, run } = useCommand();
  const close = useView((view) => view.closeDialog);
  const accounts = useSnapshot((snapshot) => snapshot.accounts.accounts);
  const active = useSnapshot((snapshot) => activeAccount(snapshot)?.id ?? null);
  const [decision, setDecision] = useState<LinkDecision | null>(null);
  const [chosen, setChosen] = useState<AccountId | null>(null);
  const [always, setAlways] = useState(false);
  useEffect(() => {
    void run(api.links.decide({ address })).then(setDecision);
  }, [address, run]);
  // The account may have been removed meanwhile.
  const accountId = [chosen, decision?.rule?.accountId, active].find((id) => accounts.some((a) => a.id === id)) ?? null;

  async function open() {
    if (decision === null || accountId === null) return;
    if (await run(api.links.openAs({ accountId, address: decision.address, always }))) close();
  }

  return (
    <Question title={words.title} action={words.open} error={null} onAction={() => void open()} onClose={close}>
      <ShownAddress address={decision?.address ?? address} />
      {accounts.length === 0 ? (
        <Text>{words.nobody}</Text>
      ) : (
        <>
          {decision?.rule && <Text size={200}>{words.byRule(decision.rule.pattern)}</Text>}
          <AccountPicker label={words.which} accounts={accounts} picked={accountId} error={error} onPick={setChosen} />
          {decision && (
            <Checkbox
              label={words.always(decision.host)}
              checked={always}
              onChange={(_, { checked }) => setAlways(checked === true)}
            />
          )}
        </>
      )}
    </Question>
  );
}
