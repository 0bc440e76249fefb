import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { SecretsState } from '../../../../../shared/domain/secrets.ts';
import { useWays } from '../../../../stores/ways.ts';
import { useCardStyles } from '../../use-card-styles.ts';
import { GiveUpPassphrase } from './give-up-passphrase.tsx';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { UnlockDialog } from './unlock-dialog.tsx';
import { keptWords, words } from './words.ts';

type OpenDialog = 'set' | 'unlock' | 'give-up';

/** How passwords and keys are kept, and a passphrase where the system has no key store. */
export function SecretsSection() {
  const card = useCardStyles();
  const state = useWays(({ secrets }) => secrets);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  if (state === null) return null;
  const { title, text, attention } = keptWords(state);
  const close = () => setOpen(null);
  return (
    <section aria-labelledby="secrets" className={card.card}>
      <h3 id="secrets" className={card.heading}>
        {words.title}
      </h3>
      {attention ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{title}.</MessageBarTitle>
            {text}
          </MessageBarBody>
        </MessageBar>
      ) : (
        <Text>
          <b>{title}.</b> {text}
        </Text>
      )}
      <Buttons state={state} onOpen={setOpen} />
      {open === 'set' && <PassphraseDialog change={state.protection === 'passphrase'} onClose={close} />}
      {open === 'unlock' && <UnlockDialog onClose={close} />}
      {open === 'give-up' && <GiveUpPassphrase onClose={close} />}
    </section>
  );
}

/** What can be done about it as it is. */
function Buttons({ state, onOpen }: { state: SecretsState; onOpen(dialog: OpenDialog): void }) {
  const card = useCardStyles();
  if (state.protection === 'key-store') return null;
  if (state.protection === 'memory')
    return (
      <div className={card.buttons}>
        <Button onClick={() => onOpen('set')}>{words.set}</Button>
      </div>
    );
  return (
    <div className={card.buttons}>
      {state.locked ? (
        <Button appearance="primary" onClick={() => onOpen('unlock')}>
          {words.unlock}
        </Button>
      ) : (
        <Button onClick={() => onOpen('set')}>{words.change}</Button>
      )}
      <Button onClick={() => onOpen('give-up')}>{words.giveUp}</Button>
    </div>
  );
}
