import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProviderName } from '../../../../../shared/domain/names.ts';
import { announce } from '../../../../components/announce.tsx';
import { ErrorMessage } from '../../../../components/error-message.tsx';
import { api } from '../../../../ipc/client.ts';
import type { SetUpForm } from '../use-set-up-form.ts';
import { BrowserWait } from './browser-wait.tsx';
import { useBrowserSignIn } from './use-browser-sign-in.ts';
import { useCardStyles } from '../../use-card-styles.ts';

interface Props {
  form: Pick<SetUpForm<never>, 'changed' | 'save'>;
  provider: ProviderName;
}

/** Signs in with a provider to try it out, and tells who came; nothing is linked. */
export function TrySignIn({ form, provider }: Props) {
  const card = useCardStyles();
  const { busy, error, button, run } = useBrowserSignIn();
  const [came, setCame] = useState<{ title: string; issuer: string } | null>(null);

  async function tryIt() {
    setCame(null);
    if (form.changed && !(await form.save())) return;
    const answer = await run(() => api.ways.trySignIn({ provider }));
    if (answer === null) return;
    const title = answer.who === '' ? 'The sign-in worked.' : `${answer.who} signed in.`;
    announce(title);
    setCame({ title, issuer: answer.issuer });
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
          <Button ref={button} onClick={() => void tryIt()}>
            {form.changed ? 'Save and try it' : 'Try it'}
          </Button>
        </div>
      )}
      {error && <ErrorMessage error={error} />}
      {came && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{came.title}</MessageBarTitle>
            The provider is {came.issuer}.
          </MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}
