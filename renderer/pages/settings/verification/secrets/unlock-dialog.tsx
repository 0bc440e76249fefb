import { useState } from 'react';
import type { AppError } from '../../../../../shared/errors.ts';
import { announce } from '../../../../components/announce.tsx';
import { api } from '../../../../ipc/client.ts';
import { wordsFor } from '../../../../../shared/words/errors.ts';
import { SecretField } from '../parts/secret-field.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { words } from './words.ts';

/** Opens what is kept under the passphrase. */
export function UnlockDialog({ onClose }: { onClose(): void }) {
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);

  async function unlock() {
    setBusy(true);
    const answer = await api.secrets.unlock({ passphrase });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    announce(words.unlocked);
    onClose();
  }

  return (
    <SecretDialog
      title={words.unlockTitle}
      action={words.unlock}
      busy={busy}
      onSubmit={() => void unlock()}
      onClose={onClose}
    >
      <SecretField
        label={words.passphrase}
        autoComplete="current-password"
        value={passphrase}
        refusal={error && wordsFor(error)}
        onType={(text) => {
          setError(null);
          setPassphrase(text);
        }}
      />
    </SecretDialog>
  );
}
