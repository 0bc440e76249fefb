import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { AppError } from '../../../../../shared/errors.ts';
import { announce } from '../../../../components/announce.tsx';
import { api } from '../../../../ipc/client.ts';
import { wordsFor } from '../../../../../shared/words/errors.ts';
import { SecretField } from '../parts/secret-field.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { words } from './words.ts';

interface Props {
  /** There is one already. */
  change: boolean;
  onClose(): void;
}

/** Sets a passphrase, typed twice, or another one. */
export function PassphraseDialog({ change, onClose }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [different, setDifferent] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);

  async function save() {
    if (passphrase !== again) return setDifferent(true);
    setBusy(true);
    const answer = await api.secrets.setPassphrase({ passphrase });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    announce(words.isSet);
    onClose();
  }
  function typed(set: (text: string) => void) {
    return (text: string) => {
      setError(null);
      setDifferent(false);
      set(text);
    };
  }

  return (
    <SecretDialog
      title={change ? words.change : words.setTitle}
      action={words.save}
      busy={busy}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Text>{words.noWayBack}</Text>
      <SecretField
        label={words.passphraseNew}
        hint={words.hint}
        autoComplete="new-password"
        value={passphrase}
        refusal={error && wordsFor(error)}
        onType={typed(setPassphrase)}
      />
      <SecretField
        label={words.passphraseAgain}
        autoComplete="new-password"
        value={again}
        refusal={different ? words.different : null}
        onType={typed(setAgain)}
      />
    </SecretDialog>
  );
}
