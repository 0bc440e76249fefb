import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProviderName } from '../../../../../shared/domain/names.ts';
import type { AppError } from '../../../../../shared/errors.ts';
import { announce } from '../../../../components/announce.tsx';
import { ErrorMessage } from '../../../../components/error-message.tsx';
import { api } from '../../../../ipc/client.ts';
import type { SetUpForm } from '../use-set-up-form.ts';
import { BrowserWait } from './browser-wait.tsx';
import { useCardStyles } from './use-card-styles.ts';

interface Props {
  form: Pick<SetUpForm<never>, 'changed' | 'save'>;
  provider: ProviderName;
}

/** Signs in with a provider to try it out, and tells who came; nothing is linked. */
export function TrySignIn({ form, provider }: Props) {
  const card = useCardStyles();
  const [error, setError] = useState<AppError | null>(null);
  const [came, setCame] = useState<{ who: string; issuer: string } | null>(null);
  const [busy, setBusy] = useState(false);

  async function tryIt() {
    if (busy) return;
    setError(null);
    setCame(null);
    if (form.changed && !(await form.save())) return;
    setBusy(true);
    const answer = await api.ways.trySignIn({ provider });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    announce(`${answer.value.who} signed in.`);
    setCame(answer.value);
  }

  return (
    <section aria-labelledby="test" className={card.card}>
      <h3 id="test" className={card.heading}>
        Test
      </h3>
      <Text className={card.quiet}>Opens your browser for a sign-in, and tells who signed in. Nothing is linked.</Text>
      {busy ? (
        <BrowserWait />
      ) : (
        <div className={card.buttons}>
          <Button onClick={() => void tryIt()}>{form.changed ? 'Save and try it' : 'Try it'}</Button>
        </div>
      )}
      {error && <ErrorMessage error={error} />}
      {came && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{came.who === '' ? 'The sign-in worked.' : `${came.who} signed in.`}</MessageBarTitle>
            The provider is {came.issuer}.
          </MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}
